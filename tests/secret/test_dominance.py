"""Hours that one company makes almost alone."""

from datetime import date

import pandas as pd
import pytest

from plie_metrics.periodes import annee
from plie_metrics.secret.dominance import Entreprises, dominees, entreprises
from plie_metrics.secret.grandeurs import cle
from tests.calcul.extraits import extrait
from tests.secret.exemples import liste, source

TOTAL = cle("heures", annee(2016))


def donnees(*heures):
    personnes = [{} for _ in heures]
    contrats = [{"participant_id": f"P{n}"} for n in range(1, len(heures) + 1)]
    lignes = [
        {"contrat_id": f"C{n}", "heures": float(h), "mois": date(2016, 3, 1)}
        for n, h in enumerate(heures, 1)
    ]
    return source(
        extrait(participants=personnes, clauses_contrats=contrats, clauses_heures=lignes)
    ).donnees


@pytest.mark.parametrize(
    ("heures", "noms", "dominee"),
    [
        ((86, 14), ("A", "B"), True),
        ((85, 15), ("A", "B"), False),
        ((50, 36, 14), ("A", "A", "B"), True),
        ((50, 36, 14), ("A", None, "B"), True),
        ((50, 30, 20), ("A", None, "B"), False),
        ((10, 10), (None, None), True),
    ],
)
def test_une_entreprise_au_dessus_de_85_pour_cent(heures, noms, dominee):
    trouvees = dominees(donnees(*heures), liste(), Entreprises(noms), 0.85)
    assert (TOTAL in trouvees) is dominee


def test_sans_la_colonne_la_regle_ne_s_applique_pas():
    assert entreprises(pd.DataFrame({"contrat_id": ["C1"]})) is None
    assert dominees(donnees(10), liste(), None, 0.85) == frozenset()


def test_une_entreprise_vide_est_inconnue():
    table = pd.DataFrame({"entreprise": ["A", None]})
    lues = entreprises(table)
    assert lues is not None
    assert lues.par_contrat == ("A", None)
