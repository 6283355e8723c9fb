"""The Synthèse in words: its finding, its cards, its key figures, what to retain and to watch."""

from datetime import date

import pytest

from plie_metrics.filtres import Filtres
from plie_metrics.periodes import annee, annee_a_date
from plie_metrics.planches import synthese
from plie_metrics.planches.alertes import alertes
from plie_metrics.planches.avancement import objectifs_en_cours, probabilite_dite, verdict
from plie_metrics.planches.cles import chiffre_cle, chiffres_cles
from plie_metrics.planches.planche import PlancheIndisponible
from plie_metrics.planches.reference import reference_publiee
from plie_metrics.planches.retenir import a_retenir
from plie_metrics.presentation import palette
from tests.planches.fabrique import regard

FINE, INSECABLE = "\u202f", "\u00a0"
SIX = [{"participant_id": f"P{i}"} for i in range(1, 7)]


def vu(cible, entrees=6, **reste):
    lignes = [{"participant_id": f"P{i}", "prescripteur": "spip"} for i in range(1, entrees + 1)]
    objectif = {"indicateur": "entrees", "cible": float(cible)}
    return regard(participants=SIX, parcours=lignes, objectifs=[objectif], **reste)


@pytest.mark.parametrize(
    ("cible", "mots"),
    [
        (8, f"2{INSECABLE}entrées manquent · 75,0{FINE}%"),
        (6, f"objectif atteint · 100,0{FINE}%"),
        (5, f"objectif dépassé de 1 · 120,0{FINE}%"),
    ],
)
def test_le_verdict_d_un_objectif(cible, mots):
    assert verdict(objectifs_en_cours(vu(cible))[0]) == mots


def test_un_seul_objectif_se_dit_au_singulier():
    assert synthese.constat(vu(8)) == f"L’objectif est manqué, de 25{FINE}%"
    assert synthese.constat(vu(6)) == "L’objectif est atteint"


def test_sous_un_filtre_sans_objectif_la_planche_dit_que_faire():
    ici = vu(8, filtres=Filtres(commune=("21231",)))
    assert objectifs_en_cours(ici) == ()
    assert synthese.constat(ici) == "6\u00a0personnes accompagnées, sans objectif pour ces filtres"
    with pytest.raises(PlancheIndisponible, match="ensemble du PLIE"):
        synthese.objectifs(ici)


def test_la_probabilite_ne_se_dit_jamais_certaine():
    assert [probabilite_dite(p) for p in (None, 0.0, 0.16, 1.0)] == [
        "",
        f"moins de 1{FINE}%",
        f"16{FINE}%",
        f"plus de 99{FINE}%",
    ]


def test_une_cle_dit_son_evolution_et_si_c_est_mieux():
    """On the same length of time: an earlier extract of the same year, then a shorter one."""
    meme = vu(8, entrees=4)
    cle = chiffre_cle(vu(8, avant=meme, comparaison="depuis l’édition 1"), "entrees")
    assert (cle.valeur, cle.evolution, cle.tendance) == ("6", "+2 depuis l’édition 1", "mieux")


def test_douze_mois_ne_sont_pas_mieux_que_neuf():
    septembre = annee_a_date(date(2016, 9, 30))
    avant = vu(8, entrees=4, arrete=date(2016, 9, 30), periode=septembre)
    cle = chiffre_cle(vu(8, avant=avant, comparaison="depuis le 30/09/2016"), "entrees")
    assert (cle.evolution, cle.tendance) == ("+2 depuis le 30/09/2016", "")


def test_une_cle_sans_comparaison_n_a_pas_d_evolution():
    cle = chiffre_cle(vu(8), "personnes_accompagnees")
    assert (cle.evolution, cle.tendance) == ("", "")


def test_les_chiffres_cles_se_montrent_au_comite_a_cote_de_ce_qu_ils_etaient():
    septembre = annee_a_date(date(2016, 9, 30))
    avant = vu(8, entrees=4, arrete=date(2016, 9, 30), periode=septembre)
    planche = chiffres_cles(vu(8, avant=avant, comparaison="depuis le 30/09/2016"))
    assert planche.titre == f"6{INSECABLE}personnes accompagnées, +2 depuis le 30/09/2016"
    assert "évolutions depuis le 30/09/2016" in planche.tableau.legende
    maintenant, alors, evolution = planche.tableau.textes()
    assert maintenant[:2] == ["Au 31/12/2016, année 2016", "6"]
    assert alors[:2] == ["Au 30/09/2016, du 01/01/2016 au 30/09/2016", "4"]
    assert evolution[:4] == ["Évolution", "+2", "sans changement", "n. d."]  # no exit, no rate


def test_les_chiffres_cles_sans_comparaison_tiennent_en_une_ligne():
    planche = chiffres_cles(vu(8, entrees=1))
    assert planche.titre == f"1{INSECABLE}personne accompagnée"
    assert len(planche.tableau.lignes) == 1


def test_a_retenir_commence_par_l_objectif_le_plus_loin():
    phrase = a_retenir(vu(8))[0]
    assert phrase.essentiel == f"Il manque 2{INSECABLE}entrées."


def test_ce_qui_est_en_retard_est_a_surveiller_avec_sa_page():
    premiere = alertes(vu(8))[0]
    assert premiere.texte == "Objectif manqué : entrées, 6 sur 8"
    assert premiere.adresse == "objectifs?objectif=Entrées"


def test_les_sorties_positives_se_distinguent_dans_la_planche():
    juin = {"date_sortie": date(2016, 6, 1)}
    lignes = [
        {"participant_id": "P1", **juin, "motif_sortie": "emploi_cdi"},
        {"participant_id": "P2", **juin, "motif_sortie": "autre"},
    ]
    planche = synthese.sorties_par_motif(regard(participants=SIX[:2], parcours=lignes))
    assert planche.titre == f"50{FINE}% des sorties sont positives : 1 sur 2"
    couleurs = {d["nom"]: d["couleur"] for d in planche.specification["data"]["values"]}
    assert couleurs == {"Emploi en CDI": palette.REALISE, "Autre": palette.REPERE}


def test_les_objectifs_se_lisent_dans_l_ordre_du_protocole():
    objectifs = [
        {"indicateur": "sorties_positives", "cible": 3.0},
        {"indicateur": "file_active", "cible": 3.0},
        {"indicateur": "entrees", "cible": 3.0},
    ]
    ici = regard(participants=SIX, parcours=[{"participant_id": "P1"}], objectifs=objectifs)
    noms = [e.indicateur.id for e in objectifs_en_cours(ici)]
    assert noms == ["entrees", "file_active", "sorties_positives"]


def test_le_rapport_est_cite_pour_son_annee_et_sans_filtre_seulement():
    sorties = ("sorties", "sorties_positives")
    assert reference_publiee(regard(), sorties) == (
        "Publié par le rapport d’activité 2016 : sorties du PLIE, 729 ; "
        "sorties positives, 311 ou 314."
    )
    (duree,) = reference_publiee(regard(), ["duree_moyenne_parcours"]).rsplit(", ", 1)[1:]
    assert duree.replace(INSECABLE, " ") == "17 mois."
    assert reference_publiee(regard(annee(2015)), sorties) == ""
    assert reference_publiee(regard(filtres=Filtres(sexe=("F",))), sorties) == ""
