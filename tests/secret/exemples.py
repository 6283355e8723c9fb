"""Small closed lists, systems and gates to test the secrecy on."""

from datetime import date
from typing import Any

from plie_metrics.calcul.lot import preparer
from plie_metrics.secret.liste import Liste
from plie_metrics.secret.probleme import Source
from plie_metrics.secret.reglages import Reglages, valider
from plie_metrics.secret.regles import Cellule, Genre, Regles
from plie_metrics.secret.systeme import Systeme, assembler
from tests.calcul.extraits import Extrait, tables

JOUR = date(2016, 12, 31)
REGLES = Regles(5, 0.5, 0.85, 0.15, 3)


def reglages(**changements: Any) -> Reglages:
    """One year, entrées and sorties by sexe, commune and prescripteur."""
    table: dict[str, Any] = {
        "seuils": {"financeur": 5, "public": 11},
        "dominance": 0.85,
        "largeur": 0.5,
        "marge_somme": 0.15,
        "facteur_extreme": 3,
        "temps_max": 300,
        "memoire": 12,
        "regroupements": [
            {
                "dimension": "prescripteur",
                "fondues": ["spip", "operateur"],
                "isolees_pour": ["entrees"],
            }
        ],
        "requetes": {
            "annees": 1,
            "familles": [
                {
                    "nom": "Flux",
                    "indicateurs": [
                        "entrees",
                        "sorties",
                        "sorties_positives",
                        "taux_sorties_positives_brut",
                    ],
                    "filtres": ["commune", "sexe", "prescripteur"],
                    "ventilations": ["commune", "sexe", "prescripteur"],
                    "croisees": True,
                    "par_trimestre": False,
                },
                {
                    "nom": "Parts",
                    "indicateurs": ["part_femmes", "personnes_accompagnees"],
                    "filtres": ["commune"],
                    "ventilations": ["commune"],
                    "croisees": False,
                    "par_trimestre": False,
                },
                {
                    "nom": "Clauses",
                    "indicateurs": ["clauses_heures", "clauses_salaries"],
                    "filtres": [],
                    "ventilations": ["secteur"],
                    "croisees": False,
                    "par_trimestre": False,
                },
            ],
        },
    }
    return valider(table | changements)


def liste(arretes: tuple[date, ...] = (JOUR,), **changements: Any) -> Liste:
    """The closed list at the last of these dates."""
    return Liste(reglages(**changements), arretes[-1], arretes)


def source(extrait: Extrait, jour: date = JOUR) -> Source:
    """An extract, ready to be solved."""
    return Source(jour.isoformat(), preparer(jour, tables(extrait)))


def tableau(valeurs: list[list[int]], regles: Regles = REGLES) -> tuple[Systeme, dict[Any, float]]:
    """A table of counts with its margins and its total, as a system; cells by (row, column).

    Rows and columns are numbered from 1; 0 is the margin.
    """
    cases: dict[Any, float] = {}
    for i, ligne in enumerate(valeurs, 1):
        for j, valeur in enumerate(ligne, 1):
            for cle in {(i, j), (i, 0), (0, j), (0, 0)}:
                cases[cle] = cases.get(cle, 0) + valeur
    cles = {c: ("entrees", JOUR, JOUR, _croisement(c)) for c in cases}
    cellules: dict[Any, Cellule] = {cles[c]: regles.effectif(v) for c, v in cases.items() if v}
    relations = []
    for i in range(len(valeurs) + 1):
        colonnes = range(1, len(valeurs[0]) + 1)
        relations.append([(cles[i, 0], 1), *((cles[i, j], -1) for j in colonnes)])
    for j in range(len(valeurs[0]) + 1):
        lignes = range(1, len(valeurs) + 1)
        relations.append([(cles[0, j], 1), *((cles[i, j], -1) for i in lignes)])
    return assembler(cellules, relations), cases


def _croisement(case: tuple[int, int]) -> Any:
    return tuple((d, str(n)) for d, n in zip(("commune", "sexe"), case, strict=True) if n)


def case_de(cle: Any) -> tuple[int, int]:
    """The (row, column) of a key of `tableau`."""
    croisement = dict(cle[3])
    return int(croisement.get("commune", 0)), int(croisement.get("sexe", 0))


__all__ = ["JOUR", "REGLES", "Genre", "case_de", "liste", "reglages", "source", "tableau"]
