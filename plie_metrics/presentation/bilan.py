"""The exits of the year, as bars, as a table and as a title that states the finding."""

from collections.abc import Sequence
from typing import Final

from plie_metrics.presentation import palette
from plie_metrics.presentation.formats import INSECABLE, nombre, part, pourcent
from plie_metrics.presentation.graphiques.barres import Barre
from plie_metrics.presentation.phrases import minuscule
from plie_metrics.presentation.tableau import Tableau, effectif, tableau, texte
from plie_metrics.publications.sorties import Sortie

RARE: Final = 0.03  # part of all the exits under which a motive has no bar of its own


def titre_sorties(sorties: Sequence[Sortie]) -> str:
    """« Première issue : emploi (201), devant suivi impossible (154) »."""
    premiere, deuxieme = sorted(sorties, key=lambda s: -s.effectif)[:2]
    return (
        f"Première issue{INSECABLE}: {minuscule(_nom(premiere))} ({nombre(premiere.effectif)}), "
        f"devant {minuscule(_nom(deuxieme))} ({nombre(deuxieme.effectif)})"
    )


def barres_sorties(sorties: Sequence[Sortie]) -> list[Barre]:
    """One bar a motive; positive exits in the colour of what is achieved.

    The motives that are not positive and rarer than RARE make one bar, the last.
    """
    total = sum(sortie.effectif for sortie in sorties)
    return [
        Barre(
            nom=_nom(sortie) + (" (positive)" if sortie.positive else ""),
            valeur=sortie.effectif,
            etiquette=f"{nombre(sortie.effectif)} · {part(sortie.effectif / total)}",
            couleur=palette.REALISE if sortie.positive else palette.REPERE,
        )
        for sortie in _regrouper(sorties, total)
    ]


def tableau_sorties(sorties: Sequence[Sortie]) -> Tableau:
    """Motive, nature, count and share of all the exits."""
    total = sum(sortie.effectif for sortie in sorties)
    lignes = [
        (s.motif, "positive" if s.positive else "autre", s.effectif, s.effectif / total)
        for s in sorties
    ]
    return tableau(
        "Sorties de 2016 par motif",
        (texte("Motif"), texte("Nature"), effectif("Sorties"), effectif("Part", _part)),
        [*lignes, ("Total", "", total, 1.0)],
        total=True,
    )


def _regrouper(sorties: Sequence[Sortie], total: float) -> list[Sortie]:
    rares = [s for s in sorties if not s.positive and s.effectif < RARE * total]
    if len(rares) < 2:
        return list(sorties)
    gardees = [s for s in sorties if s not in rares]
    nom = f"{len(rares)} autres motifs"
    return [*gardees, Sortie(nom, sum(s.effectif for s in rares), positive=False)]


def _part(valeur: float) -> str:
    return pourcent(valeur, 1)


def _nom(sortie: Sortie) -> str:
    return sortie.motif.partition(" (")[0]
