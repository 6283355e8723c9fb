"""Dijon's convention as it is read."""

from plie_metrics.chemins import PUBLICATIONS
from plie_metrics.presentation.mission_locale.convention import (
    chiffres_cles,
    citation,
    constat,
    mensuels,
    noms_volets,
    par_objet,
    quantite,
    titre_engagements,
)
from plie_metrics.publications.convention import Engagement, engagements
from plie_metrics.publications.lecture import ouvrir


def engagement(objet="Objet", mots="mots", volet="observatoire", mensuel=False):
    return Engagement(volet, objet, mots, (), mensuel)


def test_les_mots_sont_cites_avec_leurs_guillemets_interieurs():
    assert citation(engagement(mots="l'étude « qualité » de la MDEF.")) == (
        "« l'étude “qualité” de la MDEF »"
    )


def test_les_engagements_d_un_meme_objet_se_suivent():
    un, deux, autre = engagement("A"), engagement("A"), engagement("B")
    ailleurs = engagement("A", volet="preambule")
    assert par_objet([un, autre, deux, ailleurs], "observatoire") == {"A": [un, deux], "B": [autre]}


def test_la_quantite_se_dit_ou_se_tait():
    promis = engagements(ouvrir(PUBLICATIONS, "convention_ml_2008"))
    dites = {quantite(e) for e in promis}
    assert dites == {"85", "80 à 100", "chaque mois", "–"}
    assert quantite(engagement()) == "–"
    assert len(mensuels(promis)) == 4


def test_les_volets_comptent_tous_les_engagements():
    promis = engagements(ouvrir(PUBLICATIONS, "convention_ml_2008"))
    comptes = [int(nom.rpartition("(")[2].rstrip(")")) for nom in noms_volets(promis).values()]
    assert sum(comptes) == len(promis) == 71
    assert titre_engagements(promis) == "71\u00a0engagements, dont 2 avec une quantité"


def test_le_montant_les_entrees_et_l_echeance():
    convention = ouvrir(PUBLICATIONS, "convention_ml_2008")
    valeurs = [chiffre.valeur for chiffre in chiffres_cles(convention)]
    assert valeurs == [
        "100\u202f000\u00a0€", "2008", "31/03/2009", "85", "non chiffrées", "80 à 100",
    ]  # fmt: skip
    assert "85\u00a0entrées dans le PLIE" in constat(convention)
    assert "promises sans chiffre" in constat(convention)
