"""A published figure computed again from the arrêté: which cells of which indicator it counts."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from plie_metrics.calcul.mesure import Mesure
from plie_metrics.calcul.registre import definition
from plie_metrics.calcul.ventilation import Ventilation
from plie_metrics.erreurs import ErreurPlie
from plie_metrics.filtres import Filtres
from plie_metrics.periodes import Periode
from plie_metrics.planches.regard import Regard
from plie_metrics.publications.chiffre import Chiffre
from plie_metrics.schema import DIMENSIONS, HORS_QPV, INCONNU, est_qpv

NATURES: Final = ("realisation", "taux", "part")
HORS_DIMENSIONS: Final = frozenset({"population", "action"})
EMPLOI: Final = "emploi"
EMPLOIS: Final = ("emploi_cdi", "emploi_cdd_6_mois", "emploi_interim_6_mois", "creation_activite")
AUTRES, HORS_REFERENTS, REFERENTS = "autres", "AUTRE", "PLIE"
TOUT: Final = Filtres()
Cle = tuple[str, ...]


@dataclass(frozen=True)
class Rapproche:
    """A published figure beside what the arrêté gives, in the published unit."""

    chiffre: Chiffre
    calcule: float

    @property
    def ecart(self) -> float:
        """Computed − published."""
        return self.calcule - self.chiffre.nombre

    @property
    def juste(self) -> bool:
        """Equal once rounded as printed (half a unit of the last printed digit)."""
        publie = self.chiffre.nombre
        demi = 0.5 if publie == int(publie) else 0.05
        mesure = definition(self.chiffre.indicateur or "").forme != "nombre"
        return abs(self.ecart) <= (demi if mesure else 0) + 1e-9


def rapprocher(
    regard: Regard, chiffre: Chiffre, voisins: Mapping[str, frozenset[str]]
) -> Rapproche | None:
    """The figure computed from the arrêté; None where no indicator gives it to this profile.

    `voisins`: by table of the document, the codes that it names (« autres » is the rest).
    """
    if chiffre.nature not in NATURES or not chiffre.indicateur or chiffre.valeur is None:
        return None
    if (periode := _periode(chiffre)) is None:
        return None
    try:
        valeur = _valeur(regard, chiffre, periode, voisins.get(chiffre.tableau, frozenset()))
    except ErreurPlie:
        return None  # not in the closed list of the profile, or a table is absent
    if valeur is None:
        return None
    return Rapproche(chiffre, valeur * 100 if chiffre.unite == "pourcent" else valeur)


def _valeur(
    regard: Regard, chiffre: Chiffre, periode: Periode, nommes: frozenset[str]
) -> float | None:
    ident, modalites = chiffre.indicateur or "", dict(chiffre.modalites)
    population = modalites.get("population", "")
    voulues = {d: m for d, m in modalites.items() if d not in HORS_DIMENSIONS}
    if definition(ident).nature in ("taux", "part"):
        return _seul(regard, ident, periode)  # « sexe=F » says what the share is of
    if population == "autres_sorties" and not voulues:
        toutes, positives = (_seul(regard, i, periode) for i in ("sorties", "sorties_positives"))
        return None if toutes is None or positives is None else toutes - positives
    if not voulues:
        return _seul(regard, ident, periode)
    if "motif_sortie" in voulues and ident == "sorties_positives":
        ident = "sorties"
    if not set(voulues) <= set(DIMENSIONS) & set(definition(ident).ventilations):
        return None
    dims = tuple(voulues)
    ventilation = regard.ventilation(ident, *dims, periode=periode, filtres=TOUT)
    return _somme(ventilation, tuple(voulues.values()), nommes)


def _seul(regard: Regard, ident: str, periode: Periode) -> float | None:
    lot = regard.lot((), (ident,), periode=periode, filtres=TOUT)
    return lot.mesures[ident].valeur


def _somme(ventilation: Ventilation, voulues: Cle, nommes: frozenset[str]) -> float | None:
    """The cells that the published words mean; None when one of them is hidden."""
    retenues: list[Mesure] = [
        mesure
        for codes, mesure in ventilation.cellules.items()
        if all(_est(code, voulu, nommes) for code, voulu in zip(codes, voulues, strict=True))
    ]
    if any(m.valeur is None for m in retenues):
        return None
    return float(sum(m.valeur or 0 for m in retenues))


def _est(code: str, voulu: str, nommes: frozenset[str]) -> bool:
    if voulu == "oui":
        return est_qpv(code)
    if voulu == "oui+veille":
        return code not in (HORS_QPV, INCONNU, "autres")
    if voulu == EMPLOI:
        return code in EMPLOIS
    if voulu == HORS_REFERENTS:
        return code != REFERENTS
    if voulu == AUTRES:
        return code not in nommes
    return code in voulu.split("+")


def _periode(chiffre: Chiffre) -> Periode | None:
    if chiffre.fin is None:
        return None
    return Periode(chiffre.debut or date(chiffre.fin.year, 1, 1), chiffre.fin)


def voisins(chiffres: list[Chiffre]) -> dict[str, frozenset[str]]:
    """By table, the codes that it names one by one."""
    trouves: dict[str, set[str]] = {}
    for chiffre in chiffres:
        codes = set(chiffre.modalites.values()) - {AUTRES, HORS_REFERENTS, "oui", "oui+veille"}
        trouves.setdefault(chiffre.tableau, set()).update(codes)
    return {tableau: frozenset(codes) for tableau, codes in trouves.items()}
