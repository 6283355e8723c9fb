"""One declared verification judged: the status comes from the arithmetic, never from the file."""

import re
from collections.abc import Mapping
from typing import Final

from plie_metrics.publications.chiffre import Chiffre
from plie_metrics.publications.rapprochement.cas import Cas, Statut
from plie_metrics.publications.rapprochement.declaration import Declaration, Explication
from plie_metrics.publications.rapprochement.formule import CENT, Formule, evaluer
from plie_metrics.publications.rapprochement.precision import (
    arrondir,
    concorde,
    est_borne,
    pas,
    proches,
    tronquer,
)

ESSAIS: Final = 200_000
# in the note of a transcription, only what stands between guillemets was printed
CITATIONS: Final = re.compile("«(.*?)»")


def verifier(declaration: Declaration, chiffres: Mapping[str, Chiffre]) -> Cas:
    """Compute the case over `chiffres` (by id).

    An arithmetic that holds is « égal » whatever explanation is declared; an explanation whose own
    arithmetic or quotation fails leaves the case « inexpliqué ». Raises KeyError on an unknown id.
    """
    cible = chiffres[declaration.imprime]
    resultat = evaluer(declaration.formule, cible, chiffres)
    attendu = 100.0 if declaration.formule.genre == "cent" else cible.valeur
    statut = _juger(declaration, cible, resultat, chiffres)
    ecart = None if resultat is None or attendu is None else attendu - resultat
    explication = declaration.explication
    return Cas(
        declaration=declaration,
        statut=statut,
        imprime=attendu,
        recalcule=resultat,
        ecart=0.0 if ecart is not None and proches(ecart, 0) else ecart,
        lus=tuple(chiffres[identifiant] for identifiant in declaration.ids),
        tient=statut in (Statut.NOTE, Statut.HYPOTHESE),
        solutions=solutions(explication.formule, cible, chiffres)
        if explication and explication.formule
        else (),
    )


def tient(
    declaration: Declaration,
    cible: Chiffre,
    resultat: float | None,
    chiffres: Mapping[str, Chiffre],
) -> bool:
    """True when every part of the declared explanation stands: quotation, formula, rounding."""
    explication = declaration.explication
    if explication is None:
        return False
    preuves = [
        *([_cite(explication, chiffres)] if explication.citation else []),
        *([_donne(explication.formule, cible, chiffres)] if explication.formule else []),
        *(
            [_arrondi(explication.mode, declaration, cible, resultat, chiffres)]
            if explication.mode
            else []
        ),
    ]
    return bool(preuves) and all(preuves)


def solutions(formule: Formule, cible: Chiffre, chiffres: Mapping[str, Chiffre]) -> tuple[int, ...]:
    """The values of the unknown, from 0 to its maximum, that give the printed figure."""
    if formule.inconnue is None:
        return ()
    maximum = chiffres[formule.inconnue.maximum]
    bond = max(1, int(pas(maximum)))
    essais = range(0, int(maximum.nombre) + 1, bond)
    return tuple(
        x
        for x in essais[:ESSAIS]
        if (trouve := evaluer(formule, cible, chiffres, x)) is not None and concorde(trouve, cible)
    )


def _juger(
    declaration: Declaration,
    cible: Chiffre,
    resultat: float | None,
    chiffres: Mapping[str, Chiffre],
) -> Statut:
    if resultat is not None and _egal(declaration.formule, cible, resultat, chiffres):
        return Statut.EGAL
    if declaration.explication is None or not tient(declaration, cible, resultat, chiffres):
        return Statut.INEXPLIQUE
    return Statut.NOTE if declaration.explication.note else Statut.HYPOTHESE


def _egal(
    formule: Formule, cible: Chiffre, resultat: float, chiffres: Mapping[str, Chiffre]
) -> bool:
    match formule.genre:
        case "inclusion":
            return resultat <= cible.nombre or proches(resultat, cible.nombre)
        case "cent":
            return proches(resultat, 100)
        case "egalite" if est_borne(cible) and est_borne(chiffres[formule.haut[0].chiffre]):
            return proches(resultat, cible.nombre)
    return concorde(resultat, cible)


def _cite(explication: Explication, chiffres: Mapping[str, Chiffre]) -> bool:
    lu = chiffres[explication.chiffre]
    imprimes = (lu.imprime, lu.ligne, lu.colonne, lu.section, *CITATIONS.findall(lu.note))
    return any(_simple(explication.citation) in _simple(texte) for texte in imprimes)


def _simple(texte: str) -> str:
    return " ".join(texte.replace("’", "'").casefold().split())


def _donne(formule: Formule, cible: Chiffre, chiffres: Mapping[str, Chiffre]) -> bool:
    if formule.inconnue:
        return bool(solutions(formule, cible, chiffres))
    resultat = evaluer(formule, cible, chiffres)
    return resultat is not None and _egal(formule, cible, resultat, chiffres)


def _arrondi(
    mode: str,
    declaration: Declaration,
    cible: Chiffre,
    resultat: float | None,
    chiffres: Mapping[str, Chiffre],
) -> bool:
    if resultat is None:
        return False
    if mode == "autre_base":
        return resultat <= CENT
    if mode == "troncature":
        return proches(tronquer(resultat, pas(cible)), cible.nombre)
    if mode == "tiers":
        return proches(arrondir(arrondir(resultat, 1 / 3), pas(cible)), cible.nombre)
    attendu = 100.0 if declaration.formule.genre == "cent" else cible.nombre
    jeu = sum(pas(chiffres[t.chiffre]) for t in declaration.formule.haut) / 2
    return abs(attendu - resultat) <= jeu
