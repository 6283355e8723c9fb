"""Official perimeters: what is accepted, what is refused and how, the command."""

import json
import shutil

import httpx
import pytest

from plie_metrics.chemins import TERRITOIRE
from plie_metrics.commandes import principal
from plie_metrics.commandes import territoire as commande
from plie_metrics.territoire.lecture import lire_territoire
from plie_metrics.territoire.ligne import TerritoireIllisible
from plie_metrics.territoire.officiel import PerimetreRefuse, en_geojson, lire_geojson

COMMUNES = {"21231": "Dijon", "21166": "Chenôve"}
QPV = {"QP021004": "Les Grésilles"}
ANNEAU = [[5.0, 47.3], [5.1, 47.3], [5.1, 47.4], [5.0, 47.3]]


def geojson(*objets):
    return json.dumps({"type": "FeatureCollection", "features": list(objets)}).encode()


def objet(proprietes=None, coordonnees=None, genre="Polygon"):
    return {
        "type": "Feature",
        "properties": {"insee": "21231", "nom": "Dijon"} if proprietes is None else proprietes,
        "geometry": {"type": genre, "coordinates": coordonnees or [ANNEAU]},
    }


def lire(contenu):
    return lire_geojson("essai.geojson", contenu, COMMUNES, QPV)


def test_les_communes_connues_sont_gardees_les_autres_laissees():
    genre, (dijon,) = lire(geojson(objet({"insee": "75056", "nom": "Paris"}), objet()))
    assert (genre, dijon.code, dijon.nom) == ("communes", "21231", "Dijon")
    assert dijon.anneaux == (tuple(map(tuple, ANNEAU)),)


def test_un_qpv_se_reconnait_a_son_code_meme_avec_sa_commune():
    genre, (qpv,) = lire(
        geojson(objet({"code": "QP021004", "insee": "21231"}, [[ANNEAU], [ANNEAU]], "MultiPolygon"))
    )
    assert (genre, qpv.nom, len(qpv.anneaux)) == ("qpv", "Les Grésilles", 2)


def test_ce_qui_est_installe_se_relit_a_l_identique():
    genre, perimetres = lire(geojson(objet()))
    assert lire(en_geojson(perimetres).encode()) == (genre, perimetres)


@pytest.mark.parametrize(
    ("contenu", "attendu"),
    [
        (b"pas du json", "n’est pas un fichier GeoJSON"),
        (b"\xff\xfe", "n’est pas un fichier GeoJSON"),
        (b"[]", "ne contient aucun objet"),
        (b'{"features": []}', "ne contient aucun objet"),
        (b'{"features": [1]}', "ne contient aucun objet"),
        (geojson(objet({"insee": "75056"})), "ni commune ni quartier prioritaire"),
        (geojson(objet({})), "ni commune ni quartier prioritaire"),
        (geojson(objet(genre="Point")), "objet 1 (21231) : la géométrie doit être"),
        (geojson({**objet(), "geometry": None}), "la géométrie doit être"),
        (geojson(objet(coordonnees=[[]])), "pas un anneau fermé"),
        (geojson(objet(coordonnees=[ANNEAU[:-1]])), "pas un anneau fermé"),
        (geojson(objet(coordonnees=[[["a", 1], *ANNEAU[1:]]])), "couple longitude, latitude"),
        (geojson(objet(coordonnees=[[[855000, 6690000], *ANNEAU]])), "pas en mètres (Lambert 93)"),
        (geojson(objet(), objet()), "deux fois Dijon (21231)"),
    ],
)
def test_un_fichier_fautif_est_refuse_en_francais(contenu, attendu):
    with pytest.raises(PerimetreRefuse) as refus:
        lire(contenu)
    assert attendu in str(refus.value)
    assert "essai.geojson" in str(refus.value)


@pytest.fixture
def dossier(tmp_path):
    copie = tmp_path / "territoire"
    shutil.copytree(TERRITOIRE, copie, ignore=shutil.ignore_patterns("officiel"))
    return copie


def lancer(dossier, *arguments):
    return principal(["territoire", *map(str, arguments), "--vers", str(dossier)])


def test_la_commande_installe_et_la_carte_lit(dossier, tmp_path, capsys):
    fichier = tmp_path / "qpv.geojson"
    fichier.write_bytes(geojson(objet({"code": "QP021004"})))
    options = ["--source", "ANCT", "--licence", "Licence Ouverte", "--date", "2018-01-01"]
    assert lancer(dossier, fichier, *options) == 0
    assert "1\u00a0quartier" in capsys.readouterr().out
    lu = lire_territoire(dossier)
    assert lu.perimetre("QP021004").anneaux == (tuple(map(tuple, ANNEAU)),)
    assert lu.perimetre("QP021002") is None
    assert lu.officiels["qpv"].provenance == {
        "source": "ANCT",
        "licence": "Licence Ouverte",
        "date": "2018-01-01",
    }
    (dossier / "officiel" / "qpv.json").unlink()
    with pytest.raises(TerritoireIllisible, match=r"officiel/qpv\.json manque"):
        lire_territoire(dossier)


def test_rien_n_est_installe_quand_un_fichier_est_refuse(dossier, tmp_path, capsys):
    bon, mauvais = tmp_path / "bon.geojson", tmp_path / "mauvais.geojson"
    bon.write_bytes(geojson(objet()))
    mauvais.write_bytes(b"{}")
    assert lancer(dossier, bon, mauvais) == 1
    assert "mauvais.geojson" in capsys.readouterr().err
    assert not (dossier / "officiel").exists()


@pytest.mark.parametrize(
    ("arguments", "attendu"),
    [
        ([], "Nommez un fichier GeoJSON"),
        (["absent.geojson"], "introuvable ou illisible"),
        (["--telecharger", "ftp://exemple.fr/x"], "doit commencer par https://"),
        (["--telecharger", "https://localhost:1/x"], "n’a pas pu être jointe"),
    ],
)
def test_une_demande_impossible_se_dit_en_francais(dossier, capsys, arguments, attendu):
    assert lancer(dossier, *arguments) == 1
    assert attendu in capsys.readouterr().err


def test_une_date_fausse_n_installe_rien(dossier, tmp_path, capsys):
    fichier = tmp_path / "c.geojson"
    fichier.write_bytes(geojson(objet()))
    assert lancer(dossier, fichier, "--date", "2018-13-01") == 1
    assert "AAAA-MM-JJ" in capsys.readouterr().err
    assert not (dossier / "officiel").exists()


def test_une_adresse_joignable_s_installe_avec_sa_source(dossier, monkeypatch, capsys):
    def repondre(demande):
        return httpx.Response(
            404 if "absent" in str(demande.url) else 200, content=geojson(objet())
        )

    def flux(methode, adresse, **_):
        return httpx.Client(transport=httpx.MockTransport(repondre)).stream(methode, adresse)

    monkeypatch.setattr(commande.httpx, "stream", flux)
    assert lancer(dossier, "--telecharger", "https://exemple.fr/absent") == 1
    assert "a répondu 404" in capsys.readouterr().err
    assert lancer(dossier, "--telecharger", "https://exemple.fr/c.geojson") == 0
    provenance = lire_territoire(dossier).officiels["communes"].provenance
    assert provenance["source"] == "https://exemple.fr/c.geojson"
    assert provenance["licence"] == "à confirmer auprès du producteur"
