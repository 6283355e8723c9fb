"""The activity report in Word: the order of the 2016 one, real tables, gaps for the prose."""

import io

import pytest
from docx import Document
from docx.oxml.ns import qn

from plie_metrics.exports.charte import Charte, Marque
from plie_metrics.exports.docx.plan import AUTRES, CHAPITRES, section_de
from plie_metrics.exports.docx.rapport import en_docx
from plie_metrics.planches.planche import Forme
from tests.editions.exemples import edition, vue
from tests.exports.lecture import contenant

SANS_LOGO = Charte("PLIE d’exemple")


@pytest.fixture(scope="module")
def editee():
    return edition(
        vue(titre="Les sorties d’abord", cle="sorties.motifs", indicateurs=("sorties",)),
        vue(),
        vue(titre="Les entrées par sexe", cle="publics.entrees", commentaire=""),
        vue(
            titre="Sans rubrique",
            cle="autre.vue",
            indicateurs=(),
            specification=None,
            forme=Forme(),
        ),
    )


@pytest.fixture(scope="module")
def octets(editee):
    return en_docx(editee, SANS_LOGO)


@pytest.fixture(scope="module")
def lu(octets):
    return Document(io.BytesIO(octets))


def titres(document, niveau):
    return [p.text for p in document.paragraphs if p.style.name == f"Heading {niveau}"]


def texte(document):
    return "\n".join(p.text for p in document.paragraphs)


def test_les_chapitres_suivent_l_ordre_du_rapport_2016(lu):
    assert titres(lu, 1) == [
        *("Sommaire", "Présentation du PLIE", "Le plan d’action du PLIE"),
        *("Les participants du PLIE", "L’activité du PLIE", "Les actions de la programmation"),
        *("Les clauses d’insertion", "La coordination du PLIE", "Appels à projets"),
        *("Perspectives", "Autres données de l’année", "Annexe 1. Cadre de référence du PLIE"),
        *("Annexe 2. Définitions", "Annexe 3. Sources et repères"),
    ]


def test_chaque_vue_est_sous_sa_rubrique_et_aucune_n_est_perdue(lu):
    constats = [t for t in titres(lu, 3) if "version" not in t]
    assert constats == [
        "Dijon reçoit 381 des 1 585 entrées",
        "Les entrées par sexe",
        "Les sorties d’abord",
        "Sans rubrique",
    ]


@pytest.mark.parametrize(
    ("cle", "indicateurs", "attendue"),
    [
        ("synthese.objectifs", ("entrees",), "Les objectifs de l’année"),
        ("territoire.communes", ("entrees",), "Lieu d’habitation et quartiers prioritaires"),
        ("publics.ages", ("personnes_accompagnees",), "Répartition par âge et par sexe"),
        ("publics.entrees", ("entrees",), "Les entrées"),
        ("parcours.duree", (), "Les étapes de parcours"),
        ("clauses.heures", ("clauses_heures",), "Heures, orientations et sorties"),
        ("referents.file", ("file_active",), "Le suivi de l’équipe des référents"),
        ("inconnue.x", ("inconnu",), AUTRES.titre),
    ],
)
def test_la_rubrique_d_une_vue_vient_de_sa_cle_puis_de_ce_qu_elle_compte(
    cle, indicateurs, attendue
):
    assert section_de(vue(cle=cle, indicateurs=indicateurs)).titre == attendue


def test_ce_que_l_equipe_redige_est_marque(lu):
    marques = [p.text for p in lu.paragraphs if p.style.name == "À compléter"]
    sections = [s for c in CHAPITRES for s in c.sections if s.a_completer]
    seuls = [c for c in CHAPITRES if c.a_completer]
    assert len(marques) == len(sections) + len(seuls) + len(("autres données", "annexe 1"))
    assert [m for m in marques if not m.startswith("[à compléter : ")] == []


def test_les_tableaux_sont_vrais_legendes_numerotes_titres_repetes(lu):
    assert len(lu.tables) == 4
    premier = [[case.text for case in ligne.cells] for ligne in lu.tables[0].rows]
    assert premier[1:4] == [
        ["Dijon", "381", "66,8\u202f%"],
        ["Chenôve", "1\u202f204", "20,0\u202f%"],
        ["Longvic", "▨ masqué : moins de 5", "▨ masqué"],
    ]
    assert lu.tables[0].rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
    description = lu.tables[0]._tbl.tblPr.find(qn("w:tblDescription"))
    assert description.get(qn("w:val")) == "Entrées par commune, année 2016"
    legendes = [p.text for p in lu.paragraphs if p.style.name == "Caption"]
    assert [mots.split("\u00a0:")[0] for mots in legendes] == [
        *("Figure 1", "Tableau 1", "Figure 2", "Tableau 2", "Figure 3", "Tableau 3", "Tableau 4"),
    ]


def test_les_graphiques_ont_un_texte_de_remplacement(lu):
    decrits = [i._inline.docPr.get("descr") for i in lu.inline_shapes]
    assert decrits == [vue().resume] * 3


def test_le_commentaire_est_repris_sinon_la_phrase_proposee(lu):
    assert texte(lu).count("La baisse tient aux prescriptions.") == 3
    assert texte(lu).count("Chenôve compte 1 204 entrées.") == 1


def test_reperes_definitions_et_empreinte_sont_dans_le_document(lu, editee, octets):
    pied = "\n".join(p.text for p in lu.sections[0].footer.paragraphs)
    assert "Données de démonstration" in pied
    assert f"Empreinte {editee.empreinte_courte}" in pied
    assert "Nombre de parcours commencés dans la période" in texte(lu)
    assert lu.core_properties.identifier == editee.empreinte
    assert "/docProps/core.xml" in contenant(octets, editee.empreinte)


def test_le_document_est_en_francais_et_a_un_sommaire(lu):
    assert lu.styles["Normal"].element.rPr.find(qn("w:lang")).get(qn("w:val")) == "fr-FR"
    instructions = [e.text for e in lu.element.body.iter(qn("w:instrText"))]
    assert instructions[0].strip().startswith("TOC")


def test_les_logos_sont_decrits():
    from PIL import Image  # noqa: PLC0415 - one use

    flux = io.BytesIO()
    Image.new("RGB", (300, 100), "navy").save(flux, "PNG")
    marque = Marque("Union européenne", flux.getvalue(), 300, 100)
    document = Document(
        io.BytesIO(
            en_docx(
                edition(vue(specification=None, forme=Forme())),
                Charte("P", logo=marque, financeurs=(marque,)),
            )
        )
    )
    decrits = [i._inline.docPr.get("descr") for i in document.inline_shapes]
    assert decrits == ["Logo : Union européenne"] * 2


def test_l_avancement_va_jusqu_au_bout():
    vus = []
    en_docx(edition(vue(), vue()), SANS_LOGO, avancer=lambda *etape: vus.append(etape))
    assert [fait for fait, _, _ in vus] == [0, 1, 2]
