"""The closed list: what is refused, in which words, whatever the data."""

from datetime import date

import pytest

from plie_metrics.filtres import Filtres
from plie_metrics.periodes import Periode, annee, mois, trimestre
from plie_metrics.secret.calendrier import Niveau
from plie_metrics.secret.requetes import RequeteRefusee, choisir, verifier
from tests.secret.exemples import liste

AN = annee(2016)


@pytest.mark.parametrize(
    ("periode", "filtres", "dimensions", "phrase"),
    [
        (Periode(date(2016, 1, 5), date(2016, 12, 31)), {}, (), "n’est pas proposée à ce profil"),
        (annee(2015), {}, (), "n’est pas proposée à ce profil"),
        (AN, {"referent": ("R1",)}, (), "Le filtre référent n’est pas proposé"),
        (AN, {"structure": ("CESAM",)}, (), "Le filtre structure n’est pas proposé"),
        (AN, {"sexe": ("F",), "commune": ("21231",)}, (), "un seul filtre"),
        (AN, {"sexe": ("F", "H")}, (), "une seule valeur"),
        (AN, {"sexe": ("X",)}, (), "« X » n’existe pas"),
        (AN, {"prescripteur": ("spip",)}, (), "« SPIP » ne se croise avec aucune autre dimension"),
        (AN, {}, ("referent",), "La ventilation « referent » n’est pas proposée"),
        (AN, {}, ("sexe", "commune"), "une seule dimension"),
        (mois(2016, 3), {}, ("sexe",), "Un mois n’est proposé"),
        (mois(2016, 3), {"sexe": ("F",)}, (), "Un mois n’est proposé"),
        (trimestre(2016, 1), {"commune": ("21231",)}, ("sexe",), "un filtre ou une ventilation"),
        (AN, {"sexe": ("F",)}, ("mois",), "que pour l’ensemble du territoire"),
    ],
)
def test_hors_de_la_liste(periode, filtres, dimensions, phrase):
    with pytest.raises(RequeteRefusee, match=phrase):
        verifier(liste(), periode, Filtres(**filtres), dimensions)


@pytest.mark.parametrize(
    ("periode", "filtres", "dimensions"),
    [
        (AN, {}, ()),
        (AN, {"commune": ("21231",)}, ("sexe",)),
        (AN, {}, ("mois",)),
        (trimestre(2016, 4), {}, ("mois",)),
        (mois(2016, 2), {}, ()),
    ],
)
def test_dans_la_liste(periode, filtres, dimensions):
    verifier(liste(), periode, Filtres(**filtres), dimensions)


def test_un_indicateur_nomme_doit_etre_offert():
    with pytest.raises(RequeteRefusee, match="n’est pas proposé par sexe sous le filtre commune"):
        choisir(liste(), Niveau.CROISE, "commune", "sexe", ["part_femmes"])


def test_sans_nom_seuls_ceux_qui_sont_offerts():
    assert choisir(liste(), Niveau.CROISE, "commune", "sexe", None) == (
        "entrees",
        "sorties",
        "sorties_positives",
        "taux_sorties_positives_brut",
    )
