"""The bar of choices, drawn by the frame above each page: arrêté, period, comparison, filters.

Every choice is in the address, as its label; the frame draws the same widgets on every page that
looks at an arrêté, and the session keeps them while another page is read (`persist_state`).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

import streamlit as st

from pages._composants.arretes import ARRETE, titre
from plie_metrics.filtres import NOMS, Filtres
from plie_metrics.periodes import Periode
from plie_metrics.planches.calendrier import Choix
from plie_metrics.presentation.formats import jour
from plie_metrics.secret.porte import Porte
from plie_metrics.stockage import Entree

PERIODE: Final = "periode"
COMPARER: Final = "comparer"
DU, AU = "du", "au"
LIBRE: Final = "Dates libres…"
UN_AN: Final = "Un an plus tôt"
RIEN: Final = "Sans comparaison"
TITRES: Final[Mapping[str, str]] = {nom: mot.capitalize() for nom, mot in NOMS.items()}


@dataclass(frozen=True)
class Comparaison:
    """What the figures are compared with: an earlier arrêté, the year before, or nothing."""

    entree: Entree | None = None
    un_an: bool = False


def choisir_entree(entrees: Sequence[Entree]) -> Entree:
    """The arrêté looked at; the latest at first."""
    par_nom = {entree.nom: entree for entree in entrees}
    nom: str = st.selectbox(
        "Arrêté",
        list(par_nom),
        format_func=lambda nom: titre(par_nom[nom]),
        key=ARRETE,
        bind="query-params",
        persist_state="session",
        label_visibility="collapsed",
    )
    return par_nom[nom]


def choisir_periode(offerts: Sequence[Choix], arrete: date, *, libre: bool) -> Choix:
    """The period; free dates for who may ask for any."""
    par_nom = {choix.nom: choix for choix in offerts}
    options = [*par_nom, LIBRE] if libre else list(par_nom)
    nom: str = st.selectbox(
        "Période",
        options,
        key=PERIODE,
        bind="query-params",
        persist_state="session",
        label_visibility="collapsed",
    )
    if nom == LIBRE:
        return _libre(offerts[0].periode, arrete)
    return par_nom[nom]


def _libre(defaut: Periode, arrete: date) -> Choix:
    du = st.date_input(
        "Du",
        defaut.du,
        max_value=arrete,
        format="DD/MM/YYYY",
        key=DU,
        bind="query-params",
        persist_state="session",
    )
    au = st.date_input(
        "Au",
        defaut.au,
        max_value=arrete,
        format="DD/MM/YYYY",
        key=AU,
        bind="query-params",
        persist_state="session",
    )
    periode = Periode(du, au)
    return Choix(f"Du {jour(du)} au {jour(au)}", periode, periode.au == arrete)


def choisir_comparaison(entree: Entree, entrees: Sequence[Entree]) -> Comparaison:
    """The arrêté just before at first."""
    anterieurs = {
        f"Depuis l’arrêté du {jour(e.arrete)}": e for e in entrees if e.arrete < entree.arrete
    }
    nom: str = st.selectbox(
        "Comparer",
        [*anterieurs, UN_AN, RIEN],
        key=COMPARER,
        bind="query-params",
        persist_state="session",
        label_visibility="collapsed",
    )
    return Comparaison(anterieurs.get(nom), nom == UN_AN)


def choisir_filtres(porte: Porte, noms: Mapping[str, Mapping[str, str]]) -> Filtres:
    """The filters of this profile in a folded box; `noms`: names by filter and code."""
    cles = _filtres_offerts(porte)
    actifs = [cle for cle in cles if st.session_state.get(cle)]
    titre = f"Filtres ({len(actifs)})" if actifs else "Filtres"
    with st.popover(titre):
        valeurs = {cle: _choisir(cle, porte, noms.get(cle, {}), actifs) for cle in cles}
        if porte.profil.protege:
            st.caption("Ce profil choisit un seul filtre à la fois.")
    if actifs:
        st.button("Effacer", on_click=_effacer, args=(cles,), help="Retire tous les filtres")
    return Filtres(**valeurs)


def _filtres_offerts(porte: Porte) -> tuple[str, ...]:
    if not porte.profil.protege:
        return tuple(NOMS)
    portefeuille = ("referent",) if porte.referent else ()
    return ("commune", "qpv", "sexe", "prescripteur", *portefeuille)


def _choisir(
    cle: str, porte: Porte, noms: Mapping[str, str], actifs: Sequence[str]
) -> tuple[str, ...]:
    codes = {*porte.modalites.get(cle, ()), *noms}
    seul = porte.profil.protege
    return tuple(
        st.multiselect(
            TITRES[cle],
            sorted(codes, key=lambda code: noms.get(code, code)),
            format_func=lambda code: noms.get(code, code),
            key=cle,
            bind="query-params",
            persist_state="session",
            placeholder="Tous",
            max_selections=1 if seul else None,
            disabled=seul and bool(actifs) and cle not in actifs,
        )
    )


def _effacer(cles: Sequence[str]) -> None:
    for cle in cles:
        st.session_state[cle] = []
