"""What two cells of the list give when one is part of the other: a remainder that no one shows."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from plie_metrics.periodes import Periode
from plie_metrics.schema import AUTRES, HORS_QPV, INCONNU, MOTIFS_NEUTRES
from plie_metrics.secret.grandeurs import (
    COMPOSITIONS,
    GRANDEURS,
    Cle,
    Croisement,
    cle,
    cle_reste,
)
from plie_metrics.secret.index import Index, Valeurs
from plie_metrics.secret.liste import Liste

DIFFERENCES: Final = (
    ("neutres", "sorties", "non_neutres", True),
    ("veilles", "quartiers", "qpv", True),
    ("autres étapes", "etapes", "mises_emploi", False),
    ("non validées", "orientations", "validees", False),
    ("parcours récents", "file_active", "longs", False),
)
"""Differences that no rate shows but that two published counts give: name, whole, part, whether
they count people of a kind (else they are only known not to be negative)."""


@dataclass(frozen=True)
class Difference:
    """A whole minus its part; `du_taux`: the mask of a rate tells something of it.

    `autres`: other cells to add or to subtract, which are known apart.
    """

    valeur: float
    tout: Cle
    partie: Cle
    du_taux: bool
    sensible: bool = True
    autres: tuple[tuple[Cle, int], ...] = ()

    @property
    def termes(self) -> tuple[tuple[Cle, int], ...]:
        """The cells whose weighted sum it is."""
        return ((self.tout, 1), (self.partie, -1), *self.autres)


def differences(valeurs: Valeurs, liste: Liste) -> dict[Cle, Difference]:
    """What is left of a whole when its part is known, by key."""
    index = Index(valeurs, liste)
    return dict(
        [
            *_restes(index),
            *_autres_differences(index),
            *_autres_sorties(index),
            *_hors_quartiers(index),
        ]
    )


def _restes(index: Index) -> Iterator[tuple[Cle, Difference]]:
    valeurs = index.valeurs
    for ident, composition in COMPOSITIONS.items():
        if not composition.reste or ident not in index.liste.acces:
            continue
        for nom, du, au, croisement in valeurs:
            if nom == composition.denominateur and index.offert(ident, (nom, du, au, croisement)):
                periode = Periode(du, au)
                tout = (nom, du, au, croisement)
                partie = cle(composition.numerateur, periode, croisement)
                reste = valeurs[tout] - valeurs.get(partie, 0)
                yield cle_reste(ident, periode, croisement), Difference(reste, tout, partie, True)


def _autres_differences(index: Index) -> Iterator[tuple[Cle, Difference]]:
    valeurs = index.valeurs
    for nom, entier, part, sensible in DIFFERENCES:
        for tout, valeur in valeurs.items():
            partie = (part, *tout[1:])
            indicateur = GRANDEURS[part].indicateur
            if tout[0] == entier and index.offert(indicateur, tout):
                reste = valeur - valeurs.get(partie, 0)
                yield (nom, *tout[1:]), Difference(reste, tout, partie, False, sensible)


def _autres_sorties(index: Index) -> Iterator[tuple[Cle, Difference]]:
    """Exits merged into « autres » that are not neutral: « autres » minus the neutral ones.

    When « autres » holds every neutral reason, each being sensitive.
    """
    if not all(index.liste.fond("motif_sortie", motif) for motif in MOTIFS_NEUTRES):
        return
    for tout, valeur in index.valeurs.items():
        nom, du, au, croisement = tout
        if nom != "sorties" or ("motif_sortie", AUTRES) not in croisement:
            continue
        autour = tuple(paire for paire in croisement if paire[0] != "motif_sortie")
        sorties, gardees = (nom, du, au, autour), ("non_neutres", du, au, autour)
        if index.offert(GRANDEURS["non_neutres"].indicateur, gardees):
            reste = valeur - index.valeurs.get(sorties, 0) + index.valeurs.get(gardees, 0)
            yield (
                ("autres non neutres", du, au, autour),
                Difference(reste, tout, sorties, False, autres=((gardees, 1),)),
            )


def _hors_quartiers(index: Index) -> Iterator[tuple[Cle, Difference]]:
    """A commune minus its quarters, where the two are not crossed: everyone knows the map."""
    par_commune = _quartiers_par_commune(index)
    for tout, valeur in index.valeurs.items():
        nom, du, au, croisement = tout
        grandeur = GRANDEURS[nom]
        quartiers = par_commune.get(croisement[0][1], ()) if _est_commune(croisement) else ()
        if grandeur.somme or not quartiers or not index.offert(grandeur.indicateur, tout):
            continue
        parties = [(nom, du, au, (("qpv", quartier),)) for quartier in quartiers]
        croisee = (nom, du, au, (croisement[0], ("qpv", quartiers[0])))
        if index.offert(grandeur.indicateur, croisee) or not all(
            index.offert(grandeur.indicateur, partie) for partie in parties
        ):
            continue
        reste = valeur - sum(index.valeurs.get(partie, 0) for partie in parties)
        if reste > 0:
            suite = tuple((partie, -1) for partie in parties[1:])
            yield (
                (f"hors quartiers {nom}", du, au, croisement),
                Difference(reste, tout, parties[0], False, autres=suite),
            )


def _est_commune(croisement: Croisement) -> bool:
    return len(croisement) == 1 and croisement[0][0] == "commune"


def _quartiers_par_commune(index: Index) -> dict[str, tuple[str, ...]]:
    """The quarters whose people all live in one commune, as the crossings of the list show it."""
    communes: dict[str, set[str]] = {}
    for _, _, _, croisement in index.valeurs:
        lieux = dict(croisement)
        if set(lieux) == {"commune", "qpv"} and lieux["qpv"] not in (HORS_QPV, INCONNU, AUTRES):
            communes.setdefault(lieux["qpv"], set()).add(lieux["commune"])
    trouves: dict[str, list[str]] = {}
    for quartier, siennes in sorted(communes.items()):
        if len(siennes) == 1 and AUTRES not in siennes:
            trouves.setdefault(next(iter(siennes)), []).append(quartier)
    return {commune: tuple(liste) for commune, liste in trouves.items()}
