"""Moyens: euros by poste and financeur, cost of a person, and nothing said of what is unknown."""

import pandas as pd
import pytest

from plie_metrics.planches.absence import TablesAbsentes
from plie_metrics.planches.moyens import PLANCHES, constat, cout_moyen
from plie_metrics.planches.planche import PlancheIndisponible
from tests.planches.fabrique import regard

FSE = {"annee": 2016, "poste": "Référents", "financeur": "FSE", "prevu": 900.0, "realise": 600.0}
VILLE = {**FSE, "financeur": "Ville", "prevu": None, "realise": 200.0}
AIDES = {**FSE, "poste": "Aides", "prevu": 100.0, "realise": 200.0}


def vu(*lignes):
    look = regard(participants=[{}, {}], parcours=[{"participant_id": f"P{i}"} for i in (1, 2)])
    look.porte.detail().tables["finances"] = pd.DataFrame(lignes)
    return look


def test_le_total_et_le_nombre_de_postes():
    assert constat(vu(FSE, VILLE, AIDES)) == (
        "1\u202f000\u00a0€ dépensés en 2016, sur deux postes renseignés"
    )


def test_le_cout_moyen_divise_par_les_personnes_de_la_meme_annee():
    assert cout_moyen(vu(FSE, VILLE, AIDES))[0] == 500
    planche = PLANCHES["moyens.cout"](vu(FSE, VILLE, AIDES))
    assert [ligne[1] for ligne in planche.tableau.lignes] == [500.0, 705.0]


def test_par_poste_du_plus_depense():
    assert PLANCHES["moyens.postes"](vu(AIDES, FSE, VILLE)).tableau.lignes == (
        ("Référents", 900.0, 800.0, 800 / 900),
        ("Aides", 100.0, 200.0, 2.0),
        ("Ensemble", 1000.0, 1000.0, 1.0),
    )


def test_un_montant_inconnu_n_est_pas_zero():
    (ville, _) = PLANCHES["moyens.financeurs"](vu(VILLE)).tableau.lignes
    assert ville == ("Ville", None, 200.0, None)


def test_sans_financeur_la_vue_le_dit():
    with pytest.raises(PlancheIndisponible, match="ne dit pas qui a financé"):
        PLANCHES["moyens.financeurs"](vu({**FSE, "financeur": None}))


def test_sans_la_table_on_dit_comment_l_ajouter():
    with pytest.raises(TablesAbsentes, match="« finances »"):
        constat(regard())


def test_un_seul_poste_sans_prevision_ne_se_compare_a_rien():
    planche = PLANCHES["moyens.postes"](vu(VILLE))
    assert planche.titre == "Référents : 200\u00a0€, seul poste renseigné"
    assert planche.sous_titre == "Réalisé (barre), en euros · année 2016"
    assert "prévu (trait)" in PLANCHES["moyens.postes"](vu(AIDES)).sous_titre
