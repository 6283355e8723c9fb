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


@st.composite
def extraits(tirer: Any) -> Extrait:
    def un(*choix: Any) -> Any:
        return tirer(st.sampled_from(choix))

    def fois(maximum: int) -> range:
        return range(tirer(st.integers(0, maximum)))

    personnes = [
        {
            "sexe": un("F", "H"),
            "annee_naissance": tirer(st.integers(1945, 2006)),
            "commune": un(*COMMUNES),
            "qpv": un(*QUARTIERS),
            "niveau_formation": un("III+", "IV", "V", "Vbis", "VI", None),
            "brsa": un(True, False),
            "deld": un(True, False),
        }
        for _ in range(tirer(st.integers(1, 4)))
    ]
    gens = [f"P{rang}" for rang in range(1, len(personnes) + 1)]
    parcours = []
    for _ in fois(7):
        entree, sortie = sorted((tirer(JOURS), tirer(JOURS)))
        finie = tirer(st.booleans())
        parcours.append(
            {
                "participant_id": un(*gens),
                "referent_id": un(*REFERENTS),
                "structure": un(*STRUCTURES),
                "prescripteur": un(*PRESCRIPTEURS),
                "date_entree": entree,
                "date_sortie": sortie if finie else None,
                "motif_sortie": un(*MOTIFS) if finie else None,
            }
        )
    suivis = [f"Q{rang}" for rang in range(1, len(parcours) + 1)]
    contrats = [
        {
            "participant_id": un(*gens, None),
            "type_contrat": un("CDD", "C/PRO"),
            "secteur": un("BTP", "SERVICES"),
        }
        for _ in fois(3)
    ]
    mois = [date(2015, 12, 1), date(2016, 1, 1), date(2016, 2, 1), date(2016, 12, 1)]
    return extrait(
        participants=personnes,
        parcours=parcours,
        etapes=[
            {"parcours_id": un(*suivis), "type_etape": un(*ETAPES), "date_debut": tirer(JOURS)}
            for _ in (fois(5) if suivis else ())
        ],
        entretiens=[
            {"parcours_id": un(*suivis), "date": tirer(JOURS)} for _ in (fois(4) if suivis else ())
        ],
        prescriptions=[
            {
                "date": tirer(JOURS),
                "prescripteur": un(*PRESCRIPTEURS),
                "commune": un(*COMMUNES, None),
                "suite": un("entree", "refus", "en_attente"),
            }
            for _ in fois(4)
        ],
        clauses_contrats=contrats,
        clauses_heures=[
            {"contrat_id": f"C{rang}", "mois": quand, "heures": float(un(0, 20, 151))}
            for rang in range(1, len(contrats) + 1)
            for quand in mois
            if tirer(st.booleans())
        ],
        clauses_orientations=[
            {
                "candidat_id": un("K1", "K2"),
                "participant_id": un(*gens, None),
                "date": tirer(JOURS),
                "prescripteur": un("PLIE", "ENTREPRISE"),
                "secteur": un("BTP", "SERVICES"),
                "qpv": un(*QUARTIERS),
                "validee": un(True, False),
            }
            for _ in fois(4)
        ],
        clauses_sorties=[
            {"participant_id": un(*gens, None), "date": tirer(JOURS), "qpv": un(*QUARTIERS)}
            for _ in fois(3)
        ],
    )
