"""The whole reconciliation: declared cases and those found by themselves, judged together."""

from collections.abc import Iterable, Sequence

from plie_metrics.publications.chiffre import Chiffre, ChiffreAbsent, Publication
from plie_metrics.publications.rapprochement.cas import Cas, Statut
from plie_metrics.publications.rapprochement.declaration import Declaration
from plie_metrics.publications.rapprochement.detection import detecter
from plie_metrics.publications.rapprochement.verification import verifier


def rapprocher(
    publications: Iterable[Publication], declarees: Sequence[Declaration]
) -> tuple[Cas, ...]:
    """Every verification, the declared ones first, in their order.

    A verification found automatically is left out when a declared case is about the very same
    figures, or when it fails and a declared case with all its figures says why; any of them when
    it only adds zeros, which proves nothing.
    Raises ChiffreAbsent when a declared case names a figure that is not published.
    """
    chiffres = {c.id: c for publication in publications for c in publication}
    for declaration in declarees:
        _exiger(declaration, chiffres)
    cas = [verifier(declaration, chiffres) for declaration in declarees]
    trouves = [verifier(declaration, chiffres) for declaration in detecter(chiffres.values())]
    retenus = (*cas, *(trouve for trouve in trouves if not couvert(trouve, cas)))
    return tuple(un for un in retenus if not ne_prouve_rien(un))


def ne_prouve_rien(cas: Cas) -> bool:
    """True for a sum, or a part of a whole, whose figures are all printed 0."""
    additionne = cas.declaration.formule.genre in ("somme", "inclusion")
    return additionne and all(lu.valeur == 0 for lu in cas.lus)


def couvert(trouve: Cas, declares: Iterable[Cas]) -> bool:
    """True when a declared case already says what this verification found."""
    ids = set(trouve.chiffres)
    if trouve.statut is Statut.EGAL:
        return any(d.statut is Statut.EGAL and ids == set(d.chiffres) for d in declares)
    return any(ids.issubset(declare.chiffres) for declare in declares)


def utilisables(
    declarees: Iterable[Declaration], publications: Iterable[Publication]
) -> tuple[Declaration, ...]:
    """The declared cases whose documents are all among `publications`.

    The prefix of an id names its document, so that a case is set aside for a missing document but
    never for a misspelt figure.
    """
    ouverts = {c.id.partition(".")[0] for publication in publications for c in publication}
    return tuple(d for d in declarees if {i.partition(".")[0] for i in d.ids} <= ouverts)


def _exiger(declaration: Declaration, chiffres: dict[str, Chiffre]) -> None:
    for identifiant in declaration.ids:
        if identifiant not in chiffres:
            raise ChiffreAbsent(
                f"Le cas « {declaration.id} » de data/publications/rapprochements/ parle du "
                f"chiffre « {identifiant} », qui n'est publié dans aucun document. "
                "Corrigez cet identifiant."
            )
