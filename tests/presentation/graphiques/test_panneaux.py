"""Panels: each measure from its own zero, its longest bar inside its panel."""

import pytest

from plie_metrics.presentation.graphiques.panneaux import Panneau, panneaux

MESURES = [
    Panneau("Heures", (400, 100), ("400", "100")),
    Panneau("Salariés", (2, 4), ("2", "4")),
]


def lues(mesures, noms=("CTTI", "CDD")):
    specification = panneaux(noms, mesures)
    return (specification.get("data") or specification["layer"][0]["data"])["values"]


def test_chaque_panneau_part_de_son_zero():
    assert [(b["mesure"], b["depart"]) for b in lues(MESURES)] == [
        ("Heures", 0),
        ("Heures", 0),
        ("Salariés", 1),
        ("Salariés", 1),
    ]


def test_les_longueurs_sont_proportionnelles_dans_un_panneau():
    longueurs = [b["fin"] - b["depart"] for b in lues(MESURES)]
    assert round(longueurs[0] / longueurs[1], 9) == 4
    assert round(longueurs[3] / longueurs[2], 9) == 2


def test_une_valeur_inconnue_n_a_pas_de_barre_mais_se_lit():
    (_, inconnue) = lues([Panneau("Heures", (5, None), ("5", "n. d."))])
    assert inconnue["depart"] == inconnue["fin"]
    assert inconnue["etiquette"] == "n. d."


def test_les_panneaux_sont_nommes_sur_l_axe():
    specification = panneaux(("CTTI", "CDD"), MESURES)
    axe = specification["layer"][0]["encoding"]["x"]["axis"]
    assert axe["labelExpr"] == '["Heures", "Salariés"][datum.value]'
    assert axe["values"] == [0, 1]


@pytest.mark.parametrize("valeurs", [(0,), (0, 0, 0), (1e-9, 1e6), (7, 7)])
def test_aucune_barre_ne_deborde_de_son_panneau(valeurs):
    mesure = Panneau("x", tuple(valeurs), tuple(map(str, valeurs)))
    noms = [f"ligne {rang}" for rang in range(len(valeurs))]
    for barre in lues([mesure, mesure], noms):
        assert barre["depart"] <= barre["fin"] < barre["depart"] + 1
