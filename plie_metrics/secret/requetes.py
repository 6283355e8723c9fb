"""What may be asked of a protected profile: a request out of the list is refused, in French.

A refusal depends on the request, the settings and the dates of the arrêtés: never on the data.
"""

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Final

from plie_metrics.catalogue import charger
from plie_metrics.erreurs import ErreurPlie
from plie_metrics.filtres import NOMS, Filtres
from plie_metrics.periodes import Periode
from plie_metrics.schema import DIMENSIONS, MODALITES, libelle
from plie_metrics.secret.calendrier import Niveau
from plie_metrics.secret.liste import Liste


class RequeteRefusee(ErreurPlie):
    """A request out of the closed list of the profile; the sentence says what may be asked."""


def verifier(liste: Liste, periode: Periode, filtres: Filtres, dimensions: tuple[str, ...]) -> None:
    """Raise RequeteRefusee unless the period, filter and breakdown are in the list."""
    _periode(liste, periode)
    _filtres(liste, filtres, dimensions)
    _dimensions(liste, dimensions)
    _finesse(liste, periode, filtres, dimensions)


def choisir(
    liste: Liste,
    niveau: Niveau,
    filtre: str | None,
    dimension: str | None,
    demandes: Iterable[str] | None,
) -> tuple[str, ...]:
    """Those offered under this filter and breakdown; all that were named must be.

    Raises RequeteRefusee.
    """
    offerts = tuple(i for i in liste.acces if liste.offre(i, niveau, filtre, dimension))
    if demandes is None:
        if not offerts:
            raise RequeteRefusee(_aucun(filtre, dimension))
        return offerts
    voulus = tuple(demandes)
    for ident in voulus:
        if ident not in offerts:
            raise RequeteRefusee(non_offert(ident, filtre, dimension))
    return voulus


def _periode(liste: Liste, periode: Periode) -> None:
    if periode not in liste.niveaux:
        raise RequeteRefusee(
            f"La période du {periode.du:%d/%m/%Y} au {periode.au:%d/%m/%Y} n’est pas proposée "
            "à ce profil : demandez une année, un trimestre ou un mois révolus, ou le cumul du "
            f"1er janvier au {liste.arrete:%d/%m/%Y} ; le plus ancien commence le "
            f"{liste.offres[0].periode.du:%d/%m/%Y}."
        )


def _filtres(liste: Liste, filtres: Filtres, dimensions: tuple[str, ...]) -> None:
    actifs = filtres.actifs
    permis = sorted({f for acces in liste.acces.values() for f in acces.filtres})
    for nom in actifs:
        if nom not in permis:
            raise RequeteRefusee(
                f"Le filtre {NOMS[nom]} n’est pas proposé à ce profil ; filtres possibles : "
                f"{', '.join(NOMS[f] for f in permis)}."
            )
    if len(actifs) > 1 or any(len(valeurs) > 1 for valeurs in actifs.values()):
        raise RequeteRefusee(
            "Ce profil choisit un seul filtre, avec une seule valeur : retirez les autres."
        )
    for nom, (valeur,) in actifs.items():
        if valeur not in MODALITES.get(nom, (valeur,)):
            raise RequeteRefusee(
                f"Filtre {NOMS[nom]} : « {valeur} » n’existe pas ; valeurs possibles : "
                f"{', '.join(MODALITES[nom])}."
            )
        if liste.fond(nom, valeur) and (dimensions or nom != "commune"):
            raise RequeteRefusee(
                f"« {libelle(nom, valeur)} » ne se croise avec aucune autre dimension pour ce "
                "profil : retirez ce filtre."
            )


def _dimensions(liste: Liste, dimensions: tuple[str, ...]) -> None:
    permises = {d for acces in liste.acces.values() for d in acces.ventilations} | {"mois"}
    for dimension in dimensions:
        if dimension not in permises:
            possibles = ", ".join(d for d in DIMENSIONS if d in permises)
            raise RequeteRefusee(
                f"La ventilation « {dimension} » n’est pas proposée à ce profil ; "
                f"ventilations possibles : {possibles}."
            )
    if len(dimensions) > 1:
        raise RequeteRefusee(
            "Ce profil ventile par une seule dimension ; pour en croiser deux, filtrez par "
            "l’une et ventilez par l’autre."
        )


def _finesse(liste: Liste, periode: Periode, filtres: Filtres, dimensions: tuple[str, ...]) -> None:
    if "mois" in dimensions:
        if filtres.actifs:
            raise RequeteRefusee(
                "Les mois ne sont proposés à ce profil que pour l’ensemble du territoire : "
                "retirez le filtre ou la ventilation par mois."
            )
        return
    besoin = len(filtres.actifs) + len(dimensions)
    if besoin > liste.niveaux[periode]:
        raise RequeteRefusee(_TROP_FIN[liste.niveaux[periode]])


def non_offert(ident: str, filtre: str | None = None, dimension: str | None = None) -> str:
    """The French sentence that refuses an indicator under a filter or breakdown."""
    sous = f" sous le filtre {NOMS[filtre]}" if filtre else ""
    par = f" par {DIMENSIONS[dimension].lower()}" if dimension else ""
    nom = charger()[ident].titre_court
    return (
        f"« {nom} » n’est pas proposé{par}{sous} à ce profil pour cette période : retirez cet "
        "indicateur de la demande."
    )


_TROP_FIN: Final[Mapping[Niveau, str]] = MappingProxyType(
    {
        Niveau.ENSEMBLE: (
            "Un mois n’est proposé à ce profil que pour l’ensemble du territoire : demandez un "
            "trimestre ou une année pour filtrer ou ventiler."
        ),
        Niveau.SIMPLE: (
            "Pour cette période, ce profil choisit un filtre ou une ventilation, pas les deux : "
            "demandez une année révolue ou le cumul à l’arrêté pour les croiser."
        ),
    }
)


def _aucun(filtre: str | None, dimension: str | None) -> str:
    par = DIMENSIONS[dimension].lower() if dimension else "rien"
    sous = NOMS[filtre] if filtre else "aucun"
    return (
        f"Aucun indicateur n’est proposé à ce profil par {par} sous ce filtre ({sous}) : retirez "
        "l’un des deux."
    )
