"""What a repair would move: which objective, in which direction, by how much at most."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Final

from plie_metrics.catalogue import Indicateur
from plie_metrics.presentation import palette
from plie_metrics.presentation.formats import (
    avec_unite,
    est_defini,
    nombre,
    points,
    pourcent,
)
from plie_metrics.presentation.graphiques.barres_titrees import LigneTitree, Segment
from plie_metrics.qualite import Constat, Gravite

AJOUTENT: Final = ("sortie_positive_possible", "sortie_positive_manquee")
RETIRENT: Final = (
    "sortie_non_soutenue_",
    "situation_contraire_au_motif",
    "parcours_simultanes",
)
RAPPORTS: Final = ("taux", "part", "moyenne")


class Effet(Enum):
    """Direction of the figure once the rows are checked, and the colour that stands for it."""

    PLUS = palette.REALISE
    MOINS = palette.RETARD
    INCERTAIN = palette.TROISIEME
    SUIVI = palette.REPERE


LEGENDE: Final[Mapping[Effet, str]] = {
    Effet.PLUS: "bleu foncé : peut s’ajouter au réalisé",
    Effet.MOINS: "rouge : peut en être retiré",
    Effet.INCERTAIN: "bleu clair : dans un sens ou dans l’autre",
    Effet.SUIVI: "gris : activité à suivre",
}


@dataclass(frozen=True)
class Enjeux:
    """Findings with a stake, the greatest first: `a_reparer` in the data, `a_suivre` in the work.

    `sans_enjeu`: data to repair that move no objective of the extract.
    """

    a_reparer: tuple[Constat, ...]
    a_suivre: tuple[Constat, ...]
    sans_enjeu: tuple[Constat, ...]

    @property
    def tous(self) -> tuple[Constat, ...]:
        """Every finding, those of the data first."""
        return (*self.a_reparer, *self.sans_enjeu, *self.a_suivre)

    @property
    def plus_grand(self) -> float:
        """The greatest stake, so that every chart has the same scale; 1 when there is none."""
        return max((constat.enjeu or 0.0 for constat in self.tous), default=0.0) or 1.0


def repartir(constats: Sequence[Constat]) -> Enjeux:
    """Split the findings, each part in the order of the report."""
    donnees = [c for c in constats if effet(c) is not Effet.SUIVI]
    return Enjeux(
        tuple(c for c in donnees if c.enjeu),
        tuple(c for c in constats if effet(c) is Effet.SUIVI),
        tuple(c for c in donnees if not c.enjeu),
    )


def effet(constat: Constat) -> Effet:
    """In which direction the repair moves its indicator."""
    if constat.regle.gravite is Gravite.ALERTE:
        return Effet.SUIVI
    if constat.regle.code in AJOUTENT:
        return Effet.PLUS
    return Effet.MOINS if constat.regle.code.startswith(RETIRENT) else Effet.INCERTAIN


def court(constat: Constat) -> str:
    """The finding without its rule: « Des sorties « Emploi en CDI » ne sont pas soutenues… »."""
    phrase, *_ = constat.regle.phrase.split(" : ")
    return phrase.rstrip(".")


def dans_l_objectif(constat: Constat, catalogue: Mapping[str, Indicateur]) -> str:
    """« jusqu’à 20 sorties positives de plus · 5,7 % de l’objectif de 350 »; why, when none."""
    indicateur = catalogue.get(constat.regle.indicateur)
    if indicateur is None:
        return "ne pèse sur aucun indicateur"
    if not est_defini(constat.enjeu):
        return f"pèse sur « {indicateur.titre_court} », sans objectif chiffré ici"
    if indicateur.nature in RAPPORTS:
        return f"jusqu’à {points(constat.enjeu)} de « {indicateur.titre_court} »"
    # the sum of the gaps to norms such as 44,8 is told in whole people
    portee = float(_entier(constat.portee))
    combien = avec_unite(portee, indicateur.unite.singulier, indicateur.unite.pluriel)
    part = f"{pourcent(constat.enjeu, 1)} de l’objectif de {nombre(constat.base)}"
    return f"{_dire(effet(constat), combien, norme=_est_norme(constat))} · {part}"


def barres_enjeux(
    constats: Sequence[Constat], catalogue: Mapping[str, Indicateur]
) -> tuple[LigneTitree, ...]:
    """One bar a finding that has a stake, as a share of its objective."""
    return tuple(
        LigneTitree(
            f"{court(constat)} : {nombre(constat.effectif)}",
            dans_l_objectif(constat, catalogue),
            (
                Segment(
                    constat.enjeu or 0.0, dans_l_objectif(constat, catalogue), _couleur(constat)
                ),
            ),
        )
        for constat in constats
        if constat.enjeu
    )


def legende(constats: Sequence[Constat]) -> str:
    """What the colours that these bars use mean."""
    presents = {effet(constat) for constat in constats if constat.enjeu}
    return " · ".join(texte for quoi, texte in LEGENDE.items() if quoi in presents)


def _dire(quoi: Effet, combien: str, *, norme: bool) -> str:
    if norme:
        return f"{combien} d’écart aux normes"
    fin = {Effet.PLUS: " de plus", Effet.MOINS: " de moins"}.get(quoi, "")
    return f"{combien}" if quoi is Effet.SUIVI else f"jusqu’à {combien}{fin}"


def _est_norme(constat: Constat) -> bool:
    return constat.regle.code.startswith("norme_")


def _couleur(constat: Constat) -> str:
    couleur: str = effet(constat).value
    return couleur


def _entier(valeur: float) -> int:
    """Nearest whole number, the half up, as one rounds by hand."""
    return int(valeur + 0.5)
