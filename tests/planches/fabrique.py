"""Looks at tiny extracts, and a gate whose answers are written by the test (masks included)."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache

from plie_metrics.calcul.lot import preparer
from plie_metrics.chemins import PUBLICATIONS, TERRITOIRE
from plie_metrics.filtres import Filtres
from plie_metrics.objectifs.contexte import contexte_de
from plie_metrics.periodes import Periode, annee
from plie_metrics.planches.regard import Identite, Regard
from plie_metrics.publications.lecture import ouvrir
from plie_metrics.schema import TABLES
from plie_metrics.secret.detail import Detail, DetailRefuse
from plie_metrics.secret.porte import PorteExacte
from plie_metrics.secret.profils import PROFILS
from plie_metrics.territoire.lecture import lire_territoire
from tests.calcul.extraits import Ligne, extrait, tables

JOUR = date(2016, 12, 31)
AN = annee(2016)
AUCUN = Filtres()


@cache
def territoire():
    return lire_territoire(TERRITOIRE)


def regard(
    periode: Periode = AN,
    filtres: Filtres = AUCUN,
    *,
    arrete: date = JOUR,
    profil: str = "coordination",
    choix: dict[str, str] | None = None,
    avant: Regard | None = None,
    comparaison: str = "",
    demonstration: bool = False,
    **lignes: Sequence[Ligne],
) -> Regard:
    """The look of a profile that sees exact figures on hand-made rows (see calcul.extraits)."""
    contenu = tables(extrait(**lignes))
    donnees = preparer(arrete, contenu)
    detail = Detail(contenu, lambda: contexte_de(donnees, contenu["parcours"]))
    porte = PorteExacte(PROFILS[profil], arrete, donnees, detail)
    identite = Identite(arrete.isoformat(), arrete, "e" * 64, "essai", demonstration)
    return Regard(
        identite,
        porte,
        periode,
        filtres,
        territoire(),
        lambda nom: ouvrir(PUBLICATIONS, nom),
        avant,
        comparaison,
        choix or {},
    )


@dataclass
class PorteEcrite:
    """A protected gate whose lots are given: `lots[(dimensions)]` → Lot."""

    lots: dict
    profil: object = PROFILS["financeur"]
    arrete: date = JOUR
    offres: tuple = ()
    reserves: tuple = ()
    referent: None = None
    modalites: dict = field(default_factory=dict)
    tables: frozenset = frozenset(TABLES)
    annexes: dict = field(default_factory=dict)

    def seuil_pour(self, _):
        return 5

    def suivis(self, _=None):
        return {}

    def annexe(self, nom):
        return self.annexes.get(nom)

    def detail(self):
        raise DetailRefuse(self.profil)

    def lire(self, _periode, _filtres=None, dimensions=(), identifiants=None):
        del identifiants
        return self.lots[dimensions]
