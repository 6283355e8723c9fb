"""The settings that are shipped are valid; wrong ones are explained in French."""

import pytest

from plie_metrics.configuration import ConfigurationInvalide, lire
from plie_metrics.secret.reglages import valider
from tests.secret.exemples import reglages


def test_les_reglages_livres_sont_valides():
    livres = valider(lire("secret"))
    assert dict(livres.seuils) == {"financeur": 5, "public": 11}
    assert livres.dominance == 0.85


def test_ni_referent_ni_structure_dans_la_liste_livree():
    for famille in valider(lire("secret")).requetes.familles:
        assert not {"referent", "structure"} & {*famille.filtres, *famille.ventilations}


@pytest.mark.parametrize(
    ("changement", "phrase"),
    [
        ({"seuils": {"financeur": 5}}, "un seuil est attendu pour chacun de : financeur, public"),
        ({"dominance": 0.3}, "plie.toml, clé secret.dominance : le nombre doit dépasser 0.5."),
        ({"surprise": 1}, "plie.toml, clé secret.surprise : cette clé n’est pas prévue."),
        (
            {"regroupements": [{"dimension": "prescripteur", "fondues": ["mairie"]}]},
            "« mairie » n’est pas prévu comme modalité de la dimension « prescripteur »",
        ),
        (
            {"regroupements": [{"dimension": "sexe"}]},
            "donnez soit « fondues », soit « gardees »",
        ),
    ],
)
def test_un_reglage_faux_est_explique(changement, phrase):
    with pytest.raises(ConfigurationInvalide, match=r"plie\.toml") as erreur:
        reglages(**changement)
    assert phrase in str(erreur.value)


def test_un_filtre_interdit_est_refuse():
    famille = {
        "nom": "x",
        "indicateurs": ["entrees"],
        "filtres": ["referent"],
        "ventilations": [],
        "croisees": False,
        "par_trimestre": False,
    }
    with pytest.raises(ConfigurationInvalide, match="« referent » n’est pas prévu comme filtre"):
        reglages(requetes={"annees": 1, "familles": [famille]})


def test_un_fichier_absent_se_dit(tmp_path):
    with pytest.raises(ConfigurationInvalide, match=r"plie.toml : ce fichier n’est pas"):
        lire("secret", tmp_path / "plie.toml")


def test_une_table_absente_se_dit(tmp_path):
    (tmp_path / "plie.toml").write_text("", encoding="utf-8")
    with pytest.raises(ConfigurationInvalide, match=r"la table \[secret\] manque"):
        lire("secret", tmp_path / "plie.toml")
