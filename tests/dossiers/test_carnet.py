"""The lists of a référent: who is there, and why."""

from datetime import date

import pandas as pd
import pytest

from plie_metrics.dossiers.carnet import Carnet
from plie_metrics.dossiers.fonds import Fonds
from plie_metrics.filtres import Filtres
from tests.calcul.extraits import extrait, tables

ARRETE = date(2016, 12, 31)
R2 = Filtres(referent=("R2",))


def carnet(*parcours, entretiens=(), validations=None):
    lignes = [{"participant_id": f"P{rang}", **p} for rang, p in enumerate(parcours, 1)]
    gens = [{"participant_id": ligne["participant_id"]} for ligne in lignes]
    contenu = tables(extrait(participants=gens, parcours=lignes, entretiens=entretiens))
    if validations is not None:
        contenu["parcours"]["date_validation"] = pd.to_datetime(pd.Series(validations))
    return Carnet(Fonds(contenu), ARRETE)


def numeros(dossiers):
    return [d.dossier for d in dossiers]


def test_le_portefeuille_tient_les_parcours_ouverts_au_soir_de_l_arrete():
    c = carnet(
        {},
        {"date_sortie": date(2016, 12, 31), "motif_sortie": "autre"},
        {"referent_id": "R2"},
    )
    assert numeros(c.portefeuille) == ["P1", "P3"]
    assert numeros(Carnet(c.fonds, ARRETE, R2).portefeuille) == ["P3"]


def test_a_voir_qui_n_a_pas_eu_d_entretien_depuis_le_premier_du_mois():
    c = carnet(
        {},
        {},
        {},
        entretiens=[
            {"parcours_id": "Q1", "date": date(2016, 12, 1)},
            {"parcours_id": "Q2", "date": date(2016, 11, 30)},
        ],
    )
    assert [(d.dossier, d.dernier_entretien) for d in c.a_voir] == [
        ("P2", date(2016, 11, 30)),
        ("P3", None),
    ]


def test_un_portefeuille_ou_personne_n_habite_un_quartier_se_filtre_aussi():
    c = carnet({"referent_id": "R2"})
    c.fonds.tables["participants"]["qpv"] = None
    assert numeros(Carnet(c.fonds, ARRETE, R2).portefeuille) == ["P1"]


def test_un_entretien_compte_sur_l_un_ou_l_autre_de_ses_parcours():
    lignes = [
        {"participant_id": "P1", "date_sortie": date(2016, 12, 20), "motif_sortie": "autre"},
        {"participant_id": "P1", "referent_id": "R2", "date_entree": date(2016, 12, 21)},
    ]
    gens = [{"participant_id": "P1"}]
    contenu = tables(
        extrait(participants=gens, parcours=lignes, entretiens=[{"parcours_id": "Q1"}])
    )
    assert Carnet(Fonds(contenu), ARRETE, R2).a_voir == ()


@pytest.mark.parametrize(
    ("entree", "depassee", "proche"),
    [
        (date(2014, 6, 29), True, False),
        (date(2014, 6, 30), False, True),
        (date(2014, 9, 30), False, True),
        (date(2014, 10, 1), False, False),
    ],
)
def test_les_trente_mois_passes_ou_a_trois_mois(entree, depassee, proche):
    c = carnet({"date_entree": entree})
    assert (bool(c.depassees), bool(c.prochaines)) == (depassee, proche)


def test_une_sortie_en_emploi_attend_ses_six_mois_ou_sa_validation():
    def sortie(quand, motif):
        return {"date_sortie": quand, "motif_sortie": motif}

    c = carnet(
        sortie(date(2016, 6, 30), "emploi_cdi"),
        sortie(date(2016, 7, 1), "emploi_cdi"),
        sortie(date(2016, 9, 1), "formation_qualifiante"),
        sortie(date(2016, 1, 4), "emploi_cdd_6_mois"),
        validations=["2016-07-15", "2016-07-20", "2016-09-15", None],
    )
    assert [(s.dossier, s.six_mois) for s in c.en_attente] == [
        ("P4", date(2016, 7, 4)),
        ("P2", date(2017, 1, 1)),
    ]


def test_sans_dates_de_validation_seuls_les_six_mois_comptent():
    c = carnet({"date_sortie": date(2016, 1, 4), "motif_sortie": "emploi_cdi"})
    assert c.en_attente == ()
