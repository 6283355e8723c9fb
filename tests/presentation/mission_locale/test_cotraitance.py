"""The national rules as they are read."""

import pytest

from plie_metrics.chemins import PUBLICATIONS
from plie_metrics.presentation.mission_locale.cotraitance import (
    barres_financement,
    chiffres_cles,
    constat,
    lignes_volumes,
    note_unite,
    phrase_cout,
    tableau_financement,
)
from plie_metrics.presentation.mission_locale.regles import tableau_regles
from plie_metrics.publications.cotraitance import Volumes, financement
from plie_metrics.publications.lecture import ouvrir

FINE, INSECABLE = "\u202f", "\u00a0"


@pytest.fixture(scope="module")
def national():
    return ouvrir(PUBLICATIONS, "rapport_cnml_2009")


def test_le_constat_dit_la_france_et_le_calcul(national):
    assert constat(national).startswith("France : 100\u202f000\u00a0jeunes par an")
    assert constat(national).endswith("soit 16,5\u00a0M€")
    assert f"33{FINE}000 × 500\u00a0€ = 16{FINE}500{FINE}000\u00a0€" in phrase_cout(national)
    assert f"« pour 18{INSECABLE}mois »" in note_unite(national)


def test_chaque_regle_a_sa_valeur_et_son_article(national):
    regles = {nom: (valeur, source) for nom, valeur, source in tableau_regles(national).lignes}
    assert regles["Tolérance sur le volume annuel"] == (
        f"± 20{FINE}% : 80{FINE}000 à 120{FINE}000",
        "rapport, obj. 2, 1.1".replace(" ", INSECABLE),
    )
    assert regles["Délai pour recevoir le jeune"] == (
        f"10 puis 5{INSECABLE}jours ouvrés (01/07/2007)",
        f"art.{INSECABLE}2.5",
    )
    assert regles["Accompagnée / mobilisation"][0] == f"80{FINE}% / 20{FINE}%"
    assert regles["Personnels ANPE prévus"][0] == "360 ETP au 01/07/2006"
    assert regles["Personnels ANPE affectés"][0] == "325 ETP au 30/09/2008"
    assert regles["Prolongation"][0] == "jusqu'au 31/12/2009"
    assert all(source for _, source in regles.values())


def test_les_parts_et_ce_qu_elles_taisent_font_cent(national):
    fonds = financement(national)
    assert sum(barre.valeur for barre in barres_financement(fonds)) == pytest.approx(100)
    montants = [ligne[2] for ligne in tableau_financement(fonds).lignes]
    assert sum(montants) == pytest.approx(fonds.total)


def test_deux_coupes_du_meme_volume():
    coupes = lignes_volumes(Volumes(1000, 330, 800, 200, 0.2))
    assert [sum(s.longueur for s in ligne.segments) for ligne in coupes] == [1000, 1000]


def test_les_chiffres_cles_du_reseau(national):
    valeurs = [chiffre.valeur for chiffre in chiffres_cles(national)]
    assert valeurs == [
        "486", f"5{FINE}862", f"11{FINE}000", f"474{INSECABLE}M€", f"16,5{INSECABLE}M€", "325",
    ]  # fmt: skip
