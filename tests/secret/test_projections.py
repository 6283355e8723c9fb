"""Which projections a protected profile may see."""

from datetime import date

import pytest

from plie_metrics.calcul.lot import preparer
from plie_metrics.filtres import Filtres
from plie_metrics.objectifs.contexte import contexte_de
from plie_metrics.objectifs.suivi import suivis
from plie_metrics.periodes import mois
from plie_metrics.secret.grandeurs import cle
from plie_metrics.secret.liste import Liste
from plie_metrics.secret.porte_protegee import PorteProtegee
from plie_metrics.secret.profils import PROFILS
from plie_metrics.secret.projections import HORS_LISTE, MASQUE, projeter_visibles
from plie_metrics.secret.protegees import Protegees
from tests.objectifs.fabrique_suivi import plie
from tests.secret.exemples import reglages

JUIN = date(2016, 6, 30)
ANNEES = {"requetes": {**reglages().requetes.model_dump(mode="json"), "annees": 3}}


def contexte(arrete=JUIN):
    tables = plie(
        arrete, lambda _: 10, lambda _: 8, objectifs=[{"indicateur": "entrees", "cible": 9}]
    )
    return contexte_de(preparer(arrete, tables), tables["parcours"])


def tables(masques=(), arrete=JUIN):
    return Protegees(arrete, (arrete,), 5, {}, dict.fromkeys(masques, "primaire"), {})


def liste(arrete=JUIN, **changements):
    return Liste(reglages(**(ANNEES | changements)), arrete, (arrete,))


def test_une_projection_dont_tous_les_mois_sont_montres_est_celle_de_la_coordination():
    projetes = projeter_visibles(contexte(), liste(), tables())
    assert projetes.refus == {}
    assert projetes.suivis["entrees"] == suivis(contexte())["entrees"]


@pytest.mark.parametrize("un_mois", [mois(2016, 2), mois(2015, 11)])
def test_un_seul_mois_masque_et_il_n_y_en_a_pas(un_mois):
    masquee = cle("entrees", un_mois)
    projetes = projeter_visibles(contexte(), liste(), tables([masquee]))
    assert projetes.suivis == {}
    assert projetes.refus == {"entrees": MASQUE}


def test_un_autre_indicateur_masque_n_y_fait_rien():
    projetes = projeter_visibles(contexte(), liste(), tables([cle("sorties", mois(2016, 2))]))
    assert list(projetes.suivis) == ["entrees"]


def test_les_annees_hors_de_la_liste_n_enseignent_rien():
    projetes = projeter_visibles(contexte(), liste(), tables())
    assert set(projetes.suivis["entrees"].annees) <= {2014, 2015}
    une = {**ANNEES["requetes"], "annees": 1}
    sans = projeter_visibles(contexte(), liste(requetes=une), tables())
    assert sans.suivis["entrees"].annees == ()


def test_un_indicateur_hors_de_la_liste_n_est_pas_projete():
    requetes = {**ANNEES["requetes"]}
    requetes["familles"] = [f for f in requetes["familles"] if f["nom"] != "Flux"]
    projetes = projeter_visibles(contexte(), liste(requetes=requetes, regroupements=[]), tables())
    assert projetes.refus == {"entrees": HORS_LISTE}


def test_un_arrete_en_cours_de_mois_ne_donne_pas_le_rythme_de_demi_mois():
    jour = date(2016, 6, 15)
    projetes = projeter_visibles(contexte(jour), liste(jour), tables(arrete=jour))
    assert suivis(contexte(jour))["entrees"].projection.rythme_recent is not None
    assert projetes.suivis["entrees"].projection.rythme_recent is None


def test_la_porte_les_donne_sans_filtre_seulement_et_les_garde_a_l_identique():
    projetes = projeter_visibles(contexte(), liste(), tables())
    gardees = Protegees(JUIN, (JUIN,), 5, {}, {}, {}, (), projetes.suivis, {"sorties": MASQUE})
    relues = Protegees.depuis_octets(gardees.en_octets())
    assert relues == gardees
    porte = PorteProtegee(PROFILS["financeur"], liste(), relues, ())
    assert porte.suivis() == projetes.suivis
    assert porte.suivis(Filtres(sexe=("F",))) == {}
    assert porte.sans_suivi == {"sorties": MASQUE}
