"""Bars under their words: from zero, on the scale asked for, nothing said by colour alone."""

import json

import pytest

from plie_metrics.presentation.graphiques.barres_titrees import (
    LigneTitree,
    Repere,
    Segment,
    barres_titrees,
    en_une_phrase,
)

ENTONNOIR = [
    LigneTitree("93 prescriptions", "62 % de l'objectif", (Segment(93, "93"),), objectif=150),
    LigneTitree("65 diagnostics", "70 % des 93", (Segment(65, "65"),)),
]


def donnees(specification):
    """Every row of every layer."""
    jeux = specification.get("datasets", {})
    lignes = []
    for couche in specification["layer"]:
        source = couche["data"]
        lignes += source["values"] if "values" in source else jeux[source["name"]]
    return lignes


def segments(specification):
    return [ligne for ligne in donnees(specification) if "mot" in ligne and "fin" in ligne]


def echelles(specification, canal):
    codages = [couche["encoding"].get(canal, {}) for couche in specification["layer"]]
    return {tuple(c["scale"]["domain"]) for c in codages if "scale" in c}


def test_chaque_barre_part_de_zero_et_a_la_longueur_demandee():
    lus = segments(barres_titrees(ENTONNOIR, borne=150))
    assert [(s["depart"], s["fin"]) for s in lus] == [(0, 93), (0, 65)]


def test_l_echelle_est_celle_demandee_pour_comparer_plusieurs_graphiques():
    assert echelles(barres_titrees(ENTONNOIR, borne=150), "x") == {(0, 150)}


def test_les_segments_d_une_barre_se_suivent():
    ligne = LigneTitree("x", "", (Segment(0.3, "QPV"), Segment(0.1, "veille", contour=True)))
    lus = segments(barres_titrees([ligne], borne=1))
    assert [(s["depart"], s["fin"]) for s in lus] == [(0, 0.3), (0.3, pytest.approx(0.4))]


def test_l_incertain_est_un_contour_vide():
    ligne = LigneTitree("x", "", (Segment(1, "sûr"), Segment(1, "incertain", contour=True)))
    sur, incertain = segments(barres_titrees([ligne], borne=2))
    assert sur["plein"] == sur["trait"] == incertain["trait"]
    assert incertain["plein"] == "#FFFFFF"


def test_l_objectif_et_le_repere_sont_places_a_leur_valeur():
    lues = donnees(barres_titrees(ENTONNOIR, borne=150, repere=Repere(12, "de la population")))
    assert [ligne["objectif"] for ligne in lues if "objectif" in ligne] == [150]
    assert {ligne["repere"] for ligne in lues if "repere" in ligne} == {12}
    assert any("de la population" in str(ligne.get("mot")) for ligne in lues)


def test_les_mots_sont_en_francais_imprime():
    texte = json.dumps(barres_titrees(ENTONNOIR, borne=150), ensure_ascii=False)
    assert "62\u202f% de l’objectif" in texte
    assert '"decimal": ","' in texte


def test_la_phrase_dit_tout_dans_l_ordre():
    assert en_une_phrase(ENTONNOIR) == (
        "93 prescriptions, 62 % de l'objectif ; 65 diagnostics, 70 % des 93"
    )
    assert en_une_phrase([LigneTitree("164 orientations", "", ())]) == "164 orientations"
