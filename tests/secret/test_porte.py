"""The gate on a tiny extract: who sees what."""

from datetime import date

import pytest

from plie_metrics.filtres import Filtres
from plie_metrics.periodes import annee
from plie_metrics.secret.audit import auditer
from plie_metrics.secret.detail import Detail
from plie_metrics.secret.grandeurs import cle
from plie_metrics.secret.porte import PorteExacte, PorteReferent
from plie_metrics.secret.porte_protegee import PorteProtegee
from plie_metrics.secret.probleme import poser, regles_de
from plie_metrics.secret.profils import PROFILS, ProfilInconnu, profil
from plie_metrics.secret.requetes import RequeteRefusee
from plie_metrics.secret.resolution import resoudre
from tests.calcul.extraits import extrait
from tests.secret.exemples import JOUR, liste, source

AN = annee(2016)
SANS_CAS = Detail({}, None)
COMMUNES = ("21231", "21355", "21166")


def personnes():
    """40 people: 3 women in Longvic, nobody from the SPIP but 2; half have left."""
    return [
        {
            "sexe": "F" if rang % 4 == 0 and rang != 4 else "H",
            "commune": COMMUNES[rang % 3],
        }
        for rang in range(40)
    ]


def parcours():
    return [
        {
            "participant_id": f"P{rang + 1}",
            "referent_id": "R1" if rang < 30 else "R2",
            "prescripteur": "spip" if rang in (1, 2) else "pole_emploi",
            "date_entree": date(2016, 1 + rang % 12, 3),
            "date_sortie": date(2016, 12, 20) if rang % 2 else None,
            "motif_sortie": ("emploi_cdi" if rang % 3 else "autre") if rang % 2 else None,
        }
        for rang in range(40)
    ]


@pytest.fixture(scope="module")
def solution():
    depart = source(extrait(participants=personnes(), parcours=parcours()))
    return depart, resoudre(depart, liste(), "financeur")


@pytest.fixture(scope="module")
def porte(solution):
    return PorteProtegee(PROFILS["financeur"], liste(), solution[1].protegees, ())


def test_l_audit_de_ce_petit_arrete_est_sur(solution):
    depart, resolue = solution
    audit = auditer(
        poser(depart, liste(), "financeur"), resolue.protegees, regles_de(liste(), "financeur")
    )
    assert audit.sur
    assert audit.masquees > 10


def test_le_total_est_montre_et_le_petit_effectif_masque(porte):
    assert porte.lire(AN, identifiants=["entrees"]).mesures["entrees"].valeur == 40
    communes = porte.lire(AN, Filtres(sexe=("F",)), ("commune",)).ventilation["entrees"].cellules
    assert {m.masque for m in communes.values()} == {"primaire"}
    assert {m.motif for m in communes.values()} == {"masqué : moins de 5"}


def test_le_filtre_et_la_ventilation_inverses_disent_la_meme_chose(porte):
    par_commune = porte.lire(AN, Filtres(sexe=("H",)), ("commune",)).ventilation["entrees"]
    par_sexe = porte.lire(AN, Filtres(commune=("21231",)), ("sexe",)).ventilation["entrees"]
    assert par_commune.cellules["21231",] == par_sexe.cellules["H",]


def test_le_spip_se_fond_dans_autres_sauf_pour_les_entrees(porte):
    lot = porte.lire(AN, dimensions=("prescripteur",))
    assert ("spip",) in lot.ventilation["entrees"].cellules
    assert ("spip",) not in lot.ventilation["sorties"].cellules
    assert ("autres",) in lot.ventilation["sorties"].cellules


def test_un_mois_sans_personne_est_montre_a_zero(porte):
    mois = porte.lire(AN, dimensions=("mois",)).ventilation["sorties"].cellules
    assert mois["2016-03",].valeur == 0
    assert mois["2016-03",].masque is None


def test_un_taux_masque_ne_laisse_rien_de_ses_termes(porte):
    mesures = porte.lire(AN, Filtres(sexe=("F",))).mesures
    taux = mesures["taux_sorties_positives_brut"]
    if taux.masque is not None:
        assert (taux.valeur, taux.numerateur, taux.denominateur) == (None, None, None)
    assert mesures["clauses_heures"].motif == (
        "Ce chiffre n’est pas proposé à ce profil avec ce filtre."
    )


def test_un_indicateur_nomme_hors_de_la_liste_est_refuse(porte):
    with pytest.raises(RequeteRefusee, match="n’est pas proposé sous le filtre commune"):
        porte.lire(AN, Filtres(commune=("21231",)), identifiants=["clauses_heures"])


def test_une_commune_inconnue_vaut_zero_et_n_est_pas_refusee(porte):
    """A refusal would say who is in the data."""
    mesure = porte.lire(AN, Filtres(commune=("21999",))).mesures["entrees"]
    assert (mesure.valeur, mesure.masque) == (0, None)


def test_le_referent_voit_le_sien_et_lui_seul(solution, porte):
    depart, _ = solution
    sienne = PorteReferent(PROFILS["referent"], JOUR, "R1", depart.donnees, SANS_CAS, porte)
    assert sienne.lire(AN, Filtres(referent=("R1",))).mesures["entrees"].valeur == 30
    assert sienne.seuil_pour(Filtres(referent=("R1",))) is None
    assert sienne.seuil_pour(Filtres()) == 5
    with pytest.raises(RequeteRefusee, match="que son propre portefeuille"):
        sienne.lire(AN, Filtres(referent=("R2",)))
    with pytest.raises(RequeteRefusee, match="La ventilation « referent »"):
        sienne.lire(AN, dimensions=("referent",))


def test_l_equipe_voit_chaque_referent(solution):
    depart, _ = solution
    exacte = PorteExacte(PROFILS["equipe"], JOUR, depart.donnees, SANS_CAS)
    cellules = exacte.lire(AN, dimensions=("referent",)).ventilation["entrees"].cellules
    assert {c: m.valeur for c, m in cellules.items()} == {("R1",): 30, ("R2",): 10}
    assert exacte.seuil_pour(Filtres()) is None


def test_un_profil_inconnu_se_dit():
    with pytest.raises(ProfilInconnu, match="« visiteur » n’existe pas"):
        profil("visiteur")


def test_d_un_arrete_a_l_autre_une_petite_revision_est_masquee(solution):
    _, premiere = solution
    revus = [
        *parcours(),
        {**parcours()[0], "participant_id": "P1", "date_entree": date(2016, 6, 9)},
    ]
    seconde = resoudre(
        source(extrait(participants=personnes(), parcours=revus)),
        liste(),
        "financeur",
        [premiere.memoire],
    )
    assert seconde.protegees.masques[cle("entrees", AN)] == "secondaire"
    assert premiere.protegees.valeurs[cle("sorties", AN)] == 20
    assert seconde.protegees.valeurs[cle("sorties", AN)] == 20
