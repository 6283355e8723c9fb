"""A bad definition is refused by a French sentence that names the file and the key."""

import pytest

from plie_metrics.catalogue.chargement import DEFINITIONS, DefinitionInvalide, charger, lire

BONNE = (DEFINITIONS / "part_qpv.toml").read_text(encoding="utf-8")


@pytest.fixture
def definition(tmp_path):
    def _ecrire(avant: str, apres: str):
        assert avant in BONNE
        fichier = tmp_path / "part_qpv.toml"
        fichier.write_text(BONNE.replace(avant, apres, 1), encoding="utf-8")
        return fichier

    return _ecrire


@pytest.mark.parametrize(
    ("avant", "apres", "attendu"),
    [
        ('sens = "neutre"', "", "part_qpv.toml, clé sens : cette clé est obligatoire."),
        ('sens = "neutre"', 'sens = "bon"', "clé sens : « bon » n'est pas prévu ; valeurs"),
        ("version = 1", "version = 1\ncouleur = 1", "clé couleur : cette clé n'est pas prévue."),
        ("decimales = 0", 'decimales = "0"', "clé decimales : « 0 » n'est pas admis (un nombre"),
        ("decimales = 0", "decimales = 9", "clé decimales : « 9 » n'est pas admis"),
        ('titre_court = "QPV"', 'titre_court = ""', "clé titre_court : «  » n'est pas admis"),
        ('id = "part_qpv"', 'id = "Part QPV"', "clé id : « Part QPV » n'est pas admis"),
        ('id = "part_qpv"', 'id = "part_femmes"', "clé id : « part_femmes » n'est pas le nom"),
        ('numerateur = "personnes', 'formule2 = "personnes', "clé formule2"),
        ('ventilations = [\n    "sexe"', 'ventilations = [\n    "taille"', "clé ventilations.0"),
        ("non_additif = [", 'non_additif = ["qpv", ', "non_additif cite « qpv »"),
        ("compris.", "compris", "clé definition : une phrase se termine par un point"),
        ("version = 1", "version = ", "part_qpv.toml : ce fichier n'est pas un TOML lisible"),
    ],
)
def test_a_bad_definition_names_file_key_and_reason(definition, avant, apres, attendu):
    with pytest.raises(DefinitionInvalide) as refus:
        lire(definition(avant, apres))
    assert str(refus.value).startswith("part_qpv.toml")
    assert attendu in str(refus.value)


def test_a_rate_without_its_parts_is_refused(definition):
    with pytest.raises(DefinitionInvalide, match="dit son numérateur et son dénominateur"):
        lire(definition('numerateur = "personnes accompagnées en QPV"\n', ""))


def test_two_indicators_cannot_share_a_rank(tmp_path, definition):
    definition("version = 1", "version = 2")
    autre = BONNE.replace('id = "part_qpv"', 'id = "autre"')
    (tmp_path / "autre.toml").write_text(autre, encoding="utf-8")
    with pytest.raises(DefinitionInvalide, match="clé rang : 13 est déjà le rang"):
        charger(tmp_path)


def test_an_empty_folder_is_said(tmp_path):
    with pytest.raises(DefinitionInvalide, match="Aucune définition"):
        charger(tmp_path)
