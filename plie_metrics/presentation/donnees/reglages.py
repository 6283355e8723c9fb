"""A mapping changed on screen, one choice at a time; every function gives a new mapping."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from plie_metrics.importation.correspondance import Correspondance, CorrespondanceTable
from plie_metrics.importation.proposition import Proposition
from plie_metrics.presentation.formats import avec_unite, liste, pourcent
from plie_metrics.presentation.tableau import Tableau, tableau, texte
from plie_metrics.schema import TABLES, Table, Type


def avec_origine(
    regles: Correspondance, table: str, origine: str, proposee: CorrespondanceTable | None = None
) -> Correspondance:
    """Read a table in another file or sheet, with the columns proposed for it; "" forgets it."""
    if not origine:
        return Correspondance({nom: r for nom, r in regles.tables.items() if nom != table})
    colonnes = proposee.colonnes if proposee else {}
    return _avec(regles, replace(regles.table(table), origine=origine, colonnes=colonnes))


def avec_colonne(regles: Correspondance, table: str, colonne: str, titre: str) -> Correspondance:
    """Read a column under another heading; "" forgets it."""
    actuelle = regles.table(table)
    autres = {nom: ancien for nom, ancien in actuelle.colonnes.items() if nom != colonne}
    choisies = autres | ({colonne: titre} if titre else {})
    rangees = {nom: choisies[nom] for nom in TABLES[table].noms if nom in choisies}
    return _avec(regles, replace(actuelle, colonnes=rangees))


def avec_valeur(
    regles: Correspondance, table: str, colonne: str, lue: str, code: str | None
) -> Correspondance:
    """Translate a value of the export into a code; None forgets the translation."""
    actuelle = regles.table(table)
    siennes = {**actuelle.valeurs.get(colonne, {})}
    siennes.pop(lue, None)
    if code is not None:
        siennes[lue] = code
    valeurs = {nom: v for nom, v in actuelle.valeurs.items() if nom != colonne}
    return _avec(
        regles, replace(actuelle, valeurs=valeurs | ({colonne: siennes} if siennes else {}))
    )


def avec_nominatives(regles: Correspondance, table: str, colonnes: Sequence[str]) -> Correspondance:
    """Replace the contents of these columns by a keyed hash."""
    return _avec(regles, replace(regles.table(table), nominatives=tuple(colonnes)))


def avec_echelle(regles: Correspondance, table: str, echelle: str) -> Correspondance:
    """Read the levels of training on this scale, « ancienne » or « 2019 »."""
    return _avec(regles, replace(regles.table(table), echelle_niveaux=echelle))


def pseudonymisables(table: Table) -> tuple[str, ...]:
    """The columns that hold a free text, which a hash may replace."""
    return tuple(
        colonne.nom
        for colonne in table.colonnes
        if colonne.type in (Type.TEXTE, Type.CATEGORIE) and not colonne.fermee and not colonne.motif
    )


def manquantes(
    regles: Correspondance, entetes: Mapping[str, Sequence[str]]
) -> dict[str, tuple[str, ...]]:
    """Table of the mapping → its required columns that no heading supplies."""
    trouvees = {}
    for nom, regle in regles.tables.items():
        if nom in TABLES and regle.origine in entetes:
            absentes = tuple(c for c in TABLES[nom].noms_requis if c not in regle.colonnes)
            if absentes:
                trouvees[nom] = absentes
    return trouvees


def resume(regles: Correspondance, entetes: Mapping[str, Sequence[str]]) -> str:
    """« 14 tables reconnues ; à préciser : commune (participants). »"""
    reconnues = avec_unite(len(regles.tables), "table reconnue", "tables reconnues")
    a_preciser = [
        f"{liste(list(colonnes))} ({nom})" for nom, colonnes in manquantes(regles, entetes).items()
    ]
    libres = [o for o in entetes if o not in {r.origine for r in regles.tables.values()}]
    morceaux = [reconnues]
    if a_preciser:
        morceaux.append(f"colonnes à préciser : {', '.join(a_preciser)}")
    if libres:
        morceaux.append(f"non reconnus : {', '.join(libres)}")
    return " ; ".join(morceaux) + "."


def tableau_correspondance(regles: Correspondance, proposition: Proposition) -> Tableau:
    """The columns read under another heading than their own name, and how sure the guess was."""
    return tableau(
        "Colonnes lues sous un autre titre ; les autres portent leur propre nom",
        (
            texte("Table"),
            texte("Fichier ou feuille"),
            texte("Colonne"),
            texte("Titre dans l’export"),
            texte("Ressemblance"),
        ),
        [
            (nom, regle.origine, colonne, titre, _surete(proposition, nom, colonne, titre))
            for nom, regle in regles.tables.items()
            for colonne, titre in regle.colonnes.items()
            if titre != colonne
        ],
    )


def _surete(proposition: Proposition, table: str, colonne: str, titre: str) -> str:
    proposee = proposition.correspondance.table(table).colonnes.get(colonne)
    if proposee != titre:
        return "choisie"
    score = proposition.ressemblances.get((table, colonne))
    return "choisie" if score is None else pourcent(score)


def _avec(regles: Correspondance, table: CorrespondanceTable) -> Correspondance:
    ensemble = {**regles.tables, table.table: table}
    return Correspondance({nom: ensemble[nom] for nom in TABLES if nom in ensemble})
