"""The whole closed list of the demonstration: audit, attack, and nothing behind the gate."""

import gc
from datetime import date

import pandas as pd
import pytest

from plie_metrics.calcul.bases import Bases
from plie_metrics.calcul.lot import Donnees, repondre
from plie_metrics.filtres import Filtres
from plie_metrics.periodes import annee
from plie_metrics.schema import MOTIFS_NEUTRES, TABLES
from plie_metrics.secret.detail import Detail, DetailRefuse
from plie_metrics.secret.ouverture import donnees_de, ouvrir
from plie_metrics.secret.porte import PorteExacte
from plie_metrics.secret.porte_protegee import PorteProtegee
from plie_metrics.secret.profils import PROFILS
from plie_metrics.secret.protegees import Protegees
from plie_metrics.secret.verification import auditer_arrete
from tests.secret.attaque import Recolte

COMMUNES = ("21231", "21166", "21617", "21355", "21515", "21278", "21171")
QUARTIERS = ("QP021002", "QP021003", "QP021004", "QP021005", "QP021006", "hors_qpv")
QUARTIERS_DE = {
    "21166": ("QP021002",),
    "21231": ("QP021003", "QP021004"),
    "21355": ("QP021005",),
    "21617": ("QP021006",),
}
AN = annee(2016)


@pytest.fixture(scope="module")
def porte(arretes_demo, reglages_livres, coffre):
    return ouvrir(PROFILS["public"], arretes_demo, reglages_livres, coffre=coffre)


@pytest.fixture(scope="module")
def porte_precedente(arretes_demo, reglages_livres, coffre):
    return ouvrir(PROFILS["public"], arretes_demo[:1], reglages_livres, coffre=coffre)


@pytest.fixture(scope="module")
def exact(arretes_demo):
    return donnees_de(arretes_demo[-1])


@pytest.mark.usefixtures("porte")
@pytest.mark.parametrize("profil", ["public", "financeur"])
def test_aucune_case_masquee_ne_se_retrouve(arretes_demo, reglages_livres, coffre, profil):
    audit = auditer_arrete(arretes_demo, reglages_livres, profil, coffre)
    assert audit.masquees > 1000
    assert audit.deduites > 100
    assert audit.failles == ()
    assert audit.montrees_a_tort == ()


def test_les_chiffres_de_l_annee_restent_visibles(porte):
    mesures = porte.lire(AN).mesures
    vus = {i: mesures[i].valeur for i in ("entrees", "file_active", "sorties_positives")}
    assert vus == {"entrees": 570, "file_active": 799, "sorties_positives": 314}


@pytest.mark.parametrize(
    ("filtres", "dimensions"),
    [({}, ()), ({}, ("sexe",)), ({"commune": ("21231",)}, ("classe_age",)), ({}, ("mois",))],
)
def test_ce_qui_est_montre_est_exact_et_nul_n_est_petit(porte, exact, filtres, dimensions):
    montre = porte.lire(AN, Filtres(**filtres), dimensions)
    vrai = repondre(exact, AN, Filtres(**filtres), (), montre.mesures)
    ventiles = {i: v.cellules for i, v in montre.ventilation.items()}
    for ident, mesure in montre.mesures.items():
        if mesure.valeur is not None:
            assert mesure.valeur == pytest.approx(vrai.mesures[ident].valeur), ident
    for ident, cellules in ventiles.items():
        vraies = repondre(exact, AN, Filtres(**filtres), dimensions, [ident]).ventilation[ident]
        for cle, cellule in cellules.items():
            if cellule.masque is None and cellule.valeur:
                assert cellule.valeur == pytest.approx(vraies.cellules[cle].valeur), (ident, cle)
                if cellule.denominateur is None:
                    assert cellule.valeur >= porte.seuil_pour(Filtres())


def test_l_algebre_ne_retrouve_rien(porte):
    recolte = Recolte(porte, COMMUNES, QUARTIERS)
    assert len(recolte.cachees) > 1000
    assert len(recolte.egalites) > 1000
    assert recolte.retrouvees() == set()
    assert recolte.restes(QUARTIERS_DE, MOTIFS_NEUTRES, porte.seuil_pour(Filtres())) == set()


def test_ni_avec_l_arrete_precedent(porte, porte_precedente, arretes_demo):
    """What was shown before and has not changed since is known of the attacker."""
    avant = Recolte(porte_precedente, COMMUNES, QUARTIERS)
    apres = Recolte(porte, COMMUNES, QUARTIERS)
    verite = _verites(arretes_demo, apres.cachees & set(avant.connues))
    inchangees = {c: avant.connues[c] for c, v in verite.items() if v == avant.connues[c]}
    assert apres.retrouvees(inchangees) == set()
    petites = {
        c
        for c in set(avant.connues) & set(apres.connues)
        if c[0] in ("entrees", "sorties", "personnes_accompagnees", "etapes")
        and 0 < abs(avant.connues[c] - apres.connues[c]) < 11
    }
    assert petites == set()


def _verites(arretes_demo, cles):
    """The exact values of cells of the last arrêté (merged modalities left out)."""
    donnees = donnees_de(arretes_demo[-1])
    verites = {}
    for ident, periode, autour in cles:
        paires = sorted(autour)
        dims = tuple(dimension for dimension, _ in paires)
        cle = tuple(modalite for _, modalite in paires)
        if "autres" in cle:
            continue
        lot = repondre(donnees, periode, Filtres(), dims, [ident])
        mesure = lot.ventilation[ident].cellules.get(cle) if dims else lot.mesures[ident]
        verites[ident, periode, autour] = 0 if mesure is None else mesure.valeur
    return verites


def test_rien_de_nominatif_derriere_la_porte(porte, arretes_demo):
    personnes = set(arretes_demo[-1].table("participants")["participant_id"].astype(str))
    for objet in atteignables(porte):
        if isinstance(objet, pd.DataFrame):  # the euros of the programming: they count nobody
            assert set(objet.columns) <= {c.nom for c in TABLES["finances"].colonnes}
        assert not isinstance(objet, pd.Series | Bases | Donnees)
        assert not (isinstance(objet, str) and objet in personnes)


def test_le_parcours_des_objets_trouverait_des_donnees(exact):
    porte = PorteExacte(PROFILS["coordination"], exact.arrete, exact, Detail({}, None))
    assert any(isinstance(objet, Donnees) for objet in atteignables(porte))
    assert any(isinstance(objet, pd.DataFrame) for objet in atteignables(porte))


def atteignables(racine):
    """Everything that can be reached from an object through its attributes and contents."""
    vus, pile = {}, [racine]
    while pile:
        objet = pile.pop()
        if id(objet) in vus or isinstance(objet, type) or callable(objet):
            continue
        vus[id(objet)] = objet
        if isinstance(objet, int | float | bytes | date) or objet is None:
            continue
        yield objet
        if not isinstance(objet, str):
            pile += [r for r in gc.get_referents(objet) if not _module(r)]


def _module(objet):
    return type(objet).__name__ in ("module", "dict") and "__builtins__" in dir(objet)


def test_les_tableaux_ne_gardent_aucune_valeur_masquee(porte):
    tables = porte._tables
    assert not set(tables.valeurs) & set(tables.masques)
    comptes = [v for c, v in tables.valeurs.items() if c[0] in ("entrees", "sorties", "etapes")]
    assert min(comptes) >= tables.seuil


def test_une_solution_gardee_se_relit_a_l_identique(porte):
    tables = porte._tables
    assert Protegees.depuis_octets(tables.en_octets()) == tables


def test_la_porte_du_public_est_protegee(porte):
    assert isinstance(porte, PorteProtegee)
    assert porte.seuil_pour(Filtres()) == 11


@pytest.mark.parametrize(
    ("profil", "refusees"),
    [
        ("public", {"detail", "dossiers"}),
        ("financeur", {"detail", "dossiers"}),
        ("referent", {"detail", "dossiers"}),  # without a portfolio
        ("equipe", {"dossiers"}),
        ("coordination", set()),
    ],
)
def test_la_porte_refuse_les_dossiers(profil, refusees, arretes_demo, reglages_livres, coffre):
    ouverte = ouvrir(PROFILS[profil], arretes_demo, reglages_livres, coffre=coffre)
    trouvees = set()
    for nom in ("detail", "dossiers"):
        try:
            getattr(ouverte, nom)()
        except DetailRefuse:
            trouvees.add(nom)
    assert trouvees == refusees


def test_spip_et_sante_ne_sont_jamais_croises(porte):
    sensibles = {"spip", "sante", "deces", "maternite"}
    for _, _, _, croisement in (*porte._tables.valeurs, *porte._tables.masques):
        assert not sensibles & {modalite for _, modalite in croisement}
