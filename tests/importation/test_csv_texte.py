"""The stream of a CSV file: whatever its blocks, encoding and line ends, the same text."""

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plie_metrics.importation.csv_texte import normaliser_csv
from plie_metrics.importation.flux import FluxIllisible, blocs_utf8, ligne_de
from plie_metrics.importation.limites import Limites
from plie_metrics.importation.texte_normalise import Blancs

TEXTE = "é;à;€\nœ;ç;x\n"


@given(
    st.text(alphabet=st.sampled_from("aéà\n,"), max_size=40),
    st.sampled_from(["utf-8", "utf-8-sig", "cp1252"]),
    st.sampled_from(["\n", "\r\n", "\r"]),
    st.integers(1, 7),
)
def test_la_taille_des_blocs_ne_change_rien(texte, codage, fin, taille):
    # some accents in a row, in Windows-1252, are also one character of UTF-8: not these
    octets = texte.replace("\n", fin).encode(codage)
    lu = b"".join(blocs_utf8(io.BytesIO(octets), max(taille, 3)))
    assert lu.decode() == texte


def test_windows_1252_est_reconnu_au_premier_accent():
    octets = ("a" * 50 + TEXTE).encode("cp1252")
    assert b"".join(blocs_utf8(io.BytesIO(octets), 7)).decode() == "a" * 50 + TEXTE


@pytest.mark.parametrize("taille", [3, 4, 5, 1000])
def test_un_accent_coupe_en_fin_de_fichier(taille):
    assert b"".join(blocs_utf8(io.BytesIO(b"abc\xe9"), taille)).decode() == "abcé"


def test_le_bom_ouvre_de_l_utf8_et_rien_d_autre():
    with pytest.raises(FluxIllisible, match="mélange UTF-8"):
        list(blocs_utf8(io.BytesIO(b"\xef\xbb\xbfabc\xe9;"), 100))


def test_la_ligne_d_un_octet(tmp_path):
    (tmp_path / "x").write_bytes(b"a\r\nb\r\nc\0")
    assert [ligne_de(tmp_path / "x", p, 100) for p in (0, 3, 7)] == [1, 2, 3]


def test_les_numeros_et_les_ecarts(tmp_path):
    (tmp_path / "x.csv").write_text('a;b\n1;2\n"x\ny";3\n4\n5;6;7\n8;"9;9";10\n\n11;12')
    for bloc in (8, 16, 1000):
        texte = normaliser_csv(tmp_path / "x.csv", tmp_path / "y.csv", Limites(ligne=40, bloc=bloc))
        assert texte.entetes == ("a", "b")
        assert texte.numeros.tolist() == [2, 3, 5, 6, 7, 8, 9]
        assert texte.ecarts.tolist() == [[2, 1], [3, 3], [4, 3]]
        assert texte.blancs is Blancs.SAUTS
        assert texte.enregistrements == 7
        assert (tmp_path / "y.csv").read_text() == ('1;2\n"x\ny";3\n4;\n5;6\n8;"9;9"\n;\n11;12\n')


def test_sans_saut_de_ligne_les_numeros_se_deduisent(tmp_path):
    (tmp_path / "x.csv").write_text("a,b\n1,2\n3,4\n")
    texte = normaliser_csv(tmp_path / "x.csv", tmp_path / "y.csv", Limites(bloc=4))
    assert texte.numeros is None
    assert texte.blancs is Blancs.AUCUN
    assert (tmp_path / "y.csv").read_text() == "1,2\n3,4\n"
