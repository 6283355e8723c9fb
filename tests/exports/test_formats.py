"""Every file of an edition, read back: same figures, fingerprint, nothing that is masked."""

import io
import re
from dataclasses import replace
from email import message_from_bytes, policy
from html import unescape

import pytest
from pypdf import PdfReader

from plie_metrics.editions.canonique import sceller
from plie_metrics.exports.formats import FORMATS
from plie_metrics.planches.planche import Forme
from tests.editions.exemples import FIGEE, brouillon, edition, vue
from tests.exports.lecture import parties

COMPLETS = [nom for nom in FORMATS if not nom.startswith("lettre")]
"""The letter keeps the essential figures only."""


def morceaux(octets):
    """The parts of a file as they are stored, a mail's and a PDF's decoded."""
    if octets.startswith(b"%PDF"):
        pages = PdfReader(io.BytesIO(octets)).pages
        return [page.extract_text() for page in pages]
    if b"X-Unsent" in octets[:2000]:
        corps = message_from_bytes(octets, policy=policy.default).walk()
        return [partie.get_content() for partie in corps if partie.get_content_maintype() == "text"]
    return [contenu.decode("utf-8", "replace") for contenu in parties(octets).values()]


def lu(octets):
    """All that can be read in a file, with plain spaces."""
    texte = " ".join(re.sub(r"<[^>]*>", " ", morceau) for morceau in morceaux(octets))
    return " ".join(unescape(texte).replace("\u202f", " ").replace("\u00a0", " ").split())


@pytest.fixture(scope="module")
def fichiers():
    return {nom: un.fabriquer(edition()) for nom, un in FORMATS.items()}


@pytest.mark.parametrize("nom", FORMATS)
def test_chaque_fichier_porte_l_empreinte_et_dit_la_demonstration(fichiers, nom):
    dit = lu(fichiers[nom])
    assert edition().empreinte_courte in dit
    assert "Données de démonstration" in dit
    assert "31/12/2016" in dit


@pytest.mark.parametrize("nom", COMPLETS)
def test_chaque_chiffre_est_celui_de_l_edition_en_francais(fichiers, nom):
    dit = lu(fichiers[nom])
    attendus = (
        ["381", "0", "1204", "1585"] if nom == "xlsx" else ["381", "1 204", "1 585", "66,8 %"]
    )
    assert [chiffre for chiffre in attendus if chiffre not in dit] == []
    assert "masqué : moins de 5" in dit


def trop_bavarde():
    """An edition whose masked cells would still hold their numbers, five digits each, unique."""
    table = vue().tableau
    caches = iter(range(54_321, 54_400))
    lignes = tuple(
        tuple(
            replace(cellule, masque=True, texte="masqué", valeur=next(caches)) if rang else cellule
            for rang, cellule in enumerate(ligne)
        )
        if numero % 2
        else ligne
        for numero, ligne in enumerate(table.lignes)
    )
    montrees = (
        vue(tableau=replace(table, lignes=lignes)),
        vue(tableau=replace(table, lignes=lignes), forme=Forme(), specification=None),
    )
    return sceller(brouillon(*montrees), FIGEE), range(54_321, next(caches))


@pytest.mark.parametrize("nom", FORMATS)
def test_un_chiffre_masque_n_est_dans_aucune_partie_d_aucun_fichier(nom):
    editee, caches = trop_bavarde()
    morceaux_lus = morceaux(FORMATS[nom].fabriquer(editee))
    formes = [f for n in caches for f in (str(n), f"{n // 1000}\u202f{n % 1000}")]
    assert [f for f in formes if any(f in morceau for morceau in morceaux_lus)] == []


@pytest.mark.parametrize("nom", FORMATS)
def test_un_brouillon_se_dit_dans_le_fichier_et_dans_son_nom(nom):
    un = FORMATS[nom]
    assert "-brouillon." in un.fichier(brouillon())
    assert "Brouillon, non figé" in lu(un.fabriquer(brouillon()))


def test_deux_formats_n_ont_jamais_le_meme_nom_de_fichier():
    noms = [un.fichier(edition()) for un in FORMATS.values()]
    assert len(set(noms)) == len(noms)
