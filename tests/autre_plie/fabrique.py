"""An invented PLIE: other communes, no QPV, other norms, no clauses, no published document."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pandas as pd

from plie_metrics.publications.construction import construire
from plie_metrics.stockage import publier
from plie_metrics.territoire.lecture import COLONNES, COMMUNES, CONTOURS, QUARTIERS, sceller

LIVRE = Path(__file__).resolve().parents[2] / "data" / "plie.toml"
NOM = "PLIE du Pays des Trois Rivières"
VILLES = {"99001": ("Valmont", 21000), "99002": ("Beauclair", 9000), "99003": ("Roquefeuil", 4000)}
ARRETES = (date(2030, 6, 30), date(2030, 12, 31))
GENS = 90


def installer(dossier: Path) -> None:
    """Settings, territory, an empty folder of documents, two snapshots of demonstration."""
    (dossier / "publications").mkdir(parents=True)
    (dossier / "publications" / "documents.toml").write_text("# aucun\n", encoding="utf-8")
    construire(dossier / "publications")
    (dossier / "plie.toml").write_text(reglages(), encoding="utf-8")
    territoire(dossier / "territoire")
    for arrete in ARRETES:
        publier(
            dossier / "snapshots",
            arrete,
            extrait(arrete),
            produit_le=arrete,
            source="Exemple inventé",
            demonstration=True,
        )


def reglages() -> str:
    """The delivered settings, with the table [plie] of another and its own communes."""
    texte = LIVRE.read_text(encoding="utf-8")
    changements = {
        "PLIE de Dijon Métropole": NOM,
        '"Dijon Métropole"': '"Pays des Trois Rivières"',
        "GIP Créativ’": "Association Trois Rivières Emploi",
        "https://creativ21.fr": "",
        "contact@creativ21.fr": "",
        "file_active = 70, entrees = 56": "file_active = 45, entrees = 30",
        '"rapport_2016"': '""',
        '"convention_ml_2008"': '""',
        '"contrat_objectifs_ml_2009_2011"': '""',
        '["21231", "21166", "21617", "21355", "21515"]': '["99001", "99002"]',
        "2016-01-01": "2030-01-01",
        "2020-12-31": "2034-12-31",
    }
    for avant, apres in changements.items():
        assert avant in texte, avant
        texte = texte.replace(avant, apres)
    return texte


def territoire(dossier: Path) -> None:
    """Three communes in a row, square, and no quartier."""
    dossier.mkdir()
    communes = [
        (insee, nom, "", "", habitants, 44.5, 3.05 + rang / 10)
        for rang, (insee, (nom, habitants)) in enumerate(VILLES.items())
    ]
    contours = [
        (insee, VILLES[insee][0], ordre, x, y)
        for rang, insee in enumerate(VILLES)
        for ordre, (x, y) in enumerate(_carre(3 + rang / 10, 44.45))
    ]
    for nom, lignes in ((COMMUNES, communes), (QUARTIERS, []), (CONTOURS, contours)):
        table = pd.DataFrame(lignes, columns=list(COLONNES[nom]))
        table.to_csv(dossier / nom, index=False, lineterminator="\n")
    sceller(dossier)


def _carre(x: float, y: float) -> Iterator[tuple[float, float]]:
    for dx, dy in ((0, 0), (0.1, 0), (0.1, 0.1), (0, 0.1), (0, 0)):
        yield round(x + dx, 3), round(y + dy, 3)


def extrait(arrete: date) -> dict[str, pd.DataFrame]:
    """Ninety people who enter every ten days from 2028 on; a third of them have left."""
    entrees = [date(2028, 7, 1) + timedelta(days=10 * n) for n in range(GENS)]
    presents = [(n, jour) for n, jour in enumerate(entrees) if jour <= arrete]
    return {
        "participants": pd.DataFrame([_participant(n) for n, _ in presents]),
        "parcours": pd.DataFrame([_parcours(n, jour, arrete) for n, jour in presents]),
        "etapes": pd.DataFrame(
            {
                "etape_id": [f"E{n}" for n, _ in presents],
                "parcours_id": [f"A{n}" for n, _ in presents],
                "type_etape": ["formation" if n % 2 else "cdd_moins_6_mois" for n, _ in presents],
                "date_debut": [jour for _, jour in presents],
                "date_fin": [None for _ in presents],
            }
        ),
        "referents": pd.DataFrame(
            {"referent_id": ["R1", "R2"], "structure": ["Cap Emploi"] * 2, "etp": [1, 0.5]}
        ),
        "objectifs": pd.DataFrame(
            [("entrees", 40), ("file_active", 60), ("sorties_positives", 12)],
            columns=["indicateur", "cible"],
        ).assign(perimetre="plie", debut=date(2030, 1, 1), fin=date(2030, 12, 31)),
    }


def _participant(n: int) -> dict[str, Any]:
    return {
        "participant_id": f"P{n}",
        "sexe": "FH"[n % 2],
        "annee_naissance": 1970 + n % 35,
        "commune": list(VILLES)[n % 3],
        "qpv": None,
        "niveau_formation": ["V", "VI", "IV"][n % 3],
        "brsa": n % 2 == 0,
        "deld": n % 3 == 0,
    }


def _parcours(n: int, entree: date, arrete: date) -> dict[str, Any]:
    sortie = entree + timedelta(days=200)
    parti = n % 3 == 0 and sortie <= arrete
    return {
        "parcours_id": f"A{n}",
        "participant_id": f"P{n}",
        "referent_id": f"R{n % 2 + 1}",
        "structure": "Cap Emploi",
        "prescripteur": ["pole_emploi", "mission_locale"][n % 2],
        "date_entree": entree,
        "date_sortie": sortie if parti else None,
        "motif_sortie": ("emploi_cdi" if n % 2 else "autre") if parti else None,
    }
