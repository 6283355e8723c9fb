"""The monthly letter: one page, a mail that opens anywhere, the same figures in both."""

import email
import io
import re
from dataclasses import replace
from email.policy import default

import pytest
from PIL import Image
from pypdf import PdfReader

from plie_metrics.calcul.registre import definition
from plie_metrics.editions.gel import figer_tableau
from plie_metrics.editions.modele import ChiffreFige
from plie_metrics.exports.charte import Charte, Marque
from plie_metrics.exports.lettre.contenu import Chiffre, rediger
from plie_metrics.exports.lettre.message import en_message
from plie_metrics.exports.lettre.page import en_page
from plie_metrics.planches.planche import Forme
from plie_metrics.presentation.formats import pourcent
from plie_metrics.presentation.tableau import Masquee, effectif, tableau, texte
from tests.editions.exemples import edition, vue

SANS_LOGO = Charte("PLIE d’exemple", contact="contact@exemple.fr")


def objectifs(entrees=570):
    table = tableau(
        "Objectifs, année 2016",
        [
            texte("Objectif"),
            effectif("Réalisé"),
            effectif("Objectif visé"),
            effectif("Taux", lambda taux: pourcent(taux, 1)),
        ],
        [("Entrées", entrees, 700, 0.814), ("File active", 799, 889, 0.899)],
    )
    return vue(cle="synthese.objectifs", titre="Deux retards", tableau=figer_tableau(table))


def lire(editee, charte=SANS_LOGO):
    return email.message_from_bytes(en_message(editee, charte), policy=default)


@pytest.fixture(scope="module")
def editee():
    return edition(
        objectifs(), vue(), vue(titre="Et <ceci> & cela", specification=None, forme=Forme())
    )


@pytest.fixture(scope="module")
def message(editee):
    return lire(editee)


def test_les_chiffres_essentiels_sont_les_objectifs_puis_les_totaux(editee):
    assert rediger(editee).chiffres == (
        Chiffre("Entrées", "570", "objectif 700 · 81,4\u202f%"),
        Chiffre("File active", "799", "objectif 889 · 89,9\u202f%"),
    )
    total = ChiffreFige("entrees", 1, "1\u202f585", 1585)
    assert rediger(edition(vue(chiffres=(total,)))).chiffres == (
        Chiffre(definition("entrees").titre, "1\u202f585"),
    )
    masque = ChiffreFige("entrees", 1, "masqué : moins de 5", None, True)
    assert rediger(edition(vue(chiffres=(masque,)))).chiffres == ()


def test_la_lettre_dit_a_qui_elle_va_et_le_commentaire_des_objectifs(editee, message):
    dit = objectifs().commentaire
    assert rediger(editee).mot == dit
    for forme in ("plain", "html"):
        corps = message.get_body((forme,)).get_content()
        assert dit in corps
        assert "Aux financeurs" in corps
    exacte = lire(edition(objectifs(), profil="equipe", seuil=None))
    assert "À l’équipe du PLIE" in exacte.get_body(("plain",)).get_content()


def test_un_objectif_masque_le_reste():
    masque = edition(objectifs(Masquee("masqué : moins de 5")))
    assert rediger(masque).chiffres[0].valeur == "▨ masqué : moins de 5"


def test_le_courriel_a_un_sujet_deux_formes_et_ses_images(message):
    assert message["Subject"] == "PLIE d’exemple – Lettre d’information\u00a0: décembre 2016"
    assert message["X-Unsent"] == "1"
    assert [p.get_content_type() for p in message.walk()] == [
        "multipart/alternative",
        "text/plain",
        "multipart/related",
        "text/html",
        "image/png",
    ]


def test_chaque_image_du_html_est_jointe_et_decrite(message):
    html = message.get_body(("html",)).get_content()
    appelees = re.findall(r'<img src="cid:([^"]+)"', html)
    jointes = [p["Content-ID"].strip("<>") for p in message.walk() if p["Content-ID"]]
    assert appelees == jointes
    assert re.findall(r'alt="([^"]*)"', html) == [vue().resume]


def test_le_html_est_en_tables_et_styles_en_ligne_sans_rien_chercher_au_dehors(message):
    html = message.get_body(("html",)).get_content()
    assert "<style" not in html
    assert "<script" not in html
    assert re.findall(r'(?:src|href)="(?!cid:)[^"]*"', html) == []
    assert html.startswith('<!DOCTYPE html><html lang="fr">')


def test_un_texte_n_est_jamais_du_html(message):
    html = message.get_body(("html",)).get_content()
    assert "Et &lt;ceci&gt; &amp; cela" in html
    assert "<ceci>" not in html


def test_texte_html_et_pdf_disent_les_memes_chiffres_et_reperes(editee, message):
    html = re.sub(r"<[^>]+>", " ", message.get_body(("html",)).get_content())
    clair = message.get_body(("plain",)).get_content()
    (page,) = PdfReader(io.BytesIO(en_page(editee, SANS_LOGO))).pages
    for lu in (html, clair, page.extract_text()):
        dit = " ".join(lu.split()).replace("\u202f", " ").replace("\u00a0", " ")
        for attendu in (
            *("570", "799", "81,4 %", "Dijon reçoit 381 des 1 585 entrées"),
            *("Données de démonstration", "Financeur, effectifs de 1 à 4 masqués"),
            *(f"Empreinte {editee.empreinte_courte}", "La baisse tient aux prescriptions."),
        ):
            assert attendu in dit


def test_la_lettre_tient_toujours_sur_une_page(editee):
    long = vue(titre="Un constat assez long pour prendre deux lignes dans la page " * 3)
    pleine = edition(
        objectifs(), long, replace(long, cle="b"), *(vue(titre=f"C{n}" * 60) for n in range(6))
    )
    for une in (editee, pleine, edition(vue(specification=None, forme=Forme()))):
        assert len(PdfReader(io.BytesIO(en_page(une, SANS_LOGO))).pages) == 1


def test_les_logos_des_financeurs_sont_joints_et_decrits(editee):
    flux = io.BytesIO()
    Image.new("RGB", (300, 100), "navy").save(flux, "JPEG")
    marque = Marque("Union européenne", flux.getvalue(), 300, 100)
    html = lire(editee, replace(SANS_LOGO, financeurs=(marque,)))
    assert html.get_body(("html",)).get_content().count('alt="Logo : Union européenne"') == 1
    assert [p.get_content_type() for p in html.walk()].count("image/jpeg") == 1


def test_la_meme_edition_donne_la_meme_lettre(editee):
    assert en_message(editee, SANS_LOGO) == en_message(editee, SANS_LOGO)
    assert en_page(editee, SANS_LOGO) == en_page(editee, SANS_LOGO)
