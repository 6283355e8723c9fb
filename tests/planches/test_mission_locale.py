"""Contracts of missions locales: whose, direction, mid-year, progress, and the 85 entries."""

from datetime import date

import pandas as pd
import pytest

from plie_metrics.planches.mission_locale import PLANCHES, constat, contrats_offerts, intitule
from plie_metrics.planches.planche import PlancheIndisponible
from tests.planches.fabrique import regard

AN_2007 = ("2007-01-01", "2007-12-31")
MI_2008 = ("2008-01-01", "2008-06-30")
AN_2009 = ("2009-01-01", "2009-12-31")
DIJON, ROMANS = "Mission locale de Dijon", "Mission locale Drôme des Collines"


def ligne(code, nature, quand, valeur, **reste):
    return {
        "contrat": "Contrat",
        "mission_locale": ROMANS,
        "code": code,
        "parent": None,
        "intitule": f"Indicateur {code}",
        "unite": "nombre",
        "sens": "hausse",
        "nature": nature,
        "debut": pd.Timestamp(quand[0]),
        "fin": pd.Timestamp(quand[1]),
        "numerateur": None,
        "denominateur": None,
        "valeur": valeur,
        **reste,
    }


def vu(*lignes, **reste):
    look = regard(**reste)
    look.porte.detail().tables["ml_indicateurs"] = pd.DataFrame(lignes)
    return look


def rang(code, *lignes):
    """What the row of that indicator says, by heading."""
    dits = PLANCHES["mission_locale.indicateurs"](vu(*lignes)).tableau
    (trouve,) = [r for r in dits.textes() if r[0].endswith(f"Indicateur {code}")]
    mots = (mot.replace("\u00a0", " ").replace("\u202f", " ") for mot in trouve)
    return dict(zip((colonne.titre for colonne in dits.colonnes), mots, strict=True))


def test_le_contrat_du_territoire_d_abord_l_autre_le_dit():
    look = vu(
        ligne("A", "objectif", AN_2009, 10.0),
        ligne("A", "objectif", AN_2009, 10.0, mission_locale=DIJON),
    )
    assert [intitule(look, c) for c in contrats_offerts(look)] == [
        f"Contrat · {DIJON}",
        f"Contrat · {ROMANS} · autre territoire",
    ]


def test_le_chemin_fait_vers_l_objectif():
    fait = rang(
        "A",
        ligne("A", "realisation", AN_2007, 100.0),
        ligne("A", "realisation", AN_2009, 115.0),
        ligne("A", "objectif", AN_2009, 120.0),
    )
    assert fait["Progression"] == "75 % du chemin vers l’objectif"


def test_une_baisse_attendue_se_lit_a_l_envers():
    lignes = [
        ligne("A", "realisation", AN_2007, 100.0, sens="baisse"),
        ligne("A", "realisation", AN_2009, 80.0, sens="baisse"),
        ligne("A", "objectif", AN_2009, 90.0, sens="baisse"),
    ]
    fait = rang("A", *lignes)
    assert fait["Sens attendu"] == "↓ baisse"
    assert fait["Progression"] == "200 % du chemin vers l’objectif"
    assert constat(vu(*lignes)).endswith("le seul objectif mesuré est atteint")


def test_sans_realise_de_la_periode_aucun_taux():
    fait = rang("A", ligne("A", "realisation", AN_2007, 1.0), ligne("A", "objectif", AN_2009, 2.0))
    assert fait["Progression"] == "aucun réalisé de 2009"


def test_une_colonne_dont_le_contrat_ne_dit_rien_n_est_pas_montree():
    titres = rang("A", ligne("A", "objectif", AN_2009, 2.0))
    assert list(titres) == ["Indicateur", "Sens attendu", "Objectif", "Progression"]


def test_deux_unites_ne_se_comparent_pas():
    fait = rang(
        "A",
        ligne("A", "realisation", AN_2007, 2.0, unite="taux"),
        ligne("A", "objectif", AN_2009, 5.0),
    )
    assert fait["Progression"] == "l’objectif et le réalisé n’ont pas la même unité"


@pytest.mark.parametrize(
    ("unite", "annualise"),
    [("nombre", "(au 30/06/2008), 60 en un an"), ("taux", ")"), ("ratio", ")")],
)
def test_seul_un_effectif_de_mi_annee_s_annualise(unite, annualise):
    fait = rang(
        "A",
        ligne("A", "realisation", MI_2008, 30.0, unite=unite),
        ligne("A", "objectif", AN_2009, 50.0, unite=unite),
    )
    assert "(au 30/06/2008)" in fait["Mi-année, annualisée"]
    assert fait["Mi-année, annualisée"].endswith(annualise)


def test_un_dont_vient_sous_son_tout_meme_en_boucle():
    planche = PLANCHES["mission_locale.indicateurs"](
        vu(
            ligne("B", "objectif", AN_2009, 1.0, parent="A"),
            ligne("A", "objectif", AN_2009, 2.0),
            ligne("C", "objectif", AN_2009, 3.0, parent="D"),
            ligne("D", "objectif", AN_2009, 3.0, parent="C"),
        )
    )
    noms = [r[0] for r in planche.tableau.lignes]
    assert noms.index("Indicateur A") + 1 == noms.index("— Indicateur B")
    assert len(noms) == 4


ATTENDUES = ligne(
    "cooperation_plie.entrees",
    "objectif",
    ("2016-01-01", "2016-12-31"),
    4.0,
    mission_locale=DIJON,
)


def test_les_entrees_attendues_ne_se_comparent_qu_a_cette_structure_et_cette_annee():
    look = vu(
        ATTENDUES,
        participants=[{}, {}, {}],
        parcours=[
            {"participant_id": "P1", "structure": "Mission locale"},
            {"participant_id": "P2"},
            {
                "participant_id": "P3",
                "structure": "Mission locale",
                "date_entree": date(2015, 5, 1),
            },
        ],
    )
    planche = PLANCHES["mission_locale.entrees"](look)
    assert planche.tableau.lignes == (("Année 2016", 1.0, 4.0),)


def test_une_annee_absente_de_l_extrait_n_est_comparee_a_rien():
    promis = {**ATTENDUES, "debut": pd.Timestamp("2008-01-01"), "fin": pd.Timestamp("2008-12-31")}
    with pytest.raises(PlancheIndisponible, match="aucune entrée de cette période"):
        PLANCHES["mission_locale.entrees"](vu(promis, participants=[{}], parcours=[{}]))
