"""The first opening by a protected profile: solved in another process, with words to wait by."""

import shutil
import subprocess
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
import streamlit as st

from pages._acces.visiteur import Mode, Visiteur
from pages._composants.arretes import arretes_visibles
from pages._composants.portes import ATTENTE, porte_de
from plie_metrics.filtres import Filtres
from plie_metrics.secret.profils import FINANCEUR
from tests.acces.test_cadre import REFUSEE, essai, titre


@pytest.fixture
def lances(demonstration_ouverte, monkeypatch):
    """The processes that pages start: each puts the solutions back, as the true one would."""
    solutions, gardees = demonstration_ouverte / ".secret", demonstration_ouverte / ".gardees"
    commandes = []

    def lancer(commande, **_autres):
        commandes.append(commande)
        if gardees.is_dir():
            gardees.rename(solutions)
        return subprocess.CompletedProcess(commande, 0)

    monkeypatch.setattr("pages._composants.portes.subprocess.run", lancer)
    st.cache_resource.clear()
    yield commandes
    if gardees.is_dir():
        gardees.rename(solutions)
    st.cache_resource.clear()


def test_un_arrete_pret_s_ouvre_sans_rien_lancer(lances):
    page = essai("financeur").run()
    assert not page.error
    assert titre(page) != REFUSEE
    assert lances == []


def test_la_premiere_ouverture_prepare_une_fois_pour_tous(lances, demonstration_ouverte):
    shutil.move(demonstration_ouverte / ".secret", demonstration_ouverte / ".gardees")
    for profil in ("financeur", "public"):
        assert not essai(profil).run().error
    (commande,) = lances
    assert commande[1:] == ["-m", "plie_metrics", "preparer", "--vers", str(demonstration_ouverte)]


def test_deux_visiteurs_au_meme_instant_attendent_la_meme_resolution(lances, demonstration_ouverte):
    shutil.move(demonstration_ouverte / ".secret", demonstration_ouverte / ".gardees")
    dernier, ensemble = arretes_visibles(None)[0], Barrier(2)

    def venir(_):
        ensemble.wait(10)
        return porte_de(dernier, Visiteur(FINANCEUR, Mode.DEMONSTRATION))

    with ThreadPoolExecutor(2) as gens:
        une, autre = gens.map(venir, range(2))
    assert len(lances) == 1
    assert une is autre
    assert une.seuil_pour(Filtres()) == 5


def test_la_coordination_n_attend_pas(lances, demonstration_ouverte):
    shutil.move(demonstration_ouverte / ".secret", demonstration_ouverte / ".gardees")
    assert not essai("coordination").run().error
    assert lances == []


def test_l_attente_dit_combien_de_temps():
    assert "une à deux minutes par arrêté" in ATTENTE
