"""Funnels in words: objectives reached or not, each rate with what it is a share of."""

from dataclasses import replace

import pytest

from plie_metrics.presentation.actions.devenirs import (
    lignes_devenir,
    tableau_devenirs,
    titre_devenir,
    titre_devenirs,
)
from plie_metrics.presentation.actions.entonnoirs import (
    borne,
    constat,
    lignes_entonnoir,
    sous_titre,
    tableau_entonnoirs,
    titre_entonnoir,
    titre_entonnoirs,
)
from plie_metrics.presentation.actions.enveloppe import (
    chiffres_enveloppe,
    note_enveloppe,
    titre_enveloppe,
)
from plie_metrics.publications.actions import Action, Etape, Pas
from plie_metrics.publications.enveloppe_souple import Enveloppe

INSCRITS = Etape(40, Pas("a", "inscrit", "inscrits", "inscrits"))
PRESENTS = Etape(20, Pas("b", "présent", "présents", "présents"), INSCRITS)
EMBAUCHES = Etape(5, Pas("c", "embauche", "embauches", positif=True), PRESENTS)
ABANDONS = Etape(11, Pas("d", "abandon", "abandons"), PRESENTS)
ATELIER = Action(
    tableau="action_atelier",
    nom="Atelier",
    operateur="Essai",
    etapes=(INSCRITS, PRESENTS, EMBAUCHES),
    issues=(EMBAUCHES, ABANDONS),
    population=PRESENTS,
    objectif=50,
    unite_objectif="inscrits",
)
LIBRE = replace(ATELIER, nom="Libre", objectif=None)
SOUPLE = Enveloppe(
    montant=1000.5,
    demandes=10,
    personnes=4,
    femmes=3,
    part_femmes_imprimee=0.75,
    parts=(("formation", 0.7), ("emploi", 0.31)),
    garde_enfants=0.4,
)


def test_aucune_action_n_atteint_son_objectif():
    bis = replace(ATELIER, nom="Forum", objectif=80)
    assert constat([ATELIER, LIBRE, bis]) == (
        "Aucune des deux actions à objectif chiffré ne l'atteint : 40\u00a0inscrits "
        "sur\u00a050 en atelier et 40\u00a0inscrits sur\u00a080 en forum"
    )


@pytest.mark.parametrize(
    ("objectifs", "debut"),
    [
        ((None,), "Aucune action de la programmation n'a d'objectif chiffré"),
        ((50,), "La seule action à objectif chiffré ne l'atteint pas :"),
        ((40, 30), "Toutes les actions à objectif chiffré l'atteignent :"),
        ((40, 41), "Actions à objectif chiffré : un sur deux l'atteint :"),
    ],
)
def test_le_constat_suit_les_objectifs(objectifs, debut):
    actions = [replace(ATELIER, objectif=objectif) for objectif in objectifs]
    assert constat(actions).startswith(debut)


def test_des_entrees_qui_ne_sont_pas_comptees_sont_encadrees():
    """40 inscrits, 20 présents, an objective of 50 entrées: they are between 20 and 40."""
    vise = replace(ATELIER, unite_objectif="entrées")
    assert constat([vise]).endswith(": 20 à 40\u00a0entrées sur\u00a050 en atelier")
    assert constat([replace(vise, objectif=30)]).startswith("La seule action à objectif chiffré ne")
    assert lignes_entonnoir(vise)[0].note == "40 à 80\u202f% de l'objectif (50)"
    assert tableau_entonnoirs([vise]).textes()[0][-2:] == ["objectif de 50 entrées", "—"]


def test_les_etapes_disent_leur_denominateur():
    assert [(ligne.titre, ligne.note) for ligne in lignes_entonnoir(ATELIER)] == [
        ("40\u00a0inscrits", "80\u202f% de l'objectif (50)"),
        ("20\u00a0présents", "50\u202f% des 40 inscrits"),
        ("5\u00a0embauches", "25\u202f% des 20 présents"),
    ]
    assert [ligne.objectif for ligne in lignes_entonnoir(ATELIER)] == [50, None, None]


def test_sans_objectif_la_premiere_etape_n_est_part_de_rien():
    assert lignes_entonnoir(LIBRE)[0].note == ""
    assert sous_titre(LIBRE) == "Essai · pas d'objectif chiffré imprimé"
    assert sous_titre(ATELIER) == "Essai · trait : objectif de 50 inscrits"


def test_une_etape_vide_ne_donne_pas_de_taux_nul():
    personne = replace(INSCRITS, effectif=0)
    vide = replace(ATELIER, etapes=(personne, Etape(0, PRESENTS.pas, personne)))
    assert lignes_entonnoir(vide)[1].note == "n.\u00a0d. des 0 inscrits"


def test_l_echelle_commune_contient_tout():
    assert borne([ATELIER, LIBRE]) >= 50
    assert borne([LIBRE]) >= 40


def test_les_titres_vont_de_la_premiere_etape_a_la_derniere():
    moitie = replace(ATELIER, etapes=(INSCRITS, PRESENTS))
    assert titre_entonnoir(ATELIER) == "Atelier : 5 sur 40"
    assert titre_entonnoirs([ATELIER, moitie]) == (
        "De la prescription à l'emploi : 13 à 50\u202f% selon l'action"
    )


def test_le_tableau_des_etapes():
    assert tableau_entonnoirs([LIBRE]).textes()[:2] == [
        ["Libre", "40\u00a0inscrits", "40", "pas d'objectif", "—"],
        ["Libre", "20\u00a0présents", "20", "40\u00a0inscrits", "50,0\u202f%"],
    ]


def test_ceux_dont_on_ne_sait_rien_ont_leur_barre_vide():
    *decrits, inconnus = lignes_devenir(ATELIER)
    assert [ligne.segments[0].longueur for ligne in decrits] == [0.25, 0.55]
    assert inconnus.titre == "4 dont le rapport ne dit rien"
    assert inconnus.segments[0].contour
    assert sum(ligne.segments[0].longueur for ligne in [*decrits, inconnus]) == pytest.approx(1)


def test_les_devenirs_en_mots():
    meilleur = replace(ATELIER, issues=(replace(EMBAUCHES, effectif=16),))
    assert titre_devenir(ATELIER) == "Atelier : 5 sur 20"
    assert titre_devenirs([meilleur, ATELIER]) == (
        "Emploi ou formation ensuite : de 25 à 80\u202f% des participants"
    )
    assert tableau_devenirs([ATELIER]).textes()[-1] == [
        "Atelier",
        "dont le rapport ne dit rien",
        "4",
        "20\u00a0présents",
        "20,0\u202f%",
    ]


def test_l_enveloppe_montre_les_deux_termes_de_ses_moyennes():
    chiffres = {c.nom: (c.valeur, c.note) for c in chiffres_enveloppe(SOUPLE)}
    assert chiffres["par personne"] == (
        "250,13\u00a0€",
        "1\u202f000,50\u00a0€ ÷ 4\u00a0personnes",
    )
    assert chiffres["de femmes"] == ("75\u202f%", "3 sur 4")
    assert (
        titre_enveloppe(SOUPLE) == "Enveloppe souple : 1\u202f000,50\u00a0€ pour 4\u00a0personnes"
    )


def test_une_part_imprimee_differente_est_dite():
    autre = replace(SOUPLE, part_femmes_imprimee=0.76)
    chiffres = {c.nom: c.note for c in chiffres_enveloppe(autre)}
    assert chiffres["de femmes"] == "3 sur 4 (76\u202f% imprimé)"


def test_des_parts_qui_ne_font_pas_cent_montrent_leur_somme():
    assert "(70 + 31 = 101)" in note_enveloppe(SOUPLE)
    justes = replace(SOUPLE, parts=(("formation", 0.7), ("emploi", 0.3)))
    assert "=" not in note_enveloppe(justes)
