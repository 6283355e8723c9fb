"""Charts as pictures and vectors: the house's font, the width asked for, masks kept readable."""

import io
import re

from PIL import Image

from plie_metrics.exports.images import en_png, en_svg, titrer
from plie_metrics.presentation.graphiques.barres import Barre, barres
from plie_metrics.presentation.graphiques.puces import Puce, puces

DESSIN = barres([Barre("Dijon", 40, "40"), Barre("Talant", 0, "▨ masqué : moins de 5")])


def test_la_police_de_la_maison_sert_partout_sauf_au_signe_d_un_masque():
    textes = re.findall(
        r'<text [^>]*font-family="([^"]*)"[^>]*>([^<]*)</text>', en_svg(DESSIN, 400)
    )
    assert {mots: police for police, mots in textes} == {
        "Dijon": "Source Sans Pro",
        "Talant": "Source Sans Pro",
        "40": "Source Sans Pro",
        "▨": "DejaVu Sans Mono, DejaVu Sans",
        "masqué : moins de 5": "Source Sans Pro",
    }


def test_les_mots_autour_d_un_signe_restent_dans_la_police_de_la_maison():
    melee = barres([Barre("Le Mail ▨", 1, "1"), Barre("● part ○ autre", 0, "0")])
    lus = re.findall(r'<text [^>]*font-family="([^"]*)"[^>]*>([^<]*)</text>', en_svg(melee, 400))
    polices = {mots: police for police, mots in lus}
    maison = {mots for mots, police in polices.items() if police == "Source Sans Pro"}
    assert {"Le Mail", "part", "autre"} <= maison
    assert {"▨", "●", "○"} == set(polices) - maison


def test_une_image_seule_dit_ce_qu_elle_montre_et_d_ou_cela_vient():
    svg = en_svg(titrer(DESSIN, "Dijon : 40 personnes", ["Personnes · 2016", "Arrêté"]), 400)
    for dit in ("Dijon : 40 personnes", "Personnes · 2016", "Arrêté"):
        assert dit in svg


def test_l_image_a_a_peu_pres_la_largeur_demandee_sur_fond_blanc():
    image = Image.open(io.BytesIO(en_png(DESSIN, 400, echelle=2)))
    assert 640 <= image.width <= 960
    assert image.convert("RGB").getpixel((2, 2)) == (255, 255, 255)


def test_ce_qui_s_ecrit_au_bord_n_est_jamais_coupe():
    long = [
        Puce("Entrées", 570, 700, "130 entrées manquent, un mot assez long pour sortir du cadre")
    ]
    etroit, large = (
        float(re.search(r'width="([\d.]+)"', en_svg(puces(p), 400))[1])
        for p in ([Puce("Entrées", 570, 700, "130")], long)
    )
    assert large > etroit + 200
