"""Published figures computed from the arrêté: which agree, which differ and by how much."""

from datetime import date

import pytest

from plie_metrics.planches.planche import PlancheIndisponible
from plie_metrics.planches.rapprochement import PLANCHES, constat, rapproches
from plie_metrics.publications.chiffre import Chiffre, Publication
from tests.planches.fabrique import regard


def chiffre(
    rang, indicateur, valeur, *, unite="entrees", nature="realisation", note="", **modalites
):
    return Chiffre(
        *(f"ra2016.essai.{rang}", "rapport_2016", "Section", "essai", f"Ligne {rang}", ""),
        *(modalites, date(2016, 1, 1), date(2016, 12, 31), nature, unite),
        *(valeur, None, None, str(valeur), indicateur, note),
    )


def vu(*chiffres, arrete=date(2016, 12, 31)):
    """Three people: two women, one exit for a CDI, one retirement."""
    look = regard(
        arrete=arrete,
        participants=[{}, {"qpv": "QP021001"}, {"sexe": "H", "qpv": "VEILLE-QUETIGNY-CENTRE"}],
        parcours=[
            {"participant_id": "P1"},
            {"participant_id": "P2", "date_sortie": date(2016, 6, 1), "motif_sortie": "emploi_cdi"},
            {"participant_id": "P3", "date_sortie": date(2016, 6, 1), "motif_sortie": "retraite"},
        ],
    )
    publie = Publication("rapport_2016", "Rapport", tuple(chiffres))
    object.__setattr__(look, "publication", lambda _: publie)
    return look


def test_un_chiffre_retrouve_et_un_ecart_avec_sa_note():
    look = vu(
        chiffre(1, "entrees", 3.0),
        chiffre(2, "sorties_positives", 4.0, note="« plus de 4 »"),
        chiffre(3, "sorties", 1.0, motif_sortie="retraite"),
    )
    assert constat(look).startswith("2 des 3\u00a0chiffres publiés")
    (ligne,) = PLANCHES["rapprochement.ecarts"](look).tableau.lignes
    assert ligne[2:] == (4.0, 1, -3.0, "§ écart, note imprimée", "« plus de 4 »")
    assert len(PLANCHES["rapprochement.retrouves"](look).tableau.lignes) == 2


@pytest.mark.parametrize(
    ("indicateur", "unite", "modalites", "calcule"),
    [
        ("entrees", "entrees", {"sexe": "F"}, 2),
        ("personnes_accompagnees", "personnes", {"qpv": "oui+veille"}, 2),
        ("personnes_accompagnees", "personnes", {"qpv": "oui"}, 1),
        ("sorties_positives", "sorties", {"motif_sortie": "emploi"}, 1),
        ("sorties", "sorties", {"population": "autres_sorties"}, 1),
        ("taux_sorties_positives_brut", "pourcent", {}, 50),
    ],
)
def test_les_mots_du_rapport_designent_des_cases(indicateur, unite, modalites, calcule):
    nature = "taux" if unite == "pourcent" else "realisation"
    (fait,) = rapproches(vu(chiffre(1, indicateur, 9.0, unite=unite, nature=nature, **modalites)))
    assert fait.calcule == calcule


def test_une_part_se_compare_a_son_arrondi_un_effectif_exactement():
    femmes = chiffre(1, "part_femmes", 67.0, unite="pourcent", nature="part", sexe="F")
    (part, effectif) = rapproches(vu(femmes, chiffre(2, "entrees", 3.4)))
    assert part.juste
    assert not effectif.juste


def test_ce_qu_aucun_indicateur_ne_donne_est_laisse_de_cote():
    look = vu(
        chiffre(1, "entrees", 700.0, nature="objectif"),
        chiffre(2, "entrees", 3.0, motif_sortie="retraite"),
        chiffre(3, "", 3.0),
    )
    assert rapproches(look) == ()


def test_un_arrete_trop_ancien_n_est_compare_a_rien():
    with pytest.raises(PlancheIndisponible, match="choisissez un arrêté plus récent"):
        constat(vu(chiffre(1, "entrees", 3.0), arrete=date(2016, 9, 30)))
