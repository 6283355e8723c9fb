"""Random small extracts, filters and periods, with the cases that matter made frequent."""

from datetime import date, timedelta
from typing import Any

from hypothesis import strategies as st

from tests.calcul.extraits import Extrait, extrait

JOURS = st.one_of(
    st.sampled_from(
        [
            date(2014, 2, 28),
            date(2014, 6, 30),
            date(2015, 12, 31),
            date(2016, 1, 1),
            date(2016, 2, 29),
            date(2016, 8, 31),
            date(2016, 12, 1),
            date(2016, 12, 31),
            date(2017, 1, 1),
        ]
    ),
    st.dates(date(2013, 6, 1), date(2017, 12, 31)),
)
QUARTIERS = ("QP021001", "QN02101M", "VEILLE-QUETIGNY-CENTRE", None)
COMMUNES = ("21231", "21355", "21166")
REFERENTS = ("R1", "R2", "R3")
STRUCTURES = ("CESAM", "IFPA")
PRESCRIPTEURS = ("pole_emploi", "spip", "operateur")
MOTIFS = ("emploi_cdi", "formation_qualifiante", "sante", "deces", "maternite", "autre")
ETAPES = ("cdi", "interim", "formation", "chantier_insertion")
VALEURS = {
    "commune": COMMUNES,
    "qpv": ("QP021001", "VEILLE-QUETIGNY-CENTRE", "hors_qpv"),
    "sexe": ("F", "H"),
    "referent": REFERENTS,
    "structure": STRUCTURES,
    "prescripteur": PRESCRIPTEURS,
}


@st.composite
def periodes(tirer: Any) -> tuple[date, date]:
    du, au = sorted((tirer(JOURS), tirer(JOURS)))
    return max(du, au - timedelta(days=800)), au


@st.composite
def filtres(tirer: Any) -> dict[str, tuple[str, ...]]:
    noms = tirer(st.lists(st.sampled_from(sorted(VALEURS)), max_size=2, unique=True))
    return {
        nom: tuple(tirer(st.lists(st.sampled_from(VALEURS[nom]), min_size=1, unique=True)))
        for nom in noms
    }


Lignes = list[dict[str, Any]]


def un(tirer: Any, *choix: Any) -> Any:
    return tirer(st.sampled_from(choix))


def fois(tirer: Any, maximum: int) -> range:
    return range(tirer(st.integers(0, maximum)))


@st.composite
def personnes(tirer: Any) -> Lignes:
    return [
        {
            "sexe": un(tirer, "F", "H"),
            "annee_naissance": tirer(st.integers(1945, 2006)),
            "commune": un(tirer, *COMMUNES),
            "qpv": un(tirer, *QUARTIERS),
            "niveau_formation": un(tirer, "III+", "IV", "V", "Vbis", "VI", None),
            "brsa": un(tirer, True, False),
            "deld": un(tirer, True, False),
        }
        for _ in range(tirer(st.integers(1, 4)))
    ]


@st.composite
def parcours(tirer: Any, gens: list[str]) -> Lignes:
    lignes = []
    for _ in fois(tirer, 7):
        entree, sortie = sorted((tirer(JOURS), tirer(JOURS)))
        finie = tirer(st.booleans())
        lignes.append(
            {
                "participant_id": un(tirer, *gens),
                "referent_id": un(tirer, *REFERENTS),
                "structure": un(tirer, *STRUCTURES),
                "prescripteur": un(tirer, *PRESCRIPTEURS),
                "date_entree": entree,
                "date_sortie": sortie if finie else None,
                "motif_sortie": un(tirer, *MOTIFS) if finie else None,
            }
        )
    return lignes


@st.composite
def autour(tirer: Any, suivis: list[str]) -> dict[str, Lignes]:
    """Étapes, entretiens and prescriptions."""
    return {
        "etapes": [
            {
                "parcours_id": un(tirer, *suivis),
                "type_etape": un(tirer, *ETAPES),
                "date_debut": tirer(JOURS),
            }
            for _ in (fois(tirer, 5) if suivis else ())
        ],
        "entretiens": [
            {"parcours_id": un(tirer, *suivis), "date": tirer(JOURS)}
            for _ in (fois(tirer, 4) if suivis else ())
        ],
        "prescriptions": [
            {
                "date": tirer(JOURS),
                "prescripteur": un(tirer, *PRESCRIPTEURS),
                "commune": un(tirer, *COMMUNES, None),
                "suite": un(tirer, "entree", "refus", "en_attente"),
            }
            for _ in fois(tirer, 4)
        ],
    }


@st.composite
def clauses(tirer: Any, gens: list[str]) -> dict[str, Lignes]:
    contrats = [
        {
            "participant_id": un(tirer, *gens, None),
            "type_contrat": un(tirer, "CDD", "C/PRO"),
            "secteur": un(tirer, "BTP", "SERVICES"),
        }
        for _ in fois(tirer, 3)
    ]
    mois = [date(2015, 12, 1), date(2016, 1, 1), date(2016, 2, 1), date(2016, 12, 1)]
    heures = [
        {"contrat_id": f"C{rang}", "mois": quand, "heures": float(un(tirer, 0, 20, 151))}
        for rang in range(1, len(contrats) + 1)
        for quand in mois
        if tirer(st.booleans())
    ]
    orientations = [
        {
            "candidat_id": un(tirer, "K1", "K2"),
            "participant_id": un(tirer, *gens, None),
            "date": tirer(JOURS),
            "prescripteur": un(tirer, "PLIE", "ENTREPRISE"),
            "secteur": un(tirer, "BTP", "SERVICES"),
            "qpv": un(tirer, *QUARTIERS),
            "validee": un(tirer, True, False),
        }
        for _ in fois(tirer, 4)
    ]
    sorties = [
        {
            "participant_id": un(tirer, *gens, None),
            "date": tirer(JOURS),
            "qpv": un(tirer, *QUARTIERS),
        }
        for _ in fois(tirer, 3)
    ]
    return {
        "clauses_contrats": contrats,
        "clauses_heures": heures,
        "clauses_orientations": orientations,
        "clauses_sorties": sorties,
    }


@st.composite
def extraits(tirer: Any) -> Extrait:
    qui = tirer(personnes())
    gens = [f"P{rang}" for rang in range(1, len(qui) + 1)]
    suivi = tirer(parcours(gens))
    suivis = [f"Q{rang}" for rang in range(1, len(suivi) + 1)]
    return extrait(
        participants=qui, parcours=suivi, **tirer(autour(suivis)), **tirer(clauses(gens))
    )
