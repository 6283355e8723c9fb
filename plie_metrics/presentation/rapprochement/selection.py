"""Which cases, in which order: what a committee should know first, then document by document.

A case belongs to the document that prints the figure judged, whatever it is compared with: every
case is counted once.
"""

from collections.abc import Collection, Mapping, Sequence
from typing import Final
from urllib.parse import urlencode

from plie_metrics.presentation.rapprochement.verdicts import Verdict, verdict
from plie_metrics.publications.rapprochement.cas import Cas

CHOIX_DU_PLIE: Final = "Les documents du PLIE"
GRAVITE: Final = (
    Verdict.INEXPLIQUE,
    Verdict.HYPOTHESE,
    Verdict.NOTE,
    Verdict.INVERIFIABLE,
    Verdict.EGAL,
)


def documents_du_plie(territoires: Mapping[str, str], territoire: str) -> tuple[str, ...]:
    """The documents that speak of `territoire`; `territoires`: document → territory."""
    return tuple(nom for nom, lieu in territoires.items() if lieu == territoire)


def adresse_du_plie(voulu: Verdict) -> str:
    """The address of the page that shows the cases of this verdict in the documents of the PLIE.

    A filter travels in the address under the words that its reader chose.
    """
    filtres = {"document": CHOIX_DU_PLIE, "statut": voulu.court}
    return f"rapprochement?{urlencode(filtres)}"


def a_voir_d_abord(cas: Sequence[Cas]) -> tuple[Cas, ...]:
    """The gaps that matter most for a committee, the first one first; an equality never is one."""
    retenus = [un for un in cas if un.rang > 0 and verdict(un) is not Verdict.EGAL]
    return tuple(sorted(retenus, key=lambda un: un.rang))


def ordonner(cas: Sequence[Cas], documents: Sequence[str]) -> tuple[Cas, ...]:
    """The cases to know first, then document by document, what nothing explains before the rest."""

    def place(un: Cas) -> tuple[int, int, int]:
        return (un.rang or len(cas), documents.index(un.document), GRAVITE.index(verdict(un)))

    return tuple(sorted(cas, key=place))


def filtrer(
    cas: Sequence[Cas],
    verdicts: Collection[Verdict] = (),
    documents: Collection[str] = (),
) -> tuple[Cas, ...]:
    """The cases with one of these verdicts, of one of these documents; empty means all."""
    return tuple(
        un
        for un in cas
        if (not verdicts or verdict(un) in verdicts) and (not documents or un.document in documents)
    )


def par_document(cas: Sequence[Cas], documents: Sequence[str]) -> dict[str, tuple[Cas, ...]]:
    """The cases of each document, in the order of `documents`; one without any is left out."""
    groupes = {nom: filtrer(cas, documents=(nom,)) for nom in documents}
    return {nom: groupe for nom, groupe in groupes.items() if groupe}
