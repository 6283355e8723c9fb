"""The map on the real territory: geometry, states, specification, key, still picture."""

import json
from datetime import date
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plie_metrics.presentation import palette
from plie_metrics.presentation.cartes.cercles import RAYON_MAX, RAYON_SANS_VALEUR, cercles, rayon
from plie_metrics.presentation.cartes.classes import classer_effectifs
from plie_metrics.presentation.cartes.composition import TAILLE, coins_de, composer
from plie_metrics.presentation.cartes.couleurs import rgba
from plie_metrics.presentation.cartes.hachures import hachurer
from plie_metrics.presentation.cartes.image import image
from plie_metrics.presentation.cartes.legende import legende
from plie_metrics.presentation.cartes.lieux import Etat, Legende, Lieu, Nature
from plie_metrics.presentation.cartes.territoire import dessiner
from tests.planches.fabrique import territoire

JOUR = date(2016, 12, 31)
SECRET = "masqué : moins de 5"
ETATS = {"21355": Etat.MASQUE, "21003": Etat.ZERO, "21105": Etat.SANS_DONNEE}


def lieu(code, nom, nature, point, rang):
    etat = ETATS.get(code, Etat.VALEUR)
    valeur = {Etat.VALEUR: float(rang + 1), Etat.ZERO: 0.0}.get(etat)
    taille = valeur or 0.0
    detail = SECRET if etat is Etat.MASQUE else f"{rang} personnes"
    ecrit = "▨" if etat is Etat.MASQUE else str(rang)
    return Lieu(code, nom, nature, etat, valeur, taille, ecrit, detail, point)


@pytest.fixture(scope="module")
def carte():
    lu = territoire()
    communes = [
        lieu(c.insee, c.nom, Nature.COMMUNE, (c.lon, c.lat), rang)
        for rang, c in enumerate(lu.communes_au(JOUR))
    ]
    quartiers = [
        lieu(q.code, q.nom, Nature.QPV if q.est_qpv else Nature.VEILLE, q.point, rang)
        for rang, q in enumerate(lu.quartiers_au(JOUR))
    ]
    return composer(lu.contours_au(JOUR), communes, quartiers, Legende("Effectif", "personnes"))


def couches(carte, **choix):
    return {c["id"]: c for c in json.loads(dessiner(carte, **choix).to_json())["layers"]}


def test_aucune_etiquette_ne_couvre_un_cercle_une_autre_ni_la_legende(carte):
    etiquettes = (*carte.noms_quartiers, *carte.noms_communes)
    assert len(etiquettes) > 10
    for etiquette in etiquettes:
        assert etiquette.boite.tient_dans(carte.cadre)
        assert not any(etiquette.boite.touche(c.centre, c.rayon) for c in carte.cercles)
        assert not any(etiquette.boite.chevauche(coin) for coin in coins_de(carte.cadre))
    assert not any(a.boite.chevauche(b.boite) for a, b in combinations(etiquettes, 2))


def test_la_legende_ne_couvre_ni_contour_ni_cercle(carte):
    sommets = [carte.cadre.pixel(p) for contour in carte.contours for p in contour.points]
    for coin in coins_de(carte.cadre):
        assert coin.tient_dans(carte.cadre)
        assert [s for s in sommets if coin.touche(s, 0.5)] == []
        assert not any(coin.touche(c.centre, c.rayon) for c in carte.cercles)


def test_masque_zero_et_sans_donnee_ne_se_ressemblent_pas(carte):
    lues = couches(carte)
    fonds = {c["lieu"]: c["couleur"] for c in lues["communes-"]["data"]}
    assert fonds["21003"] == rgba(palette.BLANC)  # zero
    assert fonds["21105"] == rgba(palette.NON_DETAILLE)  # no data
    assert fonds["21231"] in [rgba(teinte) for teinte in palette.SEQUENCE]
    assert len(lues["hachures"]["data"]) > 10  # hidden: hatched over white
    assert fonds["21355"] == rgba(palette.BLANC)
    html = legende(carte)
    assert all(mot in html for mot in ("zéro", "masqué (secret statistique)", "pas de donnée"))


def test_une_valeur_masquee_n_est_dans_aucune_partie_de_la_carte(carte):
    (longvic,) = [c for c in couches(carte)["communes-"]["data"] if c["lieu"] == "21355"]
    assert longvic["detail"] == "masqué\u00a0: moins de 5"
    assert set(longvic) == {"lieu", "nature", "titre", "detail", "contour", "couleur"}


def test_les_hachures_restent_dans_leur_contour():
    carre = [(0, 0), (40, 0), (40, 40), (0, 40), (0, 0)]
    segments = hachurer(carre, pas=10)
    assert len(segments) == 7
    for de, a in segments:
        assert sum(de) == pytest.approx(sum(a))
        assert all(-1e-9 <= v <= 40 + 1e-9 for v in (*de, *a))


def test_aucun_fond_de_carte_n_est_demande(carte):
    texte = dessiner(carte).to_json()
    assert json.loads(texte).get("mapProvider") is None
    assert "http" not in texte


def test_le_filtre_change_les_couches_et_entoure_le_lieu(carte):
    libre, filtree = couches(carte), couches(carte, lieu="21617", commune="21617")
    assert set(libre) - set(filtree) == {"communes-", "quartiers-"}
    assert (len(libre["choisies"]["data"]), len(filtree["choisies"]["data"])) == (0, 1)
    quartier = couches(carte, lieu="QP021004", commune="21231")["quartiers-QP021004"]["data"]
    assert [d["lieu"] for d in quartier if d["trait"] == rgba(palette.TEXTE)] == ["QP021004"]


def test_un_quartier_de_veille_ou_sans_valeur_est_creux(carte):
    donnees = {d["lieu"]: d for d in couches(carte)["quartiers-"]["data"]}
    assert donnees["QP021004"]["couleur"] == rgba(palette.SECONDE)
    assert donnees["VEILLE-QUETIGNY-CENTRE"]["couleur"] == rgba(palette.BLANC)
    assert "ce n’est pas un QPV" in donnees["VEILLE-QUETIGNY-CENTRE"]["detail"]
    assert "VEILLE-LONGVIC-GUYNEMER" not in donnees  # no position is known


@given(st.floats(0.1, 1e4), st.floats(0.1, 1e4))
def test_l_aire_est_proportionnelle_a_la_valeur(a, b):
    maximum = max(a, b)
    assert (rayon(a, maximum) / rayon(b, maximum)) ** 2 == pytest.approx(a / b)
    assert rayon(maximum, maximum) == RAYON_MAX


def test_un_cercle_sans_taille_a_la_sienne(carte):
    sans = Lieu("QP1", "Le Haut", Nature.QPV, Etat.MASQUE, None, 0.0, "▨", SECRET, (5.0, 47.3))
    (cercle,) = cercles([sans], carte.cadre)
    assert (cercle.rayon, cercle.etiquette) == (RAYON_SANS_VALEUR, "Le Haut ▨")


@pytest.mark.parametrize(
    ("valeurs", "bornes"),
    [
        ([942, 3], [0, 2, 10, 50, 200, 1000]),
        ([120], [0, 1, 2, 10, 50, 200]),
        ([30], [0, 10, 20, 30, 40, 50]),
    ],
)
def test_les_effectifs_tres_inegaux_ont_des_classes_qui_les_separent(valeurs, bornes):
    lues = classer_effectifs(valeurs).bornes
    assert max(valeurs) <= lues[-1]
    assert list(lues) == bornes


def test_l_image_fixe_montre_la_meme_carte(carte):
    specification = image(carte)
    assert (specification["width"], specification["height"]) == TAILLE
    texte = json.dumps(specification, ensure_ascii=False)
    assert "MultiLineString" in texte
    assert "Les Grésilles" in texte
    for dit in (carte.legende.communes, "Cercles", "quartier prioritaire (QPV)", "masqué (secret"):
        assert dit in texte
