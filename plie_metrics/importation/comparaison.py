"""An extract not yet published beside the previous snapshot: rows, and what moves unusually."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from plie_metrics.importation.atelier import TableChargee
from plie_metrics.importation.moteur import citer, litteral
from plie_metrics.importation.rapport import Rapport
from plie_metrics.presentation.formats import nombre, pourcent
from plie_metrics.quotient import Quotient
from plie_metrics.schema import TABLES, Table
from plie_metrics.stockage import Snapshot

# what an ordinary month stays under; beyond, someone should look before publishing
PART_DISPARUE: Final = 0.01
PART_MODIFIEE: Final = 0.05
HAUSSE_VIDES: Final = 0.10
HAUSSE_LIGNES: Final = 0.25


@dataclass(frozen=True)
class EcartTable:
    """A table before and after; a count is None where it cannot be made.

    `avant`, `apres`: rows (None: no such table). `ajoutees`, `disparues`: keys. `modifiees`:
    column → rows of the same key whose value is another. `signaux`: French sentences.
    """

    table: str
    avant: int | None
    apres: int | None
    ajoutees: int | None = None
    disparues: int | None = None
    modifiees: Mapping[str, int] = field(default_factory=dict)
    signaux: tuple[str, ...] = ()


@dataclass(frozen=True)
class Comparaison:
    """Every table of either side, in the order of the contract; `precedent` names the snapshot."""

    precedent: str
    tables: tuple[EcartTable, ...]

    @property
    def signaux(self) -> tuple[str, ...]:
        """What moves unusually, table by table."""
        return tuple(f"{e.table} : {signal}" for e in self.tables for signal in e.signaux)


def comparer(nouveau: Rapport, precedent: Snapshot) -> Comparaison:
    """Compare the tables of a report with those of an opened snapshot, key by key."""
    ecarts = [
        _ecart(nouveau, precedent, table)
        for table in TABLES.values()
        if table.nom in nouveau.lignes or table.nom in precedent.tables
    ]
    return Comparaison(precedent.nom, tuple(ecarts))


def _ecart(nouveau: Rapport, precedent: Snapshot, table: Table) -> EcartTable:
    avant, apres = precedent.tables.get(table.nom), nouveau.lignes.get(table.nom)
    if avant is None or apres is None:
        absente = ("la table n’est plus dans l’extrait.",) if apres is None else ()
        return EcartTable(table.nom, avant, apres, signaux=absente)
    chargee = nouveau.atelier.tables[table.nom]
    copie = nouveau.atelier.dossier / f"avant_{table.nom}.parquet"
    # the engine reads nothing outside its folder
    precedent.deposer(table.nom, copie)
    try:
        return _mesurer(nouveau, chargee, litteral(str(copie)), precedent.colonnes(table.nom))
    finally:
        copie.unlink()


def _mesurer(
    nouveau: Rapport, chargee: TableChargee, ancienne: str, colonnes: tuple[str, ...]
) -> EcartTable:
    table = chargee.lue.table
    communes = [nom for nom in chargee.lue.noms if nom in colonnes]
    avant, apres, ajoutees, disparues, vides_avant, vides_apres, modifiees = _compter(
        nouveau.atelier.moteur, table, communes, ancienne
    )
    gardees = avant - disparues
    signaux = (
        *_signaux_lignes(avant, apres, disparues),
        *_signaux_modifiees(modifiees, gardees),
        *_signaux_vides(vides_avant, vides_apres, avant, apres),
    )
    return EcartTable(table.nom, avant, apres, ajoutees, disparues, modifiees, signaux)


def _compter(moteur: Any, table: Table, communes: list[str], ancienne: str) -> tuple[Any, ...]:
    nouvelle = f"net_{table.nom}"
    cle = " AND ".join(f"a.{citer(nom)} IS NOT DISTINCT FROM n.{citer(nom)}" for nom in table.cle)
    autres = [nom for nom in communes if nom not in table.cle]

    def une(requete: str) -> tuple[int, ...]:
        return tuple(moteur.execute(requete).fetchone())

    (avant,), (apres,) = (une(f"SELECT count(*) FROM {t}") for t in (ancienne, nouvelle))
    (ajoutees,) = une(f"SELECT count(*) FROM {nouvelle} AS n ANTI JOIN {ancienne} AS a ON {cle}")
    (disparues,) = une(f"SELECT count(*) FROM {ancienne} AS a ANTI JOIN {nouvelle} AS n ON {cle}")
    vides = ", ".join(f"count(*) - count({citer(nom)})" for nom in communes)
    avant_vides, apres_vides = (
        dict(zip(communes, une(f"SELECT {vides} FROM {t}"), strict=True))
        for t in (ancienne, nouvelle)
    )
    change = ", ".join(
        f"count(*) FILTER (a.{citer(nom)} IS DISTINCT FROM n.{citer(nom)})" for nom in autres
    )
    jointes = f"{ancienne} AS a JOIN {nouvelle} AS n ON {cle}"
    changees = une(f"SELECT {change} FROM {jointes}") if autres else ()
    modifiees = {nom: combien for nom, combien in zip(autres, changees, strict=True) if combien}
    return avant, apres, ajoutees, disparues, avant_vides, apres_vides, modifiees


def _signaux_lignes(avant: int, apres: int, disparues: int) -> Iterator[str]:
    part = Quotient(disparues, avant).valeur
    if part is not None and part > PART_DISPARUE:
        yield f"lignes disparues depuis l’arrêté précédent : {_avec_part(disparues, part)}."
    if apres - avant > HAUSSE_LIGNES * avant:
        yield f"le nombre de lignes passe de {nombre(avant)} à {nombre(apres)}."


def _signaux_modifiees(modifiees: Mapping[str, int], gardees: int) -> Iterator[str]:
    for nom, combien in modifiees.items():
        part = Quotient(combien, gardees).valeur
        if part is not None and part > PART_MODIFIEE:
            yield f"{nom} a changé sur des lignes déjà connues : {_avec_part(combien, part)}."


def _avec_part(combien: int, part: float) -> str:
    return f"{nombre(combien)} ({pourcent(part, 1)})"


def _signaux_vides(
    vides_avant: Mapping[str, int], vides_apres: Mapping[str, int], avant: int, apres: int
) -> Iterator[str]:
    for nom, combien in vides_apres.items():
        part, ancienne = Quotient(combien, apres).valeur, Quotient(vides_avant[nom], avant).valeur
        if part is not None and ancienne is not None and part - ancienne > HAUSSE_VIDES:
            yield f"{nom} est vide sur {pourcent(part)} des lignes, contre {pourcent(ancienne)}."
