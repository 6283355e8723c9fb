"""The audit of the secrecy, in sentences."""

from datetime import date

from plie_metrics.presentation.secret import lignes_audit
from plie_metrics.secret.audit import Audit, Constat

JOUR = date(2016, 12, 31)
CASE = ("file_active", JOUR, JOUR, (("sexe", "F"),))


def simple(lignes):
    return [ligne.replace("\u202f", " ").replace("\u00a0", " ") for ligne in lignes]


def test_un_audit_sans_faille_tient_en_une_ligne():
    assert simple(lignes_audit("public", 11, Audit(7428, (), ()))) == [
        "Secret statistique, profil public (seuil 11) : 7 428 cases masquées, aucune ne peut être "
        "retrouvée."
    ]


def test_les_restes_verifies_sont_comptes_a_part():
    (ligne,) = simple(lignes_audit("public", 11, Audit(60, (), (), deduites=12)))
    assert "60 cases masquées et 12 petits restes à déduire, aucune ne peut être" in ligne


def test_une_faille_dit_la_case_et_ce_qu_on_en_sait():
    audit = Audit(2, (Constat(CASE, 3, 3, 1),), ())
    assert simple(lignes_audit("financeur", 5, audit)) == [
        "Secret statistique, profil financeur (seuil 5) : 2 cases masquées, 1 faille.",
        "  - peut être retrouvée, entre 3,0 et 3,0 : file active, du 31/12/2016 au 31/12/2016, "
        "Femmes",
    ]


def test_une_case_montree_a_tort_se_dit():
    lignes = simple(lignes_audit("financeur", 5, Audit(0, (), (CASE,))))
    assert lignes[1].startswith("  - montrée à tort : file active")
