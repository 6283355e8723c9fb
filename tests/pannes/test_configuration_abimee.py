"""Settings damaged in any way: each reader says which file and which key, in French."""

import tomllib

import pytest

from pages._acces import reglages as acces
from plie_metrics.configuration import CONFIGURATION, ConfigurationInvalide, lire
from plie_metrics.conservation.durees import lire_durees
from plie_metrics.identite import lire_identite
from plie_metrics.secret.reglages import valider

LIVRE = CONFIGURATION.read_bytes()
LECTEURS = {
    "plie": lire_identite,
    "conservation": lire_durees,
    "secret": lambda fichier: valider(lire("secret", fichier)),
    "acces": lambda fichier: acces.Reglages.model_validate(dict(lire("acces", fichier))),
}


@pytest.mark.parametrize("table", LECTEURS)
@pytest.mark.parametrize("contenu", [b"", b"\xff\xfe\x00", LIVRE + b"\n[plie", b"[[[", None])
def test_des_reglages_abimes_sont_nommes(tmp_path, table, contenu):
    fichier = tmp_path / "plie.toml"
    if contenu is not None:
        fichier.write_bytes(contenu)
    with pytest.raises(ConfigurationInvalide, match=r"^plie\.toml : ") as refus:
        LECTEURS[table](fichier)
    assert "livré" in str(refus.value)


def test_ce_qui_est_livre_se_lit():
    assert set(LECTEURS) <= set(tomllib.loads(LIVRE.decode()))
    for lecteur in LECTEURS.values():
        lecteur(CONFIGURATION)
