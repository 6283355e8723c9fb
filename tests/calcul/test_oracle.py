"""Every indicator, filter and breakdown against the naive loops of `oracle`, and the laws."""

from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from plie_metrics.calcul.bases import construire
from plie_metrics.calcul.calcul import calculer
from plie_metrics.calcul.ventilation import ventilables, ventiler
from plie_metrics.calcul.vue import Vue
from plie_metrics.catalogue import charger
from plie_metrics.filtres import Filtres
from plie_metrics.periodes import Periode, cle_mois, mois_de
from tests.calcul.extraits import tables
from tests.calcul.oracle import Oracle
from tests.calcul.tirages import VALEURS, extraits, filtres, periodes

essais = settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True
)
COUPLES = sorted(
    {
        tuple(sorted((a, b)))
        for indicateur in charger().values()
        for a in indicateur.ventilations
        for b in indicateur.ventilations
    }
)


@essais
@given(extraits(), filtres(), periodes())
def test_every_total_is_that_of_the_loops(extrait, gardes, bornes):
    vue = Vue(construire(tables(extrait)), Filtres(**gardes))
    oracle = Oracle(extrait, gardes, *bornes)
    for nom, mesure in calculer(vue, Periode(*bornes)).items():
        assert mesure.valeur == pytest.approx(oracle.total(nom)), nom


@settings(essais, max_examples=6)
@given(extraits(), filtres(), periodes(), st.sampled_from(COUPLES))
def test_every_breakdown_is_that_of_the_loops(extrait, gardes, bornes, couple):
    dims = tuple(dict.fromkeys(couple))
    vue = Vue(construire(tables(extrait)), Filtres(**gardes))
    resultats = ventiler(vue, Periode(*bornes), ventilables(dims), dims)
    for nom, ventilation in resultats.items():
        calculees = {c: m.valeur for c, m in ventilation.cellules.items() if m.valeur}
        attendues = attendre(extrait, gardes, bornes, nom, dims)
        assert calculees == pytest.approx(attendues), nom


def attendre(extrait, gardes, bornes, nom, dims):
    """The non-zero cells by the loops; a month is the indicator over that month."""
    oracle = Oracle(extrait, gardes, *bornes)
    if oracle.impossible(nom):
        return {}
    if "mois" not in dims:
        return {cle: v for cle, v in oracle.ventilation(nom, dims).items() if v}
    rang = dims.index("mois")
    cellules = {}
    for mois in mois_de(Periode(*bornes)):
        du_mois = Oracle(extrait, gardes, mois.du, mois.au)
        du_mois.impossible = lambda _: False
        autres = dims[:rang] + dims[rang + 1 :]
        for cle, valeur in du_mois.ventilation(nom, autres).items():
            if valeur:
                cellules[(*cle[:rang], cle_mois(mois.au), *cle[rang:])] = valeur
    return cellules


@essais
@given(extraits(), filtres(), periodes(), st.sampled_from(sorted(VALEURS)), st.data())
def test_a_filter_never_increases_a_count(extrait, gardes, bornes, nom, tirage):
    valeur = tirage.draw(st.sampled_from(gardes.get(nom) or VALEURS[nom]))
    bases, periode = construire(tables(extrait)), Periode(*bornes)
    avant = calculer(Vue(bases, Filtres(**gardes)), periode)
    apres = calculer(Vue(bases, Filtres(**{**gardes, nom: (valeur,)})), periode)
    for identifiant, indicateur in charger().items():
        if indicateur.nature in ("flux", "stock") and apres[identifiant].valeur is not None:
            assert avant[identifiant].valeur is not None
            assert apres[identifiant].valeur <= avant[identifiant].valeur, identifiant


@settings(essais, max_examples=6)
@given(extraits(), filtres(), periodes(), st.sampled_from(COUPLES))
def test_additive_modalities_add_up_to_the_total(extrait, gardes, bornes, couple):
    dims = tuple(dict.fromkeys(couple))
    vue, periode = Vue(construire(tables(extrait)), Filtres(**gardes)), Periode(*bornes)
    ids = ventilables(dims)
    totaux = calculer(vue, periode, ids)
    for nom, ventilation in ventiler(vue, periode, ids, dims).items():
        total = totaux[nom]
        if not ventilation.additif or total.valeur is None:
            continue
        cellules = ventilation.cellules.values()
        if charger()[nom].nature == "flux":
            assert sum(m.valeur for m in cellules) == pytest.approx(total.valeur), nom
        elif total.denominateur:
            assert sum(m.numerateur for m in cellules) == pytest.approx(total.numerateur), nom
            assert sum(m.denominateur for m in cellules) == total.denominateur, nom


@essais
@given(extraits(), filtres(), periodes())
def test_distinct_people_never_exceed_the_sum_of_the_modalities(extrait, gardes, bornes):
    vue, periode = Vue(construire(tables(extrait)), Filtres(**gardes)), Periode(*bornes)
    ids = ("personnes_accompagnees", "file_active")
    totaux = calculer(vue, periode, ids)
    for nom, ventilation in ventiler(vue, periode, ids, ("referent",)).items():
        assert totaux[nom].valeur <= sum(m.valeur for m in ventilation.cellules.values())


@essais
@given(extraits(), st.dates(date(2014, 1, 1), date(2017, 6, 1)), st.integers(0, 400))
def test_open_parcours_are_those_of_before_plus_entries_minus_exits(extrait, du, duree):
    """Counted on extracts where each parcours is another person: people are then parcours."""
    seuls = {**extrait, "participants": [], "etapes": [], "entretiens": []}
    modele = extrait["participants"][0]
    for parcours in seuls["parcours"]:
        parcours["participant_id"] = f"seul {parcours['parcours_id']}"
        seuls["participants"].append({**modele, "participant_id": parcours["participant_id"]})
    for table in ("clauses_contrats", "clauses_orientations", "clauses_sorties"):
        seuls[table] = []
    seuls["clauses_heures"] = []
    vue = Vue(construire(tables(seuls)))
    avant = Periode(du - timedelta(days=1), du - timedelta(days=1))
    pendant = Periode(du, du + timedelta(days=duree))
    flux = calculer(vue, pendant, ("entrees", "sorties", "file_active"))
    depart = calculer(vue, avant, ("file_active",))["file_active"].valeur
    assert flux["file_active"].valeur == depart + flux["entrees"].valeur - flux["sorties"].valeur
