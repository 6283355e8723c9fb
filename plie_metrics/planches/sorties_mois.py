"""The exits month after month, with the months that are still filling up told apart."""

from dataclasses import dataclass
from typing import Final

from plie_metrics.objectifs.completude import SEUIL_PROVISOIRE, Completude
from plie_metrics.periodes import Periode, cle_mois, mois_de
from plie_metrics.planches.cas import detail_vu
from plie_metrics.planches.mots import de_quoi, provenance
from plie_metrics.planches.planche import Forme, Planche, PlancheIndisponible
from plie_metrics.planches.regard import Regard
from plie_metrics.presentation.formats import liste, mois_long, nombre, pourcent
from plie_metrics.presentation.graphiques.mois_provisoires import Mois, mois_provisoires
from plie_metrics.presentation.tableau import Tableau, effectif, tableau, texte

EXPLICATION: Final = (
    f"Un mois est provisoire quand moins de {pourcent(SEUIL_PROVISOIRE)} de ses sorties sont "
    "attendues comme déjà saisies, d’après les délais de saisie constatés."
)
LONGUE: Final = 36
"""Months beyond which the bars would be too thin to be read."""


@dataclass(frozen=True)
class MoisSorties:
    """A month: its exits, the positive ones, the share known at the arrêté (None: unknown)."""

    mois: Periode
    sorties: int
    positives: int
    part: float | None
    provisoire: bool

    @property
    def attendu(self) -> float | None:
        """The exits expected once all are entered; None for a month that is complete."""
        return self.sorties / self.part if self.provisoire and self.part else None


def sorties_par_mois(regard: Regard) -> Planche:
    """Monthly exits and how complete they are; raises DetailRefuse, PlancheIndisponible."""
    completude = detail_vu(regard).contexte.completude("sorties")
    mois = lire_mois(regard, completude)
    if len(mois) > LONGUE:
        raise PlancheIndisponible(
            f"Choisissez une période de {LONGUE} mois au plus pour suivre les sorties au mois."
        )
    if not any(m.sorties for m in mois):
        raise PlancheIndisponible(
            "Aucune sortie dans cette période avec ces filtres : élargissez la période ou retirez "
            "un filtre."
        )
    titre = _titre(mois, completude)
    return Planche(
        "sorties.mois",
        titre,
        resume=f"{titre}. "
        + " ; ".join(f"{mois_long(m.mois.du)} : {nombre(m.sorties)}" for m in mois)
        + ".",
        tableau=_tableau(regard, mois),
        sous_titre=f"Sorties par mois ; pointillé : attendues une fois saisies · {de_quoi(regard)}",
        specification=mois_provisoires(
            [Mois(m.mois.du, m.sorties, m.positives, m.attendu) for m in mois],
            "positives",
            "autres sorties",
        ),
        forme=Forme("barres_groupees", "Mois", ("Sorties", "Positives")),
        phrases=(f"{titre}.",),
        indicateurs=("sorties", "sorties_positives"),
        source=f"{provenance(regard)}. {completude.motif or EXPLICATION}",
    )


def lire_mois(regard: Regard, completude: Completude) -> list[MoisSorties]:
    """The months of the period, from the gate; raises ErreurPlie when it refuses months."""
    toutes = regard.ventilation("sorties", "mois").cellules
    positives = regard.ventilation("sorties_positives", "mois").cellules
    return [
        MoisSorties(
            mois,
            int(toutes[cle_mois(mois.au),].valeur or 0),
            int(positives[cle_mois(mois.au),].valeur or 0),
            completude.du(mois),
            bool(completude.provisoire(mois)),
        )
        for mois in mois_de(regard.periode)
    ]


def _titre(mois: list[MoisSorties], completude: Completude) -> str:
    provisoires = [m for m in mois if m.provisoire]
    if provisoires:
        dernier = provisoires[-1]
        noms = liste([mois_long(m.mois.du) for m in provisoires])
        return (
            f"{noms.capitalize()} : chiffres provisoires, {pourcent(dernier.part)} seulement des "
            f"sorties de {mois_long(dernier.mois.du)} sont saisies"
        )
    plus = max(mois, key=lambda m: m.sorties)
    tete = f"{mois_long(plus.mois.du).capitalize()}, {nombre(plus.sorties)} sorties"
    if completude.delais or completude.rattrapee:
        return f"{tete} : le mois le plus chargé ; tous les mois sont complets"
    return f"{tete} : le mois le plus chargé"


def _tableau(regard: Regard, mois: list[MoisSorties]) -> Tableau:
    return tableau(
        f"Sorties par mois, {de_quoi(regard)}",
        [
            texte("Mois"),
            effectif("Sorties"),
            effectif("Positives"),
            effectif("Part saisie", pourcent),
            effectif("Attendues", lambda v: "complet" if v is None else nombre(v)),
        ],
        [
            (
                mois_long(m.mois.du) + (" (provisoire)" if m.provisoire else ""),
                *(m.sorties, m.positives, m.part, m.attendu),
            )
            for m in mois
        ],
    )
