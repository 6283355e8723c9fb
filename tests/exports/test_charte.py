"""The marks of the PLIE: what is found is used, what is missing is told, with its remedy."""

import io

import pytest
from PIL import Image

from plie_metrics.configuration import ConfigurationInvalide
from plie_metrics.exports.charte import lire_charte
from plie_metrics.identite import lire_identite


def image(chemin, genre="PNG"):
    flux = io.BytesIO()
    Image.new("RGB", (300, 100), "navy").save(flux, genre)
    chemin.write_bytes(flux.getvalue())


def test_sans_logo_ni_financeur_les_fichiers_disent_ce_qui_leur_manque(tmp_path):
    charte = lire_charte(tmp_path)
    assert (charte.nom, charte.logo, charte.financeurs) == (lire_identite().nom, None, ())
    assert [perte.split(" : ")[0] for perte in charte.pertes] == [
        "Les fichiers portent le nom du PLIE mais pas son logo",
        "La bande des financeurs reste vide",
    ]


def test_un_logo_depose_est_pris(tmp_path):
    image(tmp_path / "logo.png")
    charte = lire_charte(tmp_path)
    assert (charte.logo.largeur, charte.logo.hauteur) == (300, 100)
    assert len(charte.pertes) == 1


@pytest.mark.parametrize(
    ("genre", "raison"), [("BMP", "format BMP non accepté"), (None, "fichier absent ou abîmé")]
)
def test_un_logo_inutilisable_est_dit(tmp_path, genre, raison):
    if genre:
        image(tmp_path / "logo.png", genre)
    else:
        (tmp_path / "logo.png").write_bytes(b"\x89PNG abime")
    charte = lire_charte(tmp_path)
    assert charte.logo is None
    assert f"logo.png, {raison}" in charte.pertes[0]


def test_un_modele_abime_est_dit_et_laisse_celui_de_la_maison(tmp_path):
    (tmp_path / "copil.pptx").write_bytes(b"PK abime")
    charte = lire_charte(tmp_path)
    assert charte.modele is None
    assert charte.pertes[-1].startswith("Votre modèle copil.pptx n’est pas utilisé : ce fichier")


def test_des_reglages_illisibles_n_empechent_pas_de_faire_un_fichier(tmp_path):
    def illisibles():
        raise ConfigurationInvalide("data/plie.toml, ligne 3 : …")

    charte = lire_charte(tmp_path, illisibles)
    assert charte.nom == "PLIE"
    assert charte.pertes[0].startswith("Ni nom ni logo : ")
