"""The annual report in sentences, bars and sheets."""

import pytest

from plie_metrics.objectifs.realisation import Realisation
from plie_metrics.presentation import palette
from plie_metrics.presentation.bilan import barres_sorties, tableau_sorties, titre_sorties
from plie_metrics.presentation.essentiel import (
    a_retenir,
    chiffres_cles,
    note_sorties_positives,
)
from plie_metrics.presentation.fiches import familles, fiches
from plie_metrics.presentation.graphiques.barres import Barre, barres
from plie_metrics.presentation.graphiques.puce import puce
from plie_metrics.presentation.graphiques.socle import LOCALE
from plie_metrics.publications.sorties import Sortie, sorties_par_motif
from tests.fabrique import catalogue, indicateur


def plat(texte):
    return texte.replace("\u202f", " ").replace("\u00a0", " ")


def test_les_sorties_par_motif_font_le_total_du_rapport(rapport):
    """201 + 22 + 87 = 310 types listed for 314 positives: the 4 others are shown as such."""
    sorties = sorties_par_motif(rapport)
    assert sum(s.effectif for s in sorties) == 729
    assert sum(s.effectif for s in sorties if s.positive) == 314
    assert Sortie("Positives, type non précisé", 4, positive=True) in sorties
    assert [s.effectif for s in sorties] == sorted((s.effectif for s in sorties), reverse=True)


def test_titre_et_barres_des_sorties():
    sorties = (Sortie("Emploi (hors aidés)", 3, True), Sortie("Santé", 1, False))
    assert plat(titre_sorties(sorties)) == "Première issue : emploi (3), devant santé (1)"
    assert [plat(b.etiquette) for b in barres_sorties(sorties)] == ["3 · 75 %", "1 · 25 %"]
    assert [b.couleur for b in barres_sorties(sorties)] == [palette.REALISE, palette.REPERE]
    assert [plat(" ".join(ligne)) for ligne in tableau_sorties(sorties).textes()] == [
        "Emploi (hors aidés) positive 3 75,0 %",
        "Santé autre 1 25,0 %",
        "Total  4 100,0 %",
    ]


def test_les_motifs_rares_ne_font_qu_une_barre():
    """2 and 1 of 100 are under 3 %; 1 positive exit keeps its own bar and its colour."""
    sorties = (
        Sortie("Emploi", 96, True),
        Sortie("Autre", 2, False),
        Sortie("Décès", 1, False),
        Sortie("Positive, type non précisé", 1, True),
    )
    assert [(b.nom.partition(" (")[0], b.valeur) for b in barres_sorties(sorties)] == [
        ("Emploi", 96),
        ("Positive, type non précisé", 1),
        ("2 autres motifs", 3),
    ]
    assert len(tableau_sorties(sorties).lignes) == 5
    seul = (Sortie("Emploi", 99, True), Sortie("Décès", 1, False))
    assert [b.nom for b in barres_sorties(seul)] == ["Emploi (positive)", "Décès"]


def test_les_trois_phrases_du_comite(rapport):
    """Figures typed from the report; the sentences compute them."""
    phrases = a_retenir(rapport, Realisation(indicateur("entrees"), 570, 700))
    textes = [plat(f"{p.essentiel} {p.suite}") for p in phrases]
    assert textes == [
        "Il manque 130 entrées. Pôle emploi (288) et le Conseil départemental (123) orientent "
        "72 % des entrées ; les prescriptions diminuent depuis septembre 2016.",
        "43 % des sorties sont positives (314 sur 729) ; 49 % hors déménagement, santé, retraite "
        "et décès. 21 % finissent par un suivi devenu impossible (154).",
        "72 333 heures de clauses dont 57 % en CTTI ; 49 des 126 salariés habitent un quartier "
        "prioritaire (39 %).",
    ]


def test_les_chiffres_cles(rapport):
    assert [plat(c.valeur) for c in chiffres_cles(rapport)] == [
        "1 525",
        "1 136",
        "49 %",
        "17",
        "24 %",
        "72 333",
    ]
    assert "311" in note_sorties_positives(rapport)
    assert "314 par sexe et 310 par type" in note_sorties_positives(rapport)


def test_une_puce_part_de_zero_et_montre_l_objectif():
    specification = puce(570, 700)
    (donnees,) = specification["data"]["values"]
    assert donnees["realise"] / donnees["objectif"] == pytest.approx(570 / 700)
    assert donnees["objectif"] < donnees["borne"] == 1
    for couche in specification["layer"]:
        assert couche["encoding"]["x"]["scale"]["domain"][0] == 0
    assert specification["config"]["locale"] == LOCALE


def test_des_barres_partent_de_zero_dans_l_ordre_donne():
    specification = barres([Barre("b", 1, "1"), Barre("a", 3, "3")])
    assert [ligne["nom"] for ligne in specification["data"]["values"]] == ["b", "a"]
    marques = specification["layer"][0]
    echelle = marques["encoding"]["x"]["scale"]
    assert (echelle["zero"], echelle["nice"]) == (True, False)
    assert marques["encoding"]["y"]["sort"] is None
    assert barres([])["data"]["values"] == []


def test_une_fiche_se_lit_sans_code():
    tout = [
        fiche
        for famille in familles(catalogue())
        for fiche in fiches(catalogue(), {}, famille=famille)
    ]
    assert [f.id for f in tout] != []
    assert sorted(f.id for f in tout) == sorted(catalogue())
    codes = {"classe_age", "motif_sortie", "type_contrat", "niveau_formation"}
    for fiche in tout:
        assert not codes & set(" ".join(texte for _, texte in fiche.lignes).split())
        assert fiche.limites


def test_chercher_un_mot_traverse_les_familles():
    trouvees = fiches(catalogue(), {}, famille="entrees", cherche="  RETRAITE ")
    assert "taux_sorties_positives_net" in [f.id for f in trouvees]
    assert fiches(catalogue(), {}, famille="entrees", cherche="xyz") == []
