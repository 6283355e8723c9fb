"""Objectifs: the sentence of an objective, its curve, its months, its norms, its three years."""

from dataclasses import replace
from datetime import date

import pandas as pd
import pytest

from plie_metrics.calcul.lot import Lot
from plie_metrics.calcul.mesure import Mesure
from plie_metrics.calcul.ventilation import Ventilation
from plie_metrics.filtres import Filtres
from plie_metrics.periodes import Periode, annee
from plie_metrics.planches.objectif_choisi import constat
from plie_metrics.planches.objectifs import PLANCHES
from plie_metrics.planches.planche import PlancheIndisponible
from plie_metrics.presentation.graphiques.trajectoire import ecarter
from tests.planches.fabrique import PorteEcrite, regard

INSECABLE = "\u00a0"


def vu(entrees=3, cible=4.0, indicateur="entrees", quand=date(2016, 2, 1), **reste):
    parcours = [{"participant_id": f"P{i}", "date_entree": quand} for i in range(1, entrees + 1)]
    gens = [{"participant_id": ligne["participant_id"]} for ligne in parcours]
    return regard(
        parcours=parcours,
        participants=gens,
        objectifs=[{"indicateur": indicateur, "cible": cible}],
        choix={"objectif": indicateur},
        **reste,
    )


@pytest.mark.parametrize(
    ("fait", "cible", "fin"),
    [
        (3, 4.0, "3 entrées pour 4 visées : il en manque 1, soit 25 %"),
        (4, 4.0, "4 entrées pour 4 visées : objectif atteint"),
        (5, 4.0, "5 entrées pour 4 visées : objectif dépassé de 1"),
    ],
)
def test_le_constat_d_un_cumul_fini(fait, cible, fin):
    dit = constat(vu(fait, cible)).replace(INSECABLE, " ").replace("\u202f", " ")
    assert dit == fin


def test_un_niveau_depasse_est_une_surcharge():
    dit = constat(vu(5, 4.0, "file_active"))
    assert dit.endswith("1 de plus, une surcharge et non un succès")


def test_sans_objectif_le_realise_reste_dit():
    filtres = Filtres(sexe=("F",))
    assert constat(vu(filtres=filtres)).startswith(f"3{INSECABLE}entrées, sans objectif")
    with pytest.raises(PlancheIndisponible, match="Aucun objectif"):
        PLANCHES["objectifs.trajectoire"](vu(filtres=filtres))


def test_la_courbe_cumule_et_suit_la_droite_vers_la_cible():
    planche = PLANCHES["objectifs.trajectoire"](vu())
    janvier, fevrier, *_, decembre = planche.tableau.lignes
    assert [ligne[1] for ligne in (janvier, fevrier, decembre)] == [0, 3, 3]
    assert decembre[7] == pytest.approx(4.0)
    assert "130" not in planche.titre
    assert planche.forme.genre == "courbes"


def test_un_niveau_a_une_cible_horizontale_et_une_moyenne():
    planche = PLANCHES["objectifs.trajectoire"](vu(12, 10.0, "file_active"))
    assert {ligne[7] for ligne in planche.tableau.lignes} == {10.0}
    assert "File active : 11 en moyenne sur la période" in planche.titre  # 12 × 11 mois / 12


def test_un_profil_qui_ne_voit_pas_les_mois_lit_une_phrase():
    exact = vu()
    lot = Lot(annee(2016), Filtres(), {}, {}, (), {})
    protege = replace(exact, porte=PorteEcrite({(): lot}), _memoire={})
    with pytest.raises(PlancheIndisponible, match="ne sont pas montrées à ce profil"):
        PLANCHES["objectifs.trajectoire"](protege)
    with pytest.raises(PlancheIndisponible, match="réservés à l’équipe"):
        PLANCHES["objectifs.par_referent"](protege)


def test_les_mois_se_comparent_a_leurs_limites_et_le_signal_est_dit():
    jours = [date(an, mois, 3) for an in (2015, 2016) for mois in range(1, 13)]
    combien = {date(2016, 6, 3): 30}
    parcours = [
        {"participant_id": f"P{j}{i}", "date_entree": j}
        for j in jours
        for i in range(combien.get(j, 10 + j.month % 2))
    ]
    gens = [{"participant_id": ligne["participant_id"]} for ligne in parcours]
    planche = PLANCHES["objectifs.mensuel"](regard(parcours=parcours, participants=gens))
    assert planche.titre == "Entrées : juin 2016 hors des variations habituelles"
    par_mois = {ligne[0]: ligne for ligne in planche.tableau.lignes}
    assert len(par_mois) == 24
    assert (par_mois["juin 2016"][1], par_mois["juin 2016"][4]) == (30, "inhabituel")
    assert par_mois["mai 2016"][4] == ""


def test_un_mois_masque_n_est_pas_un_zero():
    masque = Mesure(None, motif="masqué : moins de 5", masque="primaire")
    cellules = {(f"2016-{mois:02d}",): Mesure(9) for mois in range(1, 13)} | {("2016-03",): masque}
    par = Ventilation(("mois",), True, cellules)
    lots = {("mois",): Lot(annee(2016), Filtres(), {}, {}, ("mois",), {"entrees": par})}
    protege = replace(vu(), porte=PorteEcrite(lots), _memoire={})
    planche = PLANCHES["objectifs.mensuel"](protege)
    mars = next(t for t in planche.tableau.textes() if t[0] == "mars 2016")
    assert mars[1] == "masqué : moins de 5"


def test_les_prescriptions_disent_ce_qui_attend_encore():
    lignes = [{"suite": suite} for suite in ("entree", "entree", "refus", "en_attente")]
    planche = PLANCHES["objectifs.prescriptions"](regard(prescriptions=lignes))
    assert planche.titre == "50\u202f% des prescriptions ont mené à une entrée : 2 sur 4"
    fevrier = next(ligne for ligne in planche.tableau.lignes if ligne[0] == "févr. 2016")
    assert fevrier[1:] == (4, 2, 1, "≥ 50\u202f%")
    assert "Entre 50\u202f% et 75\u202f%" in planche.source


def portefeuilles(**reste):
    parcours = [
        {"participant_id": f"P{i}", "referent_id": r, "structure": s}
        for i, (r, s) in enumerate([("R1", "CESAM")] * 3 + [("R2", "IFPA")])
    ]
    gens = [{"participant_id": ligne["participant_id"]} for ligne in parcours]
    look = regard(
        parcours=parcours,
        participants=gens,
        objectifs=[{"perimetre": "referent", "cible": 2.0}],
        choix={"objectif": "entrees"},
        **reste,
    )
    look.porte.detail().tables["referents"] = pd.DataFrame(
        {"referent_id": ["R2", "R1"], "structure": ["IFPA", "CESAM"], "etp": [0.5, 1.0]}
    )
    return look


def test_la_norme_suit_le_temps_de_travail_et_l_ordre_n_est_pas_un_classement():
    planche = PLANCHES["objectifs.par_referent"](portefeuilles())
    assert [ligne[:4] for ligne in planche.tableau.lignes] == [
        ("CESAM · R1", 3, 2.0, 1.0),
        ("IFPA · R2", 1, 1.0, 0.0),
    ]
    assert planche.titre.endswith("dont 1 au-dessus et 1 à la norme")


def test_sous_un_filtre_de_personne_la_norme_ne_vaut_plus():
    planche = PLANCHES["objectifs.par_structure"](portefeuilles(filtres=Filtres(sexe=("F",))))
    assert [ligne[2] for ligne in planche.tableau.lignes] == [None, None]
    assert "sans norme à comparer" in planche.titre


def test_les_trois_annees_ne_disent_pas_zero_hors_de_l_extrait():
    planche = PLANCHES["objectifs.annuel"](vu())
    entrees = planche.tableau.lignes[0]
    assert entrees[1:3] == (None, None)
    assert (entrees[3], entrees[6]) == (3, 4.0)
    assert planche.tableau.textes()[0][1] == f"n.{INSECABLE}d."


def test_les_etiquettes_ne_se_recouvrent_pas():
    places = ecarter([(10.0, "a", ""), (11.0, "b", ""), (40.0, "c", "")], 5)
    assert [y for y, _, _ in places] == [10.0, 15.0, 40.0]


def test_la_periode_regardee_ne_change_pas_la_courbe():
    juin = Periode(date(2016, 6, 1), date(2016, 6, 30))
    assert (
        PLANCHES["objectifs.trajectoire"](vu(periode=juin)).tableau.lignes
        == PLANCHES["objectifs.trajectoire"](vu()).tableau.lignes
    )
