"""A draft: what will be shown, before any figure is frozen."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Final

from plie_metrics.editions.modele import Correction, Edition, VueFigee
from plie_metrics.editions.visibilite import est_inventee
from plie_metrics.filtres import Filtres
from plie_metrics.periodes import Periode
from plie_metrics.secret.profils import FINANCEUR

TOUS: Final = Filtres()
UN_AN: Final = "un an"
"""What a draft is compared with when it is the year before; else the name of a snapshot, or ""."""


@dataclass(frozen=True)
class Demande:
    """A view that is asked for: a planche, at an arrêté, over a period, through filters.

    `ident` names it in its draft. `titre` is what it said when it was added, `demonstration`
    whether that came from generated data.
    """

    ident: str
    cle: str
    arrete: str
    periode: Periode
    filtres: Filtres = TOUS
    choix: Mapping[str, str] = field(default_factory=dict)
    titre: str = ""
    commentaire: str = ""
    notes: str = ""
    demonstration: bool = False


@dataclass(frozen=True)
class Brouillon:
    """A draft at one of its revisions; `decisions` is a free text, one a line.

    `modifie_par`, `modifie_le`: who made this revision, and when.
    """

    identifiant: str
    titre: str
    seance: date
    auteur: str
    arrete: str
    cree_le: datetime
    profil: str = FINANCEUR.nom
    comparer: str = ""
    vues: tuple[Demande, ...] = ()
    decisions: str = ""
    corrige: Correction | None = None
    revision: int = 0
    modifie_par: str = ""
    modifie_le: datetime | None = None


def corriger(edition: Edition, motif: str, auteur: str, quand: datetime) -> Brouillon:
    """The draft of the edition that will correct a frozen one: the same views and texts."""
    return Brouillon(
        "",
        edition.titre,
        edition.seance,
        auteur,
        edition.arrete.nom,
        quand,
        edition.profil,
        UN_AN if edition.comparaison_mots == "en un an" else _nom(edition),
        tuple(_demande(rang, vue, edition) for rang, vue in enumerate(edition.vues, 1)),
        "\n".join(edition.decisions),
        Correction(edition.identifiant, edition.titre, edition.empreinte, motif.strip()),
    )


def _nom(edition: Edition) -> str:
    return edition.comparaison.nom if edition.comparaison else ""


def _demande(rang: int, vue: VueFigee, edition: Edition) -> Demande:
    return Demande(
        f"v{rang}",
        vue.cle,
        vue.arrete or edition.arrete.nom,
        vue.periode,
        vue.filtres,
        vue.choix,
        vue.titre,
        vue.commentaire,
        vue.notes,
        est_inventee(edition),
    )
