"""What is counted under the indicators: counts and sums, and how each indicator is made of them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Final, Literal

from plie_metrics.periodes import Periode

Partie = Literal["valeur", "numerateur", "denominateur"]
Croisement = tuple[tuple[str, str], ...]
"""(dimension, modality) pairs, by name of the dimension; () is the whole territory."""
Cle = tuple[str, date, date, Croisement]
"""Name of the count, first day, last day (twice the last day for a stock), crossing."""


@dataclass(frozen=True)
class Grandeur:
    """A count (or a sum, if `somme`), read as a part of an indicator's measure.

    `flux`: periods side by side add up. `stock`: depends on the last day only. `effectif`: for a
    sum, the count of those who contribute to it.
    """

    nom: str
    indicateur: str
    partie: Partie
    flux: bool = False
    stock: bool = False
    somme: bool = False
    effectif: str | None = None


GRANDEURS: Final[Mapping[str, Grandeur]] = MappingProxyType(
    {
        g.nom: g
        for g in (
            Grandeur("entrees", "entrees", "valeur", flux=True),
            Grandeur("sorties", "sorties", "valeur", flux=True),
            Grandeur("positives", "sorties_positives", "valeur", flux=True),
            Grandeur("non_neutres", "taux_sorties_positives_net", "denominateur", flux=True),
            Grandeur(
                "durees",
                "duree_moyenne_parcours",
                "numerateur",
                flux=True,
                somme=True,
                effectif="sorties",
            ),
            Grandeur("personnes", "personnes_accompagnees", "valeur"),
            Grandeur("femmes", "part_femmes", "numerateur"),
            Grandeur("qpv", "part_qpv", "numerateur"),
            Grandeur("quartiers", "part_qpv_et_veille", "numerateur"),
            Grandeur("brsa", "part_brsa", "numerateur"),
            Grandeur("niveau_bas", "part_niveau_v_infra", "numerateur"),
            Grandeur("niveau_connu", "part_niveau_v_infra", "denominateur"),
            Grandeur("ages", "age_moyen", "numerateur", somme=True, effectif="ages_connus"),
            Grandeur("ages_connus", "age_moyen", "denominateur"),
            Grandeur("file_active", "file_active", "valeur", stock=True),
            Grandeur("longs", "parcours_plus_30_mois", "valeur", stock=True),
            Grandeur("recus", "taux_entretien_mensuel", "numerateur", stock=True),
            Grandeur("etapes", "etapes", "valeur", flux=True),
            Grandeur("mises_emploi", "mises_emploi", "valeur", flux=True),
            Grandeur("prescriptions", "prescriptions", "valeur", flux=True),
            Grandeur(
                "prescriptions_entrees", "taux_entree_sur_prescription", "numerateur", flux=True
            ),
            Grandeur(
                "heures", "clauses_heures", "valeur", flux=True, somme=True, effectif="salaries"
            ),
            Grandeur("salaries", "clauses_salaries", "valeur"),
            Grandeur("orientations", "clauses_orientations", "valeur", flux=True),
            Grandeur("validees", "clauses_orientations_validees", "valeur", flux=True),
            Grandeur("candidats", "clauses_candidats_valides", "valeur"),
            Grandeur("sorties_clauses", "clauses_sorties_positives", "valeur", flux=True),
        )
    }
)


@dataclass(frozen=True)
class Composition:
    """An indicator as a count, or as numerator / denominator (a sum over a count for a mean)."""

    numerateur: str
    denominateur: str | None = None
    moyenne: bool = False

    @property
    def reste(self) -> bool:
        """True for a rate: denominator − numerator is a count of people too."""
        return self.denominateur is not None and not self.moyenne


COMPOSITIONS: Final[Mapping[str, Composition]] = MappingProxyType(
    {
        "entrees": Composition("entrees"),
        "sorties": Composition("sorties"),
        "sorties_positives": Composition("positives"),
        "taux_sorties_positives_brut": Composition("positives", "sorties"),
        "taux_sorties_positives_net": Composition("positives", "non_neutres"),
        "duree_moyenne_parcours": Composition("durees", "sorties", moyenne=True),
        "personnes_accompagnees": Composition("personnes"),
        "part_femmes": Composition("femmes", "personnes"),
        "part_qpv": Composition("qpv", "personnes"),
        "part_qpv_et_veille": Composition("quartiers", "personnes"),
        "part_brsa": Composition("brsa", "personnes"),
        "part_niveau_v_infra": Composition("niveau_bas", "niveau_connu"),
        "age_moyen": Composition("ages", "ages_connus", moyenne=True),
        "file_active": Composition("file_active"),
        "parcours_plus_30_mois": Composition("longs"),
        "taux_entretien_mensuel": Composition("recus", "file_active"),
        "etapes": Composition("etapes"),
        "mises_emploi": Composition("mises_emploi"),
        "prescriptions": Composition("prescriptions"),
        "taux_entree_sur_prescription": Composition("prescriptions_entrees", "prescriptions"),
        "clauses_heures": Composition("heures"),
        "clauses_etp": Composition("heures"),
        "clauses_salaries": Composition("salaries"),
        "clauses_orientations": Composition("orientations"),
        "clauses_orientations_validees": Composition("validees"),
        "clauses_candidats_valides": Composition("candidats"),
        "clauses_sorties_positives": Composition("sorties_clauses"),
    }
)


def cle(nom: str, periode: Periode, croisement: Croisement = ()) -> Cle:
    """The key of a cell. Women are the cell of sexe F: the same count never has two names."""
    if nom == "femmes":
        return cle("personnes", periode, croiser(croisement, ("sexe", "F")))
    grandeur = GRANDEURS.get(nom)
    du = periode.au if grandeur is not None and grandeur.stock else periode.du
    return nom, du, periode.au, croisement


def cle_reste(indicateur: str, periode: Periode, croisement: Croisement = ()) -> Cle:
    """The key of denominator − numerator of a rate."""
    composition = COMPOSITIONS[indicateur]
    du = periode.au if GRANDEURS[composition.numerateur].stock else periode.du
    return f"reste {indicateur}", du, periode.au, croisement


def est_reste(cellule: Cle) -> bool:
    """True for a key of `cle_reste`."""
    return cellule[0].startswith("reste ")


def croiser(croisement: Croisement, ajout: tuple[str, str]) -> Croisement:
    """The crossing with one more dimension."""
    return tuple(sorted((*croisement, ajout)))
