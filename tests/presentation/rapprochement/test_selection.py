"""Verdicts, finding and order of the cases: none counted twice, none without a base as a gap."""

from plie_metrics.presentation.rapprochement.constats import ailleurs, constat, resume, sans_base
from plie_metrics.presentation.rapprochement.selection import (
    a_voir_d_abord,
    documents_du_plie,
    filtrer,
    ordonner,
    par_document,
)
from plie_metrics.presentation.rapprochement.verdicts import Verdict, comptes, verdict
from plie_metrics.publications.rapprochement.cas import Statut
from tests.presentation import exemples_cas as exemples

JUSTE = exemples.cas(Statut.EGAL)
EXPLIQUE = exemples.cas(Statut.NOTE, rang=2)
INEXPLIQUE = exemples.cas(Statut.INEXPLIQUE, rang=1)
SANS_BASE = exemples.sans_base()
DE_ROMANS = exemples.cas(Statut.INEXPLIQUE, "romans")
TOUS = (JUSTE, EXPLIQUE, INEXPLIQUE, SANS_BASE, DE_ROMANS)


def clair(texte):
    return texte.replace("\u202f", " ").replace("\u00a0", " ")


def test_un_chiffre_sans_base_n_est_pas_un_ecart():
    assert SANS_BASE.statut is Statut.INEXPLIQUE
    assert verdict(SANS_BASE) is Verdict.INVERIFIABLE
    assert verdict(SANS_BASE).libelle == "? invérifiable"
    assert verdict(INEXPLIQUE).libelle == "≠ inexpliqué"


def test_les_comptes_font_le_total_et_chaque_cas_a_un_seul_document():
    assert list(comptes(TOUS).values()) == [1, 1, 0, 2, 1]
    groupes = par_document(TOUS, ["romans", "rapport", "vide"])
    assert {nom: len(groupe) for nom, groupe in groupes.items()} == {"romans": 1, "rapport": 4}


def test_le_constat_ne_compte_que_ce_qui_est_verifie():
    phrase = constat(TOUS[:4])
    assert clair(phrase) == (
        "Documents du PLIE : 3 vérifications, 1 juste, 1 écart expliqué, 1 inexpliqué"
    )
    assert constat((JUSTE, SANS_BASE)).endswith(", aucun écart")
    assert clair(sans_base(TOUS)).startswith("1 autre n'est pas vérifiable")
    assert sans_base((JUSTE,)) == ailleurs(()) == ""
    assert clair(ailleurs((DE_ROMANS,))) == (
        "Autres territoires, comptés à part : 0 juste, 0 écart expliqué, 1 inexpliqué, "
        "0 invérifiable."
    )
    assert clair(resume(TOUS)) == "2 inexpliqués, 1 expliqué, 1 invérifiable"


def test_les_documents_du_plie_sont_ceux_de_son_territoire():
    lieux = {"a": "Dijon Métropole", "b": "France", "c": "Arrondissement de Dijon"}
    assert documents_du_plie(lieux, "Dijon Métropole") == ("a",)
    assert documents_du_plie(lieux, "Pays des Trois Rivières") == ()


def test_filtrer_et_ordonner():
    assert filtrer(TOUS, (Verdict.INEXPLIQUE,), ("rapport",)) == (INEXPLIQUE,)
    assert filtrer(TOUS) == TOUS
    assert a_voir_d_abord((exemples.cas(Statut.EGAL, rang=1), EXPLIQUE, INEXPLIQUE)) == (
        INEXPLIQUE,
        EXPLIQUE,
    )
    attendu = (INEXPLIQUE, EXPLIQUE, SANS_BASE, JUSTE, DE_ROMANS)
    assert ordonner(TOUS, ["rapport", "romans"]) == attendu
