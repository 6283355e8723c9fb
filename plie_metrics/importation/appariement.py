"""Headings of a file against the columns of a table: what is read, what is left out, what lacks."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from plie_metrics.importation.anomalie import Anomalie, Avertissement
from plie_metrics.importation.correspondance import CorrespondanceTable, format_strptime
from plie_metrics.importation.entetes import est_naissance, est_nominatif, proche
from plie_metrics.importation.table_lue import FORMATS, ISO, ColonneLue, TableLue
from plie_metrics.importation.textes import apercu, cle_texte
from plie_metrics.schema import TABLES, Colonne, Table

ANNEE: Final = "annee_naissance"


@dataclass(frozen=True)
class Appariement:
    """The table as it will be read, and what there is to say of its headings."""

    table: TableLue
    anomalies: tuple[Anomalie, ...]
    avertissements: tuple[Avertissement, ...]


def apparier(
    table: Table, origine: str, entetes: Sequence[str], regles: CorrespondanceTable
) -> Appariement:
    """Find each column of `table` among `entetes`; a mapped heading goes before the name."""
    rangs = _rangs(entetes)
    lues: list[ColonneLue] = []
    anomalies = _doubles(table, entetes, regles)
    for colonne in table.colonnes:
        trouve = _trouver(colonne, rangs, regles)
        if trouve is None:
            anomalies += _absence(table, colonne, entetes, regles)
        elif _nominative_non_declaree(entetes[trouve], colonne, regles):
            anomalies.append(_refus_nominatif(table, colonne, entetes[trouve]))
        else:
            lues.append(_lue(colonne, trouve, entetes[trouve], regles))
    if table.nom == "participants":
        anomalies, lues = _avec_annee(anomalies, lues, entetes, regles)
    prises = {lue.rang for lue in lues}
    return Appariement(
        TableLue(table, origine, tuple(lues)),
        tuple(anomalies),
        tuple(_ecartees(table, entetes, prises, lues)),
    )


def _rangs(entetes: Sequence[str]) -> dict[str, int]:
    rangs: dict[str, int] = {}
    for rang, titre in enumerate(entetes):
        rangs.setdefault(cle_texte(titre), rang)
    rangs.pop("", None)
    return rangs


def _trouver(colonne: Colonne, rangs: dict[str, int], regles: CorrespondanceTable) -> int | None:
    titre = regles.colonnes.get(colonne.nom)
    return rangs.get(cle_texte(colonne.nom if titre is None else titre))


def _lue(colonne: Colonne, rang: int, titre: str, regles: CorrespondanceTable) -> ColonneLue:
    return ColonneLue(
        colonne,
        rang,
        titre,
        valeurs=regles.valeurs.get(colonne.nom, {}),
        dates=(ISO, *map(format_strptime, regles.dates)) if regles.dates else FORMATS,
        nominative=colonne.nom in regles.nominatives,
        naissance=colonne.nom == ANNEE and est_naissance(titre),
        echelle_2019=regles.echelle_niveaux == "2019",
    )


def _doubles(table: Table, entetes: Sequence[str], regles: CorrespondanceTable) -> list[Anomalie]:
    utiles = {cle_texte(regles.colonnes.get(nom, nom)): nom for nom in table.noms}
    cles = [cle_texte(titre) for titre in entetes]
    return [
        Anomalie(
            table.nom,
            f"{cles.count(cle)} colonnes portent ce titre.",
            "Gardez-en une seule.",
            1,
            nom,
        )
        for cle, nom in utiles.items()
        if cles.count(cle) > 1
    ]


def _absence(
    table: Table, colonne: Colonne, entetes: Sequence[str], regles: CorrespondanceTable
) -> list[Anomalie]:
    if colonne.nom in regles.colonnes:
        titre = regles.colonnes[colonne.nom]
        idee = proche(titre, entetes)
        suite = f"« {idee} » y ressemble. " if idee else ""
        return [
            Anomalie(
                table.nom,
                f"aucune colonne ne porte le titre « {titre} » donné par la correspondance.",
                f"{suite}Corrigez la clé {table.nom}.colonnes.{colonne.nom}.",
                1,
                colonne.nom,
            )
        ]
    if not colonne.requise:
        return []
    libres = [titre for titre in entetes if cle_texte(titre) not in table.noms]
    idee = proche(colonne.nom, libres) or proche(colonne.libelle, libres)
    remede = f"Renommez ainsi « {idee} », qui y ressemble" if idee else "Ajoutez-la à l’extrait"
    return [
        Anomalie(
            table.nom,
            "la colonne manque.",
            f"{remede}, ou déclarez-la dans un fichier de correspondance.",
            1,
            colonne.nom,
        )
    ]


def _nominative_non_declaree(titre: str, colonne: Colonne, regles: CorrespondanceTable) -> bool:
    if not est_nominatif(titre) or colonne.nom in regles.nominatives:
        return False
    # a référent's name is shown to the team; a birth date gives its year
    return colonne.nom not in ("nom_affiche", "identifiant_connexion", ANNEE)


def _refus_nominatif(table: Table, colonne: Colonne, titre: str) -> Anomalie:
    return Anomalie(
        table.nom,
        f"« {titre} » est une donnée nominative, qui n’est jamais conservée telle quelle.",
        f'Déclarez-la : nominatives = ["{colonne.nom}"] dans la section [{table.nom}] de la '
        "correspondance ; elle sera remplacée par une empreinte.",
        1,
        colonne.nom,
    )


def _avec_annee(
    anomalies: list[Anomalie],
    lues: list[ColonneLue],
    entetes: Sequence[str],
    regles: CorrespondanceTable,
) -> tuple[list[Anomalie], list[ColonneLue]]:
    """When the year of birth lacks and the full date is there, read its year."""
    rang = next((rang for rang, titre in enumerate(entetes) if est_naissance(titre)), None)
    manque = [a for a in anomalies if a.colonne == ANNEE]
    if rang is None or not manque or ANNEE in regles.colonnes:
        return anomalies, lues
    annee = _lue(TABLES["participants"].colonne(ANNEE), rang, entetes[rang], regles)
    return [a for a in anomalies if a.colonne != ANNEE], [*lues, annee]


def _ecartees(
    table: Table, entetes: Sequence[str], prises: set[int], lues: Sequence[ColonneLue]
) -> list[Avertissement]:
    absentes = [nom for nom in table.noms if nom not in {lue.nom for lue in lues}]
    textes = [
        f"de « {lue.titre} », seule l’année de naissance a été conservée"
        for lue in lues
        if lue.naissance
    ]
    textes += [
        _pourquoi(rang, titre, absentes) for rang, titre in enumerate(entetes) if rang not in prises
    ]
    return [Avertissement(table.nom, texte) for texte in textes]


def _pourquoi(rang: int, titre: str, absentes: Sequence[str]) -> str:
    if not titre.strip():
        return f"la colonne {rang + 1}, sans titre, n’a pas été lue"
    if est_nominatif(titre):
        return f"la colonne « {apercu(titre)} », nominative, a été écartée : rien n’en est conservé"
    idee = proche(titre, absentes)
    suite = f" (vouliez-vous dire {idee} ?)" if idee else ""
    return f"la colonne « {apercu(titre)} », inconnue, a été ignorée{suite}"
