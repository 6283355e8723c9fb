"""Unusual but possible facts: published, with a warning kept in the manifest."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from plie_metrics.importation.anomalie import Avertissement
from plie_metrics.importation.atelier import Atelier, TableChargee
from plie_metrics.importation.moteur import litteral
from plie_metrics.periodes import decaler_mois
from plie_metrics.presentation.formats import nombre
from plie_metrics.territoire.referentiel import Referentiel

AGE_MAX: Final = 64
AGE_MIN: Final = 16
MOIS_PARCOURS: Final = 30
MOIS_SANS_ENTRETIEN: Final = 3
CITEES: Final = 10  # lines quoted
PERIODES: Final = (
    ("etapes", "date_debut", "date_fin"),
    ("clauses_contrats", "date_debut", "date_fin"),
    ("clauses_engagements", "debut", "fin"),
    ("objectifs", "debut", "fin"),
    ("referents", "debut", "fin"),
    ("ml_indicateurs", "debut", "fin"),
)


@dataclass(frozen=True)
class Fait:
    """`condition` selects rows of `net_<table>`, named `ici`; `colonnes` are those it needs."""

    table: str
    colonnes: tuple[str, ...]
    condition: str
    singulier: str
    pluriel: str
    autres: tuple[str, ...] = ()  # tables that must be there too


def signaler(atelier: Atelier, arrete: date, territoire: Referentiel) -> list[Avertissement]:
    """What is unusual in the loaded tables; asks nothing of a table or column that lacks."""
    return [
        avertissement
        for fait in _faits(arrete, territoire)
        if (avertissement := _signaler(atelier, fait)) is not None
    ]


def _signaler(atelier: Atelier, fait: Fait) -> Avertissement | None:
    chargee = atelier.tables.get(fait.table)
    presentes = set(fait.autres) <= set(atelier.tables)
    if chargee is None or not presentes or not chargee.lue.a(*fait.colonnes):
        return None
    rangs = atelier.moteur.execute(
        f"SELECT count(*), list_slice(list_sort(list(rang_ligne)), 1, {CITEES}) "
        f"FROM (SELECT rang_ligne FROM net_{fait.table} AS ici WHERE {fait.condition})"
    ).fetchone()
    return _avertissement(chargee, fait, *rangs) if rangs[0] else None


def _avertissement(
    chargee: TableChargee, fait: Fait, combien: int, rangs: list[int]
) -> Avertissement:
    phrase = fait.singulier if combien == 1 else fait.pluriel
    lignes = tuple(chargee.ligne(rang) for rang in rangs)
    return Avertissement(fait.table, f"{nombre(combien)} {phrase}", combien, lignes)


def _faits(arrete: date, territoire: Referentiel) -> Iterator[Fait]:
    yield from _faits_personnes(arrete, territoire)
    yield from _faits_parcours(arrete)
    for table, debut, fin in PERIODES:
        yield Fait(
            table,
            (debut, fin),
            f"{fin} < {debut}",
            "ligne finit avant de commencer",
            "lignes finissent avant de commencer",
        )


def _faits_personnes(arrete: date, territoire: Referentiel) -> Iterator[Fait]:
    annee = ("annee_naissance",)
    yield Fait(
        "participants",
        annee,
        f"{arrete.year} - annee_naissance > {AGE_MAX}",
        f"personne a plus de {AGE_MAX} ans",
        f"personnes ont plus de {AGE_MAX} ans",
    )
    yield Fait(
        "participants",
        annee,
        f"{arrete.year} - annee_naissance < {AGE_MIN}",
        f"personne a moins de {AGE_MIN} ans",
        f"personnes ont moins de {AGE_MIN} ans",
    )
    communes = ", ".join(litteral(c.insee) for c in territoire.communes_au(arrete))
    yield Fait(
        "participants",
        ("commune",),
        f"commune NOT IN ({communes})",
        "personne habite hors de la métropole",
        "personnes habitent hors de la métropole",
    )
    codes = ", ".join(litteral(q.code) for q in territoire.quartiers_au(arrete) if q.est_qpv)
    yield Fait(
        "participants",
        ("qpv",),
        f"qpv NOT LIKE 'VEILLE-%' AND qpv NOT IN ({codes})",
        "personne est dans un QPV qui n’est pas de la liste en vigueur",
        "personnes sont dans un QPV qui n’est pas de la liste en vigueur",
    )


def _faits_parcours(arrete: date) -> Iterator[Fait]:
    fin = f"coalesce(date_sortie, {_jour(arrete)})"
    yield Fait(
        "parcours",
        ("date_entree", "date_sortie"),
        f"date_entree < {fin} - INTERVAL {MOIS_PARCOURS} MONTH",
        f"parcours dépasse {MOIS_PARCOURS} mois",
        f"parcours dépassent {MOIS_PARCOURS} mois",
    )
    yield Fait(
        "etapes",
        ("parcours_id", "date_debut"),
        "EXISTS (FROM net_parcours AS p WHERE p.parcours_id = ici.parcours_id "
        "AND p.date_sortie < ici.date_debut)",
        "étape commence après la sortie du parcours",
        "étapes commencent après la sortie du parcours",
        ("parcours",),
    )
    depuis = _jour(decaler_mois(arrete, -MOIS_SANS_ENTRETIEN))
    yield Fait(
        "parcours",
        ("parcours_id", "date_entree", "date_sortie"),
        f"date_sortie IS NULL AND date_entree <= {depuis} AND parcours_id NOT IN "
        f"(SELECT parcours_id FROM net_entretiens WHERE date > {depuis} "
        "AND parcours_id IS NOT NULL)",
        f"parcours en cours n’a pas eu d’entretien depuis {MOIS_SANS_ENTRETIEN} mois",
        f"parcours en cours n’ont pas eu d’entretien depuis {MOIS_SANS_ENTRETIEN} mois",
        ("entretiens",),
    )


def _jour(quand: date) -> str:
    return f"DATE {litteral(quand.isoformat())}"
