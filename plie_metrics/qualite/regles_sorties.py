"""The criteria of sorties positives, read from the document that sets them."""

from dataclasses import dataclass

from plie_metrics.identite import lire_identite
from plie_metrics.publications.chiffre import Publication


@dataclass(frozen=True)
class Criteres:
    """Durations in calendar months, `mi_temps` in hours a week, `age_senior` in years.

    Source: rapport d'activité 2016, « Les critères de sorties positives du PLIE ».
    """

    presence_cdi: int
    mi_temps: float
    cumul_interim: int
    fenetre_interim: int
    cumul_cdd: int
    fenetre_cdd: int
    suivi_creation: int
    duree_contrat_aide: int
    presence_senior: int
    age_senior: int


def criteres_regles() -> Criteres:
    """The criteria of this PLIE, from its settings; raises ConfigurationInvalide."""
    return Criteres(**lire_identite().criteres_sorties.model_dump())


def criteres(rapport: Publication) -> Criteres:
    """The criteria as printed; raises ChiffreAbsent when the transcription lacks one.

    The report gives « mi-temps » in words for the CDI and 17.5 hours for the CDD: the same.
    """

    def valeur(nom: str) -> float:
        return rapport.valeur(f"ra2016.criteres_sorties_positives.{nom}")

    return Criteres(
        presence_cdi=int(valeur("cdi.presence")),
        mi_temps=valeur("cdd.quotite"),
        cumul_interim=int(valeur("interim.cumul")),
        fenetre_interim=int(valeur("interim.fenetre")),
        cumul_cdd=int(valeur("cdd.duree")),
        fenetre_cdd=int(valeur("cdd.fenetre")),
        suivi_creation=int(valeur("creation.suivi")),
        duree_contrat_aide=int(valeur("emploi_aide.duree")),
        presence_senior=int(valeur("senior.duree")),
        age_senior=int(valeur("senior.age")),
    )
