"""The finding of the Clauses page and its key figures."""

from plie_metrics.presentation.essentiel import ChiffreCle
from plie_metrics.presentation.formats import avec_unite, nombre, pourcent
from plie_metrics.publications.chiffre import Publication
from plie_metrics.publications.clauses import heures_totales, part_femmes
from plie_metrics.publications.clauses_parcours import parcours, part_population
from plie_metrics.quotient import Quotient


def constat(rapport: Publication, base_etp: float) -> str:
    """« 72 333 heures d'insertion, soit 45 … ; 39 % des salariés habitent un QPV, … »."""
    heures = heures_totales(rapport)
    salaries = next(etape for etape in parcours(rapport) if etape.nom == "salaries")
    etp = Quotient(heures, base_etp).valeur
    debut = f"{avec_unite(heures, 'heure', 'heures')} d'insertion, soit {_emplois(etp)}"
    return (
        f"{debut} ; {pourcent(salaries.part_basse)} des salariés habitent un QPV, "
        f"contre {pourcent(part_population(rapport))} de la population"
    )


def chiffres_cles(rapport: Publication, base_etp: float) -> tuple[ChiffreCle, ...]:
    """Hours, ETP with its base, salariés, hours per salarié, women, sorties positives."""
    v = rapport.valeur
    heures, salaries = heures_totales(rapport), v("ra2016.clauses_salaries.total")
    femmes = part_femmes(rapport)
    formations = v("ra2016.clauses_sorties.formation")
    sorties = v("ra2016.clauses_sorties.total")
    return (
        ChiffreCle("heures réalisées", nombre(heures), "par les participants du PLIE, en 2016"),
        ChiffreCle(
            "équivalents temps plein",
            nombre(Quotient(heures, base_etp).valeur, 1),
            f"{nombre(heures)} ÷ {avec_unite(base_etp, 'heure', 'heures')} par an",
        ),
        ChiffreCle(
            "salariés",
            nombre(salaries),
            f"{nombre(v('ra2016.clauses_contrats.total.salaries'))} comptés par type de contrat",
        ),
        ChiffreCle(
            "heures par salarié",
            nombre(Quotient(heures, salaries).valeur),
            f"{nombre(heures)} ÷ {avec_unite(salaries, 'salarié', 'salariés')}",
        ),
        ChiffreCle(
            "de femmes",
            pourcent(femmes.valeur),
            f"{nombre(femmes.numerateur)} sur {nombre(femmes.denominateur)} salariés",
        ),
        ChiffreCle(
            "sorties positives",
            nombre(sorties),
            f"{avec_unite(sorties - formations, 'contrat', 'contrats')}, "
            f"{avec_unite(formations, 'formation qualifiante', 'formations qualifiantes')}",
        ),
    )


def _emplois(etp: float | None) -> str:
    decimales = 0 if etp is not None and etp >= 10 else 1
    return avec_unite(etp, "équivalent temps plein", "équivalents temps plein", decimales)
