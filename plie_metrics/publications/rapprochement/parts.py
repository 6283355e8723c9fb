"""Printed shares: each recomputed from its counts, and those that split one whole added up."""

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
    termes_de,
)
from plie_metrics.publications.rapprochement.modalites import Cle, modalites, sans

JAMAIS_UN_TOUT: Final = ("population", "action")


def parts(lignes: list[Chiffre]) -> Iterator[Declaration]:
    """A printed share against the count of its line over the total of its table."""
    for part in lignes:
        if part.nature not in PARTS or part.unite != "pourcent":
            continue
        for cle in part.modalites:
            if cle in JAMAIS_UN_TOUT:
                continue
            haut = _effectifs(modalites(part), part, lignes)
            bas = _effectifs(sans(part, cle), part, lignes) or _ensemble(part, cle, lignes)
            if haut and bas:
                yield Declaration(
                    id=f"auto.part.{part.id}.{cle}",
                    titre=f"{nom(part)} : part recalculée",
                    imprime=part.id,
                    formule=Formule("rapport", termes_de(haut), termes_de(bas)),
                )


def cents(lignes: list[Chiffre]) -> Iterator[Declaration]:
    """Printed shares that split one whole and have no printed total should add up to 100 %."""
    familles: dict[tuple[Cle, str], list[Chiffre]] = defaultdict(list)
    for part in lignes:
        if part.nature in PARTS and part.unite == "pourcent" and part.colonne != "phrase":
            for cle in part.modalites.keys() - set(JAMAIS_UN_TOUT):
                familles[sans(part, cle), cle].append(part)
    for (reste, cle), famille in familles.items():
        elements = sans_regroupement(cle, famille)
        valeurs = {element.modalites[cle] for element in elements}
        avec_total = any(
            p.nature in PARTS and est_total(p) and modalites(p) == reste for p in lignes
        )
        if len(valeurs) == len(elements) > 1 and not avec_total:
            yield Declaration(
                id=f"auto.cent.{elements[0].id}.{cle}",
                titre=f"{nom(elements[0])} et les autres parts {selon(cle)}",
                imprime=elements[0].id,
                formule=Formule("cent", termes_de(elements)),
            )


def _effectifs(voulues: Cle, part: Chiffre, lignes: list[Chiffre]) -> list[Chiffre]:
    """The count with exactly these modalities, or its split by sex; nothing when two units could
    be meant.
    """
    comptes = [
        c
        for c in lignes
        if c.nature == "realisation" and (c.debut, c.fin) == (part.debut, part.fin)
    ]
    directs = [c for c in comptes if modalites(c) == voulues]
    if not directs:
        directs = [c for c in comptes if "sexe" in c.modalites and sans(c, "sexe") == voulues]
        if len({c.modalites["sexe"] for c in directs}) != len(directs) or len(directs) != 2:
            return []
        return directs
    return directs if len(directs) == 1 else []


def _ensemble(part: Chiffre, cle: str, lignes: list[Chiffre]) -> list[Chiffre]:
    """All the counts that share everything with the share but `cle`: a total nobody printed."""
    elements = [
        c
        for c in lignes
        if c.nature == "realisation" and cle in c.modalites and sans(c, cle) == sans(part, cle)
    ]
    un_seul_total = len({c.unite for c in elements}) == 1
    distincts = len({c.modalites[cle] for c in elements}) == len(elements)
    return elements if un_seul_total and distincts and len(elements) > 1 else []
