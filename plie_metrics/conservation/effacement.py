"""Erase persons from every snapshot: each is rewritten without them, the old one is destroyed."""

import secrets
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime
from itertools import groupby
from pathlib import Path
from typing import Final

import pandas as pd

from plie_metrics.conservation import chantier
from plie_metrics.conservation.personnes import Cibles, sans
from plie_metrics.conservation.registre import Acte, lire_registre
from plie_metrics.erreurs import ErreurPlie
from plie_metrics.presentation.formats import jour
from plie_metrics.schema import TABLES
from plie_metrics.stockage import Entree, Snapshot, brouillon, lister, nom_edition, ouvrir
from plie_metrics.stockage.balayage import verrou
from plie_metrics.stockage.conversion import vers_arrow
from plie_metrics.stockage.disque import ecriture
from plie_metrics.stockage.editions import prochain_rang
from plie_metrics.stockage.erreurs import NomPris
from plie_metrics.stockage.fichier import ecrire_parquet
from plie_metrics.stockage.retrait import transcrire

ESSAIS: Final = 20
"""Times that an arrêté published by somebody else meanwhile is looked at again."""


class EffacementImpossible(ErreurPlie):
    """Nothing, or not everything, could be erased; the message says what stands in the way."""


@dataclass(frozen=True)
class Reecriture:
    """One edition without the persons: the tables that change, and how many rows leave each."""

    instantane: Snapshot
    tables: Mapping[str, pd.DataFrame] = field(hash=False)

    @property
    def lignes(self) -> dict[str, int]:
        """Table → rows removed."""
        return {n: self.instantane.tables[n] - len(t) for n, t in self.tables.items()}


@dataclass(frozen=True)
class Projet:
    """What would be rewritten; `illisibles`: snapshots of which nothing can be known."""

    reecritures: tuple[Reecriture, ...]
    illisibles: tuple[Entree, ...]

    @property
    def par_arrete(self) -> Iterator[tuple[date, list[Reecriture]]]:
        """The editions to rewrite, arrêté by arrêté, oldest edition first."""
        for arrete, groupe in groupby(self.reecritures, key=lambda r: r.instantane.arrete):
            yield arrete, list(groupe)


def projeter(dossier: Path, cibles: Cibles) -> Projet:
    """Which editions must be rewritten. Writes nothing.

    Those that hold a person, and the later editions of the same arrêté: rewritten in their order,
    the one in use stays the last.
    """
    entrees = lister(dossier, complet=True)
    illisibles = tuple(entree for entree in entrees if entree.etat == "illisible")
    reecritures: list[Reecriture] = []
    for _, editions in groupby(entrees, key=lambda entree: entree.arrete):
        reecritures += _a_reecrire([e for e in editions if e.etat != "illisible"], cibles)
    return Projet(tuple(reecritures), illisibles)


def effacer(dossier: Path, cibles: Cibles, maintenant: datetime) -> tuple[Acte, ...]:
    """Erase these persons; return what was recorded, one act an arrêté, () when nobody was there.

    Atomic for each arrêté; after a crash, the same order ends the work; an arrêté that somebody
    publishes meanwhile is looked at again. Raises EffacementImpossible, PublicationImpossible,
    RegistreIllisible.
    """
    with seul(dossier), ecriture(dossier):
        lire_registre(dossier)
        operation, actes = secrets.token_hex(6), list[Acte]()
        for essai in range(ESSAIS):
            chantier.regler(dossier)
            try:
                for arrete, editions in projeter(dossier, cibles).par_arrete:
                    actes.append(_reecrire(dossier, arrete, editions, operation, maintenant))
                break
            except NomPris:
                if essai == ESSAIS - 1:
                    raise
        return tuple(actes)


@contextmanager
def seul(dossier: Path) -> Iterator[None]:
    """Nobody else erases in this folder meanwhile; raises EffacementImpossible."""
    if not dossier.is_dir():
        raise EffacementImpossible(f"Le dossier des arrêtés « {dossier} » n’existe pas.")
    try:
        with verrou(dossier):
            yield
    except BlockingIOError:
        raise EffacementImpossible(
            "Un effacement est déjà en cours dans ce dossier ; attendez qu’il finisse."
        ) from None


def _a_reecrire(editions: Sequence[Entree], cibles: Cibles) -> list[Reecriture]:
    reecritures: list[Reecriture] = []
    for entree in editions:
        instantane = ouvrir(entree.chemin)
        restantes = sans({nom: instantane.table(nom) for nom in instantane.tables}, cibles)
        if restantes or reecritures:
            reecritures.append(Reecriture(instantane, restantes))
    return reecritures


def _reecrire(
    dossier: Path,
    arrete: date,
    editions: Sequence[Reecriture],
    operation: str,
    maintenant: datetime,
) -> Acte:
    premier = prochain_rang(dossier, arrete)
    noms = [nom_edition(arrete, premier + rang) for rang in range(len(editions))]
    lignes = pd.DataFrame([edition.lignes for edition in editions]).sum().astype(int).to_dict()
    acte = Acte(
        operation,
        maintenant.isoformat(timespec="seconds"),
        "effacement",
        arrete.isoformat(),
        {edition.instantane.nom: edition.instantane.empreinte for edition in editions},
        {},
        {str(nom): int(nombre) for nom, nombre in lignes.items()},
    )
    mention = f"Édition réécrite le {jour(maintenant.date())} (opération {operation})."
    paires = tuple((e.instantane.nom, nom) for e, nom in zip(editions, noms, strict=True))
    plan = chantier.Chantier(acte, paires, mention)
    chantier.ouvrir(dossier, plan)
    for rang, edition in reversed(list(enumerate(editions))):
        transcrire(edition.instantane.chemin, dossier / noms[rang])
        _publier(dossier, edition, premier + rang, mention, maintenant.date())
    return chantier.fermer(dossier, plan)


def _publier(dossier: Path, edition: Reecriture, rang: int, mention: str, le: date) -> None:
    ancien = edition.instantane
    with brouillon(dossier, ancien.arrete) as neuf:
        for nom in ancien.tables:
            if nom in edition.tables:
                ecrire_parquet(vers_arrow(TABLES[nom], edition.tables[nom]), neuf.chemin(nom))
            else:
                ancien.deposer(nom, neuf.chemin(nom))
        neuf.publier(
            produit_le=le,
            source=ancien.source,
            demonstration=ancien.demonstration,
            # the warnings of the import may quote a person's rows: they are not carried over
            avertissements=(mention,),
            edition=rang,
        )
