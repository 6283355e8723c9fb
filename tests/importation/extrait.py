"""A small good extract and the ways to spoil it: what every test of the import starts from."""

from datetime import date, datetime
from pathlib import Path

from openpyxl import Workbook

from plie_metrics.importation.analyse import analyser
from plie_metrics.importation.correspondance_toml import correspondance_depuis

ARRETE = date(2016, 12, 31)
_FIN_PARTICIPANTS = ("niveau_formation", "brsa", "deld")
_FIN_PARCOURS = ("prescripteur", "date_entree", "date_sortie", "motif_sortie")
_FIN_ORIENTATIONS = ("prescripteur", "secteur", "qpv", "validee")

Lignes = list[list[str]]


def bon() -> dict[str, Lignes]:
    """Tables → rows of texts, the heading first; publishable without any warning."""
    return {
        "participants": [
            ["participant_id", "sexe", "annee_naissance", "commune", "qpv", *_FIN_PARTICIPANTS],
            ["A1", "F", "1980", "21231", "QP021003", "V", "true", "false"],
            ["A2", "H", "1975", "21166", "", "", "false", "true"],
            ["A3", "F", "1990", "21355", "VEILLE-LONGVIC-GUYNEMER", "III+", "false", "false"],
        ],
        "parcours": [
            ["parcours_id", "participant_id", "referent_id", "structure", *_FIN_PARCOURS],
            ["P1", "A1", "R1", "Dijon", "pole_emploi", "2015-02-03", "2016-03-04", "emploi_cdi"],
            ["P2", "A2", "R1", "Dijon", "mission_locale", "2016-05-12", "", ""],
            ["P3", "A3", "R2", "Chenôve", "spip", "2016-10-01", "", ""],
        ],
        "etapes": [
            ["etape_id", "parcours_id", "type_etape", "date_debut", "date_fin", "heures_hebdo"],
            ["E1", "P1", "cdi", "2016-01-04", "", "35"],
            ["E2", "P2", "formation", "2016-06-01", "2016-07-31", "17.5"],
        ],
        "entretiens": [
            ["entretien_id", "parcours_id", "date"],
            ["N1", "P2", "2016-12-02"],
            ["N2", "P3", "2016-12-31"],
        ],
        "referents": [
            ["referent_id", "structure", "etp"],
            ["R1", "Dijon", "0.8"],
            ["R2", "Chenôve", "1"],
        ],
        "clauses_contrats": [
            ["contrat_id", "participant_id", "type_contrat", "secteur", "date_debut", "date_fin"],
            ["C1", "A1", "CDD", "BTP", "2016-01-04", "2016-06-30"],
            ["C2", "", "C/PRO", "SERVICES", "2016-02-01", ""],
        ],
        "clauses_heures": [
            ["contrat_id", "mois", "heures"],
            ["C1", "2016-01-01", "151.67"],
            ["C1", "2016-02-01", "120"],
        ],
        "clauses_orientations": [
            ["orientation_id", "candidat_id", "participant_id", "date", *_FIN_ORIENTATIONS],
            ["O1", "K1", "A1", "2016-01-02", "PLIE", "BTP", "QP021003", "true"],
        ],
    }


def ecrire(dossier: Path, tables: dict[str, Lignes], **options: str) -> Path:
    """One CSV a table; `delimiteur`, `codage` and `fin` (line end) may be told."""
    dossier.mkdir(parents=True, exist_ok=True)
    delimiteur, fin = options.get("delimiteur", ","), options.get("fin", "\n")
    for nom, lignes in tables.items():
        texte = "".join(delimiteur.join(ligne) + fin for ligne in lignes)
        fichier = dossier / f"{nom}.csv"
        fichier.write_bytes(texte.encode(options.get("codage", "utf-8")))
    return dossier


def ecrire_classeur(fichier: Path, tables: dict[str, Lignes]) -> Path:
    """One sheet a table, dates and numbers typed as a spreadsheet does."""
    classeur = Workbook()
    classeur.remove(classeur.active)
    for nom, (entete, *lignes) in tables.items():
        feuille = classeur.create_sheet(nom)
        feuille.append(entete)
        for ligne in lignes:
            feuille.append([_typee(texte) for texte in ligne])
    classeur.save(fichier)
    return fichier


def _typee(texte: str) -> object:
    if texte in ("true", "false"):
        return texte == "true"
    try:
        return datetime.fromisoformat(texte) if len(texte) == 10 else float(texte)
    except ValueError:
        return texte or None


def messages(source: Path, toml: str = "", **options: object) -> list[str]:
    """Every error of a source, as told."""
    regles = correspondance_depuis(toml) if toml else None
    with analyser(source, ARRETE, regles, **options) as rapport:
        dits = [str(anomalie) for anomalie in rapport.anomalies()]
        assert len(dits) == rapport.nombre_anomalies
        assert rapport.publiable == (not dits)
        return dits


def avertissements(source: Path, toml: str = "", **options: object) -> list[str]:
    """Every warning of a source, as told."""
    regles = correspondance_depuis(toml) if toml else None
    with analyser(source, ARRETE, regles, **options) as rapport:
        return [str(avertissement) for avertissement in rapport.avertissements]
