"""The mapping adjusted on screen, one choice at a time; each choice is kept at once."""

from collections.abc import Mapping, Sequence

import streamlit as st

from pages._composants.correspondance import REGLES, Entetes, regles
from plie_metrics.importation.correspondance import ECHELLES
from plie_metrics.importation.proposition import Proposition
from plie_metrics.presentation.donnees import reglages
from plie_metrics.schema import TABLES, libelle
from plie_metrics.typographie import typographier

AUCUN = ""


def ajuster(entetes: Entetes, proposition: Proposition, depot: str) -> None:
    """One table at a time: its file, its columns, what is to be hashed."""
    a_preciser = reglages.manquantes(regles(), entetes)
    table: str = st.selectbox(
        "Table à ajuster",
        list(TABLES),
        index=list(TABLES).index(next(iter(a_preciser), next(iter(TABLES)))),
        format_func=lambda nom: f"{nom} ({TABLES[nom].libelle})",
        key=f"table-{depot}",
    )
    _choisir_origine(table, entetes, proposition, depot)
    origine = regles().table(table).origine
    if origine in entetes:
        _choisir_colonnes(table, entetes[origine], f"{depot}-{origine}")
        _choisir_nominatives(table, depot)
    if table == "participants":
        _choisir_echelle(table, depot)


def traduire(inconnues: Mapping[tuple[str, str], Sequence[str]], depot: str) -> None:
    """A box for each value that was not understood, to give it its meaning."""
    with st.container(horizontal=True):
        for (table, colonne), valeurs in inconnues.items():
            modalites = TABLES[table].colonne(colonne).modalites
            for valeur in valeurs:
                cle = f"valeur-{depot}-{table}-{colonne}-{valeur}"
                st.selectbox(
                    f"{colonne} ({table}) : « {valeur} » veut dire",
                    [None, *modalites],
                    format_func=lambda c, nom=colonne: "à choisir" if c is None else _nom(nom, c),
                    key=cle,
                    width=330,
                    on_change=_retenir_valeur,
                    args=(cle, table, colonne, valeur),
                )


def _nom(colonne: str, code: str) -> str:
    return typographier(libelle(colonne, code))


def _choisir_origine(table: str, entetes: Entetes, proposition: Proposition, depot: str) -> None:
    origines = [AUCUN, *entetes]
    actuelle = regles().table(table).origine
    cle = f"origine-{depot}-{table}"
    st.selectbox(
        "Fichier ou feuille",
        origines,
        index=origines.index(actuelle) if actuelle in origines else 0,
        format_func=lambda nom: nom or "aucun",
        key=cle,
        on_change=_retenir_origine,
        args=(cle, table, proposition),
    )


def _choisir_colonnes(table: str, titres: Sequence[str], depot: str) -> None:
    choix = [AUCUN, *dict.fromkeys(titre for titre in titres if titre)]
    st.html('<p class="sous-titre">Titre de chaque colonne dans l’export ; * : obligatoire</p>')
    colonnes = st.columns(3)
    for rang, colonne in enumerate(TABLES[table].colonnes):
        actuel = regles().table(table).colonnes.get(colonne.nom, AUCUN)
        cle = f"colonne-{depot}-{table}-{colonne.nom}"
        with colonnes[rang % 3]:
            st.selectbox(
                f"{colonne.libelle} ({colonne.nom}){' *' if colonne.requise else ''}",
                choix,
                index=choix.index(actuel) if actuel in choix else 0,
                format_func=lambda titre: titre or "aucune",
                key=cle,
                on_change=_retenir_colonne,
                args=(cle, table, colonne.nom),
            )


def _choisir_nominatives(table: str, depot: str) -> None:
    cle = f"nominatives-{depot}-{table}"
    st.multiselect(
        "Colonnes nominatives, à remplacer par une empreinte",
        reglages.pseudonymisables(TABLES[table]),
        default=regles().table(table).nominatives,
        placeholder="aucune",
        key=cle,
        on_change=_retenir_nominatives,
        args=(cle, table),
    )


def _choisir_echelle(table: str, depot: str) -> None:
    cle = f"echelle-{depot}-{table}"
    st.selectbox(
        "Niveaux de formation",
        ECHELLES,
        index=ECHELLES.index(regles().table(table).echelle_niveaux),
        format_func=lambda e: "III+ à VI" if e == ECHELLES[0] else "échelle de 2019, 3 à 8",
        key=cle,
        on_change=_retenir_echelle,
        args=(cle, table),
    )


def _retenir_origine(cle: str, table: str, proposition: Proposition) -> None:
    proposee = proposition.correspondance.tables.get(table)
    origine = st.session_state[cle]
    memes = proposee if proposee is not None and proposee.origine == origine else None
    st.session_state[REGLES] = reglages.avec_origine(regles(), table, origine, memes)


def _retenir_colonne(cle: str, table: str, colonne: str) -> None:
    st.session_state[REGLES] = reglages.avec_colonne(
        regles(), table, colonne, st.session_state[cle]
    )


def _retenir_nominatives(cle: str, table: str) -> None:
    st.session_state[REGLES] = reglages.avec_nominatives(regles(), table, st.session_state[cle])


def _retenir_echelle(cle: str, table: str) -> None:
    st.session_state[REGLES] = reglages.avec_echelle(regles(), table, st.session_state[cle])


def _retenir_valeur(cle: str, table: str, colonne: str, valeur: str) -> None:
    st.session_state[REGLES] = reglages.avec_valeur(
        regles(), table, colonne, valeur, st.session_state[cle]
    )
