"""A tiny territory made by hand, and a tiny report about it."""

from datetime import date

from plie_metrics.publications.chiffre import Chiffre, Publication
from plie_metrics.territoire.communes import Commune
from plie_metrics.territoire.contours import Contour
from plie_metrics.territoire.quartiers import Quartier
from plie_metrics.territoire.referentiel import Referentiel

FIN = date(2016, 12, 31)


def commune(insee="1", nom="Alpha", population=1000, du=None, au=None):
    return Commune(insee, nom, du, au, population, 47.3, 5.0)


def quartier(code="QP1", nom="Le Haut", insee="1", *, liste="2015", lat=47.3, population=500):
    lon = None if lat is None else 5.0
    return Quartier(code, nom, "Alpha", insee, liste, population, None, lat, lon, "centre")


def carre(insee, gauche, bas, cote=0.1):
    droite, haut = gauche + cote, bas + cote
    points = ((gauche, bas), (droite, bas), (droite, haut), (gauche, haut), (gauche, bas))
    return Contour(insee, f"Commune {insee}", points)


def referentiel():
    """Three communes of 1 000, 4 000 and 5 000 inhabitants, one QPV, one quartier de veille."""
    return Referentiel(
        (
            commune("1", "Alpha", 1000),
            commune("2", "Beta", 4000),
            commune("3", "Gamma", 5000),
        ),
        (quartier(), quartier("VEILLE-X", "Le Bas", liste="veille", lat=None)),
        (carre("1", 5.0, 47.3), carre("2", 5.1, 47.3), carre("3", 5.2, 47.3)),
    )


def chiffre(tableau, valeur, modalites, colonne="", identifiant=""):
    return Chiffre(
        id=identifiant or f"{tableau}.{modalites}.{colonne}",
        document="rapport",
        section="",
        tableau=tableau,
        ligne=str(modalites),
        colonne=colonne,
        modalites=modalites,
        debut=date(2016, 1, 1),
        fin=FIN,
        nature="realisation",
        unite="personnes",
        valeur=valeur,
        numerateur=None,
        denominateur=None,
        imprime=str(valeur),
        indicateur="",
        note="",
    )


def rapport(*chiffres):
    return Publication("rapport", "Rapport d'essai", tuple(chiffres))


def rapport_communes(alpha=20, autres=10):
    """20 participants in Alpha, 10 in the two others together."""
    return rapport(
        chiffre("communes", alpha, {"commune": "1"}, "Nombre"),
        chiffre("communes", autres, {"commune": "autres"}, "Nombre"),
        chiffre("communes", alpha + autres, {}, "Nombre"),
        chiffre("communes", 99.0, {"commune": "1"}, "Pourcentage"),
    )
