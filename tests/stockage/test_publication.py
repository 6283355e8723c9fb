"""What is published comes back; the same rows give the same bytes; nothing is overwritten."""

import shutil
from datetime import date
from pathlib import Path

import pandas as pd
import pytest

from plie_metrics.schema import MOTIFS_SORTIE
from plie_metrics.stockage import PublicationImpossible, TableAbsente, lister, ouvrir, retirer
from tests.stockage.exemples import (
    ARRETE,
    PRODUIT_LE,
    parcours,
    participants,
    publier_exemple,
    tables,
)


def _octets(instantane: Path) -> dict[str, bytes]:
    return {fichier.name: fichier.read_bytes() for fichier in sorted(instantane.iterdir())}


def test_ce_qui_est_publie_se_relit(tmp_path: Path) -> None:
    chemin = publier_exemple(tmp_path, demonstration=True, avertissements=["Âge de 66 ans."])
    lu = ouvrir(chemin)
    assert (lu.nom, lu.arrete, lu.edition) == ("2016-12-31", ARRETE, 1)
    assert (lu.produit_le, lu.source, lu.demonstration) == (PRODUIT_LE, "Exemple", True)
    assert lu.avertissements == ("Âge de 66 ans.",)
    assert lu.tables == {"participants": 2, "parcours": 3, "actions": 2}
    assert lu.retrait is None
    gens = lu.table("participants")
    assert gens["participant_id"].tolist() == ["P1", "P2"]
    assert gens["annee_naissance"].tolist() == [1990, 1958]
    assert gens["brsa"].tolist() == [False, True]
    assert gens["qpv"].isna().tolist() == [False, True]
    suivis = lu.table("parcours")
    assert suivis["date_sortie"].tolist() == [pd.Timestamp("2016-02-29"), pd.NaT, pd.NaT]
    assert lu.table("actions")["effectif"].tolist() == [38, pd.NA]


def test_les_categories_gardent_l_ordre_du_schema(tmp_path: Path) -> None:
    lu = ouvrir(publier_exemple(tmp_path)).table("parcours")
    assert lu["motif_sortie"].cat.categories.tolist() == list(MOTIFS_SORTIE)
    assert lu["referent_id"].cat.categories.tolist() == ["R1", "R2"]


def test_memes_lignes_memes_octets(tmp_path: Path) -> None:
    un = publier_exemple(tmp_path / "un")
    melees = {
        nom: table.iloc[::-1][sorted(table.columns)].astype(
            {c: "category" for c in ("sexe", "motif_sortie", "structure") if c in table}
        )
        for nom, table in reversed(tables().items())
    }
    deux = publier_exemple(tmp_path / "deux", tables=melees)
    assert _octets(un) == _octets(deux)
    assert ouvrir(un).empreinte == ouvrir(deux).empreinte


def test_une_correction_est_une_nouvelle_edition(tmp_path: Path) -> None:
    premiere = publier_exemple(tmp_path)
    avant = _octets(premiere)
    noms = [publier_exemple(tmp_path, source=f"Essai {n}").name for n in range(2)]
    assert noms == ["2016-12-31.2", "2016-12-31.3"]
    assert ouvrir(tmp_path / "2016-12-31.3").edition == 3
    assert _octets(premiere) == avant


def test_sauf_identique_garde_la_derniere_edition(tmp_path: Path) -> None:
    publier_exemple(tmp_path)
    assert publier_exemple(tmp_path, sauf_identique=True).name == "2016-12-31"
    assert publier_exemple(tmp_path, sauf_identique=True, source="Autre").name == "2016-12-31.2"
    assert publier_exemple(tmp_path, sauf_identique=True).name == "2016-12-31.3"


def test_sauf_identique_ne_garde_ni_un_abime_ni_un_retire(tmp_path: Path) -> None:
    premiere = publier_exemple(tmp_path)
    with (premiere / "parcours.parquet").open("ab") as flux:
        flux.write(b"x")
    seconde = publier_exemple(tmp_path, sauf_identique=True)
    assert seconde.name == "2016-12-31.2"
    retirer(seconde, "Essai", le=PRODUIT_LE)
    assert publier_exemple(tmp_path, sauf_identique=True).name == "2016-12-31.3"
    assert publier_exemple(tmp_path, sauf_identique=True).name == "2016-12-31.3"


def test_le_nom_d_une_edition_effacee_n_est_pas_repris(tmp_path: Path) -> None:
    shutil.rmtree(publier_exemple(tmp_path))
    retiree = tmp_path / "2016-09-30"
    publier_exemple(tmp_path)
    publier_exemple(tmp_path, source="Deux")
    shutil.rmtree(tmp_path / "2016-12-31")
    assert publier_exemple(tmp_path, source="Trois").name == "2016-12-31.3"
    retirer(publier_exemple(tmp_path, date(2016, 9, 30)), "Essai", le=PRODUIT_LE)
    shutil.rmtree(retiree)
    assert publier_exemple(tmp_path, date(2016, 9, 30)).name == "2016-09-30.2"
    assert [entree.etat for entree in lister(tmp_path)] == ["publie"] * 3


def test_l_appelant_peut_changer_sa_copie(tmp_path: Path) -> None:
    lu = ouvrir(publier_exemple(tmp_path))
    copie = lu.table("participants")
    copie.loc[0, "annee_naissance"] = 1900
    assert copie["annee_naissance"].tolist() == [1900, 1958]
    assert lu.table("participants")["annee_naissance"].tolist() == [1990, 1958]


def test_une_table_absente_dit_comment_la_fournir(tmp_path: Path) -> None:
    lu = ouvrir(publier_exemple(tmp_path))
    with pytest.raises(TableAbsente, match=r"etapes \(Étapes de parcours\) ; ajoutez etapes\.csv"):
        lu.table("etapes")
    with pytest.raises(TableAbsente):
        lu.chemin_table("etapes")
    with pytest.raises(TableAbsente):
        lu.colonnes("etapes")
    assert lu.colonnes("parcours")[:2] == ("parcours_id", "participant_id")


def test_une_table_vide_se_publie(tmp_path: Path) -> None:
    vides = {nom: table.iloc[:0] for nom, table in tables().items()}
    lu = ouvrir(publier_exemple(tmp_path, tables=vides))
    assert lu.tables == {"participants": 0, "parcours": 0, "actions": 0}
    assert lu.table("parcours")["date_entree"].dtype.kind == "M"


@pytest.mark.parametrize(
    ("table", "colonne", "valeur", "message"),
    [
        ("parcours", "motif_sortie", ["cdi", None, None], "colonne motif_sortie : « cdi » n’est"),
        ("parcours", "prescripteur", ["spip", None, "spip"], "prescripteur : une cellule est vide"),
        ("parcours", "date_entree", ["hier"] * 3, "date_entree : une valeur n’est pas une date"),
        ("participants", "commune", [21231, 21166], "commune : une valeur n’est pas un texte"),
        ("participants", "annee_naissance", [1990.5, 1950], "n’est pas un nombre entier"),
        ("participants", "annee_naissance", ["1990", "1950"], "n’est pas un nombre entier"),
        ("participants", "brsa", ["oui", "non"], "brsa : une valeur n’est pas vrai ou faux"),
        ("participants", "brsa", [0, 1], "brsa : une valeur n’est pas vrai ou faux"),
        (
            "parcours",
            "date_entree",
            [pd.Timestamp("2016-01-01 08:30")] * 3,
            "date_entree : une valeur n’est pas une date",
        ),
        ("participants", "nom_de_famille", ["A", "B"], "« nom_de_famille » n’est pas prévue"),
    ],
)
def test_ce_qui_n_a_pas_la_forme_du_schema_est_refuse(
    tmp_path: Path, table: str, colonne: str, valeur: list[object], message: str
) -> None:
    extrait = tables()
    extrait[table] = extrait[table].assign(**{colonne: pd.Series(valeur, dtype=object)})
    with pytest.raises(PublicationImpossible, match=message):
        publier_exemple(tmp_path, tables=extrait)
    assert list(tmp_path.iterdir()) == []


def test_les_dates_de_pandas_conviennent_mais_pas_une_heure(tmp_path: Path) -> None:
    jour = pd.Series(pd.to_datetime(["2016-01-01", "2016-03-01", "2016-09-05"]))
    extrait = {**tables(), "parcours": parcours().assign(date_entree=jour)}
    lu = ouvrir(publier_exemple(tmp_path, tables=extrait)).table("parcours")
    assert lu["date_entree"].tolist() == jour.tolist()
    extrait["parcours"]["date_entree"] += pd.Timedelta(hours=8)
    with pytest.raises(PublicationImpossible, match="date_entree : une valeur n’est pas une date"):
        publier_exemple(tmp_path, tables=extrait)


def test_une_colonne_ou_une_table_indispensable_qui_manque_est_refusee(tmp_path: Path) -> None:
    with pytest.raises(PublicationImpossible, match="parcours est indispensable"):
        publier_exemple(tmp_path, tables={"participants": participants()})
    sans = {"participants": participants().drop(columns="sexe"), "parcours": parcours()}
    with pytest.raises(PublicationImpossible, match="participants : la colonne « sexe » manque"):
        publier_exemple(tmp_path, tables=sans)
    assert list(tmp_path.iterdir()) == []


def test_un_disque_qui_refuse_parle_francais(tmp_path: Path) -> None:
    obstacle = tmp_path / "snapshots"
    obstacle.write_text("ceci n'est pas un dossier")
    with pytest.raises(PublicationImpossible, match="Rien n’a été publié dans le dossier"):
        publier_exemple(obstacle)


def test_un_autre_arrete_ne_touche_pas_le_premier(tmp_path: Path) -> None:
    publier_exemple(tmp_path)
    assert publier_exemple(tmp_path, date(2016, 9, 30)).name == "2016-09-30"
