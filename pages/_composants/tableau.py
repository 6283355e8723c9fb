"""A table on screen: real HTML (readable aloud, printable), numbers to the right, and its CSV."""

from collections.abc import Callable
from html import escape

import streamlit as st

from pages._acces.export import telecharger
from pages._composants.texte import sur
from plie_metrics.exports.csv import en_csv
from plie_metrics.presentation.tableau import Tableau


def afficher_tableau(
    tableau: Tableau, cle: str, *, fichier: str = "", mention: Callable[[], str] | None = None
) -> None:
    """The table, its caption above and a « Télécharger » button below.

    `fichier`: the name of the file, `cle` by default. `mention` says whose figures they are, of
    which arrêté and under which secrecy; it is asked when the button is clicked.
    """
    st.html(_html(tableau))
    telecharger(
        "Télécharger ce tableau (CSV)",
        data=lambda: en_csv(tableau, [tableau.legende, mention()] if mention else ()),
        file_name=f"plie-{fichier or cle}.csv",
        mime="text/csv",
        key=f"csv-{cle}",
        type="tertiary",
    )


def _html(tableau: Tableau) -> str:
    titres = "".join(
        f'<th scope="col"{_classe(colonne.numerique)}>{sur(colonne.titre)}</th>'
        for colonne in tableau.colonnes
    )
    lignes = tableau.textes()
    corps = "".join(
        _ligne(tableau, textes, derniere=tableau.total and rang == len(lignes))
        for rang, textes in enumerate(lignes, 1)
    )
    return defilant(
        f'<table class="plie"><caption>{sur(tableau.legende)}</caption>'
        f"<thead><tr>{titres}</tr></thead><tbody>{corps}</tbody></table>",
        tableau.legende,
    )


def defilant(table: str, nom: str) -> str:
    """A table that scrolls sideways in a narrow window, by keyboard too; `nom` is read aloud."""
    return (
        f'<div class="defile" tabindex="0" role="region" aria-label="{escape(nom)}">{table}</div>'
    )


def _ligne(tableau: Tableau, textes: list[str], *, derniere: bool) -> str:
    premiere, *autres = textes
    cellules = "".join(
        f"<td{_classe(colonne.numerique)}>{sur(contenu)}</td>"
        for colonne, contenu in zip(tableau.colonnes[1:], autres, strict=True)
    )
    classe = ' class="total"' if derniere else ""
    return f'<tr{classe}><th scope="row">{sur(premiere)}</th>{cellules}</tr>'


def _classe(numerique: bool) -> str:
    return ' class="n"' if numerique else ""
