"""Actions read as funnels: each step over the one before, outcomes over those they describe."""

import pytest

from plie_metrics.erreurs import ErreurPlie
from plie_metrics.publications.actions import Definition, Pas, lire_action
from plie_metrics.publications.actions_programmation import DEVENIRS, ENTONNOIRS
from plie_metrics.publications.enveloppe_souple import enveloppe
from plie_metrics.quotient import Quotient
from tests.fabrique import chiffre, publication

ATELIER = Definition(
    "action_atelier",
    "Atelier",
    "prestataire",
    (
        Pas("inscrits", "inscrit", "inscrits", "inscrits"),
        Pas("presents", "présent", "présents", "présents"),
        Pas("embauches", "embauche", "embauches"),
    ),
    (
        Pas("embauches", "embauche", "embauches", positif=True),
        Pas("formes", "en formation", "en formation", positif=True),
        Pas("abandons", "abandon", "abandons"),
    ),
    "inscrits",
)


def document(*, objectif=50, abandons=3):
    base = "ra2016.action_atelier"
    return publication(
        chiffre(f"{base}.prestataire", None, imprime="Essai & Cie"),
        chiffre(f"{base}.inscrits", 40),
        chiffre(f"{base}.presents", 20),
        chiffre(f"{base}.embauches", 5),
        chiffre(f"{base}.formes", 2),
        chiffre(f"{base}.abandons", abandons),
        chiffre(f"{base}.objectif", objectif, nature="objectif"),
    )


def test_chaque_etape_se_rapporte_a_la_precedente():
    action = lire_action(document(), ATELIER)
    assert [e.taux for e in action.etapes] == [None, Quotient(20, 40), Quotient(5, 20)]
    assert action.bout_a_bout == Quotient(5, 40)
    assert action.operateur == "Essai & Cie"


def test_les_issues_se_rapportent_a_ceux_qu_elles_decrivent():
    action = lire_action(document(), ATELIER)
    assert action.population.effectif == 20
    assert [i.taux for i in action.issues] == [Quotient(5, 20), Quotient(2, 20), Quotient(3, 20)]
    assert action.positives == Quotient(7, 20)


def test_ceux_dont_le_rapport_ne_dit_rien_sont_comptes():
    assert lire_action(document(), ATELIER).non_decrits == 10
    assert lire_action(document(abandons=13), ATELIER).non_decrits == 0


def test_l_objectif_se_compare_a_la_premiere_etape():
    assert lire_action(document(), ATELIER).taux_objectif == Quotient(40, 50)


def test_sans_objectif_il_n_y_a_pas_de_taux():
    sans = Definition("action_atelier", "Atelier", "prestataire", ATELIER.pas, ATELIER.issues)
    assert lire_action(document(), sans).taux_objectif is None


def test_un_chiffre_absent_est_nomme():
    incomplet = publication(*(c for c in document() if not c.id.endswith("presents")))
    with pytest.raises(ErreurPlie, match=r"ra2016\.action_atelier\.presents"):
        lire_action(incomplet, ATELIER)


def test_les_actions_de_2016(rapport):
    """Typed by hand from the report."""
    lues = [lire_action(rapport, definition) for definition in ENTONNOIRS]
    assert [[e.effectif for e in action.etapes] for action in lues] == [
        [93, 65, 54, 10],
        [70, 36, 15],
        [38, 38, 12, 11, 5],
    ]
    assert [action.objectif for action in lues] == [150, None, 150]
    assert [action.operateur for action in lues] == ["IRFA", "Solid'ère", "Randstad"]


def test_les_devenirs_de_2016(rapport):
    lues = [lire_action(rapport, definition) for definition in DEVENIRS]
    issues = [sorted(i.effectif for i in action.issues) for action in lues]
    assert issues == [[10, 10, 11, 23], [2, 2, 8], [3, 4, 5]]
    assert [action.non_decrits for action in lues] == [0, 0, 7]
    assert [action.positives for action in lues] == [
        Quotient(20, 54),
        Quotient(10, 12),
        Quotient(7, 19),
    ]


def test_l_enveloppe_souple_divise_par_ses_deux_comptages(rapport):
    souple = enveloppe(rapport)
    assert souple.par_personne == Quotient(18044.30, 46)
    assert souple.par_demande == Quotient(18044.30, 56)
    assert souple.part_femmes == Quotient(31, 46)
    assert [objet for objet, _ in souple.parts] == ["formation", "emploi", "stage"]
