"""docs/architecture.md is drawn from the code."""

from tests import architecture


def test_l_image_de_l_architecture_est_a_jour():
    a_jour = architecture.FICHIER.read_text(encoding="utf-8") == architecture.page()
    assert a_jour, "imports have changed: run `python -m tests.architecture`"
