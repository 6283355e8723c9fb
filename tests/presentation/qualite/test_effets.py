"""What a repair moves, in words: which objective, which way, by how much."""

from plie_metrics.presentation.qualite import effets
from plie_metrics.presentation.qualite.constat import constat_qualite, titre_completude
from plie_metrics.presentation.qualite.effets import Effet, dans_l_objectif, effet, repartir
from plie_metrics.qualite import Completude, Gravite, Rapport
from tests.fabrique import catalogue
from tests.presentation.qualite.exemples import ARRETE, constat


def test_le_sens_depend_du_constat():
    assert effet(constat("sortie_positive_possible")) is Effet.PLUS
    assert effet(constat("sortie_non_soutenue_emploi_cdi")) is Effet.MOINS
    assert effet(constat("suite_de_prescription")) is Effet.INCERTAIN
    assert effet(constat("norme_entrees_au_dessous", gravite=Gravite.ALERTE)) is Effet.SUIVI


def test_l_enjeu_s_ecrit_avec_son_objectif():
    def dire(un):
        return dans_l_objectif(un, catalogue()).replace("\u00a0", " ").replace("\u202f", " ")

    assert dire(constat("sortie_positive_possible", n=20)) == (
        "jusqu’à 20 sorties positives de plus · 5,7 % de l’objectif de 350"
    )
    assert dire(constat("sortie_non_soutenue_emploi_cdi", n=1)) == (
        "jusqu’à 1 sortie positive de moins · 0,3 % de l’objectif de 350"
    )
    normes = constat(
        "norme_entrees_au_dessous",
        gravite=Gravite.ALERTE,
        indicateur="entrees",
        portee=135.6,
        base=700.0,
    )
    assert dire(normes) == "136 entrées d’écart aux normes · 19,4 % de l’objectif de 700"
    mensuel = constat(
        "sans_entretien_du_mois",
        gravite=Gravite.ALERTE,
        indicateur="taux_entretien_mensuel",
        portee=104.0,
        base=799.0,
    )
    assert dire(mensuel) == "jusqu’à +13,0 points de « Entretien mensuel »"
    sans = constat("sortie_positive_possible", base=None)
    assert dire(sans) == "pèse sur « Sorties positives », sans objectif chiffré ici"
    assert dire(constat("x", indicateur="")) == "ne pèse sur aucun indicateur"


def test_la_saisie_vient_avant_l_activite_et_garde_l_ordre_du_rapport():
    alerte = constat("norme", gravite=Gravite.ALERTE)
    sans, petit, grand = (
        constat("a", indicateur="", base=None),
        constat("b", n=1),
        constat("c", n=9),
    )
    enjeux = repartir((alerte, grand, petit, sans))
    assert enjeux.a_reparer == (grand, petit)
    assert enjeux.sans_enjeu == (sans,)
    assert enjeux.a_suivre == (alerte,)
    assert enjeux.tous == (grand, petit, sans, alerte)
    assert enjeux.plus_grand == 9 / 350


def test_les_barres_ne_montrent_que_ce_qui_a_un_enjeu():
    lignes = effets.barres_enjeux((constat("b", n=7), constat("a", base=None)), catalogue())
    assert [(ligne.titre, ligne.segments[0].longueur) for ligne in lignes] == [
        ("Des parcours étonnent : 7", 0.02)
    ]
    assert repartir(()).plus_grand == 1.0


def test_le_constat_compte_une_fois_un_parcours_releve_deux_fois():
    rapport = Rapport(
        ARRETE,
        (),
        (
            constat("sortie_positive_possible", n=28),
            constat("sortie_non_soutenue_emploi_cdi", n=4),
            constat("situation_contraire_au_motif", n=3),
        ),
    )
    assert constat_qualite(rapport).replace("\u00a0", " ") == (
        "À vérifier d’abord : 28 sorties positives à ajouter peut-être et 4 à justifier, "
        "pour un objectif de 350"
    )
    assert constat_qualite(rapport, "R1").startswith("R1 : À vérifier")


def test_sans_sortie_en_jeu_le_premier_defaut_fait_le_constat():
    seul = constat("cdd_long_trop_court", n=5, indicateur="", base=None)
    assert constat_qualite(Rapport(ARRETE, (), (seul,))) == "Des parcours étonnent : 5 sur 100"


def test_sans_defaut_le_constat_le_dit():
    alerte = constat("norme", gravite=Gravite.ALERTE)
    assert constat_qualite(Rapport(ARRETE, (), (alerte,))).replace("\u00a0", " ") == (
        "Aucune donnée à réparer dans l’arrêté du 31 décembre 2016, 1 point à suivre"
    )
    assert constat_qualite(Rapport(ARRETE, (), ()), "R1").startswith("R1 : aucune donnée")


def test_la_completude_nomme_les_champs_les_plus_vides():
    pleins = Completude("participants", "sexe", "Sexe", 10, 10)
    vide = Completude("finances", "prevu", "Prévu (€)", 0, 1)
    troue = Completude("participants", "niveau_formation", "Niveau", 9_999, 10_000)
    assert titre_completude((pleins,)) == "Tous les champs sont remplis (1 sur 1)"
    assert titre_completude((pleins, troue, vide)).replace("\u00a0", " ").replace(
        "\u202f", " "
    ) == ("2 champs ne sont pas remplis partout, sur 3 : prévu (€) 0 % et niveau < 100 %")
