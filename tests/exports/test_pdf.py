"""The report as PDF: tagged, its figures readable, masks told, nothing from the machine."""

import io
from dataclasses import replace

import pytest
from pypdf import PdfReader

from plie_metrics.editions.gel import figer_tableau
from plie_metrics.exports.charte import Charte, Marque
from plie_metrics.exports.pdf.composition import ComposeImpossible, composer
from plie_metrics.exports.pdf.plan import planifier
from plie_metrics.exports.pdf.rapport import en_pdf
from plie_metrics.planches.planche import Forme
from plie_metrics.presentation.graphiques.barres import Barre, barres
from plie_metrics.presentation.tableau import effectif, tableau, texte
from tests.editions.exemples import FIGEE, edition, vue

SANS_LOGO = Charte("PLIE d’exemple")


@pytest.fixture(scope="module")
def octets():
    return en_pdf(edition(), SANS_LOGO)


@pytest.fixture(scope="module")
def lu(octets):
    return PdfReader(io.BytesIO(octets))


def textes(lecteur):
    return [" ".join(page.extract_text().split()) for page in lecteur.pages]


def elements(lecteur):
    """The tags of the document, in the order they are read."""

    def marcher(noeud):
        noeud = noeud.get_object()
        if not hasattr(noeud, "get"):
            return
        if noeud.get("/S"):
            yield noeud
        enfants = noeud.get("/K", [])
        for enfant in enfants if isinstance(enfants, list) else [enfants]:
            if not isinstance(enfant, int):
                yield from marcher(enfant)

    return list(marcher(lecteur.trailer["/Root"]["/StructTreeRoot"]))


def test_le_rapport_est_balise_en_francais_et_titre(lu):
    racine = lu.trailer["/Root"]
    assert racine["/MarkInfo"]["/Marked"]
    assert racine["/Lang"] == "fr-FR" or racine["/Lang"] == "fr"
    assert racine["/ViewerPreferences"]["/DisplayDocTitle"]
    assert lu.metadata.title == "COPIL de janvier 2017"
    assert b"pdfuaid" in lu.xmp_metadata.stream.get_data()


def test_titres_tableaux_et_graphiques_sont_annonces_a_un_lecteur_d_ecran(lu):
    tags = elements(lu)
    genres = [tag["/S"] for tag in tags]
    assert {"/H1", "/Table", "/TH", "/TD", "/Figure", "/TOC"} <= set(genres)
    figures = [tag.get("/Alt") for tag in tags if tag["/S"] == "/Figure"]
    assert vue().resume in figures


def test_chaque_page_est_en_a4_paysage(lu):
    tailles = {(round(p.mediabox.width), round(p.mediabox.height)) for p in lu.pages}
    assert tailles == {(842, 595)}


def test_couverture_sommaire_une_vue_par_page_decisions_definitions_sources(lu):
    pages = textes(lu)
    debuts = [vue().titre, vue().titre, "Décisions", "Définitions", "Sources et repères"]
    assert len(pages) == 7
    assert "COPIL de janvier 2017" in pages[0]
    assert "20 janvier 2017" in pages[0]
    assert pages[1].startswith("Sommaire")
    for page, debut in zip(pages[2:], debuts, strict=True):
        assert page.replace("\u202f", " ").startswith(debut.replace("\u202f", " "))


def test_le_sommaire_donne_les_pages(lu):
    sommaire = textes(lu)[1]
    assert [n for n in ("3", "4", "5", "6", "7") if f" {n}" not in sommaire] == []


def test_les_chiffres_sont_ceux_de_l_edition_les_masques_sont_dits(lu):
    page = textes(lu)[2].replace("\u202f", " ")
    for attendu in ("Dijon 381 66,8 %", "Chenôve 1 204 20,0 %", "Neuilly 0 0,0 %", "1 585"):
        assert attendu in page
    assert "▨ masqué : moins de 5" in page.replace("\u00a0", " ")


def test_chaque_page_apres_la_couverture_porte_les_reperes(lu):
    for page in textes(lu)[1:]:
        assert "Arrêté du 31/12/2016, comparé à celui du 30/09/2016" in page
        assert "Financeur, effectifs de 1 à 4 masqués (▨)" in page
        assert "Données de démonstration" in page
        assert f"Empreinte {edition().empreinte_courte}" in page


def test_ce_que_l_edition_compare_se_dit_quand_une_vue_le_montre():
    page = textes(PdfReader(io.BytesIO(en_pdf(edition(vue()), SANS_LOGO))))[2]
    assert "Arrêté du 31/12/2016" in page
    assert "comparé à" not in page


def test_une_page_qui_continue_dit_de_quelle_vue():
    lignes = [(f"Commune {rang}", rang) for rang in range(90)]
    table = figer_tableau(tableau("Entrées", [texte("Commune"), effectif("Entrées")], lignes))
    seule = edition(vue(tableau=table, specification=None, forme=Forme()))
    pages = textes(PdfReader(io.BytesIO(en_pdf(seule, SANS_LOGO))))
    suite = f"{vue().titre} (suite)"
    assert [rang for rang, page in enumerate(pages, 1) if suite in page] == [4, 5]


def test_la_police_voyage_dans_le_fichier(lu):
    noms = {
        str(police.get_object()["/BaseFont"])
        for page in lu.pages
        for police in page["/Resources"].get("/Font", {}).values()
    }
    assert any("SourceSansPro" in nom for nom in noms)
    assert [nom for nom in noms if "+" not in nom] == []


def test_la_meme_edition_donne_les_memes_octets(octets):
    assert en_pdf(edition(), SANS_LOGO) == octets


def test_le_graphique_reste_vectoriel(lu):
    assert [image.name for page in lu.pages for image in page.images] == []


def test_un_texte_n_est_jamais_une_commande_du_modele():
    hostile = '#panic("non") $x$ = *gras* <etiquette> @cite'
    table = tableau(hostile, [texte(hostile), effectif("E")], [(hostile, 3)])
    page = textes(
        PdfReader(
            io.BytesIO(
                en_pdf(
                    edition(vue(titre=hostile, commentaire=hostile, tableau=figer_tableau(table))),
                    SANS_LOGO,
                )
            )
        )
    )[2]
    assert page.count('#panic("non") $x$ = *gras* <etiquette> @cite') >= 3


def test_un_long_tableau_se_suit_avec_ses_titres():
    rangees = [(f"Commune {rang}", rang) for rang in range(120)]
    table = figer_tableau(tableau("E", [texte("Commune"), effectif("Entrées")], rangees))
    pages = textes(PdfReader(io.BytesIO(en_pdf(edition(vue(tableau=table)), SANS_LOGO))))
    suites = [page for page in pages if "Commune 5" in page or "Commune 119" in page]
    assert len(suites) >= 2
    assert [page for page in suites if "Entrées" not in page] == []


def test_sans_logo_ni_vue_ni_decision_le_rapport_se_fait():
    vide = replace(edition(vue(commentaire="", specification=None, forme=Forme())), decisions=())
    assert len(PdfReader(io.BytesIO(en_pdf(vide, SANS_LOGO))).pages) == 5


def test_les_logos_sont_decrits():
    from PIL import Image  # noqa: PLC0415 - one use

    flux = io.BytesIO()
    Image.new("RGB", (300, 100), "navy").save(flux, "PNG")
    marque = Marque("Union européenne", flux.getvalue(), 300, 100)
    lecteur = PdfReader(
        io.BytesIO(en_pdf(edition(), Charte("PLIE", logo=marque, financeurs=(marque,))))
    )
    figures = [tag.get("/Alt") for tag in elements(lecteur) if tag["/S"] == "/Figure"]
    assert figures.count("Logo : Union européenne") == 2


def test_un_modele_qui_echoue_se_dit_en_francais():
    with pytest.raises(ComposeImpossible, match="Les autres formats restent disponibles"):
        composer("rapport", {}, {}, FIGEE)


def test_le_graphique_ne_depasse_jamais_la_page():
    plan = planifier(vue().tableau, []).avec('<svg width="100" height="900">')
    assert plan.large * 9 <= 146 + 0.5


def test_l_avancement_va_jusqu_au_bout():
    vus = []
    en_pdf(edition(), SANS_LOGO, avancer=lambda *etape: vus.append(etape))
    assert [fait for fait, _, _ in vus] == [0, 1, 2, 3]


def test_un_graphique_haut_reste_sous_son_titre_meme_long():
    haut = barres([Barre(f"Commune {rang}", rang, str(rang)) for rang in range(60)])
    for titre in ("Court", "Un constat assez long pour prendre deux lignes de la page " * 2):
        pages = textes(
            PdfReader(io.BytesIO(en_pdf(edition(vue(titre=titre, specification=haut)), SANS_LOGO)))
        )
        assert "Commune 7" in pages[2]
        assert pages[3].startswith("Décisions")
