"""Laws: every fault put into a good extract is told at its place, and a good one tells nothing."""

from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from plie_metrics.importation.analyse import analyser
from tests.importation.extrait import ARRETE, Lignes, bon, ecrire

# a value that no column of the kind accepts
MAUVAISES = {
    "participants": {
        "sexe": "X",
        "annee_naissance": "mille",
        "commune": "Dijon",
        "qpv": "Grésilles",
        "niveau_formation": "bac",
        "brsa": "peut-être",
        "deld": "",
    },
    "parcours": {
        "participant_id": "inconnu",
        "referent_id": "inconnu",
        "structure": "=A1",
        "prescripteur": "voisin",
        "date_entree": "2019-01-01",
        "date_sortie": "jadis",
        "motif_sortie": "ennui",
    },
    "etapes": {
        "parcours_id": "inconnu",
        "type_etape": "sieste",
        "date_debut": "32/01/2016",
        "date_fin": "00/00/0000",
    },
    "entretiens": {"entretien_id": "", "parcours_id": "inconnu", "date": "13/13/2016"},
}
LIEUX = [(table, colonne) for table, colonnes in MAUVAISES.items() for colonne in colonnes]


def grand(personnes: int) -> dict[str, Lignes]:
    """The good extract with more people in it."""
    tables = bon()
    for rang in range(personnes):
        tables["participants"].append([f"B{rang}", *tables["participants"][2][1:]])
        tables["parcours"].append([f"Q{rang}", f"B{rang}", *tables["parcours"][2][2:]])
        tables["etapes"].append([f"F{rang}", f"Q{rang}", "projet", "2016-06-01", "", ""])
        tables["entretiens"].append([f"M{rang}", f"Q{rang}", "2016-12-02"])
    return tables


def dites(tables: dict[str, Lignes]) -> set[tuple[str, int | None, str]]:
    with (
        TemporaryDirectory() as dossier,
        analyser(ecrire(Path(dossier), tables), ARRETE) as rapport,
    ):
        return {(a.table, a.ligne, a.colonne) for a in rapport.anomalies()}


@settings(max_examples=12, deadline=None)
@given(
    personnes=st.integers(0, 20),
    fautes=st.sets(st.tuples(st.sampled_from(LIEUX), st.integers(0, 22)), max_size=12),
)
def test_chaque_faute_injectee_est_dite_a_sa_place(personnes, fautes):
    tables = grand(personnes)
    attendues = set()
    for (table, colonne), choix in fautes:
        rang = 1 + choix % (len(tables[table]) - 1)
        tables[table][rang][tables[table][0].index(colonne)] = MAUVAISES[table][colonne]
        attendues.add((table, rang + 1, colonne))
    trouvees = dites(tables)
    assert attendues <= trouvees
    assert bool(trouvees) == bool(attendues)


@settings(max_examples=8, deadline=None)
@given(
    personnes=st.integers(1, 10),
    vides=st.integers(0, 3),
    lignes=st.sets(st.integers(1, 10), max_size=4),
)
def test_les_lignes_mal_decoupees_sont_toutes_dites(personnes, vides, lignes):
    tables = grand(personnes)
    entretiens = tables["entretiens"]
    fautives = {1 + ligne % (len(entretiens) - 1) for ligne in lignes}
    for rang in fautives:
        entretiens[rang] = [*entretiens[rang], "de trop"] if rang % 2 else entretiens[rang][:2]
    entretiens.extend([[""]] * vides)
    assert dites(tables) == {("entretiens", rang + 1, "") for rang in fautives}
