"""The planches of Sorties on exits written by hand."""

import json
from dataclasses import replace
from datetime import date

import pytest

from plie_metrics.calcul.lot import Lot
from plie_metrics.calcul.mesure import Mesure
from plie_metrics.calcul.ventilation import Ventilation
from plie_metrics.filtres import Filtres
from plie_metrics.objectifs.completude import Completude
from plie_metrics.objectifs.delais import Delais
from plie_metrics.planches import sorties
from plie_metrics.planches.planche import PlancheIndisponible
from plie_metrics.planches.registre import PLANCHES, fabriquer
from plie_metrics.planches.sorties_mois import lire_mois
from plie_metrics.presentation.formats import FINE, MOINS
from tests.planches.fabrique import AN, AUCUN, PorteEcrite, regard

SORTIES = [
    ("emploi_cdi", "emploi", date(2016, 3, 1), "21231"),
    ("emploi_cdi", "emploi", date(2016, 3, 2), "21231"),
    ("formation_qualifiante", "formation", date(2016, 5, 1), "21166"),
    ("demande_participant", "emploi", date(2016, 5, 2), "21166"),
    ("sante", "inactif", date(2016, 6, 1), "21231"),
    ("suivi_impossible", None, date(2016, 12, 1), "21231"),
    ("emploi_cdi", "emploi", date(2015, 12, 31), "21231"),
]


def vu(lignes=SORTIES, **options):
    parcours = [
        {
            "participant_id": f"P{rang}",
            "date_entree": date(2015, 1, 1),
            "date_sortie": jour,
            "motif_sortie": motif,
        }
        for rang, (motif, _, jour, _) in enumerate(lignes, 1)
    ]
    gens = [
        {"participant_id": f"P{rang}", "commune": commune}
        for rang, (*_, commune) in enumerate(lignes, 1)
    ]
    lu = regard(participants=gens, parcours=parcours, **options)
    table = lu.porte.detail().tables["parcours"]
    table["situation_sortie"] = [situation for _, situation, _, _ in lignes]
    return lu


def textes(cle, lu):
    return fabriquer(cle, lu).tableau.textes()


def test_le_constat_donne_les_deux_taux():
    assert sorties.constat(vu()) == (
        f"50{FINE}% des sorties sont positives (3 sur 6), 60{FINE}% hors sorties neutres"
    )
    assert sorties.constat(vu(lignes=[])) == ("Aucune sortie dans cette période avec ces filtres")


def test_les_deux_taux_disent_ce_qui_les_separe():
    planche = fabriquer("sorties.taux", vu())
    assert planche.titre.startswith(f"50{FINE}% ou 60{FINE}% : 1")
    assert planche.tableau.textes() == [
        ["Taux brut", f"50{FINE}%", "3", "6"],
        ["Taux net", f"60{FINE}%", "3", "5"],
    ]


def test_les_sorties_positives_par_type_s_additionnent():
    assert textes("sorties.positives", vu()) == [
        ["Emploi en CDI", "positive", "2", f"67{FINE}%"],
        ["Formation qualifiante", "positive", "1", f"33{FINE}%"],
        ["Ensemble", "", "3", f"100{FINE}%"],
    ]


def test_chaque_motif_dit_sa_nature():
    lignes = textes("sorties.motifs", vu())
    assert {ligne[0]: ligne[1] for ligne in lignes[:-1]} == {
        "Emploi en CDI": "positive",
        "Formation qualifiante": "positive",
        "À la demande du participant": "autre",
        "Santé": "neutre",
        "Suivi impossible": "autre",
    }
    assert sum(int(ligne[2]) for ligne in lignes[:-1]) == int(lignes[-1][2]) == 6


def test_le_taux_par_commune_garde_ses_deux_termes():
    assert textes("sorties.par", vu()) == [
        ["Dijon", f"50{FINE}%", "2", "4"],
        ["Chenôve", f"50{FINE}%", "1", "2"],
        ["Ensemble", f"50{FINE}%", "3", "6"],
    ]


def test_les_mois_s_additionnent_et_disent_que_la_saisie_n_est_pas_datee():
    planche = fabriquer("sorties.mois", vu())
    assert sum(ligne[1] for ligne in planche.tableau.lignes) == 6
    assert "comptés comme s’ils étaient complets" in planche.source


def test_un_mois_provisoire_annonce_ce_qu_il_sera():
    """A month of which half is entered will hold twice as many exits."""
    connues = Completude(date(2016, 12, 31), (Delais((0.0,) * 31 + (0.5,) * 31 + (1.0,), 99),))
    lus = {m.mois.du.month: m for m in lire_mois(vu(), connues)}
    assert (lus[5].provisoire, lus[5].part, lus[5].attendu) == (False, 1.0, None)
    assert (lus[12].provisoire, lus[12].sorties, lus[12].part) == (True, 1, 0.0)
    assert lus[11].attendu == 0
    table = [fabriquer("sorties.mois", vu())]
    assert "complet" in table[0].tableau.textes()[0]


def test_le_croisement_donne_chaque_regle_et_ses_bornes():
    lignes = {ligne[0]: ligne[1:4] for ligne in textes("sorties.croisement", vu())}
    assert lignes["PLIE, positive"] == ["3", "0", "6"]
    assert lignes["PLIE, positive (taux net)"] == ["3", "0", "5"]
    assert lignes["FSE+ EECR04, en emploi"] == ["3", "1", "6"]
    assert lignes["FSE+ EECR03, qualification obtenue"] == ["0", "6", "6"]
    assert lignes["IAE, sortie dynamique"] == ["4", "1", "5"]
    assert "Règlement (UE) 2021/1057" in str(fabriquer("sorties.croisement", vu()).tableau.lignes)


def test_les_ecarts_menent_d_un_compte_a_l_autre_a_l_unite():
    lignes = textes("sorties.ecarts_fse", vu())
    assert [ligne[4] for ligne in lignes] == ["+1", f"{MOINS}1", "0", "0"]
    assert lignes[-1][0] == "Ensemble"


@pytest.mark.parametrize("cle", [cle for cle in PLANCHES if cle.startswith("sorties.")])
def test_chaque_planche_se_suffit_et_sans_sortie_s_explique(cle):
    planche = fabriquer(cle, vu())
    assert planche.cle == cle
    json.dumps(planche.specification)
    with pytest.raises(PlancheIndisponible, match=r"filtres : élargissez"):
        fabriquer(cle, vu(filtres=Filtres(sexe=("H",))))


def test_un_taux_masque_n_est_ni_un_zero_ni_un_point():
    cache = Mesure(None, masque="primaire", motif="masqué : moins de 5")
    taux = {("21231",): Mesure(0.5, 20, 40), ("21166",): cache}
    ident = "taux_sorties_positives_brut"
    lots = {
        ("commune",): Lot(
            AN, AUCUN, {}, {}, ("commune",), {ident: Ventilation(("commune",), True, taux)}
        ),
        (): Lot(AN, AUCUN, {ident: Mesure(0.45, 22, 49)}, {}, (), {}),
    }
    planche = fabriquer("sorties.par", replace(vu(), porte=PorteEcrite(lots), _memoire={}))
    assert planche.tableau.textes()[1] == ["Chenôve", "masqué : moins de 5", "masqué", "masqué"]
    points = _valeurs(planche.specification)
    masquee = next(p for p in points if p["nom"] == "Chenôve")
    assert masquee["valeur"] is None
    assert masquee["mot"].startswith("▨")


def _valeurs(specification):
    for couche in specification["layer"]:
        valeurs = couche.get("data", {}).get("values", [])
        if valeurs and "nom" in valeurs[0]:
            return valeurs
    raise AssertionError("aucune donnée")
