"""The workbook of an edition: real numbers, totals that agree, masks marked, ready to print."""

import io
from dataclasses import replace

import pytest
from openpyxl import load_workbook

from plie_metrics.editions.gel import figer_tableau
from plie_metrics.exports.classeur.edition import en_classeur
from plie_metrics.exports.nombres import format_excel, valeur_excel
from plie_metrics.presentation.formats import points, pourcent
from plie_metrics.presentation.tableau import effectif, tableau, texte
from tests.editions.exemples import edition, vue
from tests.exports.lecture import contenant

COLONNES = [texte("Commune"), effectif("Entrées"), effectif("Taux", lambda taux: pourcent(taux, 1))]
ENTETE = 4


def ouvrir(editee, **options):
    return load_workbook(io.BytesIO(en_classeur(editee)), **options)


def feuille(table, **options):
    return ouvrir(edition(vue(tableau=figer_tableau(table))), **options).worksheets[1]


def complete():
    lignes = [("Dijon", 1204, 0.5), ("Talant", 381, 0.25), ("Ensemble", 1585, 0.44)]
    return tableau("Entrées par commune", COLONNES, lignes, total=True)


def test_une_notice_puis_une_feuille_par_vue():
    assert ouvrir(edition()).sheetnames == [
        "Notice",
        "1 Entrées par commune",
        "2 Entrées par commune",
    ]


def test_les_nombres_sont_des_nombres_au_format_francais():
    lue = feuille(complete())
    cellules = [lue.cell(ENTETE + 1, rang) for rang in (1, 2, 3)]
    assert [c.value for c in cellules] == ["Dijon", 1204, 0.5]
    assert [c.number_format for c in cellules[1:]] == ["#,##0", '0.0"\u202f"%']


def test_un_total_qui_s_additionne_est_une_formule_qui_donne_la_valeur():
    formule, valeur = (
        feuille(complete(), data_only=lu).cell(ENTETE + 3, 2) for lu in (False, True)
    )
    assert formule.value == "=SUM(B5:B6)"
    assert valeur.value == 1585


def test_un_taux_ou_un_total_non_additif_est_donne_tel_quel():
    lue = feuille(complete())
    assert lue.cell(ENTETE + 3, 3).value == 0.44
    en_double = tableau(
        "X", COLONNES, [("A", 3, 1.0), ("B", 4, 0.5), ("Ensemble", 5, 0.6)], total=True
    )
    assert feuille(en_double).cell(ENTETE + 3, 2).value == 5


def test_ce_qui_est_masque_est_dit_et_hachure_sans_formule_de_total():
    lue = ouvrir(edition()).worksheets[1]
    masquee = lue.cell(ENTETE + 3, 2)
    assert masquee.value == "▨ masqué : moins de 5"
    assert masquee.fill.patternType == "lightUp"
    assert [lue.cell(ENTETE + 4, 2).value, lue.cell(ENTETE + 5, 2).value] == [0, 1585]


def test_aucun_texte_ne_devient_une_formule_ou_un_lien():
    lignes = [("=1+1", 3, 0.5), ("http://exemple.fr", 4, 0.5), ("+33", None, None)]
    lue = feuille(tableau("=cmd", COLONNES, lignes))
    cases = [lue.cell(ENTETE + rang, 1) for rang in (1, 2, 3)]
    assert [(c.value, c.data_type, c.hyperlink) for c in cases] == [
        ("=1+1", "s", None),
        ("http://exemple.fr", "s", None),
        ("+33", "s", None),
    ]
    assert lue.cell(ENTETE + 3, 2).value == "n.\u00a0d."


def test_la_feuille_s_imprime_en_paysage_titres_repetes_reperes_au_pied():
    lue = ouvrir(edition()).worksheets[1]
    assert (lue.page_setup.orientation, lue.page_setup.fitToHeight) == ("landscape", 0)
    assert lue.sheet_properties.pageSetUpPr.fitToPage
    assert lue.print_title_rows == "$1:$4"
    assert lue.freeze_panes == "B5"
    assert f"Empreinte {edition().empreinte_courte}" in lue.oddFooter.left.text
    assert "Financeur, effectifs de 1 à 4 masqués (▨)" in lue.oddFooter.left.text


def test_la_notice_dit_date_population_profil_definitions_et_empreinte():
    notice = ouvrir(edition()).worksheets[0]
    mots = {ligne[0].value: ligne[1].value for ligne in notice if ligne[0].value}
    assert mots["Données"] == "Arrêté du 31/12/2016, comparé à celui du 30/09/2016"
    assert mots["Période et population"] == "année 2016 · ensemble du PLIE"
    assert mots["Empreinte"] == edition().empreinte
    assert mots["Entrées dans le PLIE"].startswith("Nombre de parcours commencés dans la période")
    assert mots["1 Entrées par commune"] == vue().titre
    assert "Données de démonstration" in mots


def test_les_noms_de_feuilles_sont_acceptes_par_un_tableur():
    table = replace(
        vue().tableau, legende="Sorties [positives]/toutes : par motif, par très long nom"
    )
    noms = ouvrir(edition(vue(tableau=table), vue(tableau=table))).sheetnames[1:]
    assert noms == ["1 Sorties positives toutes par", "2 Sorties positives toutes par"]


def test_l_empreinte_entiere_est_dans_les_proprietes():
    octets = en_classeur(edition())
    assert "/docProps/custom.xml" in contenant(octets, edition().empreinte)


@pytest.mark.parametrize(
    ("code", "attendu"),
    [
        ("nombre:0", "#,##0"),
        ("nombre:2", "#,##0.00"),
        ("part", '[=0]0"\u202f"%;[<0.01]0.0"\u202f"%;0"\u202f"%'),
        ("euros:2", '#,##0.00"\u00a0€"'),
        ("ecart:0", "+#,##0;-#,##0;0"),
        ("libre", "General"),
        ("", "General"),
    ],
)
def test_le_format_suit_la_forme_de_la_colonne(code, attendu):
    assert format_excel(code) == attendu


def test_un_ecart_de_taux_s_ecrit_en_points():
    assert points(0.021) == "+2,1\u00a0points"
    assert valeur_excel("points:1", 0.021) == pytest.approx(2.1)
    assert format_excel("points:1") == '+0.0"\u00a0points";-0.0"\u00a0points";0'


def test_l_avancement_va_jusqu_au_bout():
    vus = []
    en_classeur(edition(), avancer=lambda *etape: vus.append(etape))
    assert [fait for fait, _, _ in vus] == [0, 1, 2]
