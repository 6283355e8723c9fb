"""Verifications found without anybody's help: totals, shares, fractions, figures printed twice.

They only propose; `rapprocher` judges them as it judges the declared ones.
"""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator

from plie_metrics.publications.chiffre import Chiffre
from plie_metrics.publications.rapprochement.declaration import Declaration
from plie_metrics.publications.rapprochement.formule import Formule
from plie_metrics.publications.rapprochement.lignes import PARTS, est_total, nom, termes_de
from plie_metrics.publications.rapprochement.modalites import cle_de_publication
from plie_metrics.publications.rapprochement.parts import cents, parts
from plie_metrics.publications.rapprochement.totaux import enfants, totaux


def detecter(chiffres: Iterable[Chiffre]) -> tuple[Declaration, ...]:
    """Every verification that the figures themselves call for, in reading order."""
    chiffrees = [chiffre for chiffre in chiffres if chiffre.valeur is not None]
    tableaux: dict[tuple[str, str], list[Chiffre]] = defaultdict(list)
    for chiffre in chiffrees:
        tableaux[chiffre.document, chiffre.tableau].append(chiffre)
    trouvees = [d for lignes in tableaux.values() for d in _du_tableau(lignes)]
    return (*trouvees, *fractions(chiffrees), *doublons(chiffrees))


def fractions(chiffres: Iterable[Chiffre]) -> Iterator[Declaration]:
    """A rate printed with its numerator and denominator."""
    for taux in chiffres:
        if taux.denominateur and taux.unite in ("pourcent", "ratio"):
            yield Declaration(
                id=f"auto.fraction.{taux.id}",
                titre=f"{nom(taux)} : fraction imprimée",
                imprime=taux.id,
                formule=Formule("fraction"),
            )


def doublons(chiffres: Iterable[Chiffre]) -> Iterator[Declaration]:
    """The same quantity, of the same people and period, printed again: against its first print."""
    premiers: dict[Hashable, Chiffre] = {}
    for chiffre in chiffres:
        cle = cle_de_publication(chiffre)
        if cle is None or (chiffre.nature in PARTS and est_total(chiffre)):
            continue
        premier = premiers.setdefault(cle, chiffre)
        if premier is not chiffre:
            yield Declaration(
                id=f"auto.doublon.{chiffre.id}",
                titre=f"{nom(chiffre)} : imprimé plusieurs fois",
                imprime=chiffre.id,
                formule=Formule("egalite", termes_de([premier])),
            )


def _du_tableau(lignes: list[Chiffre]) -> Iterator[Declaration]:
    yield from totaux(lignes)
    yield from enfants(lignes)
    yield from parts(lignes)
    yield from cents(lignes)
