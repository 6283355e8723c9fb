"""CSV for a French spreadsheet: raw values, and no text that a spreadsheet would compute."""

import math

import pytest

from plie_metrics.exports.csv import en_csv
from plie_metrics.presentation.tableau import effectif, tableau, texte

TABLEAU = tableau(
    "Exemple",
    (texte("Commune"), effectif("Personnes"), effectif("Part")),
    [("Chenôve", 148, 148 / 1525), ("=1+1", None, math.nan), ("-3 ; x", 2.0, -0.5)],
)


def test_en_csv():
    assert en_csv(TABLEAU).decode("utf-8-sig") == (
        f"Commune;Personnes;Part\r\nChenôve;148;{148 / 1525!r}\r\n".replace("0.", "0,")
        + "'=1+1;;\r\n"
        + '"\'-3 ; x";2;-0,5\r\n'
    )


def test_les_notes_viennent_sous_le_tableau_et_ne_sont_jamais_des_formules():
    lignes = en_csv(TABLEAU, ["Exemple", "=1+1"]).decode("utf-8-sig").split("\r\n")
    assert lignes[4:] == ["", "Exemple", "'=1+1", ""]


def test_un_tableur_francais_reconnait_le_fichier():
    assert en_csv(TABLEAU).startswith(b"\xef\xbb\xbf")


@pytest.mark.parametrize("debut", ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"])
def test_aucun_texte_ne_commence_une_formule_pas_meme_un_titre(debut):
    hostile = f"{debut}cmd|' /C calc'!A0"
    lignes = en_csv(tableau("L", (texte(hostile),), [(hostile,)])).decode("utf-8-sig")
    assert lignes.count(f"'{debut}cmd") == 2
