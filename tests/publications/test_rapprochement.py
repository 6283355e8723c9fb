"""The reconciliation of the five documents: nothing hidden, known contradictions, an oracle."""

import csv
from pathlib import Path

import pytest

from plie_metrics.chemins import PUBLICATIONS
from plie_metrics.presentation.rapprochement.arithmetique import calcul, explication
from plie_metrics.presentation.rapprochement.tableaux import tableau_des_cas
from plie_metrics.publications.chiffre import ChiffreAbsent
from plie_metrics.publications.construction import construire, lire_documents
from plie_metrics.publications.lecture import PublicationIllisible, ouvrir
from plie_metrics.publications.rapprochement.cas import Statut
from plie_metrics.publications.rapprochement.declaration import DeclarationInvalide, declarations
from plie_metrics.publications.rapprochement.detection import detecter
from plie_metrics.publications.rapprochement.lecture import lire_declarations, lire_lisibles
from plie_metrics.publications.rapprochement.rapprocher import rapprocher, utilisables
from plie_metrics.publications.rapprochement.verification import verifier


@pytest.fixture(scope="module")
def publications():
    return [ouvrir(PUBLICATIONS, document) for document in lire_documents(PUBLICATIONS)]


@pytest.fixture(scope="module")
def cas(publications):
    return rapprocher(publications, lire_declarations(PUBLICATIONS))


@pytest.fixture(scope="module")
def par_id(cas):
    return {un.id: un for un in cas}


def test_tout_ecart_trouve_tout_seul_est_dit_par_un_cas_declare(publications, cas):
    chiffres = {c.id: c for publication in publications for c in publication}
    declares = [set(un.chiffres) for un in cas if not un.id.startswith("auto.")]
    trouves = [verifier(declaration, chiffres) for declaration in detecter(chiffres.values())]
    ecarts = [un for un in trouves if un.statut is not Statut.EGAL]
    assert len(ecarts) > 15
    caches = [un.id for un in ecarts if not any(set(un.chiffres) <= ids for ids in declares)]
    assert caches == []
    assert [un.id for un in cas if un.id.startswith("auto.") and un.statut is not Statut.EGAL] == []


def test_chaque_explication_declaree_pour_un_ecart_tient(cas):
    cassees = [un.id for un in cas if un.declaration.explication and un.statut is Statut.INEXPLIQUE]
    assert cassees == []


def test_chaque_ecart_inexplique_dit_pourquoi(cas):
    assert [u.id for u in cas if u.statut is Statut.INEXPLIQUE and not explication(u)] == []


@pytest.mark.parametrize(
    ("identifiant", "statut", "attendu"),
    [
        ("sorties_positives.sexe_et_portage", "hypothese", "311 ≠ 314"),
        ("sorties_positives.types_et_portage", "inexplique", "201 + 22 + 87 = 310 ≠ 311"),
        ("file_active.par_difference", "hypothese", "1 525 − 729 = 796 ≠ 799"),
        ("taux_net", "hypothese", "314 / (729 − 23 − 49 − 2) = 47,9 % ≠ 49 %"),
        ("clauses.contrats_et_salaries", "note", "135 ≠ 126"),
        ("clauses.validations_secteurs", "hypothese", "67 + 39 = 106 ≠ 104"),
        ("clauses.salaries_secteurs", "hypothese", "82 + 49 = 131 ≠ 126"),
        ("clauses.sorties_part_dispositif", "inexplique", "39 / 314 = 12,4 % ≠ 39 %"),
        ("qpv.2016_et_2018", "note", "24 % ≠ 35 %"),
        ("qpv.parts_des_quartiers", "hypothese", "40 % + 22 % + 8 % = 70 % > 24 %"),
        ("duree_parcours.2016_et_2018", "note", "17 ≠ 16"),
        ("communes.2016_et_2018", "egal", "24 = 24"),
        ("referents.quinze", "note", "14 ≠ 15"),
        ("structures.noms", "inexplique", "10 comptés dans la liste imprimée ≠ 9"),
        ("communes.deux_tiers", "hypothese", "934 / 1 525 = 61,2 % ≠ 2/3"),
        ("entrees_age.25_44.part", "inexplique", "365 / 570 = 64,0 % ≠ 68 %"),
        ("mises_emploi.parts", "inexplique", "26 % + 21 % + 19 % + 16 % + 7 % = 89 % ≠ 100 %"),
        ("enveloppe.objets", "hypothese", "27 % + 71 % + 3 % = 101 % ≠ 100 %"),
        ("cnml.structures", "egal", "420 + 66 = 486"),
        ("cnml.points_accueil", "hypothese", "1 135 + 4 241 = 5 376 ≠ 5 862"),
        ("cnml.cotraitance.montant", "egal", "33 000 × 500 = 16 500 000"),
        (
            "cnml.cotraitance.dix_pour_cent",
            "inexplique",
            "10 % × 39,6 % × 474 000 000 = 18 770 400 ≠ 16 500 000",
        ),
        (
            "cnml.financement.collectivites",
            "egal",
            "22,2 % + 18,2 % + 5,4 % = 45,8 %, arrondi à 46 %",
        ),
        ("co2009.alternance.2009", "egal", "55 + 10 = 65"),
        ("co2009.alternance.objectif_2009", "inexplique", "65 ≠ 85"),
        ("co2009.brh.a2.total", "egal", "25,55 + 2 = 27,55"),
        ("ml2008.sites_non_labellises", "inexplique", "7 − 6 = 1 ≠ 2"),
    ],
)
def test_les_contradictions_connues(par_id, identifiant, statut, attendu):
    un = par_id[identifiant]
    assert un.statut.value == statut
    assert calcul(un).replace("\u202f%", " %").replace("\u202f", " ") == attendu


def test_les_retraites_du_taux_net_sont_bornees_par_la_ligne_autre(par_id):
    assert par_id["taux_net"].solutions == tuple(range(8, 17))
    assert par_id["taux_net.avec_portage"].solutions == tuple(range(11, 17))


def test_oracle_les_sommes_et_les_rapports_refaits_sur_les_transcriptions(cas):
    """Second implementation, naive: straight from the CSV files, with plain dictionaries."""
    lus = {}
    for fichier in Path(PUBLICATIONS).glob("*.csv"):
        with fichier.open(encoding="utf-8-sig", newline="") as flux:
            lus |= {ligne["id"]: ligne for ligne in csv.DictReader(flux)}

    def cote(termes):
        champs = {"nombre": "valeur"}
        return sum(t.signe * float(lus[t.chiffre][champs.get(t.champ, t.champ)]) for t in termes)

    refaits = 0
    for un in cas:
        formule = un.declaration.formule
        if formule.genre == "somme":
            attendu = cote(formule.haut)
        elif formule.genre == "rapport" and lus[un.cible.id]["unite"] == "pourcent":
            attendu = 100 * cote(formule.haut) / cote(formule.bas)
        else:
            continue
        refaits += 1
        assert un.recalcule == pytest.approx(attendu), un.id
        juste = abs(float(lus[un.cible.id]["valeur"]) - attendu) < 1e-9
        assert not (
            juste and un.statut is not Statut.EGAL and not un.cible.imprime.startswith("plus")
        )
    assert refaits > 150


@pytest.mark.parametrize(
    ("identifiant", "effectif"),
    [("clauses.validations_part_qpv", 33), ("commerce.part_25_44", 11)],
)
def test_une_part_sans_effectif_imprime_suit_la_meme_regle_partout(par_id, identifiant, effectif):
    assert par_id[identifiant].statut is Statut.HYPOTHESE
    assert par_id[identifiant].solutions == (effectif,)


def test_aucune_somme_de_zeros_n_est_comptee(cas):
    sommes = [un for un in cas if un.declaration.formule.genre in ("somme", "inclusion")]
    assert len(sommes) > 50
    assert [un.id for un in sommes if not any(lu.valeur for lu in un.lus)] == []


def test_le_tableau_a_telecharger_porte_calcul_explication_et_sources(cas, publications):
    titres = {p.document: p.titre for p in publications}
    retenus = [u for u in cas if u.statut is Statut.NOTE and u.document == "appel_projets_2018"]
    table = tableau_des_cas("Notes", retenus, titres)
    assert len(table.lignes) == len(retenus) == 2
    assert all("Appel à projets 2018" in ligne[-1] for ligne in table.lignes)


def test_un_document_manquant_n_ecarte_que_ses_cas(publications):
    sans_cnml = [p for p in publications if p.document != "rapport_cnml_2009"]
    declarees = lire_declarations(PUBLICATIONS)
    gardees = utilisables(declarees, sans_cnml)
    assert 0 < len(gardees) < len(declarees)
    assert all("cnml2009" not in i for d in gardees for i in d.ids)
    rapprocher(sans_cnml, gardees)


def test_un_identifiant_mal_ecrit_est_nomme(publications):
    faux = {"id": "c", "titre": "t", "imprime": "ra2016.nulle.part", "genre": "somme"}
    with pytest.raises(ChiffreAbsent, match=r"« ra2016\.nulle\.part »"):
        rapprocher(publications, declarations("essai", {"cas": [faux]}))


CAS = '[[cas]]\nid = "{}"\ntitre = "t"\nimprime = "x"\ngenre = "somme"\n'


@pytest.fixture
def dossier(tmp_path):
    """A folder of two files of cases, built, without any document."""
    (tmp_path / "documents.toml").write_text("", encoding="utf-8")
    (tmp_path / "rapprochements").mkdir()
    for nom in "ab":
        (tmp_path / "rapprochements" / f"{nom}.toml").write_text(CAS.format(nom), encoding="utf-8")
    construire(tmp_path)
    return tmp_path


def test_les_cas_se_lisent_fichier_par_fichier(dossier):
    assert [declaration.id for declaration in lire_declarations(dossier)] == ["a", "b"]


def test_un_dossier_sans_declaration_est_nomme(tmp_path):
    with pytest.raises(DeclarationInvalide, match="rapprochements/ manque"):
        lire_declarations(tmp_path)


def test_un_fichier_de_cas_qui_manque_est_nomme(dossier):
    (dossier / "rapprochements" / "b.toml").unlink()
    with pytest.raises(PublicationIllisible, match=r"rapprochements/b\.toml manque"):
        lire_declarations(dossier)


@pytest.mark.parametrize(
    ("contenu", "message"),
    [
        ("", r"a\.toml est tronqué ou a été modifié"),
        (CAS.format("autre"), r"a\.toml est tronqué ou a été modifié.*plie_metrics publications"),
        ("[[cas]\n", r"a\.toml manque ou n'est pas lisible"),
    ],
)
def test_un_fichier_de_cas_coupe_ou_modifie_est_nomme(dossier, contenu, message):
    (dossier / "rapprochements" / "a.toml").write_text(contenu, encoding="utf-8")
    with pytest.raises(PublicationIllisible, match=message):
        lire_declarations(dossier)


def test_un_fichier_de_cas_abime_laisse_les_autres(dossier):
    (dossier / "rapprochements" / "a.toml").write_text("", encoding="utf-8")
    cas, (erreur,) = lire_lisibles(dossier)
    assert [declaration.id for declaration in cas] == ["b"]
    assert "a.toml est tronqué ou a été modifié" in str(erreur)


def test_sans_aucun_fichier_de_cas_chacun_est_nomme(dossier):
    for nom in ("a", "b"):
        (dossier / "rapprochements" / f"{nom}.toml").unlink()
    cas, erreurs = lire_lisibles(dossier)
    assert cas == ()
    assert ["a.toml manque" in str(erreurs[0]), "b.toml manque" in str(erreurs[1])] == [True, True]


def test_un_fichier_de_cas_ajoute_sans_construire_est_nomme(dossier):
    (dossier / "rapprochements" / "c.toml").write_text(CAS.format("c"), encoding="utf-8")
    with pytest.raises(PublicationIllisible, match=r"c\.toml"):
        lire_declarations(dossier)


@pytest.mark.parametrize(
    ("contenu", "message"), [(CAS.format("a") * 2, "déclaré deux fois"), ("", "aucun cas")]
)
def test_un_fichier_de_cas_fautif_est_nomme(dossier, contenu, message):
    (dossier / "rapprochements" / "a.toml").write_text(contenu, encoding="utf-8")
    construire(dossier)
    with pytest.raises(DeclarationInvalide, match=message):
        lire_declarations(dossier)
