"""The reconciliation of the five documents: nothing hidden, known contradictions, an oracle."""

import csv
from pathlib import Path

import pytest

from plie_metrics.chemins import PUBLICATIONS
from plie_metrics.presentation.rapprochement.arithmetique import calcul, explication
from plie_metrics.presentation.rapprochement.tableaux import (
    a_voir_d_abord,
    comptes,
    constat,
    filtrer,
    ordonner,
    tableau_des_cas,
)
from plie_metrics.publications.chiffre import ChiffreAbsent
from plie_metrics.publications.construction import lire_documents
from plie_metrics.publications.lecture import ouvrir
from plie_metrics.publications.rapprochement.cas import Statut
from plie_metrics.publications.rapprochement.declaration import DeclarationInvalide, declarations
from plie_metrics.publications.rapprochement.detection import detecter
from plie_metrics.publications.rapprochement.lecture import lire_declarations
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
        ("duree_parcours.2016_et_2018", "note", "17 ≠ 16"),
        ("entretien_mensuel", "note", "2 ≠ 1"),
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


def test_le_constat_compte_ce_que_montrent_les_statuts(cas):
    nombres = comptes(cas)
    assert sum(nombres.values()) == len(cas)
    phrase = constat(cas)
    assert phrase.startswith(f"{len(cas)}\u00a0vérifications : {nombres[Statut.EGAL]}\u00a0justes")
    egaux = filtrer(cas, (Statut.EGAL,))
    assert constat(egaux).endswith("aucun écart : tous les chiffres publiés se recalculent")


def test_les_premiers_sont_des_ecarts_dans_l_ordre_declare(cas, publications):
    premiers = a_voir_d_abord(cas)
    assert [un.id for un in premiers[:6]] == [
        "sorties_positives.sexe_et_portage",
        "sorties_positives.types_et_portage",
        "file_active.par_difference",
        "taux_net",
        "clauses.contrats_et_salaries",
        "qpv.2016_et_2018",
    ]
    ordonnes = ordonner(cas, [p.document for p in publications])
    assert sorted(un.id for un in ordonnes) == sorted(un.id for un in cas)
    assert [un.rang for un in ordonnes[:3]] == [1, 2, 3]


def test_le_tableau_a_telecharger_porte_calcul_explication_et_sources(cas, publications):
    titres = {p.document: p.titre for p in publications}
    retenus = filtrer(cas, (Statut.NOTE,), "appel_projets_2018")
    table = tableau_des_cas("Notes", retenus, titres)
    assert len(table.lignes) == len(retenus) > 2
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


def test_un_dossier_sans_declaration_ou_un_fichier_illisible_est_nomme(tmp_path):
    with pytest.raises(DeclarationInvalide, match="rapprochements/ manque"):
        lire_declarations(tmp_path)
    dossier = tmp_path / "rapprochements"
    dossier.mkdir()
    (dossier / "a.toml").write_text("[[cas]\n", encoding="utf-8")
    with pytest.raises(DeclarationInvalide, match=r"a\.toml n'est pas lisible"):
        lire_declarations(tmp_path)
    cas = '[[cas]]\nid = "c"\ntitre = "t"\nimprime = "x"\ngenre = "somme"\n'
    (dossier / "a.toml").write_text(cas * 2, encoding="utf-8")
    with pytest.raises(DeclarationInvalide, match="déclaré deux fois"):
        lire_declarations(tmp_path)
