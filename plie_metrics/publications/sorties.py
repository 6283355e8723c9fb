"""The exits of the year by motive, as the annual report prints them."""

from dataclasses import dataclass

from plie_metrics.publications.chiffre import Publication


@dataclass(frozen=True)
class Sortie:
    """One motive of exit, as printed, its count, and whether the PLIE counts it as positive."""

    motif: str
    effectif: float
    positive: bool


def sorties_par_motif(rapport: Publication) -> tuple[Sortie, ...]:
    """Every exit of the year by motive, the most frequent first.

    The types of sorties positives that the report lists do not add up to its total: the
    difference is kept as « positives, type non précisé » rather than spread or dropped.
    Source: rapport d'activité 2016, « Les sorties ».
    """
    positives = [
        Sortie(ligne.ligne, ligne.nombre, positive=True)
        for ligne in rapport.tableau("sorties_positives_type", colonne="Nombre")
    ]
    autres = [
        Sortie(ligne.ligne, ligne.nombre, positive=False)
        for ligne in rapport.tableau("autres_sorties", colonne="Nombre")
        if "motif_sortie" in ligne.modalites
    ]
    reste = rapport.valeur("ra2016.sorties_sexe.total.sorties_positives") - sum(
        sortie.effectif for sortie in positives
    )
    if reste:
        positives.append(Sortie("Positives, type non précisé", reste, positive=True))
    return tuple(sorted([*positives, *autres], key=lambda sortie: -sortie.effectif))
