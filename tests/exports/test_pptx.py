"""The presentation: native charts that hold the data, real tables, notes, nothing lost or cut."""

import io
import subprocess
from dataclasses import replace

import pytest
from pptx import Presentation
from pptx.enum.chart import XL_CHART_TYPE
from pypdf import PdfReader

from plie_metrics.editions.gel import figer_tableau
from plie_metrics.exports.charte import Charte, Marque
from plie_metrics.exports.pptx.dispositions import (
    CORPS,
    DISPOSITIONS,
    HAUTEUR,
    IDX_CORPS,
    IDX_PIED,
    LARGEUR,
)
from plie_metrics.exports.pptx.masque import emu
from plie_metrics.exports.pptx.mesure import hauteur, largeur, lignes
from plie_metrics.exports.pptx.modele import manque
from plie_metrics.exports.pptx.presentation import en_pptx
from plie_metrics.exports.pptx.tableaux import paginer
from plie_metrics.planches.planche import Forme
from plie_metrics.presentation import palette
from plie_metrics.presentation.graphiques.barres import Barre, barres
from plie_metrics.presentation.tableau import effectif, tableau, texte
from tests.editions.exemples import edition, vue
from tests.exports.lecture import contenant

SANS_LOGO = Charte("PLIE d’exemple")


def ouvrir(editee, charte=SANS_LOGO):
    return Presentation(io.BytesIO(en_pptx(editee, charte)))


def formes(presentation, genre):
    return [
        (diapositive, forme)
        for diapositive in presentation.slides
        for forme in diapositive.shapes
        if getattr(forme, genre)
    ]


def textes(diapositive):
    return [f.text_frame.text for f in diapositive.shapes if f.has_text_frame]


def grande(combien):
    """A view whose table takes several slides."""
    colonnes = [texte("Commune"), effectif("Entrées")]
    rangees = [(f"Commune {rang}", 1000 + rang) for rang in range(combien)]
    table = tableau("Entrées", colonnes, [*rangees, ("Ensemble", 99_000)], total=True)
    return vue(tableau=figer_tableau(table))


@pytest.fixture(scope="module")
def octets():
    return en_pptx(edition(), SANS_LOGO)


@pytest.fixture(scope="module")
def presentation(octets):
    return Presentation(io.BytesIO(octets))


def test_le_graphique_est_natif_et_tient_les_chiffres_de_l_edition(presentation):
    ((_, forme),) = formes(presentation, "has_chart")
    graphique = forme.chart
    assert graphique.chart_type == XL_CHART_TYPE.BAR_CLUSTERED
    assert list(graphique.plots[0].categories) == [
        "Dijon",
        "Chenôve",
        "Longvic ▨ masqué",
        "Neuilly",
    ]
    (serie,) = graphique.plots[0].series
    assert (serie.name, tuple(serie.values)) == ("Entrées", (381, 1204, None, 0))
    assert serie.data_labels.number_format == "#,##0"


def test_le_classeur_du_graphique_se_modifie_dans_powerpoint(presentation):
    from openpyxl import load_workbook  # noqa: PLC0415 - one use

    ((_, forme),) = formes(presentation, "has_chart")
    classeur = load_workbook(io.BytesIO(forme.chart.part.chart_workbook.xlsx_part.blob))
    lues = [[cellule.value for cellule in ligne] for ligne in classeur.active]
    assert lues == [
        [None, "Entrées"],
        ["Dijon", 381],
        ["Chenôve", 1204],
        ["Longvic ▨ masqué", None],
        ["Neuilly", 0],
    ]


def test_les_tableaux_sont_de_vrais_tableaux_masques_marques(presentation):
    (_, en_vue), (_, en_annexe) = formes(presentation, "has_table")
    attendu = [
        ["Commune", "Entrées", "Part"],
        ["Dijon", "381", "66,8\u202f%"],
        ["Chenôve", "1\u202f204", "20,0\u202f%"],
        ["Longvic", "▨ masqué : moins de 5", "▨ masqué"],
        ["Neuilly", "0", "0,0\u202f%"],
        ["Ensemble", "1\u202f585", "100,0\u202f%"],
    ]
    for forme in (en_vue, en_annexe):
        lues = [[case.text for case in ligne.cells] for ligne in forme.table.rows]
        assert lues == attendu
        assert (forme.table.first_row, forme.table.last_row) == (True, True)


def test_ce_qui_se_regarde_a_un_texte_de_remplacement(presentation):
    decrits = [
        forme._element.xpath(".//p:cNvPr")[0].get("descr")
        for genre in ("has_chart", "has_table")
        for _, forme in formes(presentation, genre)
    ]
    assert decrits == [
        "Entrées par commune : Chenôve 1 204, Dijon 381.",
        "Entrées par commune, année 2016",
        "Entrées par commune, année 2016",
    ]


def test_les_notes_disent_le_commentaire_la_definition_et_la_source(presentation):
    notes = presentation.slides[1].notes_slide.notes_text_frame.text
    assert "Rappeler le courrier aux prescripteurs." in notes
    assert "La baisse tient aux prescriptions." in notes
    assert "Nombre de parcours commencés dans la période" in notes
    assert "Source : Arrêté du 31/12/2016" in notes.replace("\u00a0", " ")


def test_chaque_diapositive_porte_date_population_profil_seuil_et_empreinte(presentation):
    court = edition().empreinte_courte
    for diapositive in list(presentation.slides)[1:]:
        pied = diapositive.placeholders[IDX_PIED].text_frame.text
        assert "Arrêté du 31/12/2016, comparé à celui du 30/09/2016" in pied
        assert "année 2016 · ensemble du PLIE" in pied
        assert "Financeur, effectifs de 1 à 4 masqués (▨)" in pied
        assert "Données de démonstration" in pied
        assert f"Empreinte {court}" in pied


def test_l_empreinte_entiere_est_dans_les_proprietes(presentation):
    assert presentation.core_properties.identifier == edition().empreinte
    assert presentation.core_properties.title == "COPIL de janvier 2017"


def test_aucune_diapositive_n_a_de_zone_vide(presentation):
    for diapositive in presentation.slides:
        vides = [
            z.name for z in diapositive.placeholders if z.has_text_frame and not z.text_frame.text
        ]
        assert vides == []


def test_les_deux_memes_donnent_la_meme_presentation(octets):
    autre = en_pptx(edition(), SANS_LOGO)
    assert contenant(autre, edition().empreinte) == contenant(octets, edition().empreinte) != []


@pytest.mark.parametrize("combien", [12, 19, 45, 130])
def test_un_long_tableau_se_suit_sans_rien_perdre_ni_deborder(combien):
    presentation = ouvrir(edition(grande(combien), vue()))
    rangees = []
    for _, forme in formes(presentation, "has_table"):
        assert forme.top + sum(r.height for r in forme.table.rows) <= emu(CORPS[1] + CORPS[3]) + 9
        assert forme.left + forme.width <= emu(LARGEUR)
        rangees += [r.cells[0].text for r in list(forme.table.rows)[1:]]
    assert [r for r in rangees if r.startswith("Commune")] == [
        f"Commune {n}" for n in range(combien)
    ]


def test_un_long_commentaire_continue_sur_d_autres_diapositives():
    long = "\n".join(
        f"Paragraphe {n} : " + "la baisse des prescriptions pèse. " * 12 for n in range(9)
    )
    presentation = ouvrir(edition(vue(commentaire=long)))
    lus = " ".join(t for d in presentation.slides for t in textes(d))
    assert [n for n in range(9) if f"Paragraphe {n} " not in lus] == []
    for diapositive in presentation.slides:
        for zone in diapositive.placeholders:
            if zone.placeholder_format.idx == 14 and zone.has_text_frame and zone.text_frame.text:
                paragraphes = [p.text for p in zone.text_frame.paragraphs]
                taille = zone.text_frame.paragraphs[0].runs[0].font.size
                points = taille.pt if taille else 12
                assert hauteur(paragraphes, points, zone.width / emu(1)) <= zone.height / emu(1)


def test_un_titre_tres_long_tient_sur_deux_lignes():
    titre = "Les entrées baissent dans quatre communes sur cinq et montent seulement à Dijon, " * 2
    presentation = ouvrir(edition(vue(titre=titre.strip())))
    zone = presentation.slides[1].shapes.title
    points = zone.text_frame.paragraphs[0].runs[0].font.size.pt
    assert lignes(titre, points, 10.1, gras=True) <= 2


@pytest.mark.parametrize(
    ("genre", "attendu"),
    [
        ("barres_groupees", XL_CHART_TYPE.COLUMN_CLUSTERED),
        ("barres_empilees", XL_CHART_TYPE.COLUMN_STACKED),
        ("courbes", XL_CHART_TYPE.LINE_MARKERS),
    ],
)
def test_la_forme_dit_le_genre_du_graphique(genre, attendu):
    table = tableau(
        "Âges",
        [texte("Âge"), effectif("Femmes"), effectif("Hommes")],
        [("15-24", 31, 14), ("25-44", 517, 498)],
    )
    figee = vue(tableau=figer_tableau(table), forme=Forme(genre, "Âge", ("Femmes", "Hommes")))
    ((_, forme),) = formes(ouvrir(edition(figee)), "has_chart")
    assert forme.chart.chart_type == attendu
    assert [tuple(s.values) for s in forme.chart.plots[0].series] == [(31, 517), (14, 498)]


def test_une_carte_devient_une_image_decrite_et_son_tableau_suit():
    presentation = ouvrir(edition(vue(forme=Forme("carte"))))
    images = [f for d in presentation.slides for f in d.shapes if hasattr(f, "image")]
    assert [i._element.xpath(".//p:cNvPr")[0].get("descr") for i in images] == [vue().resume]
    assert len(formes(presentation, "has_table")) == 1


def test_une_vue_entierement_masquee_se_montre_en_tableau():
    table = replace(vue().tableau, lignes=vue().tableau.lignes[2:3], total=False)
    presentation = ouvrir(edition(vue(tableau=table)))
    assert (len(formes(presentation, "has_chart")), len(formes(presentation, "has_table"))) == (
        0,
        1,
    )


def test_les_logos_sont_dans_le_masque_et_decrits():
    marque = Marque("Union européenne", _png(), 300, 100)
    presentation = ouvrir(edition(), Charte("PLIE", logo=marque, financeurs=(marque,)))
    supports = (presentation.slide_master, presentation.slide_layouts[0])
    noms = [[f.name for f in s.shapes if hasattr(f, "image")] for s in supports]
    assert noms == [["Union européenne"] * 2] * 2


def test_le_modele_du_plie_remplace_celui_de_la_maison(octets):
    propre = Presentation(io.BytesIO(octets))
    propre.slide_master.name = "Masque du PLIE"
    flux = io.BytesIO()
    propre.save(flux)
    assert manque(flux.getvalue()) is None
    refaite = ouvrir(edition(), Charte("PLIE", modele=flux.getvalue()))
    assert refaite.slide_master.name == "Masque du PLIE"
    assert len(refaite.slides) == len(propre.slides)


def test_un_modele_inutilisable_est_dit_et_celui_de_la_maison_sert():
    autre = io.BytesIO()
    Presentation().save(autre)
    assert manque(autre.getvalue()) == "il n’a pas de disposition nommée « Couverture »"
    assert manque(b"PK abime").startswith("ce fichier n’est pas une présentation PowerPoint")
    presentation = ouvrir(edition(), Charte("PLIE", modele=b"PK abime"))
    assert [d.name for d in presentation.slide_layouts] == [d.nom for d in DISPOSITIONS]


def test_l_avancement_va_jusqu_au_bout():
    vus = []
    en_pptx(edition(), SANS_LOGO, avancer=lambda *etape: vus.append(etape))
    assert vus[0] == (0, 3, vue().titre)
    assert [fait for fait, _, _ in vus] == [0, 1, 2, 3]


def test_libreoffice_l_ouvre_et_montre_chaque_diapositive(tmp_path):
    """As a reader would: every slide a page, its finding and its fingerprint readable on it."""
    editee = edition(vue(), vue(forme=Forme("carte")), grande(30), vue(forme=Forme()))
    fichier = tmp_path / "copil.pptx"
    fichier.write_bytes(en_pptx(editee, SANS_LOGO))
    profil = f"-env:UserInstallation=file://{tmp_path}/profil"
    commande = ["soffice", profil, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path)]
    subprocess.run([*commande, str(fichier)], check=True, capture_output=True, timeout=300)
    pages = PdfReader(tmp_path / "copil.pdf").pages
    diapositives = list(Presentation(str(fichier)).slides)
    assert len(pages) == len(diapositives)
    for page, diapositive in zip(pages, diapositives, strict=True):
        lu = " ".join(page.extract_text().split())
        assert diapositive.shapes.title.text_frame.text.split()[0] in lu
        assert editee.empreinte_courte in lu
        assert round(page.mediabox.width / page.mediabox.height, 2) == round(LARGEUR / HAUTEUR, 2)


def _png():
    from PIL import Image  # noqa: PLC0415 - one use

    flux = io.BytesIO()
    Image.new("RGB", (300, 100), "navy").save(flux, "PNG")
    return flux.getvalue()


def test_les_couleurs_de_l_ecran_que_le_sous_titre_explique_sont_reprises():
    figee = vue(
        specification=barres(
            [Barre("Dijon", 381, "381", palette.REPERE), Barre("Chenôve", 1204, "1 204")]
        )
    )
    ((_, forme),) = formes(ouvrir(edition(figee)), "has_chart")
    (serie,) = forme.chart.plots[0].series
    teintes = [p.get("val") for p in serie._element.xpath("./c:dPt//a:srgbClr")]
    assert teintes == [palette.REPERE.lstrip("#")]


def test_vingt_vues_tiennent_au_sommaire():
    vues = [vue(titre=f"Un constat de longueur ordinaire, numéro {rang}") for rang in range(20)]
    sommaire = ouvrir(edition(*vues)).slides[1].placeholders[IDX_CORPS].text_frame
    paragraphes = [p.text for p in sommaire.paragraphs]
    assert len(paragraphes) == 20
    assert (
        hauteur(paragraphes, sommaire.paragraphs[0].runs[0].font.size.pt, CORPS[2], 3) <= CORPS[3]
    )


def test_un_tableau_large_ne_coupe_pas_ses_mots():
    colonnes = [texte("Objectif"), *(texte(f"Une colonne de mots {n}") for n in range(4))]
    colonnes += [effectif("Réalisé"), effectif("Probabilité")]
    phrase = "une phrase assez longue pour prendre plusieurs lignes dans sa colonne"
    table = tableau("Large", colonnes, [("Entrées", *[phrase] * 4, 12_345, 3)])
    grille = paginer(figer_tableau(table))
    assert sum(grille.largeurs) <= CORPS[2] + 0.01
    for large, colonne in zip(grille.largeurs, colonnes, strict=True):
        assert largeur(max(colonne.titre.split(), key=len), grille.taille, gras=True) < large
