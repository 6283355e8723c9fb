"""Records and cells found by arithmetic are those that a reader of CSV finds."""

import csv
import io

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from plie_metrics.importation.decoupage import decouper

CASES = st.text(alphabet=st.sampled_from('ab ",;\n'), max_size=6)
LIGNES = st.lists(st.lists(CASES, min_size=2, max_size=5), min_size=1, max_size=8)


def test_des_lignes_simples():
    decoupe = decouper(b"a,b\nc,d,e\n\nf", ord(","))
    assert decoupe.fins.tolist() == [3, 9, 10]
    assert decoupe.largeurs.tolist() == [2, 3, 1]
    assert decoupe.lignes is None
    assert decoupe.consomme == 11
    assert decoupe.plus_longue == 6


def test_un_bloc_sans_fin_de_ligne():
    decoupe = decouper(b"abc", ord(","))
    assert (decoupe.consomme, decoupe.plus_longue, decoupe.fins.size) == (0, 0, 0)


def test_une_case_entre_guillemets_sur_trois_lignes():
    decoupe = decouper(b'a,"b\n,\n"\nc,d\n', ord(","))
    assert decoupe.largeurs.tolist() == [2, 2]
    assert decoupe.lignes.tolist() == [3, 1]
    assert decoupe.guillemet_isole is None


def test_un_guillemet_isole_est_situe():
    assert decouper(b'a,5" b\n', ord(",")).guillemet_isole == 3
    assert decouper(b'a,"b"c\n', ord(",")).guillemet_isole == 4
    assert decouper(b'a,"b""c"\n', ord(",")).guillemet_isole is None
    assert decouper(b'"",""\n', ord(",")).guillemet_isole is None


@given(LIGNES)
def test_comme_le_lecteur_de_la_bibliotheque(lignes):
    texte = io.StringIO()
    csv.writer(texte, lineterminator="\n").writerows(lignes)
    octets = texte.getvalue().encode()
    decoupe = decouper(octets, ord(","))
    assert decoupe.consomme == len(octets)
    assert decoupe.largeurs.tolist() == [len(ligne) for ligne in lignes]
    assert decoupe.guillemet_isole is None
    lecteur = csv.reader(io.StringIO(texte.getvalue(), newline=""))
    finales = [lecteur.line_num for _ in lecteur]
    simples = np.ones(len(lignes), int) if decoupe.lignes is None else decoupe.lignes
    assert np.cumsum(simples).tolist() == finales
