"""French typography, applied once or twice with the same result."""

from hypothesis import given
from hypothesis import strategies as st

from plie_metrics.typographie import typographier


def test_typographier():
    assert typographier("l'an : 1 607 h ; « x » ?") == (
        "l’an\u00a0: 1\u202f607 h\u202f; «\u00a0x\u00a0»\u202f?"
    )


@given(st.text(alphabet="ab l'’ «»:;%?0123456789", max_size=60))
def test_deux_fois_vaut_une_fois(texte):
    assert typographier(typographier(texte)) == typographier(texte)
