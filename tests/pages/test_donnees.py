"""The data page: an extract by upload, good or bad, its publication, its withdrawal; who may."""

import tempfile
from datetime import date

import pytest

from plie_metrics.stockage import en_usage, journal, lister, retirer
from tests.pages.arretes import LOINTAIN, publier_essai, tables

PARTICIPANTS = (
    "participant_id,sexe,annee_naissance,commune,qpv,niveau_formation,brsa,deld\n"
    "P1,F,1980,21231,,V,oui,non\n"
    "P2,H,1975,21231,,IV,non,oui\n"
)
PARCOURS = (
    "parcours_id,participant_id,referent_id,structure,prescripteur,date_entree,date_sortie,"
    "motif_sortie\n"
    "A,P1,R1,CESAM,{prescripteur},01/02/2016,{sortie},{motif}\n"
    "B,P2,R1,CESAM,spip,15/03/2016,,\n"
)


@pytest.fixture
def dossier(tmp_path, monkeypatch):
    arretes, temporaire = tmp_path / "arretes", tmp_path / "temporaire"
    temporaire.mkdir()
    monkeypatch.setattr("pages._composants.arretes.SNAPSHOTS", arretes)
    monkeypatch.setattr("pages._acces.identite.refus", lambda: None)
    monkeypatch.setattr(tempfile, "tempdir", str(temporaire))
    yield arretes
    assert list(temporaire.iterdir()) == []  # nothing of an extract outlives the click


@pytest.fixture
def page(ouvrir_page, dossier):
    assert not dossier.exists()
    return ouvrir_page("donnees.py")


def deposer(page, prescripteur="spip", sortie="", motif="", participants=PARTICIPANTS):
    parcours = PARCOURS.format(prescripteur=prescripteur, sortie=sortie, motif=motif)
    fichiers = [
        ("participants.csv", participants.encode(), "text/csv"),
        ("../parcours.csv", parcours.encode("cp1252"), "text/csv"),
    ]
    page.file_uploader[0].set_value(fichiers).run()
    page.text_input(key="date-arrete").set_value("31/12/2016").run()
    return page


def bouton(page, debut):
    (trouve,) = [b for b in page.button if b.label.startswith(debut)]
    return trouve


def controler(page):
    return bouton(page, "Contrôler").click().run()


def html(page):
    return " ".join(bloc.proto.body for bloc in page.get("html"))


def test_sans_arrete_la_page_dit_comment_commencer(page):
    assert not page.exception
    assert page.title[0].value == "Aucun arrêté n’est encore publié"
    assert "python -m plie_metrics demo" in " ".join(m.value for m in page.markdown)


def test_un_bon_extrait_se_publie(page, dossier):
    controler(deposer(page))
    assert not page.exception
    assert [e.value for e in page.error] == []
    assert "4 lignes lues" in page.success[0].value.replace("\u202f", " ")
    assert lister(dossier) == ()  # nothing before the last click
    bouton(page, "Publier").click().run()
    assert not page.exception
    (entree,) = lister(dossier)
    assert (entree.nom, entree.etat) == ("2016-12-31", "publie")
    assert entree.manifeste.source == "import de 2 fichiers CSV déposés"
    assert not entree.manifeste.demonstration
    assert "est publié" in page.success[0].value
    assert page.title[0].value == "Un arrêté réel publié, au 31\u00a0décembre 2016"


def test_un_mauvais_extrait_dit_tout_et_ne_publie_rien(page, dossier):
    sexe = PARTICIPANTS.replace("P1,F", "P1,M")
    controler(deposer(page, sortie="31/02/2016", motif="emploi_cdi", participants=sexe))
    assert not page.exception
    assert page.error[0].value.startswith("Rien n’a été publié")
    for attendu in (
        "participants",
        "sexe",
        "«\u00a0M\u00a0»",
        "31/02/2016",
        "ce n’est pas une date",
    ):
        assert attendu in html(page)
    assert [b.label for b in page.button if b.label.startswith("Publier")] == []
    assert [b.label for b in page.get("download_button") if "XLSX" in b.label] == [
        "Erreurs, cases fautives coloriées (XLSX)"
    ]
    assert lister(dossier) == ()


def test_une_valeur_inconnue_se_traduit_a_l_ecran(page, dossier):
    controler(deposer(page, prescripteur="Justice"))
    (choix,) = [s for s in page.selectbox if "Justice" in s.label]
    choix.select("spip").run()
    assert "contrôlez à nouveau" in page.warning[0].value
    controler(page)
    assert [e.value for e in page.error] == []
    bouton(page, "Publier").click().run()
    assert [entree.nom for entree in en_usage(dossier)] == ["2016-12-31"]


def test_une_colonne_au_titre_inconnu_se_designe_a_l_ecran(page):
    deposer(page, participants=PARTICIPANTS.replace("commune", "Lieu de vie"))
    assert "colonnes à préciser\u00a0: commune (participants)" in html(page)
    (choix,) = [s for s in page.selectbox if "(commune)" in s.label]
    choix.select("Lieu de vie").run()
    assert "colonnes à préciser" not in html(page)
    controler(page)
    assert [e.value for e in page.error] == []


def test_l_extrait_est_compare_a_l_arrete_precedent(page, dossier):
    publier_essai(dossier, date(2016, 11, 30), demonstration=False)
    controler(deposer(page))
    titres = [titre.value for titre in page.header]
    assert any(titre.startswith("À regarder avant de publier") for titre in titres)
    texte = html(page)
    assert "(33,3\u202f%)" in texte
    assert "Indicateurs du 01/01/2016 au 30/11/2016, selon l’arrêté 2016-11-30" in texte
    assert "Sorties positives</th><td>1</td><td>0</td><td>−1</td>" in texte


@pytest.mark.parametrize(
    ("saisie", "attendu"),
    [("31/02/2016", "n’est pas une date"), ("31/12/2999", "n’est pas encore passé")],
)
def test_une_date_impossible_est_refusee(page, saisie, attendu):
    page.text_input(key="date-arrete").set_value(saisie).run()
    assert attendu in page.error[0].value.replace("\\", "")


def test_un_depot_melange_est_refuse(page):
    page.file_uploader[0].set_value(
        [("a.xlsx", b"x", "x"), ("participants.csv", b"x", "text/csv")]
    ).run()
    assert "doit être déposé seul" in page.error[0].value


def test_un_arrete_se_retire_et_se_retablit(ouvrir_page, dossier):
    publie = publier_essai(dossier, demonstration=False)
    page = ouvrir_page("donnees.py")
    bouton(page, "Retirer").click().run()
    assert "le motif est vide" in page.error[0].value
    page.text_input[-1].set_value("mauvais fichier")
    bouton(page, "Retirer").click().run()
    assert not page.exception
    assert [g.motif for g in journal(publie)] == ["mauvais fichier"]
    assert "mauvais fichier" in html(page)
    page.text_input[-1].set_value("erreur de ma part")
    bouton(page, "Rétablir").click().run()
    assert [entree.nom for entree in en_usage(dossier)] == ["2016-12-31"]


def test_la_liste_dit_l_etat_de_chaque_arrete(ouvrir_page, dossier):
    publier_essai(dossier, date(2016, 3, 31))
    retirer(publier_essai(dossier, date(2016, 6, 30)), "double", le=date(2016, 7, 1))
    (publier_essai(dossier, date(2016, 9, 30)) / "parcours.parquet").unlink()
    texte = html(ouvrir_page("donnees.py"))
    assert "retiré le 01/07/2016\u00a0: double" in texte
    assert "illisible\u00a0: L’arrêté «\u00a02016-09-30\u00a0» est illisible" in texte
    assert "parcours.parquet manque" in texte
    assert lister(dossier)[0].manifeste.empreinte[:12] in texte


def test_d_ailleurs_on_ne_voit_que_les_demonstrations(ouvrir_page, dossier, monkeypatch):
    publier_essai(dossier, date(2016, 3, 31))
    publier_essai(dossier, demonstration=False, donnees=tables("SECRET"))
    (publier_essai(dossier, date(2016, 9, 30)) / "parcours.parquet").unlink()
    monkeypatch.setattr("pages._acces.identite.refus", lambda: LOINTAIN)
    page = ouvrir_page("donnees.py")
    assert not page.exception
    assert LOINTAIN.replace(" :", "\u00a0:") in html(page)
    assert not page.file_uploader
    assert "date-arrete" not in [champ.key for champ in page.text_input]
    assert [b.label for b in page.button if b.label.startswith(("Retirer", "Publier"))] == []
    texte = html(page) + page.title[0].value
    assert "31/03/2016" in texte
    for cache in ("31/12/2016", "2016-09-30", "30/09/2016", "SECRET", "réelles\u00a0"):
        assert cache not in texte.replace("données réelles", "").replace("arrêtés réels", "")


@pytest.mark.usefixtures("dossier")
def test_sans_entetes_locaux_la_page_se_ferme_d_elle_meme(ouvrir_page, monkeypatch):
    monkeypatch.undo()  # the real rule, which finds no Host here
    page = ouvrir_page("donnees.py")
    assert not page.file_uploader
    assert "les réglages ne disent pas que rien ne publie ce serveur" in html(page)


def test_chaque_depot_dit_sa_petite_taille(page):
    """One small file: the box states its own limit, and the server refuses what is larger."""
    correspondance = page.file_uploader(key="toml")
    assert correspondance.proto.max_upload_size_mb == 1
    assert "1 Mo au plus" in "".join(h.proto.body for h in page.get("html"))
    correspondance.set_value(("c.toml", b"#" * (1024 * 1024 + 1), "text/plain")).run()
    assert "pèse plus de 1 Mio" in page.error[0].value
