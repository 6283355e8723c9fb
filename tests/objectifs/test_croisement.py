"""One exit under three rulebooks."""

from datetime import date

import pandas as pd
import pytest

from plie_metrics.objectifs.croisement import SANS_SITUATION, croiser, ecarts, lire
from plie_metrics.objectifs.croisement_regles import REGLES, Avis
from plie_metrics.periodes import annee
from plie_metrics.schema import MOTIFS_SORTIE, SITUATIONS_SORTIE

SORTIES = [
    ("emploi_cdi", "emploi"),
    ("emploi_cdi", "emploi"),
    ("formation_qualifiante", "formation"),
    ("demande_participant", "emploi"),  # a short job: transition for the IAE, no for the PLIE
    ("autre", "recherche"),
    ("sante", "inactif"),
    ("suivi_impossible", None),
]


def parcours(sorties=SORTIES):
    return pd.DataFrame(
        {
            "parcours_id": [f"Q{rang}" for rang in range(len(sorties) + 2)],
            "date_sortie": pd.to_datetime([date(2016, 6, 1)] * len(sorties) + [None, "2015-12-31"]),
            "motif_sortie": [motif for motif, _ in sorties] + [None, "emploi_cdi"],
            "situation_sortie": [situation for _, situation in sorties] + [None, "emploi"],
        }
    )


@pytest.mark.parametrize(
    ("regle", "oui", "bornes", "champ"),
    [
        ("plie_brut", 3, (3, 3), 7),
        ("plie_net", 3, (3, 3), 6),
        ("EECR01", 1, (1, 2), 7),
        ("EECR02", 1, (1, 2), 7),
        ("EECR03", 0, (0, 7), 7),
        ("EECR04", 3, (3, 4), 7),
        ("iae_dynamique", 4, (4, 5), 6),
    ],
)
def test_les_comptes_a_la_main(regle, oui, bornes, champ):
    compte = croiser(parcours(), annee(2016)).comptes[regle]
    assert (compte.oui, compte.bornes, compte.champ) == (oui, bornes, champ)


def test_les_ecarts_expliquent_la_difference_a_l_unite():
    """PLIE 3, employed 3: one training less, one short job more, and one unknown."""
    lignes = ecarts(croiser(parcours(), annee(2016)), "plie_brut", "EECR04")
    assert {(ligne.motif, ligne.avis, ligne.parcours) for ligne in lignes} == {
        ("formation_qualifiante", (Avis.OUI, Avis.NON), ("Q2",)),
        ("demande_participant", (Avis.NON, Avis.OUI), ("Q3",)),
        ("suivi_impossible", (Avis.NON, Avis.INDETERMINE), ("Q6",)),
    }


@pytest.mark.parametrize("une", REGLES)
@pytest.mark.parametrize("autre", REGLES)
def test_chaque_couple_de_regles_se_reconcilie(une, autre):
    croisement = croiser(parcours(), annee(2016))
    lignes = ecarts(croisement, une, autre)
    solde = sum(
        ligne.nombre * ((ligne.avis[0] is Avis.OUI) - (ligne.avis[1] is Avis.OUI))
        for ligne in lignes
    )
    assert solde == croisement.comptes[une].oui - croisement.comptes[autre].oui


def test_sans_situation_seules_les_regles_du_motif_repondent():
    croisement = croiser(parcours().drop(columns="situation_sortie"), annee(2016))
    assert croisement.motif == SANS_SITUATION
    assert croisement.comptes["plie_brut"].oui == 3
    assert croisement.comptes["EECR04"].bornes == (0, 7)
    assert croisement.comptes["EECR04"].taux is None
    assert croisement.comptes["iae_dynamique"].bornes == (3, 6)


def test_aucune_sortie():
    compte = croiser(parcours(), annee(2014)).comptes["plie_brut"]
    assert (compte.oui, compte.champ, compte.taux.valeur) == (0, 0, None)


def test_toute_sortie_connue_a_au_plus_un_resultat_de_situation():
    for motif in MOTIFS_SORTIE:
        for situation in SITUATIONS_SORTIE:
            avis = [lire(code, motif, situation) for code in ("EECR01", "EECR02", "EECR04")]
            assert avis.count(Avis.OUI) == (situation != "inactif")


def test_chaque_regle_cite_sa_source():
    assert all(regle.sources for regle in REGLES.values())
