"""From end to end on the demonstration: four arrêtés of 2016, known to have been entered late."""

from datetime import date
from itertools import pairwise

import pytest

from plie_metrics.filtres import Filtres
from plie_metrics.objectifs.bilan_retrospectif import bilans
from plie_metrics.objectifs.changements import changements
from plie_metrics.objectifs.evolution import Arrete, evolution
from plie_metrics.objectifs.retrospective import retrospective
from plie_metrics.objectifs.suivi import suivis

TRIMESTRES = [date(2016, 3, 31), date(2016, 6, 30), date(2016, 9, 30), date(2016, 12, 31)]


@pytest.fixture(scope="module")
def suivis_par_arrete(contextes):
    return {arrete: suivis(contexte) for arrete, contexte in contextes.items()}


def test_les_annees_offertes(contextes, fin_2016):
    """The extract begins in 2014: earlier entrées are those of the people still there."""
    assert contextes[TRIMESTRES[0]].annees == (2014, 2015)
    assert contextes[fin_2016].annees == (2014, 2015, 2016)


@pytest.mark.parametrize("arrete", TRIMESTRES[:3])
@pytest.mark.parametrize("nom", ["entrees", "sorties_positives", "file_active"])
def test_la_fin_de_l_annee_est_dans_l_intervalle(suivis_par_arrete, fin_2016, arrete, nom):
    projection = suivis_par_arrete[arrete][nom].projection
    assert projection.bas95 <= suivis_par_arrete[fin_2016][nom].realise <= projection.haut95
    assert 0 <= projection.probabilite <= 1


def test_l_incertitude_diminue(suivis_par_arrete):
    for nom in ("entrees", "sorties_positives", "file_active"):
        projections = [suivis_par_arrete[arrete][nom].projection for arrete in TRIMESTRES]
        largeurs = [projection.haut95 - projection.bas95 for projection in projections]
        assert largeurs == sorted(largeurs, reverse=True)
        assert largeurs[-1] == 0


def test_la_cloture_de_l_annee_rend_tout_complet(suivis_par_arrete, fin_2016, contextes):
    """The exits were all entered by 30/12: nothing is provisional at the last arrêté."""
    for suivi in suivis_par_arrete[fin_2016].values():
        assert [point.provisoire for point in suivi.points] == [False] * 12
        assert suivi.projection.valeur == suivi.realise
    assert not any(contextes[arrete].completude("sorties").rattrapee for arrete in TRIMESTRES[:3])


def test_pas_de_fausse_chute_au_dernier_mois(suivis_par_arrete):
    """On 30/09, ten exits of September are entered; the year will have known about sixty."""
    points = suivis_par_arrete[date(2016, 9, 30)]["sorties_positives"].points
    finale = suivis_par_arrete[date(2016, 12, 31)]["sorties_positives"].points
    assert points[8].provisoire
    assert points[8].constate < finale[8].constate - 20
    assert points[8].eventail.attendu == pytest.approx(finale[8].constate, abs=12)


def test_chaque_referent_a_son_suivi(contextes):
    siens = suivis(contextes[date(2016, 9, 30)], Filtres(referent=("R03",)))
    assert set(siens) == {"entrees", "file_active"}
    assert siens["entrees"].objectif.perimetre == "referent"
    assert siens["entrees"].projection.bas80 <= siens["entrees"].projection.valeur


def test_l_essai_sur_le_passe(contextes, jeu, fin_2016):
    """Sur données simulées : vérifie le calcul, ne prouve pas la prévision."""
    essais = retrospective(contextes[fin_2016], jeu[fin_2016])
    assert len(essais) == 2 * 12 * 3
    for bilan in bilans(essais):
        assert bilan.annees == 2
        assert bilan.couverture80.valeur >= 0.7
        assert bilan.couverture95.valeur >= 0.9
    par_nom = {bilan.indicateur: bilan for bilan in bilans(essais)}
    for nom in ("sorties_positives", "file_active"):
        assert par_nom[nom].erreur < par_nom[nom].erreur_lineaire / 2


def test_ce_qui_a_change_entre_deux_arretes(jeu):
    ancien, nouveau = (Arrete(jour, jeu[jour]) for jour in TRIMESTRES[1:3])
    noms = ("entrees", "sorties", "file_active", "part_brsa")
    evolutions = evolution(ancien, nouveau, indicateurs=noms)
    for evolue in evolutions.values():
        assert evolue.parts.total == pytest.approx(evolue.apres - evolue.avant)
    sorties = evolutions["sorties"]
    assert sorties.parts.saisie_tardive > 50
    assert len(sorties.listes.saisie_tardive) == sorties.parts.saisie_tardive


def test_les_corrections_une_seconde_fois(jeu):
    """Communes corrected since: the same people, counted by a plain join."""
    for avant, apres in pairwise(TRIMESTRES):
        trouvees = changements(jeu[avant], jeu[apres])
        jointes = jeu[avant]["participants"].merge(
            jeu[apres]["participants"], on="participant_id", suffixes=("_avant", "_apres")
        )
        attendues = (jointes["commune_avant"] != jointes["commune_apres"]).sum()
        assert sum(c.colonne == "commune" for c in trouvees) == attendues
        assert "date_saisie_sortie" not in {c.colonne for c in trouvees}
