"""The same figures whatever the form of the columns, and on another engine."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date
from pathlib import Path

import pandas as pd
import pyarrow as pa
import pytest
from hypothesis import Phase, given, settings

from plie_metrics.calcul.bases import construire
from plie_metrics.calcul.calcul import calculer
from plie_metrics.calcul.lot import repondre
from plie_metrics.calcul.mesure import Mesure
from plie_metrics.calcul.vue import Vue
from plie_metrics.commandes.demo import lire_sources, ouvrir_publications, publier_jeu
from plie_metrics.configuration import ConfigurationInvalide, modeler
from plie_metrics.demonstration.alea import GRAINE
from plie_metrics.demonstration.jeu import construire as construire_jeu
from plie_metrics.filtres import Filtres
from plie_metrics.moteur import Moteur, ReglageMoteur, reglage_livre
from plie_metrics.periodes import Periode
from plie_metrics.secret.ouverture import donnees_de
from plie_metrics.stockage import Snapshot, ouvrir, publier
from tests.calcul.extraits import extrait, tables
from tests.calcul.gestes import ANNEE
from tests.calcul.tirages import extraits, filtres, periodes

PANDAS, DUCKDB = (ReglageMoteur(moteur=nom, seuil_lignes=0) for nom in ("pandas", "duckdb"))


def publie(donnees: dict[str, pd.DataFrame], dossier: Path) -> Snapshot:
    """The extract as Parquet files on the disk."""
    referents = sorted({"R1", *donnees["parcours"]["referent_id"]})
    tous = {"referent_id": referents, "structure": ["CESAM"] * len(referents)}
    donnees["referents"] = pd.DataFrame({**tous, "etp": [1.0] * len(referents)})
    arrete = date(2018, 6, 30)
    return ouvrir(publier(dossier, arrete, donnees, produit_le=arrete, source="essai"))


def comparer(snapshot: Snapshot, filtres_: Filtres, periode: Periode, *par: str) -> None:
    """Every total, and a breakdown, from both engines."""
    memoire, fichiers = (donnees_de(snapshot, reglage=regle) for regle in (PANDAS, DUCKDB))
    assert fichiers.modalites == memoire.modalites
    assert fichiers.objectifs == memoire.objectifs
    attendu = repondre(memoire, periode, filtres_, par)
    lu = repondre(fichiers, periode, filtres_, par)
    for nom, mesure in attendu.mesures.items():
        memes(lu.mesures[nom], mesure)
    for nom, ventilation in attendu.ventilation.items():
        assert list(lu.ventilation[nom].cellules) == list(ventilation.cellules)
        for cle, mesure in ventilation.cellules.items():
            memes(lu.ventilation[nom].cellules[cle], mesure)


def memes(lue: Mesure, attendue: Mesure) -> None:
    """Equal; decimal hours may be added in another order."""
    for nom in ("valeur", "numerateur"):
        nombre = getattr(attendue, nom)
        ecart = 0 if nombre is None else abs(getattr(lue, nom) - nombre)
        assert ecart <= 1e-9 * abs(nombre or 0)
        lue = replace(lue, **{nom: nombre})
    assert lue == attendue


@pytest.fixture(scope="module")
def demonstration(tmp_path_factory):
    """The last arrêté of the demonstration."""
    jeu = construire_jeu(lire_sources(), ouvrir_publications(), GRAINE)
    dernier = dict(list(jeu.items())[-1:])
    return ouvrir(publier_jeu(dernier, tmp_path_factory.mktemp("demonstration"))[0])


@settings(phases=[Phase.explicit, Phase.generate], max_examples=3, deadline=None, derandomize=True)
@given(extraits(), filtres(), periodes())
def test_pandas_and_duckdb_on_the_files_agree(tmp_path_factory, extrait_tire, gardes, bornes):
    snapshot = publie(tables(extrait_tire), tmp_path_factory.mktemp("arretes"))
    presentes = donnees_de(snapshot, reglage=PANDAS).modalites
    connus = {nom: tuple(set(vals) & presentes[nom]) for nom, vals in gardes.items()}
    comparer(snapshot, Filtres(**connus), Periode(*bornes), "classe_age", "qpv")


@pytest.mark.parametrize("sans", [(), ("entretiens", "prescriptions", "clauses_heures")])
def test_they_agree_on_empty_and_absent_tables(tmp_path, sans):
    vide = tables(extrait(participants=[{}]), sans)
    comparer(publie(vide, tmp_path), Filtres(), ANNEE, "secteur")


@pytest.mark.parametrize(
    ("gardes", "par"),
    [({}, "referent"), ({"commune": ("21231",), "prescripteur": ("spip",)}, "motif_sortie")],
)
def test_they_agree_on_the_demonstration(demonstration, gardes, par):
    comparer(demonstration, Filtres(**gardes), ANNEE, par)


def test_the_settings_choose_the_engine():
    auto = ReglageMoteur(moteur="auto", seuil_lignes=1000)
    assert (auto.choisir(1000), auto.choisir(1001)) == (Moteur.PANDAS, Moteur.DUCKDB)
    assert (DUCKDB.choisir(1), PANDAS.choisir(10**9)) == (Moteur.DUCKDB, Moteur.PANDAS)
    assert reglage_livre().choisir(60_000) is Moteur.PANDAS


@pytest.mark.parametrize(
    ("table", "phrase"),
    [
        ({"moteur": "spark", "seuil_lignes": 1}, "calcul.moteur : « spark » n’est pas admis"),
        ({"moteur": "auto"}, "calcul.seuil_lignes : cette clé est obligatoire"),
        ({"moteur": "auto", "seuil_lignes": -1}, "calcul.seuil_lignes : le nombre doit être"),
    ],
)
def test_a_wrong_setting_is_told(table, phrase):
    with pytest.raises(ConfigurationInvalide, match=phrase):
        modeler(ReglageMoteur, "calcul", table)


def test_only_the_objectives_are_loaded(tmp_path, monkeypatch):
    snapshot = publie(tables(extrait(participants=[{}], parcours=[{}])), tmp_path)
    lues, lire_table = [], Snapshot.table
    monkeypatch.setattr(Snapshot, "table", lambda s, nom: lues.append(nom) or lire_table(s, nom))
    donnees = donnees_de(snapshot, reglage=DUCKDB)
    assert repondre(donnees, ANNEE, Filtres()).mesures["entrees"].valeur == 1
    assert lues == ["objectifs"]


def test_several_threads_ask_at_once(tmp_path):
    donnees = donnees_de(
        publie(tables(extrait(participants=[{}], parcours=[{}])), tmp_path), reglage=DUCKDB
    )
    with ThreadPoolExecutor(4) as fils:
        lots = fils.map(lambda _: repondre(donnees, ANNEE, Filtres(), (), ("entrees",)), range(8))
        assert [lot.mesures["entrees"].valeur for lot in lots] == [1] * 8


@pytest.mark.parametrize("forme", ["objets", "arrow", "categories"])
def test_dates_and_texts_in_any_form(forme):
    donnees = tables(
        extrait(
            participants=[{}],
            parcours=[
                {
                    "date_entree": date(2016, 2, 29),
                    "date_sortie": date(2016, 12, 31),
                    "motif_sortie": "emploi_cdi",
                },
                {"date_entree": date(2016, 3, 1)},
            ],
        )
    )
    parcours = donnees["parcours"]
    for nom in ("date_entree", "date_sortie"):
        jours = [None if pd.isna(x) else x.date() for x in parcours[nom]]
        if forme == "objets":
            parcours[nom] = pd.Series(jours, dtype=object)
        if forme == "arrow":
            parcours[nom] = pd.Series(pd.array(jours, dtype=pd.ArrowDtype(pa.date32())))
    if forme == "categories":
        parcours["motif_sortie"] = parcours["motif_sortie"].astype("category")
    vue = Vue(construire(donnees))
    mesures = calculer(vue, Periode(date(2016, 2, 29), date(2016, 12, 31)))
    valeurs = [mesures[nom].valeur for nom in ("entrees", "sorties_positives", "file_active")]
    assert valeurs == [2, 1, 1]


def test_the_input_tables_are_left_untouched():
    donnees = tables(extrait(participants=[{}], parcours=[{}]))
    copies = {nom: table.copy() for nom, table in donnees.items()}
    construire(donnees)
    for nom, table in donnees.items():
        pd.testing.assert_frame_equal(table, copies[nom])
