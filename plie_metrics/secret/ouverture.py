"""Open the gate on snapshots: solve once, keep the solution, hand over what the profile may see."""

import hashlib
import json
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final, Protocol

import narwhals as nw

from plie_metrics.calcul.cible import PLIE, Objectif, lire_objectifs
from plie_metrics.calcul.lot import TABLES_UTILES, Donnees, preparer, preparer_balayage
from plie_metrics.moteur import Moteur, ReglageMoteur, reglage_livre
from plie_metrics.objectifs.contexte import contexte_de
from plie_metrics.secret.detail import Detail
from plie_metrics.secret.dominance import entreprises
from plie_metrics.secret.liste import Liste
from plie_metrics.secret.memoire import Memoire, lire_heritage
from plie_metrics.secret.porte import ANNEXES, Porte, PorteExacte, PorteReferent
from plie_metrics.secret.porte_protegee import PorteProtegee
from plie_metrics.secret.probleme import Exacts, Source, lire_exacts
from plie_metrics.secret.profils import Profil
from plie_metrics.secret.protegees import Protegees
from plie_metrics.secret.reglages import Reglages
from plie_metrics.stockage import InstantaneIllisible, Snapshot, TablesLues, lire_nom, lister
from plie_metrics.stockage import ouvrir as ouvrir_snapshot

if TYPE_CHECKING:
    from plie_metrics.secret.resolution import Solution

EN_MEMOIRE: Final = ReglageMoteur(moteur="pandas", seuil_lignes=0)
VERSION: Final = 2
"""Changes when the algorithm does: solutions kept from another version are not used."""
TABLES: Final = ".tables"
MEMOIRE: Final = ".memoire"
Connues = Mapping[str, Collection[str]]


class Coffre(Protocol):
    """Where solutions are kept: `lire` gives None when it has nothing sound under that name."""

    def lire(self, nom: str) -> bytes | None:
        """What was kept, whole, or None."""

    def ecrire(self, nom: str, contenu: bytes) -> None:
        """Keep it, if it can be; never raises."""


def ouvrir(
    profil: Profil,
    snapshots: Sequence[Snapshot],
    reglages: Reglages,
    *,
    connues: Connues | None = None,
    referent: str | None = None,
    coffre: Coffre | None = None,
) -> Porte:
    """The gate of a profile on the last of these snapshots, the earlier ones having been shown.

    `connues`: see `preparer`. A référent without identifier has no portfolio. The first opening by
    a protected profile solves the secrecy of each snapshot (about twenty seconds each), unless
    `coffre` has it.
    """
    dernier = snapshots[-1]
    if not profil.protege:
        donnees = donnees_de(dernier, connues)
        return PorteExacte(profil, dernier.arrete, donnees, detail_de(dernier, donnees))
    assert profil.regles is not None
    tables = proteger(snapshots, reglages, profil.regles, coffre)
    objectifs = tuple(o for o in _objectifs(dernier) if o.perimetre == PLIE)
    liste = Liste(reglages, tables.arrete, tables.arretes)
    protegee = PorteProtegee(
        profil,
        liste,
        tables,
        objectifs,
        frozenset(dernier.tables),
        {nom: dernier.table(nom) for nom in ANNEXES if nom in dernier.tables},
    )
    if not profil.portefeuille or referent is None:
        return protegee
    donnees = donnees_de(dernier, connues)
    siens = detail_de(dernier, donnees).de(referent)
    return PorteReferent(profil, dernier.arrete, referent, donnees, siens, protegee)


def chaine(snapshot: Snapshot, reglages: Reglages) -> tuple[Snapshot, ...]:
    """The earlier snapshots of the same folder, then this one.

    Withdrawn ones count: they have been seen. Damaged ones cannot be read any more.
    """
    nom = lire_nom(snapshot.nom)
    if nom is None:
        return (snapshot,)
    avant = [
        entree
        for entree in lister(snapshot.chemin.parent)
        if entree.manifeste is not None and (entree.arrete, entree.edition) < nom
    ]
    anciens = avant[len(avant) - min(len(avant), reglages.memoire) :]
    return (*_lisibles(entree.chemin for entree in anciens), snapshot)


def _lisibles(chemins: Iterable[Path]) -> Iterator[Snapshot]:
    for chemin in chemins:
        with suppress(InstantaneIllisible):
            yield ouvrir_snapshot(chemin)


def donnees_de(
    snapshot: Snapshot, connues: Connues | None = None, reglage: ReglageMoteur | None = None
) -> Donnees:
    """The tables of a snapshot, ready to be counted by the engine of the settings ([calcul]).

    Raises ConfigurationInvalide.
    """
    presentes = [nom for nom in TABLES_UTILES if nom in snapshot.tables]
    reglage = reglage_livre() if reglage is None else reglage
    moteur = reglage.choisir(sum(snapshot.tables[nom] for nom in presentes))
    if moteur is Moteur.PANDAS or not snapshot.actuel:  # older files are not read as they are
        return preparer(snapshot.arrete, {nom: snapshot.table(nom) for nom in presentes}, connues)
    from plie_metrics.stockage.balayage_parquet import balayer_tables  # noqa: PLC0415  # DuckDB

    objectifs = snapshot.table("objectifs") if "objectifs" in presentes else None
    tables = {n: nw.from_native(r) for n, r in balayer_tables(snapshot, presentes).items()}
    return preparer_balayage(snapshot.arrete, tables, objectifs, connues)


def detail_de(snapshot: Snapshot, donnees: Donnees) -> Detail:
    """The cases of a snapshot whose data are prepared already; read when they are asked for."""
    return Detail(TablesLues(snapshot), lambda: contexte_de(donnees, snapshot.table("parcours")))


def proteger(
    snapshots: Sequence[Snapshot],
    reglages: Reglages,
    regles: str,
    coffre: Coffre | None = None,
    exacts: Exacts | None = None,
) -> Protegees:
    """The protected tables of the last snapshot for « financeur » or « public ».

    `exacts`: the last snapshot, if it is read already (`lire_arrete`).
    """
    atelier = _Atelier(reglages, regles, coffre)
    garde = atelier.garde(snapshots, TABLES)
    if garde is not None:
        return Protegees.depuis_octets(garde)
    memoires: list[Memoire] = []
    for rang in range(1, len(snapshots)):
        memoires.append(atelier.souvenir(snapshots[:rang], memoires))
    return atelier.resoudre(snapshots, memoires, exacts).protegees


def lire_arrete(snapshots: Sequence[Snapshot], reglages: Reglages) -> Exacts:
    """Every cell of the list in the last snapshot: the same work for both profiles."""
    return lire_exacts(source_de(snapshots[-1]), liste_de(snapshots, reglages))


def est_protege(snapshot: Snapshot, reglages: Reglages, regles: str, coffre: Coffre) -> bool:
    """True when its solution is kept: opening it for that profile takes no time."""
    atelier = _Atelier(reglages, regles, coffre)
    return all(atelier.garde([snapshot], suffixe) for suffixe in (TABLES, MEMOIRE))


@dataclass(frozen=True)
class _Atelier:
    """Solve under some settings, or take what was kept."""

    reglages: Reglages
    regles: str
    coffre: Coffre | None

    def garde(self, snapshots: Sequence[Snapshot], suffixe: str) -> bytes | None:
        if self.coffre is None:
            return None
        return self.coffre.lire(_nom(snapshots[-1], self.reglages, self.regles) + suffixe)

    def souvenir(self, snapshots: Sequence[Snapshot], memoires: Sequence[Memoire]) -> Memoire:
        garde = self.garde(snapshots, MEMOIRE)
        if garde is not None:
            return Memoire.depuis_octets(garde)
        return self.resoudre(snapshots, memoires).memoire

    def heritages(self, snapshots: Sequence[Snapshot]) -> Iterator[Memoire]:
        """What was shown of the editions that these replaced (see `conservation.heritage`)."""
        if self.coffre is None:
            return
        for snapshot in snapshots:
            legue = self.coffre.lire(f"{snapshot.nom}.{self.regles}.heritage")
            if legue is not None:
                yield from lire_heritage(legue)

    def resoudre(
        self,
        snapshots: Sequence[Snapshot],
        memoires: Sequence[Memoire],
        exacts: Exacts | None = None,
    ) -> "Solution":
        from plie_metrics.secret.resolution import resoudre  # noqa: PLC0415  # solver: 0.1 s

        liste = liste_de(snapshots, self.reglages)
        histoire = [*self.heritages(snapshots), *memoires]
        solution = resoudre(source_de(snapshots[-1]), liste, self.regles, histoire, exacts)
        if self.coffre is not None:
            nom = _nom(snapshots[-1], self.reglages, self.regles)
            self.coffre.ecrire(nom + MEMOIRE, solution.memoire.en_octets())
            self.coffre.ecrire(nom + TABLES, solution.protegees.en_octets())
        return solution


def liste_de(snapshots: Sequence[Snapshot], reglages: Reglages) -> Liste:
    """The closed list at the last of these snapshots."""
    return Liste(reglages, snapshots[-1].arrete, tuple(sorted({s.arrete for s in snapshots})))


def source_de(snapshot: Snapshot) -> Source:
    """A snapshot as the resolution takes it."""
    contrats = "clauses_contrats" in snapshot.tables
    donnees = donnees_de(snapshot, reglage=EN_MEMOIRE)  # thousands of requests on every table
    return Source(
        snapshot.nom,
        donnees,
        entreprises(snapshot.table("clauses_contrats") if contrats else None),
        contexte_de(donnees, snapshot.table("parcours")) if donnees.objectifs else None,
    )


def _objectifs(snapshot: Snapshot) -> tuple[Objectif, ...]:
    table = snapshot.table("objectifs") if "objectifs" in snapshot.tables else None
    return lire_objectifs(table)


def _nom(snapshot: Snapshot, reglages: Reglages, regles: str) -> str:
    """Changes with the snapshot, the settings, the algorithm.

    Not with the earlier snapshots: what has been shown of an arrêté stays as it was, whatever is
    published, withdrawn or damaged afterwards.
    """
    corps = [VERSION, regles, reglages.model_dump(mode="json"), snapshot.empreinte]
    texte = json.dumps(corps, sort_keys=True, ensure_ascii=False)
    return f"{snapshot.nom}.{regles}.{hashlib.sha256(texte.encode()).hexdigest()[:20]}"
