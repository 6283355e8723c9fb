"""The projections that a protected profile may see: those that rest on months that it sees.

A projection reveals monthly totals of the whole territory, over the year of the objective and the
past years that taught it, and the pace at which cases are entered. So each of these months must be
shown by the closed list; nothing is projected under a filter.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from plie_metrics.objectifs.contexte import Contexte
from plie_metrics.objectifs.suivi import FILE_ACTIVE, Suivi, suivis
from plie_metrics.periodes import Periode, annee, annee_a_date, debut_mois, fin_mois, mois_de
from plie_metrics.secret.grandeurs import COMPOSITIONS, cle
from plie_metrics.secret.liste import Liste
from plie_metrics.secret.protegees import Protegees

MASQUE: Final = (
    "Pas de projection pour ce profil : elle laisserait deviner un mois dont l’effectif est masqué."
)
HORS_LISTE: Final = (
    "Pas de projection pour ce profil : elle repose sur des mois qui ne lui sont pas proposés."
)


@dataclass(frozen=True)
class Projetes:
    """The projections that may be seen, and why the others may not, by indicator."""

    suivis: Mapping[str, Suivi]
    refus: Mapping[str, str]


def projeter_visibles(contexte: Contexte, liste: Liste, tables: Protegees) -> Projetes:
    """The objectives of the whole territory in course at the arrêté.

    Only the past years of the closed list teach. The recent rhythm is left out when it counts
    parts of months (an arrêté within a month).
    """
    offertes = tuple(an for an in contexte.annees if annee(an) in liste.niveaux)
    connu = replace(contexte, annees=offertes)
    vus: dict[str, Suivi] = {}
    refus: dict[str, str] = {}
    for ident, suivi in suivis(connu).items():
        motif = _refus(ident, _mois(suivi), liste, tables)
        if motif is None:
            vus[ident] = _sans_demi_mois(suivi)
        else:
            refus[ident] = motif
    return Projetes(vus, refus)


def _sans_demi_mois(suivi: Suivi) -> Suivi:
    if suivi.arrete == fin_mois(suivi.arrete):
        return suivi
    return replace(suivi, projection=replace(suivi.projection, rythme_recent=None))


def _mois(suivi: Suivi) -> tuple[Periode, ...]:
    """The months of the objective up to the arrêté, of the months before it, and of past years."""
    debut = suivi.objectif.periode.du
    premier = date(min((*suivi.annees, debut.year)), 1, 1) if suivi.annees else debut
    return tuple(mois_de(Periode(debut_mois(premier), suivi.arrete)))


def _refus(ident: str, mois: tuple[Periode, ...], liste: Liste, tables: Protegees) -> str | None:
    periodes = set(_periodes(mois, tables.arrete))
    idents = (FILE_ACTIVE, "entrees", "sorties") if ident == FILE_ACTIVE else (ident,)
    offerts = all(i in liste.acces and i not in tables.motifs for i in idents)
    if not offerts or not periodes <= set(liste.niveaux):
        return HORS_LISTE
    cellules = {cle(COMPOSITIONS[i].numerateur, p) for i in idents for p in periodes}
    return MASQUE if cellules & set(tables.masques) else None


def _periodes(mois: tuple[Periode, ...], arrete: date) -> Iterator[Periode]:
    """Whole months as they are; the last one, when it is not whole, by the year to the arrêté."""
    for un in mois:
        yield annee_a_date(arrete) if un.au < fin_mois(un.du) else un
