"""Two editions side by side: which views came and went, which figures moved and by how much."""

from collections.abc import Iterable
from dataclasses import dataclass

from plie_metrics.calcul.registre import definition
from plie_metrics.editions.modele import ChiffreFige, Edition, VueFigee
from plie_metrics.filtres import Filtres
from plie_metrics.periodes import Periode
from plie_metrics.planches.mots import la_periode
from plie_metrics.presentation.formats import nombre, points
from plie_metrics.presentation.tableau import Tableau, effectif, tableau, texte

ENSEMBLE = Filtres()


@dataclass(frozen=True)
class Ecart:
    """An indicator in two editions, under the same filters; `contexte` says which.

    `avant` and `apres` are as each edition showed them, over `periodes`.
    """

    ident: str
    filtres: Filtres
    contexte: str
    avant: ChiffreFige
    apres: ChiffreFige
    periodes: tuple[Periode, Periode]

    @property
    def ecart(self) -> float | None:
        """apres − avant, in the indicator's unit; None when one is masked or undefined."""
        if self.avant.valeur is None or self.apres.valeur is None:
            return None
        return self.apres.valeur - self.avant.valeur

    @property
    def texte(self) -> str:
        """« +12 », « −2,1 points », "" when it cannot be said."""
        return "" if self.ecart is None else ecrire_ecart(self.ident, self.ecart)


@dataclass(frozen=True)
class Comparaison:
    """What moved between two editions; `venues` and `parties` are titles of views."""

    ecarts: tuple[Ecart, ...]
    venues: tuple[str, ...]
    parties: tuple[str, ...]

    @property
    def bouges(self) -> tuple[Ecart, ...]:
        """Those whose text is not the same."""
        return tuple(e for e in self.ecarts if e.avant.texte != e.apres.texte)


def comparer(avant: Edition, apres: Edition) -> Comparaison:
    """Figures of the same indicator under the same filters; views by planche, filters, choices."""
    anciens, nouveaux = _chiffres(avant.vues), _chiffres(apres.vues)
    ecarts = tuple(
        Ecart(cle[0], cle[1], vue.contexte, anciens[cle][0], chiffre, (anciens[cle][1], periode))
        for cle, (chiffre, periode, vue) in nouveaux.items()
        if cle in anciens
    )
    la, ici = {_cle(vue) for vue in avant.vues}, {_cle(vue) for vue in apres.vues}
    return Comparaison(
        tuple(sorted(ecarts, key=lambda e: (e.filtres != ENSEMBLE, definition(e.ident).rang))),
        tuple(vue.titre for vue in apres.vues if _cle(vue) not in la),
        tuple(vue.titre for vue in avant.vues if _cle(vue) not in ici),
    )


def ecrire_ecart(ident: str, ecart: float) -> str:
    """A difference in the form of its indicator: « +12 », « −2,1 points »."""
    indicateur = definition(ident)
    if indicateur.forme == "pourcent":
        return points(ecart)
    return nombre(ecart, indicateur.decimales, signe=True)


def en_tableau(ecarts: Iterable[Ecart]) -> Tableau:
    """What each edition showed, and the difference."""
    lignes = [
        (
            definition(e.ident).titre_court,
            e.avant.texte,
            la_periode(e.periodes[0]),
            e.apres.texte,
            la_periode(e.periodes[1]),
            e.texte or "non comparable",
        )
        for e in ecarts
    ]
    colonnes = [
        texte("Indicateur"),
        effectif("Avant", str),
        texte("Période d’avant"),
        effectif("Maintenant", str),
        texte("Période"),
        effectif("Écart", str),
    ]
    return tableau("Chiffres montrés dans les deux éditions", colonnes, lignes)


def _chiffres(
    vues: Iterable[VueFigee],
) -> dict[tuple[str, Filtres], tuple[ChiffreFige, Periode, VueFigee]]:
    """The first time that each indicator is shown under each set of filters."""
    trouves: dict[tuple[str, Filtres], tuple[ChiffreFige, Periode, VueFigee]] = {}
    for vue in vues:
        for chiffre in vue.chiffres:
            trouves.setdefault((chiffre.id, vue.filtres), (chiffre, vue.periode, vue))
    return trouves


def _cle(vue: VueFigee) -> tuple[str, Filtres, tuple[tuple[str, str], ...]]:
    return vue.cle, vue.filtres, tuple(sorted(vue.choix.items()))
