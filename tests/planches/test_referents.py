"""Référents: the finding, the rhythm, and lists that count what the indicators count."""

from dataclasses import replace
from datetime import date

import pytest

from plie_metrics.calcul.lot import Lot
from plie_metrics.dossiers.carnet import Carnet
from plie_metrics.filtres import Filtres
from plie_metrics.periodes import annee
from plie_metrics.planches.planche import PlancheIndisponible
from plie_metrics.planches.referents import PLANCHES, constat
from plie_metrics.presentation.dossiers import listes
from tests.planches.fabrique import PorteEcrite, regard


def vu(**reste):
    parcours = [
        {"participant_id": "P1", "date_entree": date(2014, 1, 6)},
        {"participant_id": "P2", "date_entree": date(2014, 8, 1)},
        {"participant_id": "P3", "referent_id": "R2", "structure": "IFPA"},
        {
            "participant_id": "P4",
            "date_entree": date(2015, 5, 4),
            "date_sortie": date(2016, 10, 3),
            "motif_sortie": "emploi_cdi",
        },
    ]
    return regard(
        parcours=parcours,
        participants=[{"participant_id": p["participant_id"]} for p in parcours],
        entretiens=[{"parcours_id": "Q3"}],
        **reste,
    )


def carnet(look):
    return Carnet(look.porte.dossiers().fonds, look.identite.arrete, look.filtres)


@pytest.mark.parametrize("filtres", [Filtres(), Filtres(referent=("R1",)), Filtres(sexe=("H",))])
def test_chaque_liste_compte_ce_que_compte_l_indicateur(filtres):
    look = vu(filtres=filtres)
    siens = carnet(look)
    recus = look.mesure("taux_entretien_mensuel")
    assert len(siens.portefeuille) == look.mesure("file_active").valeur
    assert len(siens.a_voir) == (recus.denominateur or 0) - (recus.numerateur or 0)
    assert len(siens.depassees) == look.mesure("parcours_plus_30_mois").valeur


def test_les_listes_disent_combien_et_portent_les_numeros():
    titres = {cle: (titre, t) for cle, titre, _, t in listes(carnet(vu()))}
    assert titres["a-voir"][0] == "2\u00a0personnes à voir ce mois-ci"
    assert titres["30-mois-depasses"][0] == "1\u00a0parcours au-delà de 30 mois"
    assert titres["30-mois-proches"][1].lignes[0][0] == "P2"
    assert titres["sorties-en-attente"][1].lignes[0] == (
        *("P4", "R1", "Emploi en CDI", "03/10/2016", "03/04/2017", "en attente"),
    )


def test_le_constat_dit_la_file_active_et_les_recus():
    assert (
        constat(vu()) == "3\u00a0personnes en file active, 1\u00a0reçue en entretien dans le mois"
    )


def test_le_rythme_va_par_structure_puis_par_numero():
    planche = PLANCHES["referents.rythme"](vu())
    assert planche.tableau.lignes == (("R1", 0, 1, 1), ("R2", 1, 0, 0))
    with pytest.raises(PlancheIndisponible, match="réservés à l’équipe"):
        lot = Lot(annee(2016), Filtres(), {}, {}, (), {})
        PLANCHES["referents.rythme"](replace(vu(), porte=PorteEcrite({(): lot}), _memoire={}))
