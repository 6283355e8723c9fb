"""Fingerprints of the territory's files."""

import pytest

from plie_metrics.territoire.manifeste import composer, empreinte, empreintes

# printf 'a\n' | sha256sum
A = "87428fc522803d31065e7bce3cf03fe475096631e5e07bbd7a0fde60c4cf25c7"


def test_une_empreinte_ignore_les_fins_de_ligne_et_rien_d_autre():
    assert empreinte(b"a\n") == empreinte(b"a\r\n") == A
    assert empreinte(b"a \n") != A


def test_un_manifeste_se_relit():
    assert empreintes(composer({"x.csv": b"a\n"})) == {"x.csv": A}


@pytest.mark.parametrize("texte", ["", "[]", "{}", '{"fichiers": []}', '{"fichiers": {"x": 1}}'])
def test_ce_qui_n_est_pas_un_manifeste_est_refuse(texte):
    with pytest.raises(ValueError, match=r"."):
        empreintes(texte)
