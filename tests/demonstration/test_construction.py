"""Same seed, same bytes; other seeds and other copies hold the published totals too."""

import hashlib

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from plie_metrics.commandes.demo import lire_sources, ouvrir_publications, publier_jeu
from plie_metrics.demonstration.alea import GRAINE
from plie_metrics.demonstration.arretes import ARRETES, vue
from plie_metrics.demonstration.extrait import construire as construire_copie
from plie_metrics.demonstration.jeu import construire


@pytest.fixture(scope="module")
def sources():
    return lire_sources()


def empreintes(dossier):
    return {
        fichier.relative_to(dossier).as_posix(): hashlib.sha256(fichier.read_bytes()).hexdigest()
        for fichier in sorted(dossier.rglob("*"))
        if fichier.is_file()
    }


def test_deux_constructions_donnent_les_memes_octets(dossier_demo, tmp_path, sources):
    publier_jeu(construire(sources, ouvrir_publications(), GRAINE), tmp_path)
    assert empreintes(tmp_path) == empreintes(dossier_demo)


def compter(tables):
    """What must hold for every seed."""
    parcours = tables["parcours"]
    suivis = parcours[~(parcours["date_sortie"] < "2016-01-01")]
    heures = tables["clauses_heures"].merge(tables["clauses_contrats"], on="contrat_id")
    heures = heures[heures["mois"].dt.year == 2016]
    quartiers = tables["participants"].set_index("participant_id")["qpv"]
    salaries = heures.drop_duplicates("participant_id")["participant_id"]
    etapes = tables["etapes"]
    return {
        "personnes": suivis["participant_id"].nunique(),
        "parcours": len(suivis),
        "ouverts": int(suivis["date_sortie"].isna().sum()),
        "entrees": int((parcours["date_entree"].dt.year == 2016).sum()),
        "etapes": int((etapes["date_debut"].dt.year == 2016).sum()),
        "heures": heures["heures"].sum(),
        "salaries": len(salaries),
        "en_quartier": int(quartiers[salaries].notna().sum()),
    }


ATTENDU = {
    "personnes": 1525,
    "parcours": 1528,
    "ouverts": 799,
    "entrees": 570,
    "etapes": 1848,
    "heures": 72333,
    "salaries": 126,
    "en_quartier": 52,
}


@settings(max_examples=3, deadline=None, suppress_health_check=list(HealthCheck))
@given(graine=st.integers(0, 10**6))
def test_toute_graine_reproduit_les_totaux(sources, graine):
    tables = vue(construire_copie(sources, graine, 0), max(ARRETES))
    assert compter(tables) == ATTENDU
    ensemble = tables["etapes"].merge(tables["parcours"], on="parcours_id")
    assert (ensemble["date_debut"] >= ensemble["date_entree"]).all()
    assert not (ensemble["date_debut"] > ensemble["date_sortie"]).any()


def test_l_echelle_multiplie_des_copies_disjointes(sources):
    tables = construire(sources, ouvrir_publications(), GRAINE, 2)[max(ARRETES)]
    assert compter(tables) == {nom: 2 * n for nom, n in ATTENDU.items()}
    assert tables["participants"]["participant_id"].is_unique
    assert tables["referents"]["etp"].sum() == pytest.approx(25.2)
    plie = tables["objectifs"][tables["objectifs"]["perimetre"] == "plie"]
    assert plie.set_index("indicateur")["cible"]["file_active"] == 2 * 889
    premiere, seconde = (
        tables["parcours"]["date_entree"].iloc[:2782].reset_index(drop=True),
        tables["parcours"]["date_entree"].iloc[2782:].reset_index(drop=True),
    )
    assert not premiere.equals(seconde)
