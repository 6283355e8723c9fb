"""The planches of Territoire on a few people written by hand."""

import json
from dataclasses import replace
from datetime import date

import pytest

from plie_metrics.calcul.lot import Lot
from plie_metrics.calcul.mesure import Mesure
from plie_metrics.calcul.ventilation import Ventilation
from plie_metrics.filtres import Filtres
from plie_metrics.planches.lieux_vus import QUOI, lieux_vus
from plie_metrics.planches.registre import fabriquer
from plie_metrics.planches.territoire import composer_carte, constat
from plie_metrics.presentation.cartes.lieux import Etat, Nature
from plie_metrics.presentation.formats import FINE, INSECABLE
from tests.planches.fabrique import AN, AUCUN, PorteEcrite, regard

LIEUX = [("21231", "QP021004")] * 3 + [("21166", None)] * 2 + [("21515", "VEILLE-QUETIGNY-CENTRE")]


def vu(choix="accompagnees", arrete=date(2016, 12, 31), **options):
    gens = [
        {"participant_id": f"P{n}", "commune": commune, "qpv": qpv}
        for n, (commune, qpv) in enumerate(LIEUX, 1)
    ]
    parcours = [{"participant_id": f"P{n}", "parcours_id": f"Q{n}"} for n in range(1, 7)]
    parcours[0] |= {"date_sortie": date(2016, 6, 1), "motif_sortie": "emploi_cdi"}
    parcours[1] |= {"date_sortie": date(2016, 6, 1), "motif_sortie": "autre"}
    choix = {"carte": choix}
    return regard(participants=gens, parcours=parcours, choix=choix, arrete=arrete, **options)


def valeurs(lu):
    return {v.lieu.nom: (v.lieu.etat, v.lieu.ecrit) for v in (*lu.communes, *lu.quartiers)}


def test_chaque_commune_et_chaque_quartier_a_son_effectif():
    lus = valeurs(lieux_vus(vu()))
    assert lus["Dijon"] == (Etat.VALEUR, "3")
    assert lus["Chenôve"] == (Etat.VALEUR, "2")
    assert lus["Talant"] == (Etat.ZERO, "0")
    assert lus["Les Grésilles"] == (Etat.VALEUR, "3")
    assert lus["Quetigny Centre"] == (Etat.VALEUR, "1")
    assert sum(v.mesure.valeur for v in lieux_vus(vu()).communes) == 6


@pytest.mark.parametrize(
    ("choix", "dijon", "talant", "veille"),
    [
        ("pour_mille", "0,0", (Etat.ZERO, "0,0"), (Etat.SANS_DONNEE, "n. d.")),
        ("part", f"50{FINE}%", (Etat.ZERO, f"0{FINE}%"), (Etat.VALEUR, f"17{FINE}%")),
        ("entrees", "3", (Etat.ZERO, "0"), (Etat.VALEUR, "1")),
        ("sorties_positives", "1", (Etat.ZERO, "0"), (Etat.ZERO, "0")),
        (
            "taux_positives",
            f"50{FINE}%",
            (Etat.SANS_DONNEE, "n. d."),
            (Etat.SANS_DONNEE, "n. d."),
        ),
    ],
)
def test_chaque_choix_de_la_carte_tient_zero_et_sans_donnee_a_part(choix, dijon, talant, veille):
    lus = valeurs(lieux_vus(vu(choix)))
    assert lus["Dijon"][1] == dijon
    assert lus["Talant"] == talant
    assert lus["Quetigny Centre"] == veille


def test_le_taux_de_dijon_se_calcule_a_la_main():
    (dijon,) = [v for v in lieux_vus(vu("pour_mille")).communes if v.lieu.nom == "Dijon"]
    assert dijon.lieu.valeur == pytest.approx(3 * 1000 / 155_090)
    assert dijon.habitants == 155_090


def test_les_qpv_s_additionnent_sans_les_quartiers_de_veille():
    planche = fabriquer("territoire.quartiers", vu())
    assert planche.titre == (
        f"50{FINE}% vivent dans les 5{INSECABLE}quartiers prioritaires : 3 sur 6"
    )
    assert "n’est pas un QPV" in planche.source
    assert "non placé sur la carte : Longvic Guynemer" in planche.source
    assert planche.tableau.textes()[-1][0].endswith("(quartier de veille)")


def test_le_tableau_des_communes_s_additionne_a_l_ensemble():
    textes = fabriquer("territoire.communes", vu()).tableau.textes()
    assert len(textes) == 25
    assert textes[0][:3] == ["Dijon", "3", f"50{FINE}%"]
    assert textes[-1][:3] == ["Ensemble", "6", f"100{FINE}%"]
    assert sum(int(ligne[1]) for ligne in textes[:-1]) == 6


@pytest.mark.parametrize(
    ("choix", "titre"),
    [
        ("accompagnees", "Dijon : 3 personnes, sur 6 pour les 24 communes, 21 à zéro"),
        ("entrees", "Dijon : 3 entrées, sur 6 pour les 24 communes, 21 à zéro"),
        ("taux_positives", "Sorties positives, taux : 24 communes"),
    ],
)
def test_le_titre_des_communes_dit_la_premiere_et_l_ensemble(choix, titre):
    dit = fabriquer("territoire.communes", vu(choix)).titre
    assert dit.replace(INSECABLE, " ").startswith(titre)


def test_le_titre_pour_mille_habitants_compare_la_premiere_a_l_ensemble():
    gens = [{"participant_id": f"P{n}", "commune": "21166"} for n in range(1, 151)]
    parcours = [{"participant_id": f"P{n}", "parcours_id": f"Q{n}"} for n in range(1, 151)]
    lu = regard(participants=gens, parcours=parcours, choix={"carte": "pour_mille"})
    (chenove,) = [v for v in lieux_vus(lu).communes if v.lieu.nom == "Chenôve"]
    assert fabriquer("territoire.communes", lu).titre.startswith(
        f"Chenôve en tête, à {chenove.lieu.ecrit} ; 0,6 pour 1{FINE}000 habitants sur les"
    )


@pytest.mark.parametrize(
    ("choix", "attendu"), [("pour_mille", "mille"), ("part", "part"), ("accompagnees", "brut")]
)
@pytest.mark.parametrize("cle", ["territoire.communes", "territoire.quartiers"])
def test_le_graphique_des_fichiers_a_les_valeurs_de_l_ecran(cle, choix, attendu):
    lu = vu(choix)
    assert lieux_vus(lu).quoi.forme == attendu
    planche = fabriquer(cle, lu)
    rang = [c.titre for c in planche.tableau.colonnes].index(planche.forme.series[0])
    redessine = {ligne[0]: ligne[rang] for ligne in planche.tableau.lignes}
    places = lieux_vus(lu).communes if cle.endswith("communes") else lieux_vus(lu).quartiers
    for place in places:
        nom = place.lieu.nom + (" (quartier de veille)" * (place.lieu.nature is Nature.VEILLE))
        assert redessine[nom] == place.lieu.valeur


def test_le_filtre_du_lieu_ne_vide_pas_la_carte_mais_dit_le_lieu():
    lu = vu(filtres=Filtres(commune=("21166",)))
    assert constat(lu) == f"Chenôve : 2{INSECABLE}personnes"
    assert valeurs(lieux_vus(lu))["Dijon"] == (Etat.VALEUR, "3")
    assert lu.mesure("personnes_accompagnees").valeur == 2


def test_une_commune_inconnue_est_dite_et_comptee():
    """21213 (Crimolois) after the merger: told under its code, so that the table adds up."""
    lu = vu(arrete=date(2019, 12, 31))
    lu.porte.detail()
    noms = [v.lieu.nom for v in lieux_vus(lu).communes]
    assert (len(noms), "Neuilly-Crimolois" in noms, "Crimolois" in noms) == (23, True, False)


def test_la_liste_de_2024_dit_la_rupture():
    planche = fabriquer("territoire.quartiers", vu(arrete=date(2024, 6, 30)))
    assert len(planche.tableau.lignes) == 6
    assert "rupture de série avec la liste de 2015" in planche.source


@pytest.mark.parametrize("choix", QUOI)
def test_la_carte_se_compose_et_s_ecrit_pour_chaque_choix(choix):
    lu = vu(choix)
    carte = composer_carte(lu)
    assert len(carte.communes) == 24
    planche = fabriquer("territoire.carte", lu)
    assert planche.forme.genre == "carte"
    json.dumps(planche.specification)


def test_une_commune_masquee_ne_dit_rien_d_elle():
    cache = Mesure(None, masque="primaire", motif="masqué : moins de 5")
    cellules = {("21231",): Mesure(40), ("21166",): cache}
    ident = "personnes_accompagnees"
    lots = {
        (dimension,): Lot(
            AN, AUCUN, {}, {}, (dimension,), {ident: Ventilation((dimension,), True, lues)}
        )
        for dimension, lues in (("commune", cellules), ("qpv", {}))
    } | {(): Lot(AN, AUCUN, {ident: Mesure(45)}, {}, (), {})}
    lu = replace(vu("pour_mille"), porte=PorteEcrite(lots), _memoire={})
    (chenove,) = [v.lieu for v in lieux_vus(lu).communes if v.lieu.code == "21166"]
    assert (chenove.etat, chenove.valeur, chenove.taille, chenove.ecrit) == (
        Etat.MASQUE,
        None,
        0.0,
        "▨",
    )
    assert "masqué : moins de 5" in chenove.detail
    ligne = next(
        x for x in fabriquer("territoire.communes", lu).tableau.textes() if x[0] == "Chenôve"
    )
    assert ligne == ["Chenôve", "masqué : moins de 5", "masqué", "masqué", f"13{FINE}802"]


def test_ce_que_le_secret_regroupe_n_est_pas_un_zero():
    cellules = {("21231",): Mesure(40), ("autres",): Mesure(12)}
    ident = "personnes_accompagnees"
    lots = {
        (dimension,): Lot(
            AN, AUCUN, {}, {}, (dimension,), {ident: Ventilation((dimension,), True, lues)}
        )
        for dimension, lues in (("commune", cellules), ("qpv", {}))
    } | {(): Lot(AN, AUCUN, {ident: Mesure(52)}, {}, (), {})}
    lu = replace(vu(), porte=PorteEcrite(lots), _memoire={})
    assert valeurs(lieux_vus(lu))["Talant"] == (Etat.MASQUE, "▨")
