"""A small PLIE just begun, on real data: two tables, forty people; every page for every profile."""

import random
from datetime import date

import pandas as pd
import pytest
import streamlit as st

from plie_metrics.configuration import lire
from plie_metrics.secret.profils import PROFILS
from plie_metrics.stockage import publier
from tests.acces.exemples import AUTH
from tests.acces.test_cadre import REFUSEE, connectee, essai, parcourir, titre

JOUR = date(2016, 12, 31)
SIEN = {"referent": '{ profil = "referent", referent = "Rose" }'}
CHEZ_L_AUTRE = "Lilas"


def extrait(nombre=40):
    """Whoever they are, their numbers begin by ZP and ZK: no page says one to whoever may not."""
    alea = random.Random(1)
    rangs = range(nombre)
    communes = alea.choices(["21231", "21355", "21166"], [6, 3, 1], k=nombre)
    entrees = [date(2016, alea.randint(1, 9), alea.randint(1, 28)) for _ in rangs]
    sorties = [date(2016, alea.randint(10, 12), 28) if alea.random() < 0.4 else None for _ in rangs]
    motifs = ["emploi_cdi", "sante", "autre"]
    return {
        "participants": pd.DataFrame(
            {
                "participant_id": [f"ZP{rang}" for rang in rangs],
                "sexe": alea.choices("FH", k=nombre),
                "annee_naissance": [alea.randint(1955, 1996) for _ in rangs],
                "commune": communes,
                "qpv": ["QP021002" if commune == "21166" else None for commune in communes],
                "niveau_formation": alea.choices(["IV", "V", None], k=nombre),
                "brsa": alea.choices([True, False], k=nombre),
                "deld": alea.choices([True, False], k=nombre),
            }
        ),
        "parcours": pd.DataFrame(
            {
                "parcours_id": [f"ZK{rang}" for rang in rangs],
                "participant_id": [f"ZP{rang}" for rang in rangs],
                "referent_id": alea.choices(["Rose", CHEZ_L_AUTRE], k=nombre),
                "structure": "CESAM",
                "prescripteur": alea.choices(["pole_emploi", "spip", "operateur"], k=nombre),
                "date_entree": entrees,
                "date_sortie": sorties,
                "motif_sortie": [alea.choice(motifs) if sortie else None for sortie in sorties],
            }
        ),
    }


@pytest.fixture(scope="module")
def arretes(tmp_path_factory):
    dossier = tmp_path_factory.mktemp("reel") / "snapshots"
    publier(dossier, JOUR, extrait(), produit_le=date(2017, 1, 5), source="essai")
    return dossier


@pytest.fixture
def ouvert(arretes, tmp_path, monkeypatch):
    """Signed in with a profile; the list is that of one year, solved in this process."""

    def liste_d_un_an(nom):
        reglages = lire(nom)
        return {**reglages, "requetes": {**reglages["requetes"], "annees": 1}}

    secrets = tmp_path / "secrets.toml"
    monkeypatch.setattr("pages._composants.arretes.SNAPSHOTS", arretes)
    monkeypatch.setattr("pages._composants.portes.lire", liste_d_un_an)
    monkeypatch.setattr("pages._composants.portes.subprocess.run", lambda *_, **__: None)
    monkeypatch.setattr("pages._acces.identite.fichiers_secrets", lambda: [secrets])
    st.cache_resource.clear()

    def entrer(profil):
        compte = SIEN.get(profil, f'"{profil}"')
        secrets.write_text(f'{AUTH}[acces.comptes]\n"a@b.fr" = {compte}\n', encoding="utf-8")
        page = essai(user=connectee("a@b.fr"))
        page.default_timeout = 120
        return page

    yield entrer
    st.cache_resource.clear()


def tout(page):
    """Everything that the page sends to the browser: words, tables, pictures and their data."""
    return "".join(str(getattr(element, "proto", "")) for element in page._tree)


@pytest.mark.parametrize("profil", PROFILS)
def test_chaque_page_s_ouvre_et_ne_nomme_que_ce_que_le_profil_peut_lire(profil, ouvert):
    for entree, page in parcourir(ouvert(profil)):
        assert not page.exception, entree.adresse
        assert [e.value for e in page.error] == [], entree.adresse
        assert len(page.title) == 1, entree.adresse
        assert (titre(page) == REFUSEE) == (profil not in entree.profils), entree.adresse
        envoye = tout(page)
        if profil in ("financeur", "public", "equipe"):
            assert "ZP" not in envoye, entree.adresse
            assert "ZK" not in envoye, entree.adresse
        if profil in ("financeur", "public", "referent"):
            assert CHEZ_L_AUTRE not in envoye, entree.adresse


def test_ce_qui_est_lu_contiendrait_un_numero(ouvert):
    """The coordination reads files by their number, on Qualité: the search above finds them."""
    lus = {e.adresse: tout(page) for e, page in parcourir(ouvert("coordination"))}
    assert "ZP" in lus["qualite"]
    assert any(CHEZ_L_AUTRE in envoye for envoye in lus.values())
