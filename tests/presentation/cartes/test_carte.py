"""The real map, at the page's own size: geometry, specification, key."""

import json
from itertools import combinations

import pytest

from plie_metrics.chemins import TERRITOIRE
from plie_metrics.presentation import palette
from plie_metrics.presentation.cartes.cercles import echelle
from plie_metrics.presentation.cartes.composition import HAUTEUR_CARTE, LARGEUR, composer
from plie_metrics.presentation.cartes.couleurs import rgba
from plie_metrics.presentation.cartes.legende import COIN_COMMUNES, COIN_QUARTIERS, legende
from plie_metrics.presentation.cartes.territoire import dessiner
from plie_metrics.territoire.indicateurs import INDICATEURS, repartition
from plie_metrics.territoire.lecture import lire_territoire
from plie_metrics.territoire.participation import participations


@pytest.fixture(params=range(4), ids=[quoi.nom for quoi in INDICATEURS])
def carte_et_maximum(request, rapport):
    territoire = lire_territoire(TERRITOIRE)
    lues = [repartition(rapport, territoire, quoi) for quoi in INDICATEURS]
    lue = lues[request.param]
    maximum = echelle(lues, lue.indicateur)
    return composer(territoire, participations(rapport, territoire), lue, maximum), maximum


@pytest.fixture
def carte(carte_et_maximum):
    return carte_et_maximum[0]


def couches(carte, **choix):
    return {c["id"]: c for c in json.loads(dessiner(carte, **choix).to_json())["layers"]}


def test_aucune_etiquette_ne_couvre_un_cercle_ni_une_autre(carte):
    etiquettes = (*carte.noms_quartiers, *carte.noms_communes)
    assert [
        (e.texte, c.etiquette)
        for e in etiquettes
        for c in carte.cercles
        if e.boite.touche(c.centre, c.rayon)
    ] == []
    assert [
        (a.texte, b.texte) for a, b in combinations(etiquettes, 2) if a.boite.chevauche(b.boite)
    ] == []
    assert all(e.boite.tient_dans(carte.cadre) for e in etiquettes)


def test_chaque_cercle_et_chaque_commune_detaillee_a_son_etiquette(carte):
    assert {e.texte for e in carte.noms_quartiers} == {c.etiquette for c in carte.cercles}
    assert len(carte.noms_communes) == len(carte.participations.detaillees) == 5


def test_les_cercles_ne_se_cachent_pas_entre_eux(carte):
    for a, b in combinations(carte.cercles, 2):
        distance = ((a.centre[0] - b.centre[0]) ** 2 + (a.centre[1] - b.centre[1]) ** 2) ** 0.5
        assert distance > a.rayon + b.rayon


def test_la_legende_ne_couvre_ni_contour_ni_cercle_ni_etiquette(carte):
    sommets = [carte.cadre.pixel(p) for contour in carte.contours for p in contour.points]
    for coin in (COIN_COMMUNES, COIN_QUARTIERS):
        assert coin.x + coin.largeur / 2 <= LARGEUR
        assert coin.y + coin.hauteur / 2 <= HAUTEUR_CARTE
        assert [s for s in sommets if coin.touche(s, 0.5)] == []
        assert not any(coin.touche(c.centre, c.rayon) for c in carte.cercles)
        noms = (*carte.noms_quartiers, *carte.noms_communes)
        assert not any(coin.chevauche(e.boite) for e in noms)


def test_aucun_fond_de_carte_n_est_demande(carte):
    texte = dessiner(carte).to_json()
    assert json.loads(texte).get("mapProvider") is None
    assert "cartocdn" not in texte
    assert "http" not in texte


def test_une_commune_non_detaillee_est_grise_et_cliquable(carte):
    communes = couches(carte, lieu="")["communes-"]["data"]
    assert len(communes) == 24
    grises = [c for c in communes if c["couleur"] == rgba(palette.NON_DETAILLE)]
    assert len(grises) == 19
    assert {c["lieu"] for c in grises} == {"autres"}
    assert all(
        c["detail"].startswith("Non détaillée par le rapport\u00a0: les 19 autres communes")
        for c in grises
    )


def test_les_textes_ont_leurs_accents(carte):
    for nom in ("noms-communes", "noms-quartiers"):
        couche = couches(carte)[nom]
        assert couche["characterSet"] == "auto"
        assert not couche["fontFamily"].startswith("@@=")


def test_le_filtre_change_les_couches_et_entoure_le_lieu(carte):
    libre, filtree = couches(carte), couches(carte, lieu="21617", commune="21617")
    assert set(libre) - set(filtree) == {"communes-", "quartiers-"}
    assert libre["choisies"]["data"] == []
    assert len(filtree["choisies"]["data"]) == 1
    assert len(couches(carte, lieu="autres", commune="autres")["choisies"]["data"]) == 19


def test_le_quartier_choisi_a_un_anneau_sombre(carte):
    donnees = couches(carte, lieu="QP021004", commune="21231")["quartiers-QP021004"]["data"]
    choisis = [d["lieu"] for d in donnees if d["trait"] == rgba(palette.TEXTE)]
    assert choisis == ["QP021004"]


def test_la_legende_dit_les_bornes_les_tailles_et_ce_qui_n_est_pas_place(carte_et_maximum):
    carte, maximum = carte_et_maximum
    html = legende(carte, maximum)
    for borne in ("0", "2,5", "5", "7,5", "10", "12,5"):
        assert f">{borne}</div>" in html
    assert "19 communes non détaillées\u00a0: 2,1 pour l’ensemble" in html
    en_part = carte.repartition.indicateur.en_part
    assert (">40\u202f%<" if en_part else ">19<") in html
    assert ("30\u202f% dans les autres QPV" in html) is en_part
    assert ("quartier de veille, pas un QPV" in html) is any(
        c.nature == "veille" for c in carte.cercles
    )
