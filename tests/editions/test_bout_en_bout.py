"""From the cases to the files: what is frozen is what is read back, and nothing masked gets out."""

import email
import html
import io
import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime

import numpy as np
import pandas as pd
import pytest
from pypdf import PdfReader

from plie_metrics.commandes import principal
from plie_metrics.commandes.demo import lire_sources, ouvrir_publications, publier_jeu
from plie_metrics.configuration import lire
from plie_metrics.demonstration.alea import GRAINE
from plie_metrics.demonstration.jeu import construire
from plie_metrics.editions.automatique import brouillon_automatique
from plie_metrics.editions.brouillon import Brouillon, Demande
from plie_metrics.editions.composition import composer, figer_edition
from plie_metrics.editions.depot import Depot
from plie_metrics.editions.gel import figer
from plie_metrics.editions.modele import Edition
from plie_metrics.editions.ouverture import atelier_de
from plie_metrics.exports.csv import en_csv
from plie_metrics.exports.formats import FORMATS
from plie_metrics.exports.images import en_svg, titrer
from plie_metrics.exports.xlsx import en_xlsx
from plie_metrics.planches.registre import PLANCHES
from plie_metrics.planches.repartition import repartir
from plie_metrics.secret.reglages import valider
from plie_metrics.stockage import publier
from tests.editions.exemples import AN_2016
from tests.exports.lecture import parties
from tests.pages import arretes
from tests.pages.arretes import publier_essai
from tests.qualite.exemples import table

QUAND = datetime(2017, 1, 17, 14, 30, tzinfo=UTC)
SEUIL = 20_000
COMMUNES = {"21231": 41_777, "21166": 12_347, "21617": 15_893, "21355": 23_459, "21515": 18_121}
MASQUES = ("12347", "15893", "18121")
MONTRES = ("41777", "23459")


def grand_extrait() -> dict[str, pd.DataFrame]:
    """Entries of 2016 whose counts by commune are known, large and all different."""
    communes = np.repeat(list(COMMUNES), list(COMMUNES.values()))
    rangs = np.arange(len(communes))
    return {
        "participants": pd.DataFrame(
            {
                "participant_id": [f"P{rang}" for rang in rangs],
                "sexe": np.where(rangs % 2, "F", "H"),
                "annee_naissance": 1980,
                "commune": communes,
                "qpv": None,
                "niveau_formation": "V",
                "brsa": True,
                "deld": False,
            }
        ),
        "parcours": pd.DataFrame(
            {
                "parcours_id": [f"A{rang}" for rang in rangs],
                "participant_id": [f"P{rang}" for rang in rangs],
                "referent_id": "R1",
                "structure": "CESAM",
                "prescripteur": "pole_emploi",
                "date_entree": pd.Timestamp("2016-03-15"),
                "date_sortie": pd.NaT,
                "motif_sortie": None,
            }
        ),
        "referents": table({"referent_id": "R1", "structure": "CESAM", "etp": 1.0}),
    }


def reglages_hauts():
    """A threshold above the small counts, and a closed list of one family."""
    livres = dict(lire("secret"))
    famille = {
        "nom": "Entrées",
        "indicateurs": ["entrees"],
        "filtres": ["commune", "sexe"],
        "ventilations": ["commune", "sexe"],
        "croisees": False,
        "par_trimestre": False,
    }
    return valider(
        {
            **livres,
            "seuils": {"financeur": SEUIL, "public": SEUIL + 1},
            "regroupements": [],
            "requetes": {"annees": 1, "familles": [famille]},
        }
    )


DEMANDE = Demande("v1", "essai.entrees", "2016-12-31", AN_2016)


@pytest.fixture(scope="module")
def atelier(tmp_path_factory):
    """What a financeur makes editions from, on that extract."""
    dossier = tmp_path_factory.mktemp("grand")
    publier(dossier, AN_2016.au, grand_extrait(), produit_le=AN_2016.au, source="essai")
    return atelier_de("financeur", dossier, reglages=reglages_hauts())


@pytest.fixture(scope="module")
def planche(atelier):
    return repartir(atelier.regard(DEMANDE, ""), "entrees", "commune", cle="essai.entrees")


@pytest.fixture(scope="module")
def masquee(atelier, planche) -> Edition:
    """The edition of that view, frozen."""
    regard = atelier.regard(DEMANDE, "")
    vue = figer(planche, regard, commentaire="Un commentaire.", notes="Une note.")
    brouillon = Brouillon(
        "2017-01-20-essai", "Essai", date(2017, 1, 20), "x", "2016-12-31", QUAND, vues=(DEMANDE,)
    )
    composition = composer(brouillon, lambda _: vue, atelier.acces, "PLIE d’essai")
    return figer_edition(composition, QUAND)


def ecritures(nombre: str) -> Iterable[str]:
    """A number as a file may write it: plain, with French spaces, as an entity."""
    milliers, reste = nombre[:-3], nombre[-3:]
    yield nombre
    for espace in (" ", "\u00a0", "\u202f", "&#8239;", "&#160;", "."):
        yield f"{milliers}{espace}{reste}"


def lisible(octets: bytes) -> str:
    """Every part of a file as one text; a PDF and a mail as they are read."""
    if octets.startswith(b"%PDF"):
        lecteur = PdfReader(io.BytesIO(octets))
        pages = [page.extract_text() for page in lecteur.pages]
        return "\n".join([*pages, str(lecteur.metadata), str(lecteur.trailer["/Root"])])
    morceaux = list(parties(octets).values())
    if re.match(rb"[A-Za-z-]+: ", octets):
        courrier = email.message_from_bytes(octets)
        morceaux += [partie.get_payload(decode=True) or b"" for partie in courrier.walk()]
    return html.unescape("\n".join(m.decode("utf-8", "replace") for m in morceaux))


def test_la_fixture_masque_bien_les_petites_communes(masquee):
    (vue,) = masquee.vues
    cellules = {ligne[0].texte: ligne[1] for ligne in vue.tableau.lignes}
    assert [c.valeur for c in cellules.values() if c.masque] == [None] * 3
    assert {c.valeur for c in cellules.values() if not c.masque} == {41_777, 23_459, 111_597}
    assert masquee.seuil == SEUIL


def trouves(contenu: str, nombres: Iterable[str]) -> set[str]:
    """Those of these numbers that a file writes, in any way."""
    return {
        nombre
        for nombre in nombres
        for ecrit in ecritures(nombre)
        if re.search(rf"(?<!\d){re.escape(ecrit)}(?!\d)", contenu)
    }


@pytest.mark.parametrize("nom", FORMATS)
def test_aucun_nombre_masque_n_est_dans_aucune_partie_d_aucun_fichier(masquee, nom):
    assert trouves(lisible(FORMATS[nom].fabriquer(masquee)), MASQUES) == set()


D_UNE_PAGE = {
    "csv": lambda planche: en_csv(planche.tableau, [planche.sous_titre]),
    "xlsx": lambda planche: en_xlsx({"Entrées": planche.tableau}),
    "svg": lambda p: en_svg(titrer(p.specification, p.titre, [p.sous_titre]), 900).encode(),
}
"""What a page gives to take away, one view at a time."""


@pytest.mark.parametrize("nom", D_UNE_PAGE)
def test_ni_dans_ce_qu_une_page_donne_a_emporter(planche, nom):
    contenu = lisible(D_UNE_PAGE[nom](planche))
    assert trouves(contenu, MASQUES) == set()
    assert trouves(contenu, MONTRES) == set(MONTRES)


@pytest.mark.parametrize("nom", FORMATS)
def test_chaque_fichier_porte_l_empreinte(masquee, nom):
    contenu = re.sub(r"\s", "", lisible(FORMATS[nom].fabriquer(masquee)))
    assert masquee.empreinte_courte in contenu


@pytest.mark.parametrize("nom", FORMATS)
def test_les_nombres_montres_sont_dans_le_fichier(masquee, nom):
    """Were they not read here, the search for hidden ones would find nothing either."""
    assert trouves(lisible(FORMATS[nom].fabriquer(masquee)), MONTRES)


# --- the demonstration, 31/12/2016 ---


@pytest.fixture(scope="module")
def demonstration(tmp_path_factory):
    """The last two snapshots of the demonstration."""
    dossier = tmp_path_factory.mktemp("demonstration")
    jeu = construire(lire_sources(), ouvrir_publications(), GRAINE, 1)
    publier_jeu(dict(list(jeu.items())[-2:]), dossier)
    return dossier


@pytest.fixture(scope="module")
def copil(demonstration) -> Edition:
    """Every view that the équipe may see, at 31/12/2016, frozen."""
    atelier = atelier_de("equipe", demonstration)
    vide = Brouillon(
        "2017-01-20-copil",
        "COPIL",
        date(2017, 1, 20),
        "x",
        "2016-12-31",
        QUAND,
        "equipe",
        "2016-09-30",
    )
    brouillon = brouillon_automatique(vide, tuple(PLANCHES), atelier)
    composition = composer(brouillon, lambda d: atelier.vue(d, "2016-09-30"), atelier.acces, "PLIE")
    return figer_edition(replace(composition, refus={}), QUAND)


def test_l_edition_dit_les_chiffres_du_rapport(copil):
    chiffres = {chiffre.id: chiffre.valeur for vue in copil.vues for chiffre in vue.chiffres}
    assert (chiffres["entrees"], chiffres["file_active"]) == (570, 799)
    assert chiffres["sorties_positives"] == 314


@pytest.mark.parametrize("nom", ["pptx", "xlsx", "html", "pdf"])
def test_chaque_chiffre_de_chaque_fichier_est_celui_de_l_edition(copil, nom):
    contenu = re.sub(r"\s", "", lisible(FORMATS[nom].fabriquer(copil)))
    nombres = {f"{float(brut):.12g}" for brut in re.findall(r"<v>([\d.eE+-]+)</v>", contenu)}
    absents = [
        (vue.cle, cellule.texte)
        for vue in copil.vues
        for ligne in vue.tableau.lignes
        for cellule in ligne
        if re.sub(r"\s", "", cellule.texte) not in contenu
        and (cellule.valeur is None or f"{float(cellule.valeur):.12g}" not in nombres)
    ]
    assert absents == []


def exporter(dossier, *options):
    racine = dossier.parent
    return principal(
        [
            "exporter",
            *options,
            *("--arretes", str(dossier), "--copil", str(racine / "copil")),
            *("--vers", str(racine / "fichiers"), "--format", "html"),
        ]
    )


def test_une_edition_programmee_garde_ses_chiffres_apres_un_nouvel_arrete(tmp_path, capsys):
    dossier = tmp_path / "snapshots"
    publier_essai(dossier)
    assert exporter(dossier, "--nouvelle", "--profil", "equipe", "--seance", "2017-01-20") == 0
    (figee,) = Depot(tmp_path / "copil").editions()
    (premier,) = (tmp_path / "fichiers").iterdir()
    octets = premier.read_bytes()
    autres = arretes.tables()
    autres["parcours"]["motif_sortie"] = autres["parcours"]["motif_sortie"].replace(
        "emploi_cdi", "demenagement"
    )
    publier_essai(dossier, donnees=autres)
    assert exporter(dossier, figee.empreinte_courte) == 0
    assert premier.read_bytes() == octets
    assert str(premier) in capsys.readouterr().out
    assert exporter(dossier, "--nouvelle", "--profil", "equipe", "--seance", "2017-01-20") == 0
    suivante, meme = Depot(tmp_path / "copil").editions()
    assert meme == figee
    assert suivante.arrete.nom == "2016-12-31.2"
    assert suivante.vues[0].tableau != figee.vues[0].tableau


@pytest.mark.parametrize(
    ("options", "dit"),
    [
        ((), "--nouvelle"),
        (("2017-01-20-rien",), "Aucune édition de l’archive"),
        (("--nouvelle", "--arrete", "2015-01-01"), "arrêtés possibles : 2016-12-31"),
        (("--nouvelle", "--profil", "maire"), "n’existe pas"),
        (("--nouvelle", "--seance", "demain"), "n’est pas une date"),
    ],
)
def test_une_demande_incomplete_est_dite_en_francais(tmp_path, capsys, options, dit):
    dossier = tmp_path / "snapshots"
    publier_essai(dossier)
    assert exporter(dossier, *options) == 1
    assert dit in capsys.readouterr().err.replace("\u00a0", " ")
    assert not (tmp_path / "fichiers").exists()


def test_la_commande_editions_verifie_un_fichier(tmp_path, capsys):
    dossier = tmp_path / "snapshots"
    publier_essai(dossier)
    exporter(dossier, "--nouvelle", "--profil", "equipe")
    (fichier,) = (tmp_path / "fichiers").iterdir()
    ou = ("--copil", str(tmp_path / "copil"))
    assert principal(["editions", *ou]) == 0
    assert principal(["editions", str(fichier), *ou]) == 0
    assert "intact" in capsys.readouterr().out
    fichier.write_bytes(fichier.read_bytes() + b" ")
    assert principal(["editions", str(fichier), *ou]) == 1
    assert "modifié" in capsys.readouterr().out
    (figee,) = Depot(tmp_path / "copil").fiches()
    Depot(tmp_path / "copil").fichier(figee.identifiant).write_text("[]", encoding="utf-8")
    assert principal(["editions", *ou]) == 1
    assert figee.identifiant in capsys.readouterr().err
