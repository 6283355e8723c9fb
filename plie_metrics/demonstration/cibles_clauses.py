"""The published figures of the clauses d'insertion that the demonstration reproduces."""

from collections.abc import Mapping
from dataclasses import dataclass

from plie_metrics.demonstration.cibles import comptes, entier
from plie_metrics.demonstration.repartition import repartir
from plie_metrics.publications.chiffre import Publication
from plie_metrics.publications.clauses_parcours import TOUS_QUARTIERS


@dataclass(frozen=True)
class CiblesClauses:
    """Targets of the clauses over a year. Keys are the codes of the extract."""

    heures_type: Mapping[str, int]
    heures_secteur: Mapping[str, int]
    salaries_type: Mapping[str, int]
    salaries: int
    deux_types: int
    salaries_secteur: Mapping[str, int]
    femmes: int
    salaries_qpv: Mapping[str, int]
    orientations: Mapping[str, int]
    orientations_qpv: Mapping[str, int]
    orientations_secteur: Mapping[str, int]
    orientations_quartier: Mapping[str, int]
    prescripteurs: Mapping[str, int]
    validations_secteur: Mapping[str, int]
    candidats_valides: int
    part_qpv_valides: float
    sorties_type: Mapping[str, int]
    sorties_quartier: Mapping[str, int]

    @property
    def deux_secteurs(self) -> int:
        """Salariés who worked in both sectors: sum of the sectors − people."""
        return sum(self.salaries_secteur.values()) - self.salaries

    @property
    def doubles_validations(self) -> int:
        """Candidates validated in both sectors: validations − candidates."""
        return sum(self.validations_secteur.values()) - self.candidats_valides

    @property
    def valides_qpv(self) -> int:
        """Validated candidates of the quartiers, from their printed share."""
        return round(self.candidats_valides * self.part_qpv_valides / 100)


TYPES_SORTIE: Mapping[str, str] = {"C/PRO": "c_pro", "CDI": "cdi", "CDD": "cdd_6_mois"}


def cibles_clauses(rapport: Publication) -> CiblesClauses:
    """The targets of the report's clauses chapter; raises ChiffreAbsent when one lacks."""
    valeur = {c.id.removeprefix("ra2016."): c for c in rapport}
    types_sortie = {
        TYPES_SORTIE[code]: n
        for code, n in comptes(rapport, "clauses_sorties", "type_contrat").items()
    } | comptes(rapport, "clauses_sorties", "motif_sortie")
    return CiblesClauses(
        heures_type=comptes(rapport, "clauses_contrats", "type_contrat", unite="heures"),
        heures_secteur=comptes(rapport, "clauses_heures_secteur", "secteur"),
        salaries_type=comptes(
            rapport,
            "clauses_contrats",
            "type_contrat",
            unite="salaries",
            colonne="NOMBRE DE SALARIÉS",
        ),
        salaries=entier(valeur["clauses_salaries.total"]),
        deux_types=entier(valeur["clauses_contrats.phrase.ctti_puis_cpro"]),
        salaries_secteur={
            "BTP": entier(valeur["clauses_salaries.btp"]),
            "SERVICES": entier(valeur["clauses_salaries.services"]),
        },
        femmes=entier(valeur["clauses_salaries.femmes"]),
        salaries_qpv=_quartiers(rapport, "clauses_salaries_qpv"),
        orientations={
            "PLIE": entier(valeur["clauses_orientations.plie.orientations"]),
            "AUTRE": entier(valeur["clauses_orientations.autre.orientations"]),
        },
        orientations_qpv={
            "PLIE": entier(valeur["clauses_orientations.plie.qpv"]),
            "AUTRE": entier(valeur["clauses_orientations.autre.qpv"]),
        },
        orientations_secteur=comptes(rapport, "clauses_orientations", "secteur"),
        orientations_quartier=_quartiers(rapport, "clauses_orientations_qpv"),
        prescripteurs={
            nom: n
            for nom, n in comptes(rapport, "clauses_prescripteurs", "prescripteur").items()
            if nom != "AUTRE"
        },
        validations_secteur=comptes(rapport, "clauses_validations", "secteur"),
        candidats_valides=entier(valeur["clauses_validations.total"]),
        part_qpv_valides=valeur["clauses_validations.part_qpv"].nombre,
        sorties_type=types_sortie,
        sorties_quartier=_quartiers(rapport, "clauses_sorties_qpv"),
    )


def reduire(cibles: CiblesClauses, facteur: float) -> CiblesClauses:
    """The same year at another volume, every sum kept coherent (for the years without report)."""
    salaries = round(cibles.salaries * facteur)
    deux_types = round(cibles.deux_types * facteur)
    deux_secteurs = round(cibles.deux_secteurs * facteur)
    heures = round(sum(cibles.heures_type.values()) * facteur)
    orientations = _echelle(cibles.orientations, facteur)
    orientations_qpv = _echelle(cibles.orientations_qpv, facteur)
    validations = _echelle(cibles.validations_secteur, facteur)
    sorties = _echelle(cibles.sorties_type, facteur)
    return CiblesClauses(
        heures_type=_partager(heures, cibles.heures_type),
        heures_secteur=_partager(heures, cibles.heures_secteur),
        salaries_type=_partager(salaries + deux_types, cibles.salaries_type),
        salaries=salaries,
        deux_types=deux_types,
        salaries_secteur=_partager(salaries + deux_secteurs, cibles.salaries_secteur),
        femmes=round(cibles.femmes * facteur),
        salaries_qpv=_echelle(cibles.salaries_qpv, facteur),
        orientations=orientations,
        orientations_qpv=orientations_qpv,
        orientations_secteur=_partager(sum(orientations.values()), cibles.orientations_secteur),
        orientations_quartier=_partager(
            sum(orientations_qpv.values()), cibles.orientations_quartier
        ),
        prescripteurs=_partager(orientations["AUTRE"], cibles.prescripteurs),
        validations_secteur=validations,
        candidats_valides=sum(validations.values()) - cibles.doubles_validations,
        part_qpv_valides=cibles.part_qpv_valides,
        sorties_type=sorties,
        sorties_quartier=_echelle(cibles.sorties_quartier, facteur),
    )


def _echelle(comptes_: Mapping[str, int], facteur: float) -> dict[str, int]:
    return _partager(round(sum(comptes_.values()) * facteur), comptes_)


def _partager(total: int, comptes_: Mapping[str, int]) -> dict[str, int]:
    parts = repartir(total, list(comptes_.values()))
    return dict(zip(comptes_, parts.tolist(), strict=True))


def _quartiers(rapport: Publication, tableau: str) -> dict[str, int]:
    """Quartier → count; a line printed for two quartiers (« Bief / Guynemer ») goes to the first.

    The first named is a quartier prioritaire, the second a quartier de veille.
    """
    bruts = comptes(rapport, tableau, "qpv")
    return {code.split("+")[0]: n for code, n in bruts.items() if code != TOUS_QUARTIERS}
