"""What an erased edition had shown still binds the one that replaces it, and nothing more stays."""

from datetime import date
from math import isnan

from plie_metrics.conservation.effacement import effacer
from plie_metrics.conservation.heritage import oublier, transmettre
from plie_metrics.secret.memoire import contraintes, lire_heritage
from plie_metrics.secret.ouverture import proteger
from plie_metrics.stockage import ouvrir, publier
from plie_metrics.stockage.solutions import CoffreDisque
from tests.conservation.exemples import ARRETE, tables
from tests.conservation.test_effacement import P1, QUAND
from tests.secret.exemples import REGLES, reglages
from tests.secret.test_memoire import cle, passe, releve

SUIVI = ("participants", "parcours")
ANCIENNE, NOUVELLE = "2016-12-31", "2016-12-31.2"


def test_ce_qui_a_ete_montre_est_legue_sans_les_valeurs_masquees(tmp_path):
    coffre = CoffreDisque(tmp_path)
    montre = passe(["sorties"], entrees=20, sorties=3)
    coffre.ecrire(f"{ANCIENNE}.public.0a1b.memoire", montre.en_octets())
    coffre.ecrire(f"{ANCIENNE}.public.0a1b.tables", b"{}")
    coffre.ecrire(f"{NOUVELLE}.financeur.0a1b.tables", b"{}")
    transmettre(tmp_path, ANCIENNE, NOUVELLE)
    assert coffre.noms() == (f"{NOUVELLE}.financeur.0a1b.tables", f"{NOUVELLE}.public.heritage")
    (legs,) = lire_heritage(coffre.lire(f"{NOUVELLE}.public.heritage"))
    assert legs.valeurs[cle("entrees")] == 20
    assert isnan(legs.valeurs[cle("sorties")])
    # 20 entrées were shown, 19 remain: the difference would tell of the erased person
    assert cle("entrees") in contraintes([legs], releve(entrees=19), REGLES).retenues
    # masked before, by who knows how much: masked still
    assert cle("sorties") in contraintes([legs], releve(sorties=30), REGLES).retenues


def test_un_second_effacement_legue_aussi_ce_qui_l_avait_ete(tmp_path):
    coffre = CoffreDisque(tmp_path)
    coffre.ecrire(f"{ANCIENNE}.public.0a.memoire", passe(entrees=20).en_octets())
    transmettre(tmp_path, ANCIENNE, NOUVELLE)
    coffre.ecrire(f"{NOUVELLE}.public.0b.memoire", passe(entrees=19).en_octets())
    transmettre(tmp_path, NOUVELLE, "2016-12-31.3")
    legs = lire_heritage(coffre.lire("2016-12-31.3.public.heritage"))
    assert {memoire.valeurs[cle("entrees")] for memoire in legs} == {19, 20}


def test_la_porte_retient_une_case_que_l_edition_detruite_avait_montree(tmp_path):
    """Forty entrées were shown, thirty-nine remain: a reader could subtract."""
    extrait = {nom: tables(*(f"P{n}" for n in range(1, 41)))[nom] for nom in SUIVI}
    extrait["participants"]["commune"] = "21231"
    extrait["participants"]["sexe"] = ["F", "H"] * 20
    entrees = {"date_entree": date(2016, 5, 2), "date_sortie": None, "motif_sortie": None}
    extrait["parcours"] = extrait["parcours"].assign(**entrees)
    ancienne = publier(tmp_path, ARRETE, extrait, produit_le=ARRETE, source="Exemple")
    coffre = CoffreDisque(tmp_path)
    assert total(proteger([ouvrir(ancienne)], reglages(), "financeur", coffre)) == 40
    effacer(tmp_path, P1, QUAND)
    assert coffre.noms() == (f"{NOUVELLE}.financeur.heritage",)
    neuve = ouvrir(tmp_path / NOUVELLE)
    assert total(proteger([neuve], reglages(), "financeur", coffre)) is None
    # without what was handed over, thirty-nine would be shown
    assert total(proteger([neuve], reglages(), "financeur")) == 39


def total(protegees):
    """The entrées of the year, all together."""
    return protegees.valeurs.get(("entrees", date(2016, 1, 1), ARRETE, ()))


def test_un_arrete_purge_n_a_plus_de_solution(tmp_path):
    coffre = CoffreDisque(tmp_path)
    coffre.ecrire(f"{ANCIENNE}.public.0a.tables", b"{}")
    coffre.ecrire(f"{NOUVELLE}.public.0a.tables", b"{}")
    oublier(tmp_path, ANCIENNE)
    assert coffre.noms() == (f"{NOUVELLE}.public.0a.tables",)
