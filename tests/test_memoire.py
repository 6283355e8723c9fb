"""An answer is computed once, even asked for by many at the same instant; a failure is not kept."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier, Event

import pytest

from plie_metrics.memoire import Memoire


def test_une_reponse_se_calcule_une_fois():
    memoire, faites = Memoire(2), []
    for _ in range(3):
        assert memoire.garder("a", lambda: faites.append("a") or len(faites)) == 1
    assert faites == ["a"]


def test_la_moins_lue_est_oubliee_la_premiere():
    memoire, faites = Memoire(2), []
    for cle in "abaca":
        memoire.garder(cle, lambda cle=cle: faites.append(cle))
    assert faites == ["a", "b", "c"]
    memoire.garder("b", lambda: faites.append("b"))
    assert faites == ["a", "b", "c", "b"]


def test_dix_personnes_au_meme_instant_un_seul_calcul():
    memoire, faites, ensemble = Memoire(2), [], Barrier(10)

    def demander(_):
        ensemble.wait(5)
        return memoire.garder("a", lambda: faites.append(1) or Event().wait(0.05) or "figure")

    with ThreadPoolExecutor(10) as personnes:
        assert list(personnes.map(demander, range(10))) == ["figure"] * 10
    assert faites == [1]


def test_un_echec_n_est_ni_garde_ni_donne_a_qui_attendait():
    memoire, commence, attendu = Memoire(2), Event(), Event()

    def echouer():
        commence.set()
        attendu.wait(5)
        raise ValueError("interrompu")

    with ThreadPoolExecutor(2) as personnes:
        premiere = personnes.submit(memoire.garder, "a", echouer)
        commence.wait(5)
        seconde = personnes.submit(memoire.garder, "a", lambda: "figure")
        attendu.set()
        with pytest.raises(ValueError, match="interrompu"):
            premiere.result(5)
        assert seconde.result(5) == "figure"
    assert memoire.garder("a", lambda: "autre") == "figure"
