"""The planches of the Clauses on tiny extracts: plain figures, nobody twice, commitments shared."""

from datetime import date

import pandas as pd
import pytest

from plie_metrics.calcul.lot import Lot
from plie_metrics.calcul.mesure import Mesure
from plie_metrics.calcul.ventilation import Ventilation
from plie_metrics.filtres import Filtres
from plie_metrics.periodes import Periode, annee, trimestre
from plie_metrics.planches.absence import TablesAbsentes
from plie_metrics.planches.clauses import PLANCHES, chiffres_cles, constat
from plie_metrics.planches.planche import PlancheIndisponible
from plie_metrics.planches.regard import Regard
from plie_metrics.secret.detail import DetailRefuse
from tests.planches.fabrique import PorteEcrite, regard

JANVIER, MARS, JUILLET = date(2016, 1, 1), date(2016, 3, 1), date(2016, 7, 1)
AN, AUCUN = annee(2016), Filtres()


def vu(periode=AN, filtres=AUCUN, engagements=None, marches=True):
    """Two people of the PLIE and an unknown one; 1 607 hours in all, over three contracts."""
    fait = regard(
        periode,
        filtres,
        participants=[{"qpv": "QP021001"}, {"commune": "21166"}],
        parcours=[{"participant_id": "P1"}, {"participant_id": "P2", **SORTI}],
        clauses_contrats=[
            {"participant_id": "P1"},
            {"participant_id": "P2", "type_contrat": "CTTI", "secteur": "SERVICES"},
            {"participant_id": None, "type_contrat": "CTTI"},
        ],
        clauses_heures=[
            {"contrat_id": "C1", "mois": JANVIER, "heures": 1000.0},
            {"contrat_id": "C2", "mois": MARS, "heures": 500.0},
            {"contrat_id": "C3", "mois": JUILLET, "heures": 107.0},
        ],
        clauses_orientations=[{}, {"candidat_id": "K2", "validee": False, "qpv": "QP021001"}],
        clauses_sorties=[{}, {"participant_id": "P2", "type_sortie": "c_pro"}, {}],
    )
    tables = fait.porte.detail().tables
    if marches:
        contrats = tables["clauses_contrats"]
        contrats["operation"] = ["Tram", "Tram", None]
        contrats["maitre_ouvrage"] = ["Métropole", "Métropole", "Ville"]
    if engagements is not None:
        tables["clauses_engagements"] = pd.DataFrame(engagements)
    return fait


SORTI = {
    "date_entree": date(2014, 1, 1),
    "date_sortie": date(2015, 6, 30),
    "motif_sortie": "emploi_cdi",
}
TRAM = {
    "operation": "Tram",
    "lot": None,
    "maitre_ouvrage": "Métropole",
    "heures_engagees": 3660.0,
    "debut": pd.Timestamp(2016, 1, 1),
    "fin": pd.Timestamp(2016, 12, 31),
}


def lignes(cle, look):
    return PLANCHES[cle](look).tableau.lignes


def test_le_constat_dit_heures_etp_et_sa_base():
    assert constat(vu()) == (
        "1\u202f607\u00a0heures d’insertion, soit 1,0\u00a0équivalent temps plein "
        "(base : 1\u202f607 h par an) ; 33\u202f% des salariés habitent un QPV"
    )
    etp = next(c for c in chiffres_cles(vu()) if c.ident == "clauses_etp")
    assert etp.note == "1\u202f607 h ÷ 1\u202f607 h par an"


def test_sans_heure_le_constat_le_dit():
    assert constat(vu(annee(2015))) == (
        "Aucune heure d’insertion sur cette période avec ces filtres"
    )
    for cle in ("clauses.contrats", "clauses.maitres_ouvrage", "clauses.communs"):
        with pytest.raises(PlancheIndisponible, match="sur cette période avec ces filtres"):
            PLANCHES[cle](vu(annee(2015)))


def test_les_heures_par_contrat_de_la_plus_longue():
    assert lignes("clauses.contrats", vu()) == (
        ("CDD", 1000.0, 1000 / 1607, 1),
        ("CTTI", 607.0, 607 / 1607, 2),
        ("Ensemble", 1607.0, 1.0, 3),
    )


def test_les_heures_par_mois_et_leur_somme():
    par_mois = dict(lignes("clauses.mois", vu()))
    assert par_mois["Janvier 2016"] == 1000
    assert par_mois["Mars 2016"] == 500
    assert par_mois["Ensemble"] == 1607
    assert PLANCHES["clauses.mois"](vu()).titre == (
        "De 107 heures en juillet 2016 à 1\u202f000 en janvier 2016"
    )


def test_le_chemin_ne_prend_un_taux_que_de_l_etape_d_avant():
    planche = PLANCHES["clauses.chemin"](vu())
    assert [ligne[1] for ligne in planche.tableau.lignes] == [2, 1, 1, 3, 3]
    assert planche.titre == "2\u00a0orientations, 50\u202f% validées ; 3\u00a0salariés"


def test_la_part_des_qpv_a_chaque_etape():
    part = {ligne[0]: ligne[1:] for ligne in lignes("clauses.qpv", vu())}
    assert part["Orientations vers les clauses d’insertion"] == (1, 2, 0.5)
    assert part["Salariés des clauses d’insertion"] == (1, 3, 1 / 3)


def test_un_quartier_masque_cache_la_part():
    mesure = Mesure(30)
    cache = Ventilation(
        ("qpv",), True, {("QP021001",): Mesure(None, motif="masqué", masque="primaire")}
    )
    idents = [
        "clauses_orientations",
        "clauses_orientations_validees",
        "clauses_candidats_valides",
        "clauses_salaries",
        "clauses_sorties_positives",
    ]
    mesures = dict.fromkeys(idents, mesure)
    porte = PorteEcrite(
        {
            (): Lot(AN, Filtres(), mesures, {}, (), {}),
            ("qpv",): Lot(AN, Filtres(), mesures, {}, ("qpv",), dict.fromkeys(idents, cache)),
        }
    )
    base = vu()
    look = Regard(base.identite, porte, AN, Filtres(), base.territoire, base.publication)
    planche = PLANCHES["clauses.qpv"](look)
    assert planche.titre == "La part des QPV n’est pas montrée : des quartiers sont masqués"
    assert {str(ligne[3]) for ligne in planche.tableau.lignes} == {"masqué"}
    with pytest.raises(DetailRefuse):
        PLANCHES["clauses.communs"](look)


def test_par_maitre_d_ouvrage_et_par_operation():
    assert lignes("clauses.maitres_ouvrage", vu()) == (
        ("Métropole", 1500.0, 2),
        ("Ville", 107.0, 1),
        ("Ensemble", 1607.0, 3),
    )
    assert lignes("clauses.operations", vu())[1] == ("non précisé", 107.0, 1)


def test_sans_la_colonne_facultative_la_vue_dit_laquelle_manque():
    with pytest.raises(PlancheIndisponible, match="colonne facultative « operation »"):
        PLANCHES["clauses.operations"](vu(marches=False))


def test_l_engagement_est_reparti_sur_ses_jours():
    # 366 days in 2016, 91 in its first quarter: 3 660 × 91 / 366 = 910
    tram = lignes("clauses.operations", vu(trimestre(2016, 1), engagements=[TRAM]))[0]
    assert tram == ("Tram", 1500.0, 2, 910.0, 1500 / 910, "")
    an = lignes("clauses.operations", vu(engagements=[TRAM]))
    assert an[0][3] == 3660
    assert an[-1][:4] == ("Ensemble", 1607.0, 3, 3660.0)
    assert an[-1][4] == 1500 / 3660


def test_un_engagement_sans_fin_ne_demande_rien_a_la_periode():
    tram = lignes("clauses.operations", vu(engagements=[{**TRAM, "fin": pd.NaT}]))[0]
    assert tram == ("Tram", 1500.0, 2, None, None, "engagement sans date de fin")


def test_un_engagement_sans_heure_reste_visible():
    promis = {**TRAM, "operation": "Piscine", "maitre_ouvrage": "Ville"}
    noms = [ligne[0] for ligne in lignes("clauses.operations", vu(engagements=[promis]))]
    assert noms == ["Tram", "Piscine", "non précisé", "Ensemble"]


def test_sous_un_filtre_on_ne_compare_pas_a_l_engagement():
    dijon = Filtres(commune=("21231",))
    planche = PLANCHES["clauses.operations"](vu(filtres=dijon, engagements=[TRAM]))
    assert planche.tableau.lignes == (("Tram", 1000.0, 1), ("Ensemble", 1000.0, 1))


def test_personne_n_est_compte_deux_fois():
    planche = PLANCHES["clauses.communs"](vu())
    assert [ligne[1] for ligne in planche.tableau.lignes] == [1, 1, 1, 3]
    assert planche.titre == ("1 des 3\u00a0salariés des clauses est accompagné par le PLIE")
    assert "1 accompagnée + 3 salariés − 1 commun = 3 personnes" in planche.resume.replace(
        "\u00a0", " "
    )


@pytest.mark.parametrize(
    ("filtres", "attendu"),
    [(Filtres(), [2, 1]), (Filtres(commune=("21166",)), [1]), (Filtres(sexe=("H",)), None)],
)
def test_les_sorties_par_type_suivent_les_filtres(filtres, attendu):
    if attendu is None:
        with pytest.raises(PlancheIndisponible):
            PLANCHES["clauses.sorties"](vu(filtres=filtres))
        return
    *types, ensemble = lignes("clauses.sorties", vu(filtres=filtres))
    assert [effectif for _, effectif, _ in types] == attendu
    assert ensemble[1] == sum(attendu)


def test_une_table_absente_est_nommee_avec_le_remede():
    look = vu()
    del look.porte.detail().tables["clauses_orientations"]
    with pytest.raises(TablesAbsentes, match="« clauses_orientations »") as erreur:
        PLANCHES["clauses.prescripteurs"](look)
    assert "importez-le de nouveau" in str(erreur.value)


@pytest.mark.parametrize("cle", sorted(PLANCHES))
def test_chaque_planche_se_lit_sans_la_voir(cle):
    planche = PLANCHES[cle](vu(Periode(date(2016, 1, 1), date(2016, 12, 31))))
    assert planche.cle == cle
    assert planche.resume.startswith(planche.titre)
    assert planche.specification is not None
    assert planche.source.startswith("Arrêté du 31/12/2016")
