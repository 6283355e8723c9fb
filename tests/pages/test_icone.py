"""The logo above the menu is the PLIE's own, when there is one that can be read."""

from types import SimpleNamespace

import pytest
from PIL import Image

from pages._composants import icone


@pytest.fixture
def regle(monkeypatch):
    """The settings name this logo."""

    def _regler(chemin):
        lue = SimpleNamespace(chemin_logo=chemin)
        monkeypatch.setattr(icone, "lire_identite", lambda: lue)

    return _regler


def test_le_logo_du_plie_passe_devant(regle, tmp_path):
    chemin = tmp_path / "plie.png"
    Image.new("RGB", (40, 20)).save(chemin)
    regle(chemin)
    assert icone.logo() == str(chemin)


@pytest.mark.parametrize("contenu", [None, b"ceci n'est pas une image"])
def test_un_logo_absent_ou_abime_laisse_celui_de_la_maison(regle, tmp_path, contenu):
    chemin = tmp_path / "plie.png"
    if contenu:
        chemin.write_bytes(contenu)
    regle(chemin)
    assert icone.logo() == icone.ICONE


def test_sans_reglage_l_icone_de_la_maison(regle):
    regle(None)
    assert icone.logo() == icone.ICONE
