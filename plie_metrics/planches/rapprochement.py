"""The planches of Rapprochement: what the arrêté gives beside what the annual report printed."""

from collections.abc import Callable, Mapping
from typing import Final

from plie_metrics.planches.mots import provenance
from plie_metrics.planches.planche import Planche, PlancheIndisponible
from plie_metrics.planches.publie_calcule import Rapproche, rapprocher, voisins
from plie_metrics.planches.regard import Regard
from plie_metrics.presentation.formats import avec_unite, jour, nombre
from plie_metrics.presentation.tableau import Tableau, effectif, tableau, texte
from plie_metrics.publications.chiffre import Chiffre

DOCUMENT: Final = "rapport_2016"
JUSTE: Final = "= retrouvé"
EXPLIQUE: Final = "§ écart, note imprimée"
INEXPLIQUE: Final = "≠ écart"


def constat(regard: Regard) -> str:
    """« 112 des 118 chiffres du rapport sont retrouvés dans l’arrêté »."""
    tous = rapproches(regard)
    justes = sum(r.juste for r in tous)
    return (
        f"{nombre(justes)} des {avec_unite(len(tous), 'chiffre publié', 'chiffres publiés')} que "
        f"l’arrêté du {jour(regard.identite.arrete)} sait recalculer sont retrouvés"
    )


def rapproches(regard: Regard) -> tuple[Rapproche, ...]:
    """Every figure of the report that this profile may compute; raises PlancheIndisponible.

    The report's own period, the whole PLIE, whatever the period and filters looked at.
    """
    return regard.calculer_une_fois("rapprochement", lambda: _rapprocher(regard))


def ecarts(regard: Regard) -> Planche:
    """The figures that differ, the largest relative gap first."""
    differents = sorted(
        (r for r in rapproches(regard) if not r.juste),
        key=lambda r: -abs(r.ecart) / (abs(r.chiffre.nombre) or 1),
    )
    if not differents:
        raise PlancheIndisponible("Tous les chiffres recalculés sont ceux du rapport.")
    combien = avec_unite(len(differents), "chiffre publié diffère", "chiffres publiés diffèrent")
    return _planche(regard, "rapprochement.ecarts", f"{combien} de l’arrêté", differents)


def retrouves(regard: Regard) -> Planche:
    """The figures that the arrêté gives as printed."""
    justes = [r for r in rapproches(regard) if r.juste]
    if not justes:
        raise PlancheIndisponible("Aucun chiffre du rapport n’est retrouvé dans cet arrêté.")
    combien = avec_unite(len(justes), "chiffre publié retrouvé", "chiffres publiés retrouvés")
    return _planche(regard, "rapprochement.retrouves", combien, justes)


def _planche(regard: Regard, cle: str, titre: str, lignes: list[Rapproche]) -> Planche:
    return Planche(
        cle,
        titre,
        resume=f"{titre}. Le détail est dans le tableau.",
        tableau=_tableau(lignes, titre),
        sous_titre="Rapport d’activité 2016 · calculé sur tout le PLIE, à la période de chaque "
        "chiffre, quels que soient les filtres · une part et un taux à leur arrondi près",
        phrases=(f"{titre}.",),
        indicateurs=tuple(sorted({str(r.chiffre.indicateur) for r in lignes})),
        source=provenance(regard),
        filtree=False,
    )


def _rapprocher(regard: Regard) -> tuple[Rapproche, ...]:
    chiffres = list(regard.publication(DOCUMENT))
    finale = max((c.fin for c in chiffres if c.fin and c.indicateur), default=None)
    if finale is None or finale > regard.identite.arrete:
        raise PlancheIndisponible(
            f"Le rapport va jusqu’au {jour(finale)}, l’arrêté s’arrête au "
            f"{jour(regard.identite.arrete)} : choisissez un arrêté plus récent pour les comparer."
        )
    autour = voisins(chiffres)
    faits = (rapprocher(regard, chiffre, autour) for chiffre in chiffres)
    return tuple(r for r in faits if r is not None)


def _tableau(lignes: list[Rapproche], legende: str) -> Tableau:
    return tableau(
        legende,
        [
            texte("Chiffre publié"),
            texte("Où"),
            effectif("Publié", _forme),
            effectif("Calculé", _forme),
            effectif("Écart", lambda e: nombre(e, 0 if e == int(e) else 1, signe=True)),
            texte("Statut"),
            texte("Explication"),
        ],
        [
            (
                _nom(r.chiffre),
                r.chiffre.section,
                r.chiffre.nombre,
                r.calcule,
                r.ecart,
                JUSTE if r.juste else EXPLIQUE if r.chiffre.note else INEXPLIQUE,
                "" if r.juste else r.chiffre.note or "rien d’imprimé ne l’explique",
            )
            for r in lignes
        ],
    )


def _nom(chiffre: Chiffre) -> str:
    colonne = "" if chiffre.colonne in ("", "Nombre", "phrase") else f", {chiffre.colonne}"
    unite = " (%)" if chiffre.unite == "pourcent" else ""
    return f"{chiffre.ligne}{colonne}{unite}"


def _forme(valeur: float) -> str:
    return nombre(valeur, 0 if valeur == int(valeur) else 1)


PLANCHES: Final[Mapping[str, Callable[[Regard], Planche]]] = {
    "rapprochement.ecarts": ecarts,
    "rapprochement.retrouves": retrouves,
}
