"""The share of the QPV at each step; quartiers de veille, which are not QPV, stay apart."""

from collections.abc import Sequence
from typing import Final

from plie_metrics.presentation import palette
from plie_metrics.presentation.clauses.parcours import NOMS, taux_en_mots
from plie_metrics.presentation.formats import nombre, pourcent
from plie_metrics.presentation.graphiques.barres_titrees import LigneTitree, Segment
from plie_metrics.presentation.tableau import Tableau, effectif, tableau, texte
from plie_metrics.publications.clauses_parcours import Etape, Quartiers

SANS_EFFECTIF: Final = "imprimé sans effectif, veille comprise ou non"


def titre_qpv(etapes: Sequence[Etape], population: float) -> str:
    """« QPV : 32 à 39 % à chaque étape, 8 % de la population »."""
    parts = sorted(etape.part_basse for etape in etapes if etape.part_basse is not None)
    if not parts:
        return "La part des QPV n'est pas publiée"
    bornes = _intervalle(parts[0], parts[-1])
    return f"QPV : {bornes} à chaque étape, {pourcent(population)} de la population"


def lignes_qpv(etapes: Sequence[Etape]) -> list[LigneTitree]:
    """One bar a step: full for the QPV, outlined for the veille and what cannot be split."""
    return [
        _ligne(etape.quartiers) if etape.quartiers else _ligne_imprimee(etape.part_imprimee)
        for etape in etapes
    ]


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


def _ligne_imprimee(part: float | None) -> LigneTitree:
    segments = () if part is None else (_incertain(part, SANS_EFFECTIF),)
    return LigneTitree(pourcent(part), SANS_EFFECTIF, segments)


def _ligne(quartiers: Quartiers) -> LigneTitree:
    note = f"{nombre(quartiers.qpv)} sur {nombre(quartiers.effectif)}"
    segments = [Segment(_part(quartiers.qpv, quartiers), f"{note} en QPV", palette.SECONDE)]
    if quartiers.veille:
        segments.append(
            _incertain(
                _part(quartiers.veille, quartiers),
                f"{nombre(quartiers.veille)} en quartier de veille",
            )
        )
        avec = pourcent(quartiers.part_avec_veille.valeur)
        note += f" ; {avec} avec la veille ({nombre(quartiers.total)})"
    if quartiers.indistincts:
        mot = f"{nombre(quartiers.indistincts)} en QPV ou en veille, non séparés"
        segments.append(_incertain(_part(quartiers.indistincts, quartiers), mot))
        note = (
            f"{nombre(quartiers.qpv)} à {nombre(quartiers.qpv + quartiers.indistincts)} "
            f"sur {nombre(quartiers.effectif)} ; {mot}"
        )
    return LigneTitree(_part_en_mots(quartiers), note, tuple(segments))


def _incertain(longueur: float, mot: str) -> Segment:
    return Segment(longueur, mot, palette.SECONDE, contour=True)


def _part(combien: float, quartiers: Quartiers) -> float:
    return combien / quartiers.effectif if quartiers.effectif else 0


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
