"""A chart is drawn once for its shape: other data are poured into it, and leave it as it was."""

import copy
import json

import altair as alt
import pytest
from streamlit.testing.v1 import AppTest

from plie_metrics.exports.images import en_svg
from plie_metrics.presentation.graphiques import chauffe, modele
from plie_metrics.presentation.graphiques.modele import jeu, trou, trou_texte
from plie_metrics.presentation.graphiques.survie import Marche, Repere, survie
from tests.presentation.graphiques.exemples import EXEMPLES


@pytest.fixture(scope="module", autouse=True)
def chaud():
    chauffe.chauffer()


def dessiner():
    x = alt.X("x:Q", title=trou_texte("quoi"), scale=alt.Scale(domain=[0, trou("borne")]))
    return modele.modele(alt.Chart(jeu("lignes")).mark_bar().encode(x=x))


def test_ce_qui_depend_des_donnees_est_verse_apres():
    lignes = [{"x": 3}]
    rempli = dessiner().remplir(lignes=lignes, borne=9, quoi="mois", hauteur=40)
    assert rempli["data"] == {"values": lignes}
    assert rempli["encoding"]["x"]["title"] == "mois"
    assert rempli["encoding"]["x"]["scale"]["domain"] == [0, 9]
    assert rempli["height"] == 40


def test_deux_remplissages_ne_se_melangent_pas():
    dessin = dessiner()
    avant = copy.deepcopy(dessin)
    premier = dessin.remplir(lignes=[{"x": 3}], borne=9, quoi="mois", hauteur=40)
    dessin.remplir(lignes=[], borne=1, quoi="jours", hauteur=20)
    assert premier["encoding"]["x"]["title"] == "mois"
    assert premier["height"] == 40
    assert dessin == avant


def test_un_trou_oublie_se_voit():
    with pytest.raises(KeyError, match="borne"):
        dessiner().remplir(lignes=[], quoi="mois", hauteur=40)


@pytest.mark.parametrize("nom", EXEMPLES)
def test_d_autres_donnees_ne_redessinent_rien(nom, monkeypatch):
    def interdit(_):
        raise AssertionError("redessiné pour d’autres données")

    monkeypatch.setattr(modele, "habiller", interdit)
    monkeypatch.setattr(alt.Chart, "to_dict", interdit)
    monkeypatch.setattr(alt.LayerChart, "to_dict", interdit)
    specification = EXEMPLES[nom]()
    assert modele.SIGNE not in json.dumps(specification, ensure_ascii=False)
    assert specification["height"] > 0


def test_ni_l_ecran_ni_l_image_n_abiment_le_dessin():
    avant = {nom: copy.deepcopy(exemple()) for nom, exemple in EXEMPLES.items()}
    page = AppTest.from_function(_montrer)
    assert not page.run().exception
    for exemple in EXEMPLES.values():
        en_svg(exemple(), 600)
    assert {nom: exemple() for nom, exemple in EXEMPLES.items()} == avant


def _montrer():
    import streamlit as st  # noqa: PLC0415 - AppTest keeps the body only

    from tests.presentation.graphiques.exemples import EXEMPLES  # noqa: PLC0415

    for nom, exemple in EXEMPLES.items():
        st.vega_lite_chart(spec=exemple(), theme=None, width="stretch", alt=nom, key=nom)


def test_le_dernier_repere_d_une_courbe_reste_dans_le_dessin():
    marches = [Marche(0, 1, 1, 1), Marche(36, 0.1, 0, 0.2)]
    specification = survie(marches, [Repere(30, 0.13, "30 mois : 13 %")], "mois")
    *_, mots = specification["layer"]
    (repere,) = mots["data"]["values"]
    assert repere["reste"] == pytest.approx(1 / 6)
    assert mots["mark"]["dx"] == {
        "expr": "min(8, width * datum.reste - 6.5 * length(datum.mot))",
    }
