"""What C code prints while the solver works never reaches the answer of a command."""

import ctypes

from plie_metrics.secret.silence import muet


def test_ce_que_le_c_garde_en_tampon_est_perdu_et_la_suite_sort(capfd):
    c = ctypes.CDLL(None)
    with muet():
        c.printf(b"bavardage\n")
    c.printf(b"ensuite\n")
    c.fflush(None)
    assert capfd.readouterr().out == "ensuite\n"
