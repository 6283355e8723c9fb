"""Every definition of the catalogue: complete, sourced, in French."""

import csv
import re
import tomllib

import pytest

from plie_metrics.catalogue.chargement import DEFINITIONS, charger
from plie_metrics.catalogue.modele import CONTRAT, Indicateur
from plie_metrics.chemins import PUBLICATIONS

CONTRAT_PUBLIC = [
    "personnes_accompagnees",
    "file_active",
    "entrees",
    "sorties",
    "sorties_positives",
    "taux_sorties_positives_brut",
    "taux_sorties_positives_net",
    "duree_moyenne_parcours",
    "parcours_plus_30_mois",
    "etapes",
    "mises_emploi",
    "part_femmes",
    "part_qpv",
    "part_qpv_et_veille",
    "part_brsa",
    "part_niveau_v_infra",
    "age_moyen",
    "taux_entretien_mensuel",
    "prescriptions",
    "taux_entree_sur_prescription",
    "clauses_heures",
    "clauses_etp",
    "clauses_salaries",
    "clauses_orientations",
    "clauses_orientations_validees",
    "clauses_candidats_valides",
    "clauses_sorties_positives",
]
AJOUTS = ["part_deld"]
"""What the dashboard counts beyond the contract, after it."""
MOTS_ANGLAIS = re.compile(
    r"\b(the|and|of|with|without|people|rate|share|flow|stock level|mean|over|exit|entry|is|are)\b",
    re.IGNORECASE,
)


def textes(indicateur: Indicateur) -> list[str]:
    return [
        indicateur.titre,
        indicateur.titre_court,
        indicateur.definition,
        indicateur.formule,
        indicateur.numerateur or "",
        indicateur.denominateur or "",
        indicateur.unite.singulier,
        indicateur.unite.pluriel,
        *indicateur.limites,
    ]


def test_the_catalogue_holds_the_contract_in_its_order_then_what_was_added():
    assert list(charger()) == CONTRAT_PUBLIC + AJOUTS


def test_the_catalogue_is_read_once():
    assert charger() is charger()


@pytest.mark.parametrize("identifiant", CONTRAT_PUBLIC + AJOUTS)
class TestDefinition:
    def test_reads_as_french(self, identifiant):
        for texte in textes(charger()[identifiant]):
            assert '"' not in texte
            assert not re.search(r"\w'", texte), texte
            assert not MOTS_ANGLAIS.search(texte), texte
            assert not re.search(r" [:;%»]|« ", texte), "no-break spaces are missing"

    def test_cites_sections_that_were_transcribed(self, identifiant):
        documents = tomllib.loads((PUBLICATIONS / "documents.toml").read_text(encoding="utf-8"))
        for source in charger()[identifiant].sources:
            if source.document == CONTRAT:
                continue
            assert source.document in documents
            with (PUBLICATIONS / f"{source.document}.csv").open(encoding="utf-8-sig") as flux:
                sections = {ligne["section"] for ligne in csv.DictReader(flux)}
            assert source.section in sections

    def test_a_ratio_says_both_its_parts_and_a_count_neither(self, identifiant):
        indicateur = charger()[identifiant]
        rapport = indicateur.nature in {"taux", "part", "moyenne"} or indicateur.base is not None
        assert bool(indicateur.numerateur) == bool(indicateur.denominateur) == rapport

    def test_says_what_not_to_conclude(self, identifiant):
        assert all(len(limite) > 20 for limite in charger()[identifiant].limites)


def test_titles_are_all_different():
    titres = [indicateur.titre for indicateur in charger().values()]
    courts = [indicateur.titre_court for indicateur in charger().values()]
    assert len(set(titres)) == len(titres)
    assert len(set(courts)) == len(courts)


def test_the_etp_base_is_printed_with_the_indicator():
    etp = charger()["clauses_etp"]
    assert etp.base == 1607
    assert "1\u202f607" in (etp.denominateur or "")


def test_a_target_is_cumulated_for_flows_and_a_level_for_the_file_active():
    catalogue = charger()
    assert catalogue["entrees"].type_objectif == "cumul"
    assert catalogue["sorties_positives"].type_objectif == "cumul"
    assert catalogue["file_active"].type_objectif == "niveau"


def test_files_are_named_after_their_indicator():
    assert {fichier.stem for fichier in DEFINITIONS.iterdir()} == set(CONTRAT_PUBLIC + AJOUTS)
