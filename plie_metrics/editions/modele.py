"""An edition (« édition de COPIL »): a named, dated, immutable record of what was shown.

Everything an export needs is here: it asks nothing of a snapshot or of today's catalogue, so a
file made in six months holds the figures of the meeting.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, Final, Literal

from plie_metrics.filtres import Filtres
from plie_metrics.periodes import Periode
from plie_metrics.planches.planche import Forme

Etat = Literal["brouillon", "figée"]
COURTE: Final = 12
"""Characters of a fingerprint as it is printed in a footer."""
TOUS: Final = Filtres()
SANS_FORME: Final = Forme()


@dataclass(frozen=True)
class Cellule:
    """A cell of a table: what is read, and the raw number where there is one.

    `valeur` is None for words, for what is undefined (« n. d. ») and for what is masked; `masque`
    then says which.
    """

    texte: str
    valeur: int | float | None = None
    masque: bool = False


@dataclass(frozen=True)
class ColonneFigee:
    """A column; `code` names the form of its numbers (a key of `formes.FORMES`), "" for words."""

    titre: str
    numerique: bool = False
    code: str = ""


@dataclass(frozen=True)
class TableauFige:
    """The table of a view; `total`: its last row is the total of the others."""

    legende: str
    colonnes: tuple[ColonneFigee, ...]
    lignes: tuple[tuple[Cellule, ...], ...]
    total: bool = False


@dataclass(frozen=True)
class ArreteFige:
    """The snapshot that figures come from."""

    nom: str
    date: date
    empreinte: str
    source: str
    demonstration: bool


@dataclass(frozen=True)
class ChiffreFige:
    """The total of an indicator under a view's period and filters: what a later one is set against.

    `valeur` is None when undefined or masked; `texte` is its French form.
    """

    id: str
    version: int
    texte: str
    valeur: int | float | None = None
    masque: bool = False


@dataclass(frozen=True)
class VueFigee:
    """One view as it was shown: a planche whose figures no longer move.

    `cle` names the planche, `choix` what was chosen on its page; `periode`, `filtres` and their
    words (`contexte`) are its own; `commentaire` is hers, `notes` are read by who speaks, on no
    slide. `specification` is Vega-Lite with its data, None for a table alone; `phrases` are the
    sentences that were offered, `chiffres` the totals of its indicators, `arrete` the name of its
    snapshot.
    """

    cle: str
    titre: str
    resume: str
    tableau: TableauFige
    periode: Periode
    filtres: Filtres = TOUS
    contexte: str = ""
    choix: Mapping[str, str] = field(default_factory=dict)
    sous_titre: str = ""
    source: str = ""
    forme: Forme = SANS_FORME
    specification: Mapping[str, Any] | None = field(default=None, repr=False)
    indicateurs: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()
    commentaire: str = ""
    notes: str = ""
    chiffres: tuple[ChiffreFige, ...] = ()
    arrete: str = ""


@dataclass(frozen=True)
class DefinitionFigee:
    """A definition as it stood: later versions do not change what was shown."""

    id: str
    version: int
    titre: str
    definition: str
    formule: str
    sources: tuple[str, ...] = ()


@dataclass(frozen=True)
class Correction:
    """Which edition this one corrects, and why: the errata that is shown."""

    identifiant: str
    titre: str
    empreinte: str
    motif: str


@dataclass(frozen=True)
class Edition:
    """The record. `periode` and `filtres` are those most views share; each view has its own.

    `comparaison` is None without one, `comparaison_mots` then "" (« depuis le 30/09/2016 »).
    `seuil` is None when figures are exact. `empreinte` is the SHA-256 of everything else
    (`canonique.sceller`), "" for a draft.
    """

    identifiant: str
    titre: str
    seance: date
    auteur: str
    etat: Etat
    version: int
    plie: str
    arrete: ArreteFige
    periode: Periode
    profil: str
    profil_libelle: str
    cree_le: datetime
    vues: tuple[VueFigee, ...]
    definitions: tuple[DefinitionFigee, ...] = ()
    filtres: Filtres = TOUS
    contexte: str = ""
    seuil: int | None = None
    comparaison: ArreteFige | None = None
    comparaison_mots: str = ""
    decisions: tuple[str, ...] = ()
    reserves: tuple[str, ...] = ()
    corrige: Correction | None = None
    fige_le: datetime | None = None
    empreinte: str = ""

    @property
    def figee(self) -> bool:
        """True when it can no longer change."""
        return self.etat == "figée"

    @property
    def empreinte_courte(self) -> str:
        """The first twelve characters, as a footer prints them; "" for a draft."""
        return self.empreinte[:COURTE]

    @property
    def demonstration(self) -> bool:
        """True when a figure comes from generated data."""
        return self.arrete.demonstration or bool(
            self.comparaison and self.comparaison.demonstration
        )

    def definitions_de(self, vue: VueFigee) -> tuple[DefinitionFigee, ...]:
        """The definitions of what a view shows, in its order."""
        connues = {definition.id: definition for definition in self.definitions}
        return tuple(connues[ident] for ident in vue.indicateurs if ident in connues)
