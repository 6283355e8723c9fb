"""The share of the QPV at each step; quartiers de veille, which are not QPV, stay apart."""

from collections.abc import Sequence

from plie_metrics.presentation.clauses.parcours import NOMS, taux_en_mots
from plie_metrics.presentation.formats import nombre, pourcent
from plie_metrics.presentation.tableau import Tableau, effectif, tableau, texte
from plie_metrics.publications.clauses_parcours import Etape, Quartiers


def tableau_parcours(etapes: Sequence[Etape]) -> Tableau:
    """Every count and share of the path, quartiers de veille apart."""
    return tableau(
        "Parcours des clauses en 2016 et part des quartiers prioritaires (QPV)",
        (
            texte("Étape"),
            effectif("Effectif"),
            texte("Taux"),
            effectif("En QPV"),
            effectif("En quartier de veille"),
            effectif("QPV ou veille, non séparés"),
            effectif("Part des QPV", str),
            effectif("Avec la veille", str),
        ),
        [_cellules(etape) for etape in etapes],
    )


def _part_en_mots(quartiers: Quartiers) -> str:
    return _intervalle(quartiers.part_qpv.valeur, quartiers.part_qpv_haute.valeur)


def _intervalle(bas: float | None, haut: float | None) -> str:
    if bas is None or pourcent(bas) == pourcent(haut):
        return pourcent(bas)
    return f"{nombre(bas * 100)} à {pourcent(haut)}"


def _cellules(etape: Etape) -> tuple[object, ...]:
    debut = (NOMS[etape.nom][1].capitalize(), etape.effectif, taux_en_mots(etape) or "—")
    quartiers = etape.quartiers
    if quartiers is None:
        imprimee = f"{pourcent(etape.part_imprimee)} (imprimé)"
        return (*debut, None, None, None, imprimee, "non précisé")
    return (
        *debut,
        quartiers.qpv,
        quartiers.veille,
        quartiers.indistincts,
        _part_en_mots(quartiers),
        pourcent(quartiers.part_avec_veille.valeur),
    )
