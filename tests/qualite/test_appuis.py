"""Which étapes support a positive exit: the six-month rules of the 2016 report, day by day."""

from datetime import date, timedelta

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from plie_metrics.qualite.appuis import appuyes, jours_au_moins, jours_travailles
from tests.qualite.exemples import CRITERES, etapes

SORTIE = "2016-10-31"


def soutenu(motif: str, *lignes: dict[str, object], naissance: int = 1980) -> bool:
    donnees = etapes(*lignes).assign(jalon=pd.Timestamp(SORTIE), annee_naissance=naissance)
    return appuyes(donnees, motif, CRITERES) == {"A"}


@pytest.mark.parametrize(
    ("debut", "fin", "heures", "attendu"),
    [
        ("2016-05-01", None, 35, True),  # six months to the day, both ends counted
        ("2016-05-02", None, 35, False),
        ("2016-05-01", "2016-10-30", 35, False),  # left one day early
        ("2015-05-01", "2015-10-31", 35, True),
        ("2016-05-01", None, 17.5, True),  # half-time is enough
        ("2016-05-01", None, 17, False),
        ("2016-05-01", None, None, True),  # unknown hours are trusted
        ("2016-11-01", None, 35, False),  # starts after the exit
        ("2016-04-30", None, 35, True),
    ],
)
def test_cdi(debut: str, fin: str | None, heures: float | None, attendu: bool) -> None:
    etape = {"type_etape": "cdi", "date_debut": debut, "date_fin": fin, "heures_hebdo": heures}
    assert soutenu("emploi_cdi", etape) is attendu


def test_un_cdd_n_appuie_pas_un_cdi() -> None:
    etape = {"type_etape": "cdd_6_mois_et_plus", "date_debut": "2016-01-01"}
    assert not soutenu("emploi_cdi", etape)
    assert soutenu("emploi_cdd_6_mois", etape)


def test_sans_colonne_d_heures_le_cdi_compte() -> None:
    assert soutenu("emploi_cdi", {"date_debut": "2016-01-01"})


def _mission(type_etape: str, debut: str, fin: str | None) -> dict[str, object]:
    return {"type_etape": type_etape, "date_debut": debut, "date_fin": fin}


@pytest.mark.parametrize(
    ("motif", "type_etape"),
    [("emploi_cdd_6_mois", "cdd_moins_6_mois"), ("emploi_interim_6_mois", "interim")],
)
def test_des_contrats_successifs_totalisent_six_mois_sur_douze(motif: str, type_etape: str) -> None:
    # 1/11/2015-31/1/2016: 92 days; 3/8-30/10/2016: 89 days; 181 in all
    premiere = _mission(type_etape, "2015-11-01", "2016-01-31")
    assert soutenu(motif, premiere, _mission(type_etape, "2016-08-03", "2016-10-30"))
    assert not soutenu(motif, premiere, _mission(type_etape, "2016-08-04", "2016-10-30"))
    # the same days counted twice do not make six months
    assert not soutenu(motif, premiere, _mission(type_etape, "2015-11-01", "2016-01-31"))
    # what lies before the twelve months is out
    assert not soutenu(motif, _mission(type_etape, "2015-01-01", "2015-10-31"))
    assert soutenu(motif, _mission(type_etape, "2016-01-01", None))


def test_l_interim_n_appuie_pas_un_cdd_mais_la_clause_appuie_les_deux() -> None:
    assert not soutenu("emploi_cdd_6_mois", _mission("interim", "2016-01-01", None))
    assert not soutenu("emploi_interim_6_mois", _mission("cdd_moins_6_mois", "2016-01-01", None))
    for motif in ("emploi_cdd_6_mois", "emploi_interim_6_mois"):
        assert soutenu(motif, _mission("clause_insertion", "2016-01-01", None))


@pytest.mark.parametrize(
    ("debut", "fin", "attendu"),
    [
        ("2016-09-01", "2017-02-28", False),  # six months exactly are not « more than six »
        ("2016-09-01", "2017-03-01", True),
        ("2016-09-01", None, True),
        ("2016-11-02", "2017-12-31", False),
    ],
)
def test_contrat_aide(debut: str, fin: str | None, attendu: bool) -> None:
    assert soutenu("emploi_aide", _mission("contrat_aide", debut, fin)) is attendu
    assert not soutenu("emploi_aide", _mission("chantier_insertion", debut, fin))


def test_creation_d_activite_suivie_six_mois() -> None:
    assert soutenu("creation_activite", _mission("creation_activite", "2016-05-01", None))
    assert not soutenu("creation_activite", _mission("creation_activite", "2016-05-02", None))


@pytest.mark.parametrize(("naissance", "attendu"), [(1961, True), (1962, False)])
def test_senior_en_chantier(naissance: int, attendu: bool) -> None:
    long = _mission("chantier_insertion", "2016-05-01", None)
    court = _mission("chantier_insertion", "2016-05-02", None)
    assert soutenu("chantier_insertion_senior", long, naissance=naissance) is attendu
    assert not soutenu("chantier_insertion_senior", court, naissance=naissance)


def test_formation() -> None:
    assert soutenu("formation_qualifiante", _mission("formation", "2016-10-31", None))
    assert not soutenu("formation_qualifiante", _mission("formation", "2016-11-01", None))
    assert not soutenu("formation_qualifiante", _mission("immersion", "2016-01-01", None))


def test_les_mois_les_plus_courts() -> None:
    assert [jours_au_moins(mois) for mois in (1, 2, 6, 12)] == [28, 59, 181, 365]


JALON = date(2016, 10, 31)
JOURS = st.integers(-500, 40).map(lambda ecart: JALON + timedelta(days=ecart))


@given(st.lists(st.tuples(st.sampled_from("AB"), JOURS, st.none() | JOURS), max_size=8))
def test_les_jours_travailles_sont_ceux_d_un_calendrier(
    contrats: list[tuple[str, date, date | None]],
) -> None:
    """Oracle: colour the days one by one."""
    attendu: dict[str, set[date]] = {}
    for nom, debut, fin in contrats:
        for rang in range(366):
            jour = date(2015, 11, 1) + timedelta(days=rang)
            if debut <= jour <= min(fin or JALON, JALON):
                attendu.setdefault(nom, set()).add(jour)
    donnees = pd.DataFrame(
        {
            "parcours_id": pd.Series([c[0] for c in contrats], dtype=str),
            "date_debut": pd.to_datetime(pd.Series([c[1] for c in contrats], dtype=object)),
            "date_fin": pd.to_datetime(pd.Series([c[2] for c in contrats], dtype=object)),
            "jalon": pd.Timestamp(JALON),
        }
    )
    trouve = jours_travailles(donnees, 12)
    assert trouve[trouve > 0].to_dict() == {nom: len(jours) for nom, jours in attendu.items()}
