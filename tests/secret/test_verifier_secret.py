"""The command `verifier --secret` on random extracts: sure as solved, and no more once unmasked."""

import argparse
import random
from dataclasses import replace
from datetime import date

import pandas as pd
import pytest

from plie_metrics.commandes import verifier
from plie_metrics.secret.protegees import Protegees
from plie_metrics.stockage import publier
from plie_metrics.stockage.solutions import CoffreDisque
from tests.secret.exemples import JOUR, reglages
from tests.stockage.exemples import parcours, participants


def extrait(graine, nombre=30):
    """So many people of three communes, each with one parcours of 2016."""
    alea = random.Random(graine)
    rangs = range(nombre)
    gens = pd.concat([participants().iloc[[1]]] * nombre, ignore_index=True).assign(
        participant_id=[f"P{rang}" for rang in rangs],
        sexe=alea.choices("FH", k=nombre),
        commune=alea.choices(["21231", "21355", "21166"], weights=[6, 3, 1], k=nombre),
        qpv=None,
    )
    suivis = pd.concat([parcours().iloc[[1]]] * nombre, ignore_index=True).assign(
        parcours_id=[f"K{rang}" for rang in rangs],
        participant_id=[f"P{rang}" for rang in rangs],
        prescripteur=alea.choices(
            ["pole_emploi", "spip", "operateur"], weights=[6, 1, 2], k=nombre
        ),
        date_entree=[date(2016, alea.randint(1, 6), 10) for _ in rangs],
    )
    return {"participants": gens, "parcours": suivis}


@pytest.fixture(scope="module", params=(1, 2))
def arrete(request, tmp_path_factory):
    """A random snapshot, published."""
    dossier = tmp_path_factory.mktemp("arretes")
    tables = extrait(request.param)
    publier(dossier, JOUR, tables, produit_le=date(2017, 1, 5), source="essai")
    return dossier / JOUR.isoformat()


@pytest.fixture
def verifier_secret(arrete, monkeypatch):
    """Run the command on it, under the small closed list of the tests."""
    monkeypatch.setattr(verifier, "lire", lambda _: reglages().model_dump())
    analyseur = argparse.ArgumentParser()
    verifier.declarer(analyseur.add_subparsers())
    demande = analyseur.parse_args(["verifier", str(arrete), "--secret"])
    return lambda: demande.executer(demande)


def tableaux(dossier, profil):
    """The protected tables kept for a profile: their name and what they hold."""
    coffre = CoffreDisque(dossier)
    (nom,) = [n for n in coffre.noms() if f".{profil}." in n and n.endswith(".tables")]
    return nom, Protegees.depuis_octets(coffre.lire(nom))


def test_un_arrete_au_hasard_est_sur(arrete, verifier_secret, capsys):
    assert verifier_secret() == 0
    assert capsys.readouterr().out.count("aucune ne peut être retrouvée") == 2
    assert all(tableaux(arrete.parent, profil)[1].masques for profil in ("financeur", "public"))


def test_un_masque_retire_est_une_faille(arrete, verifier_secret, capsys):
    """What it hid is shown though it may not be: the command says it and fails."""
    verifier_secret()
    assert "faille" not in capsys.readouterr().out
    nom, protegees = tableaux(arrete.parent, "financeur")
    cle = next(c for c, m in protegees.masques.items() if m == "primaire" and c[0] == "entrees")
    masques = {autre: m for autre, m in protegees.masques.items() if autre != cle}
    montree = replace(protegees, masques=masques, valeurs={**protegees.valeurs, cle: 3})
    CoffreDisque(arrete.parent).ecrire(nom, montree.en_octets())
    assert verifier_secret() == 1
    assert "montrée à tort : entrees" in capsys.readouterr().out
