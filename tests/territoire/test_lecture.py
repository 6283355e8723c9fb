"""The files of data/territoire, whole and damaged."""

import json
import shutil

import pytest

from plie_metrics.chemins import TERRITOIRE
from plie_metrics.territoire.contours import ContourInvalide
from plie_metrics.territoire.lecture import lire_territoire, sceller
from plie_metrics.territoire.ligne import TerritoireIllisible
from plie_metrics.territoire.manifeste import MANIFESTE


@pytest.fixture
def copie(tmp_path):
    dossier = tmp_path / "territoire"
    shutil.copytree(TERRITOIRE, dossier)
    return dossier


def remplacer(fichier, avant, apres):
    texte = fichier.read_text(encoding="utf-8")
    assert avant in texte
    fichier.write_text(texte.replace(avant, apres, 1), encoding="utf-8")
    sceller(fichier.parent)


def test_tout_se_lit_et_se_correspond():
    territoire = lire_territoire(TERRITOIRE)
    codes_2016 = {c.insee for c in territoire.communes if c.nom != "Neuilly-Crimolois"}
    assert len(territoire.communes) == 25
    assert {contour.insee for contour in territoire.contours} == codes_2016
    assert {q.insee for q in territoire.quartiers} <= codes_2016
    assert len({q.code for q in territoire.quartiers}) == len(territoire.quartiers) == 13


@pytest.mark.parametrize("nom", ["communes.csv", "qpv.csv", "contours_communes_2016.csv"])
def test_un_fichier_absent_ou_vide_est_nomme(copie, nom):
    fichier = copie / nom
    entete = fichier.read_text(encoding="utf-8").splitlines()[0]
    fichier.write_text(entete + "\n", encoding="utf-8")
    sceller(copie)
    if nom == "qpv.csv":  # a territory may have no quartier
        assert lire_territoire(copie).quartiers == ()
    else:
        with pytest.raises(TerritoireIllisible, match=rf"data/territoire/{nom} ne contient aucune"):
            lire_territoire(copie)
    fichier.write_text("", encoding="utf-8")
    sceller(copie)
    with pytest.raises(TerritoireIllisible, match=rf"data/territoire/{nom}, ligne 1"):
        lire_territoire(copie)
    fichier.unlink()
    with pytest.raises(TerritoireIllisible, match=rf"data/territoire/{nom} manque.*archive"):
        lire_territoire(copie)


def test_un_fichier_qui_n_est_pas_du_texte_est_nomme(copie):
    (copie / "qpv.csv").write_bytes(b"\xff\xfe\x00\x81")
    sceller(copie)
    with pytest.raises(TerritoireIllisible, match=r"data/territoire/qpv\.csv n'est pas lisible"):
        lire_territoire(copie)


@pytest.mark.parametrize(
    ("nom", "avant", "apres", "attendu"),
    [
        (
            "communes.csv",
            "13802",
            "13 802",
            r"ligne 5, colonne population_municipale_2016 : « 13 8",
        ),
        ("communes.csv", "2019-02-27", "27/02/2019", r"colonne valable_au : « 27/02/2019 » n'est"),
        ("communes.csv", "47.37112", "", r"ligne 2, colonne lat : «  » n'est pas un nombre"),
        (
            "communes.csv",
            "21003,Ahuy",
            ",Ahuy",
            r"ligne 2, colonne insee : «  » n'est pas un texte",
        ),
        ("qpv.csv", "21166,2015,4887", "21166,2016,4887", r"ligne 2, colonne liste : « 2016 »"),
        ("qpv.csv", "QP021002,", "QP021002,,", r"ligne 2 : 10 cellules attendues, 11 trouvées"),
        ("contours_communes_2016.csv", ",2,", ",deux,", r"colonne ordre : « deux » n'est pas un"),
    ],
)
def test_une_cellule_fausse_est_nommee(copie, nom, avant, apres, attendu):
    remplacer(copie / nom, avant, apres)
    with pytest.raises(TerritoireIllisible, match=attendu):
        lire_territoire(copie)


def test_un_contour_tronque_se_voit(copie):
    fichier = copie / "contours_communes_2016.csv"
    lignes = fichier.read_text(encoding="utf-8").splitlines()
    fichier.write_text("\n".join(lignes[:200]) + "\n", encoding="utf-8")
    sceller(copie)
    with pytest.raises(ContourInvalide, match="n'est pas un anneau fermé"):
        lire_territoire(copie)


def test_le_manifeste_livre_est_celui_des_fichiers(copie):
    livre = (TERRITOIRE / MANIFESTE).read_text(encoding="utf-8")
    assert sceller(copie).read_text(encoding="utf-8") == livre
    assert {f.name for f in TERRITOIRE.glob("*.csv")} == set(json.loads(livre)["fichiers"])


def test_un_chiffre_modifie_se_voit(copie):
    """A plausible figure: only the fingerprint can tell."""
    fichier = copie / "communes.csv"
    altere = fichier.read_text(encoding="utf-8").replace("11702", "1702")
    fichier.write_text(altere, encoding="utf-8")
    with pytest.raises(
        TerritoireIllisible,
        match=r"territoire/communes\.csv est tronqué ou a été modifié.*archive.*publications",
    ):
        lire_territoire(copie)


@pytest.mark.parametrize("contenu", [None, "", "[]", '{"fichiers": {"qpv.csv": 3}}'])
def test_un_manifeste_absent_ou_abime_est_nomme(copie, contenu):
    manifeste = copie / MANIFESTE
    manifeste.unlink()
    if contenu is not None:
        manifeste.write_text(contenu, encoding="utf-8")
    with pytest.raises(TerritoireIllisible, match=r"Le manifeste data/territoire/manifest\.json"):
        lire_territoire(copie)


def test_les_fins_de_ligne_de_windows_ne_changent_rien(copie):
    attendu = lire_territoire(copie)
    for fichier in copie.glob("*.csv"):
        lignes = fichier.read_bytes().splitlines()
        fichier.write_bytes(b"".join(ligne + b"\r\n" for ligne in lignes))
    assert lire_territoire(copie) == attendu
