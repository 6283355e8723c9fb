"""Tables as a workbook: captions, raw values, and never a formula."""

import io

from openpyxl import load_workbook

from plie_metrics.exports.xlsx import en_xlsx
from plie_metrics.presentation.tableau import effectif, tableau, texte


def relire(octets):
    classeur = load_workbook(io.BytesIO(octets))
    return {f.title: [[c.value for c in ligne] for ligne in f] for f in classeur}


def test_chaque_tableau_a_sa_feuille_sa_legende_et_ses_valeurs_brutes():
    colonnes = (texte("Champ"), effectif("Part"))
    octets = en_xlsx(
        {
            "Un": tableau("Légende (démonstration)", colonnes, [("a", 1 / 3), ("b", None)]),
            "Deux": tableau("Vide", colonnes, []),
        }
    )
    assert relire(octets) == {
        "Un": [["Légende (démonstration)", None], ["Champ", "Part"], ["a", 1 / 3], ["b", None]],
        "Deux": [["Vide", None], ["Champ", "Part"]],
    }


def test_un_texte_ne_devient_jamais_une_formule():
    octets = en_xlsx({"F": tableau("L", (texte("T"),), [("=1+1",), ("a\x00b",), (float("nan"),)])})
    feuille = load_workbook(io.BytesIO(octets))["F"]
    assert [feuille.cell(ligne, 1).data_type for ligne in (3, 4)] == ["s", "s"]
    assert [feuille.cell(ligne, 1).value for ligne in (3, 4, 5)] == ["=1+1", "ab", None]
