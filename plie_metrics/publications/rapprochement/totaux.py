"""Totals of a printed table, found by its modalities or by the nesting of its lines."""

from collections import defaultdict
from collections.abc import Iterator
from typing import Final

from plie_metrics.publications.chiffre import Chiffre
from plie_metrics.publications.rapprochement.declaration import Declaration
from plie_metrics.publications.rapprochement.formule import Formule
from plie_metrics.publications.rapprochement.lignes import (
    PARTS,
    est_total,
    nom,
    sans_regroupement,
    selon,
    semblables,
    termes_de,
)
from plie_metrics.publications.rapprochement.modalites import modalites, sans

COMPTES: Final = ("realisation", "objectif", "caracteristique")


def totaux(lignes: list[Chiffre]) -> Iterator[Declaration]:
    """In one table, a figure against the sum of those that split it along one modality."""
    for total in lignes:
        if total.nature not in (*COMPTES, *PARTS):
            continue
        if total.nature in PARTS and not est_total(total):
            continue
        for cle, elements in _decoupages(total, lignes).items():
            yield Declaration(
                id=f"auto.total.{total.id}.{cle}",
                titre=f"{nom(total)} : somme {selon(cle)}",
                imprime=total.id,
                formule=Formule("somme", termes_de(elements)),
            )


def enfants(lignes: list[Chiffre]) -> Iterator[Declaration]:
    """In a nested table, a parent against its children; a « dont » may not exceed its parent."""
    for parent in lignes:
        groupes: dict[bool, list[Chiffre]] = defaultdict(list)
        for enfant in lignes:
            if not _est_enfant(enfant, parent):
                continue
            if "dont" in enfant.ligne.casefold():
                yield Declaration(
                    id=f"auto.dont.{enfant.id}",
                    titre=f"{nom(enfant)} : partie de « {nom(parent)} »",
                    imprime=parent.id,
                    formule=Formule("inclusion", termes_de([enfant])),
                )
            else:
                groupes[enfant.modalites["code"].startswith(parent.modalites["code"])].append(
                    enfant
                )
        for rang, elements in groupes.items():
            yield Declaration(
                id=f"auto.enfants.{parent.id}.{int(rang)}",
                titre=f"{nom(parent)} : somme de ses lignes",
                imprime=parent.id,
                formule=Formule("somme", termes_de(elements)),
            )


def _decoupages(total: Chiffre, lignes: list[Chiffre]) -> dict[str, list[Chiffre]]:
    groupes: dict[str, list[Chiffre]] = defaultdict(list)
    for element in lignes:
        if element is total or not semblables(element, total) or est_total(element):
            continue
        for cle in element.modalites:
            reste = total.modalites if cle not in total.modalites else None
            if sans(element, cle) == (modalites(total) if reste is not None else sans(total, cle)):
                groupes[cle].append(element)
    reduits = {cle: sans_regroupement(cle, elements) for cle, elements in groupes.items()}
    return {
        cle: elements
        for cle, elements in reduits.items()
        if _decoupe(cle, elements, total) and _designe(total, elements, lignes)
    }


def _decoupe(cle: str, elements: list[Chiffre], total: Chiffre) -> bool:
    """Several distinct modalities; « parent » and « code » are the business of `enfants`."""
    valeurs = [element.modalites[cle] for element in elements]
    if cle in ("parent", "code", "borne") or len(set(valeurs)) != len(valeurs) or len(valeurs) < 2:
        return False
    return cle not in total.modalites or est_total(total)


def _designe(total: Chiffre, elements: list[Chiffre], lignes: list[Chiffre]) -> bool:
    """`total` is the figure split: it says so, or names its parts, or is the only candidate."""
    if est_total(total) or all(e.ligne.startswith(total.ligne) for e in elements):
        return True
    rivaux = [x for x in lignes if semblables(x, total) and modalites(x) == modalites(total)]
    return len(rivaux) == 1


def _est_enfant(enfant: Chiffre, parent: Chiffre) -> bool:
    code = parent.modalites.get("code")
    if not code or enfant.modalites.get("parent") != code or not semblables(enfant, parent):
        return False
    return sans(enfant, "code", "parent") == sans(parent, "code", "parent")
