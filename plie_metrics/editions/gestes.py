"""What may be done to a draft: each gesture takes a draft and gives the next one.

They are applied to the latest revision, whoever made it: adding or moving a view never undoes what
another person has just written. A text is only replaced when it is still the one that was read.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from typing import Final, Literal

from plie_metrics.editions.brouillon import Brouillon, Demande
from plie_metrics.erreurs import ErreurPlie
from plie_metrics.periodes import Periode

Geste = Callable[[Brouillon], Brouillon]
ChampVue = Literal["commentaire", "notes"]
CHAMPS: Final = {"commentaire": "le commentaire", "notes": "les notes", "titre": "le titre"}


class GesteImpossible(ErreurPlie):
    """What is asked for makes no sense any more: the view is gone, the text is empty."""


class TexteDepasse(ErreurPlie):
    """Somebody else changed the same text in between; `actuel` is theirs, `texte` the refused."""

    def __init__(self, quoi: str, actuel: str, texte: str) -> None:
        super().__init__(
            f"Quelqu’un d’autre vient de modifier {quoi} : votre texte n’a pas remplacé le sien."
        )
        self.quoi, self.actuel, self.texte = quoi, actuel, texte


def ajouter(demande: Demande) -> Geste:
    """Put a view at the end; `demande.ident` is given here."""

    def geste(brouillon: Brouillon) -> Brouillon:
        rangs = [int(vue.ident[1:]) for vue in brouillon.vues]
        numerotee = replace(demande, ident=f"v{max(rangs, default=0) + 1}")
        return replace(brouillon, vues=(*brouillon.vues, numerotee))

    return geste


def retirer(*idents: str) -> Geste:
    """Take views away, those that are still there."""

    def geste(brouillon: Brouillon) -> Brouillon:
        return replace(brouillon, vues=tuple(v for v in brouillon.vues if v.ident not in idents))

    return geste


def deplacer(ident: str, pas: int) -> Geste:
    """Move a view by so many places, within the list."""

    def geste(brouillon: Brouillon) -> Brouillon:
        rang = _rang(brouillon, ident)
        vues = list(brouillon.vues)
        deplacee = vues.pop(rang)
        vues.insert(min(max(rang + pas, 0), len(vues)), deplacee)
        return replace(brouillon, vues=tuple(vues))

    return geste


def ecrire(ident: str, champ: ChampVue, lu: str, texte: str) -> Geste:
    """Replace a text of a view, which was `lu` when the writing began."""

    def geste(brouillon: Brouillon) -> Brouillon:
        rang = _rang(brouillon, ident)
        vue = brouillon.vues[rang]
        _comparer(f"{CHAMPS[champ]} de la vue {rang + 1}", getattr(vue, champ), lu, texte)
        changee = replace(vue, commentaire=texte) if champ == "commentaire" else vue
        changee = replace(vue, notes=texte) if champ == "notes" else changee
        vues = (*brouillon.vues[:rang], changee, *brouillon.vues[rang + 1 :])
        return replace(brouillon, vues=vues)

    return geste


def decider(lu: str, texte: str) -> Geste:
    """Replace the decisions, which were `lu` when the writing began."""

    def geste(brouillon: Brouillon) -> Brouillon:
        _comparer("les décisions", brouillon.decisions, lu, texte)
        return replace(brouillon, decisions=texte)

    return geste


def regler(titre: str, seance: date, profil: str, arrete: str, comparer: str) -> Geste:
    """Change what the whole edition is; raises GesteImpossible when the title is empty."""
    if not titre.strip():
        raise GesteImpossible("Donnez un titre à l’édition, par exemple « COPIL de janvier 2017 ».")

    def geste(brouillon: Brouillon) -> Brouillon:
        return replace(
            brouillon,
            titre=titre.strip(),
            seance=seance,
            profil=profil,
            arrete=arrete,
            comparer=comparer,
        )

    return geste


def aligner(periodes: Mapping[str, Periode]) -> Geste:
    """Bring these views (identifier → period) to the arrêté of the edition."""

    def geste(brouillon: Brouillon) -> Brouillon:
        vues = tuple(
            replace(vue, arrete=brouillon.arrete, periode=periodes[vue.ident])
            if vue.ident in periodes
            else vue
            for vue in brouillon.vues
        )
        return replace(brouillon, vues=vues)

    return geste


def _rang(brouillon: Brouillon, ident: str) -> int:
    for rang, vue in enumerate(brouillon.vues):
        if vue.ident == ident:
            return rang
    raise GesteImpossible("Cette vue vient d’être retirée du COPIL par quelqu’un d’autre.")


def _comparer(quoi: str, actuel: str, lu: str, texte: str) -> None:
    if actuel not in (lu, texte):
        raise TexteDepasse(quoi, actuel, texte)
