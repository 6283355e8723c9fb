"""The Objectifs page in words, bars and tables."""

from collections.abc import Sequence
from typing import Final

from plie_metrics.objectifs.normes import Norme
from plie_metrics.objectifs.realisation import Realisation
from plie_metrics.presentation.formats import INSECABLE, avec_unite, liste, nombre, pourcent
from plie_metrics.presentation.phrases import minuscule
from plie_metrics.presentation.tableau import Tableau, effectif, tableau, texte
from plie_metrics.publications.ventilations import ACCOMPAGNES, Ventilation

# two parts closer than this share of their total read as equal
PARITE: Final = 0.02
RESERVES: Final = {
    "entrees": (
        "Le rapport ne ventile pas les entrées par commune ; il ne donne les communes que pour "
        f"{ACCOMPAGNES} (objectif « File active », et page Territoire)."
    ),
    "file_active": (
        "Le rapport ne ventile pas les personnes en parcours au 31/12 : ces répartitions portent "
        f"sur {ACCOMPAGNES}."
    ),
}


def constat(realisation: Realisation) -> str:
    """« 570 entrées pour 700 attendues : il en manque 130, soit 19 % »."""
    unite = realisation.indicateur.unite
    debut = (
        f"{avec_unite(realisation.realise, unite.singulier, unite.pluriel)} pour "
        f"{nombre(realisation.objectif)} attendues"
    )
    if realisation.atteint:
        return f"{debut}{INSECABLE}: l'objectif est atteint"
    return (
        f"{debut}{INSECABLE}: il en manque {nombre(-realisation.ecart)}, "
        f"soit {pourcent(realisation.manque)}"
    )


def titre_ventilation(ventilation: Ventilation) -> str:
    """« Pôle emploi : 288, soit 51 % »: the largest part; « À parts égales : … » for near twins."""
    premiere = ventilation.premiere
    if len(ventilation.parts) == 2 and _presque_egales(ventilation):
        noms = [f"{nombre(p.effectif)} {minuscule(p.nom)}" for p in ventilation.parts]
        return f"À parts égales{INSECABLE}: {liste(noms)}"
    poids = pourcent(premiere.effectif / ventilation.total)
    return f"{premiere.nom}{INSECABLE}: {nombre(premiere.effectif)}, soit {poids}"


def _presque_egales(ventilation: Ventilation) -> bool:
    une, autre = ventilation.parts
    return abs(une.effectif - autre.effectif) < PARITE * ventilation.total


def ventilations_propres(
    objectif: str, ventilations: Sequence[Ventilation]
) -> tuple[Ventilation, ...]:
    """The breakdowns that stand beside `objectif`, an indicator id.

    The 1 525 people accompanied by commune are no breakdown of the entrées: they are left to the
    file active, the only objective whose own count the report never breaks down.
    """
    if objectif == "file_active":
        return tuple(ventilations)
    return tuple(v for v in ventilations if v.population != ACCOMPAGNES)


def reserve(objectif: str) -> str:
    """What the report does not break down, in a sentence; empty when it breaks all down."""
    return RESERVES.get(objectif, "")


def tableau_ventilation(ventilation: Ventilation) -> Tableau:
    """Modality, count, share of the sum of the parts."""
    lignes = [(p.nom, p.effectif, p.effectif / ventilation.total) for p in ventilation.parts]
    return tableau(
        f"{ventilation.titre}{INSECABLE}: {ventilation.population}",
        (texte(ventilation.titre), effectif("Effectif"), effectif("Part", _part)),
        [*lignes, ("Total", ventilation.total, 1.0)],
        total=True,
    )


def titre_normes(normes: Sequence[Norme]) -> str:
    """« Les objectifs supposent 12,5 à 12,7 référents à temps plein ; 14 sont annoncés »."""
    impliques = sorted({nombre(norme.etp_implique, 1) for norme in normes})
    return (
        f"Les objectifs supposent {' à '.join(impliques)} référents à temps plein ; "
        f"{nombre(normes[0].referents)} sont annoncés"
    )


def tableau_normes(normes: Sequence[Norme]) -> Tableau:
    """Norm, objective, implied full-time equivalents, capacity, realised per référent."""
    return tableau(
        "Normes par référent et moyens que les objectifs supposent",
        (
            texte("Indicateur"),
            effectif("Norme par référent"),
            effectif("Objectif du PLIE"),
            effectif("Temps pleins supposés (objectif / norme)", _une_decimale),
            effectif("Capacité des référents annoncés (référents × norme)"),
            effectif("Réalisé par référent annoncé", _une_decimale),
        ),
        [
            (
                n.indicateur.titre_court,
                n.par_referent,
                n.objectif,
                n.etp_implique,
                n.capacite,
                n.realise_par_referent,
            )
            for n in normes
        ],
    )


def phrase_normes(normes: Sequence[Norme]) -> str:
    """The divisions, written out, and what is a convention of ours."""
    divisions = liste(
        [
            f"{nombre(n.objectif)} / {nombre(n.par_referent)} = {nombre(n.etp_implique, 1)} "
            f"({minuscule(n.indicateur.titre_court)})"
            for n in normes
        ]
    )
    return (
        f"{divisions}. Le rapport fixe une norme pour les référents sans donner leur temps de "
        "travail : ramener l'objectif à des temps pleins, et plus tard la norme de chacun à son "
        "temps de travail, est une convention de ce tableau de bord."
    )


def _part(valeur: float) -> str:
    return pourcent(valeur, 1)


def _une_decimale(valeur: float) -> str:
    return nombre(valeur, 1)
