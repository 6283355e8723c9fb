"""Verifications of the published figures on screen: one line each, arithmetic and source shown."""

from collections.abc import Mapping, Sequence

import streamlit as st

from pages._acces.export import telecharger
from pages._composants.texte import sur
from plie_metrics.exports.csv import en_csv
from plie_metrics.presentation.formats import nombre
from plie_metrics.presentation.rapprochement.arithmetique import calcul, explication
from plie_metrics.presentation.rapprochement.tableaux import provenance, tableau_des_cas
from plie_metrics.presentation.rapprochement.verdicts import Verdict, verdict
from plie_metrics.publications.rapprochement.cas import Cas

LARGEURS = (27, 25, 14, 34)
COLONNES_DE_LEGENDE = "grid-template-columns: repeat(auto-fit, minmax(11rem, 1fr))"


def afficher_cas(
    legende: str,
    cas: Sequence[Cas],
    titres: Mapping[str, str],
    cle: str,
    deja_vus: Sequence[Cas] = (),
) -> None:
    """The cases as a table, its caption above and its CSV below; `titres` names the documents.

    `deja_vus`: those that stand elsewhere on the page; only the CSV repeats them, first.
    """
    if cas:
        st.html(_html(legende, cas, titres))
    telecharger(
        "Télécharger ce tableau (CSV)",
        data=lambda: en_csv(tableau_des_cas(legende, [*deja_vus, *cas], titres)),
        file_name=f"plie-{cle}.csv",
        mime="text/csv",
        key=f"csv-{cle}",
        type="tertiary",
    )


def fiches_d_ecarts(cas: Sequence[Cas]) -> None:
    """A few cases to read at a glance: the arithmetic first, then what explains it or not."""
    st.html(f'<ul class="ecarts">{"".join(_fiche(un) for un in cas)}</ul>')


def legende_des_statuts(comptes: Mapping[Verdict, int]) -> None:
    """What each verdict means, its sign and how many cases have it."""
    morceaux = "".join(
        f"<li><strong>{sur(f'{un.libelle} : {nombre(effectif)}')}</strong><br>"
        f"{sur(un.signification)}</li>"
        for un, effectif in comptes.items()
    )
    st.html(f'<ul class="statuts source" style="{COLONNES_DE_LEGENDE}">{morceaux}</ul>')


def _fiche(cas: Cas) -> str:
    return (
        f'<li><p class="ecart-titre"><span class="ecart-statut{_alerte(cas)}">'
        f"{sur(verdict(cas).libelle)}</span>{sur(cas.titre)}</p>"
        f'<p class="ecart-calcul">{sur(calcul(cas))}</p>'
        f'<p class="source">{sur(explication(cas))}</p></li>'
    )


def _alerte(cas: Cas) -> str:
    return " sous-objectif" if verdict(cas) is Verdict.INEXPLIQUE else ""


def _html(legende: str, cas: Sequence[Cas], titres: Mapping[str, str]) -> str:
    colonnes = "".join(f'<col style="width:{largeur}%">' for largeur in LARGEURS)
    entetes = "".join(
        f'<th scope="col">{titre}</th>'
        for titre in ("Chiffre imprimé et source", "Calcul", "Statut", "Explication")
    )
    lignes = "".join(_ligne(un, titres) for un in cas)
    return (
        f'<table class="plie"><caption>{sur(legende)}</caption><colgroup>{colonnes}</colgroup>'
        f"<thead><tr>{entetes}</tr></thead><tbody>{lignes}</tbody></table>"
    )


def _ligne(cas: Cas, titres: Mapping[str, str]) -> str:
    return (
        f'<tr><th scope="row">{sur(cas.titre)}'
        f'<p class="source">{sur(provenance(cas, titres))}</p></th>'
        f"<td>{sur(calcul(cas))}</td>"
        f'<td class="statut{_alerte(cas)}">{sur(verdict(cas).libelle)}</td>'
        f"<td>{sur(explication(cas))}</td></tr>"
    )
