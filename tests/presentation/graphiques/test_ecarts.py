"""Rows where each start stands at the same place."""

import pytest

from plie_metrics.presentation.graphiques.ecarts import ecarts
from plie_metrics.presentation.graphiques.ecarts_lignes import Cellule, Colonne, LigneEcart

COLONNES = (Colonne("réalisé", "2007", 50, 30), Colonne("objectif", "2009", 50))


def ligne(nom="A", depart=200.0, repere=150.0, cible=220.0, mot="", **autres):
    cellules = (Cellule("200", "2/1"), Cellule("220"))
    return LigneEcart(nom, False, "↑", depart, repere, cible, cellules, mot=mot, **autres)


def couches(spec, marque):
    return [c for c in spec["layer"] if c["mark"]["type"] == marque]


def valeurs(couche, spec):
    donnees = couche["data"]
    return donnees.get("values") or spec["datasets"][donnees["name"]]


def positions(spec):
    return valeurs(couches(spec, "point")[0], spec)


def abscisses(spec):
    return [
        c["encoding"]["x"]["scale"]["domain"]
        for c in spec["layer"]
        if "scale" in c["encoding"].get("x", {})
    ]


def test_les_marques_sont_au_rapport_du_depart():
    (marque,) = positions(ecarts([ligne()], COLONNES, "2007"))
    assert (marque["depart"], marque["repere"], marque["cible"]) == (1, 0.75, pytest.approx(1.1))


def test_le_meme_changement_relatif_est_aussi_long_dans_toutes_les_lignes():
    grande, petite = positions(
        ecarts(
            [ligne(depart=1000.0, cible=1100.0), ligne(depart=10.0, cible=11.0)],
            COLONNES,
            "2007",
        )
    )
    assert grande["cible"] == pytest.approx(petite["cible"])


def test_une_echelle_commune_contient_toutes_les_marques():
    spec = ecarts([ligne(repere=60.0), ligne(cible=300.0)], COLONNES, "2007")
    domaines = abscisses(spec)
    assert all(domaine == domaines[0] for domaine in domaines)
    bas, haut = domaines[0]
    assert bas < 0.3
    assert haut > 1.5


def test_un_objectif_de_zero_reste_dans_l_echelle():
    bas, _ = abscisses(ecarts([ligne(cible=0.0)], COLONNES, "2007"))[0]
    assert bas < 0


def test_une_ligne_qui_ne_se_compare_pas_n_a_que_ses_mots():
    spec = ecarts([ligne(depart=None, mot="unité non imprimée"), ligne("B")], COLONNES, "2007")
    assert [m["nom"] for m in positions(spec)] == ["B"]
    mots = [
        v["mot"]
        for c in couches(spec, "text")
        for v in valeurs(c, spec)
        if v.get("mot") == "unité non imprimée"
    ]
    assert mots == ["unité non imprimée"]


@pytest.mark.parametrize("depart", [None, 0.0])
def test_sans_depart_aucune_position(depart):
    assert ligne(depart=depart).position(12.0) is None
    assert ligne(depart=200.0).position(None) is None


def test_le_depart_est_nomme_au_dessus_de_sa_ligne():
    spec = ecarts([ligne()], COLONNES, "2007")
    graduations = next(
        valeurs(c, spec) for c in couches(spec, "rule") if "mot" in valeurs(c, spec)[0]
    )
    assert {round(g["x"], 6): g["mot"] for g in graduations}[1] == "2007"
    assert "−20\u202f%" in [g["mot"] for g in graduations]


def test_chaque_colonne_ecrit_ses_valeurs_et_leur_calcul():
    spec = ecarts([ligne()], COLONNES, "2007")
    ecrits = [v for c in couches(spec, "text") for v in valeurs(c, spec) if "valeur" in v]
    assert {(v["valeur"], v["detail"]) for v in ecrits} == {("200", "2/1"), ("220", "")}
