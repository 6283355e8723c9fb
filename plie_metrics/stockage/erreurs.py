"""What can go wrong with a snapshot, in words that name it, the file and the remedy."""

from typing import Final

from plie_metrics.erreurs import ErreurPlie

REMEDE: Final = (
    "Rétablissez ce dossier depuis une sauvegarde, ou importez à nouveau l’extrait "
    "(python -m plie_metrics importer). Les autres arrêtés restent utilisables."
)


class InstantaneIllisible(ErreurPlie):
    """A snapshot is missing, damaged or too recent; `nom` is its folder, `fichier` the culprit."""

    def __init__(self, nom: str, fichier: str, raison: str, remede: str = REMEDE) -> None:
        self.nom = nom
        self.fichier = fichier
        self.raison = raison
        super().__init__(f"L’arrêté « {nom} » est illisible : {raison}. {remede}")


class TableAbsente(ErreurPlie):
    """A snapshot does not hold an optional table; the message says which file supplies it."""


class PublicationImpossible(ErreurPlie):
    """Tables that do not have the form of the schema cannot become a snapshot."""


class NomPris(PublicationImpossible):
    """The edition that was to be published was published by somebody else meanwhile."""


class RetraitImpossible(ErreurPlie):
    """A withdrawal or its reversal cannot be recorded."""
