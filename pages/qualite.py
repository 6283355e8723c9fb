"""Qualité: what to repair first in the data of an arrêté, field by field and file by file."""

from dataclasses import replace

import streamlit as st

from pages._acces.export import telecharger
from pages._acces.identite import refus
from pages._composants.arretes import (
    AUCUN,
    DEMONSTRATION,
    arretes_visibles,
    choisir_arrete,
    est_demo,
)
from pages._composants.entete import bandeau, entete, source
from pages._composants.graphique import afficher_graphique, titre_de_bloc
from pages._composants.qualite import noms_des_referents, rapport_qualite
from pages._composants.tableau import afficher_tableau
from plie_metrics.catalogue import charger
from plie_metrics.exports.csv import en_csv
from plie_metrics.exports.xlsx import en_xlsx
from plie_metrics.identite import lire_identite
from plie_metrics.presentation.formats import avec_unite, jour_long, nombre
from plie_metrics.presentation.graphiques.barres_titrees import barres_titrees, en_une_phrase
from plie_metrics.presentation.qualite import completude, constat, effets, tableaux
from plie_metrics.qualite import Constat

TOUS = ""
MONTRES = 50


def choisir_referent() -> str:
    choisi: str = st.selectbox(
        "Référent",
        [TOUS, *noms],
        format_func=lambda code: noms.get(code, "Tous les référents"),
        key="dossiers_de",
        bind="query-params",
    )
    return choisi


def nommer(code: str | None) -> str:
    return tableaux.INCONNU if code is None else noms.get(code, code)


def bloc_enjeux(constats: tuple[Constat, ...], titre: str, cle: str) -> None:
    lignes = effets.barres_enjeux(constats, catalogue)
    afficher_graphique(
        barres_titrees(lignes, borne=enjeux.plus_grand),
        titre=titre,
        sous_titre=f"Part de l’objectif en jeu, au plus · {effets.legende(constats)}",
        resume=en_une_phrase(lignes),
        tableau=tableaux.tableau_enjeux(constats, catalogue, nature),
        cle=f"{prefixe}-{cle}",
    )


def bloc_dossiers() -> None:
    par_code = {c.regle.code: c for c in rapport.constats}
    choisi = par_code[
        st.selectbox(
            "Constat",
            list(par_code),
            format_func=lambda code: (
                f"{effets.court(par_code[code])} : {nombre(par_code[code].effectif)}"
            ),
            key="constat",
            bind="query-params",
        )
    ]
    if choisi.effectif > MONTRES:
        st.html(
            f'<p class="sous-titre">Les {MONTRES} premiers cas sur {nombre(choisi.effectif)} ; '
            "tous sont dans les fichiers à télécharger plus haut.</p>"
        )
    afficher_tableau(
        tableaux.tableau_dossiers(choisi, nommer, nature, MONTRES), f"{prefixe}-{choisi.regle.code}"
    )


def bloc_exports() -> None:
    with st.container(horizontal=True):
        telecharger(
            f"Tous les dossiers à vérifier (CSV, {avec_unite(cas, 'ligne', 'lignes')})",
            data=lambda: en_csv(tableaux.tableau_complet(rapport, catalogue, nommer, nature)),
            file_name=f"plie-{prefixe}.csv",
            mime="text/csv",
        )
        telecharger(
            "Le rapport complet (XLSX)",
            data=lambda: en_xlsx(tableaux.feuilles(rapport, catalogue, nommer, nature)),
            file_name=f"plie-{prefixe}.xlsx",
            mime="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        )


def bloc_completude() -> None:
    titre_de_bloc(
        constat.titre_completude(rapport.completudes),
        "Part des lignes concernées où le champ est rempli, pour tout l’arrêté · rouge : "
        "incomplet · une case vide qui a un sens (« en cours », « hors QPV ») n’est pas comptée",
    )
    piles = completude.colonnes(rapport.completudes, 2)
    for rang, (colonne, pile) in enumerate(zip(st.columns(2, gap="large"), piles, strict=False)):
        with colonne:
            st.vega_lite_chart(
                spec=completude.bandes(pile),
                theme=None,
                width="stretch",
                alt=completude.en_une_phrase(pile),
                key=f"qualite-completude-{rang}",
            )
    with st.expander("Voir les chiffres"):
        afficher_tableau(tableaux.tableau_completude(rapport, nature), f"{prefixe}-completude")


interdit = refus()
visibles = arretes_visibles(interdit)
haut = st.container()
if not visibles:
    with haut:
        entete(f"Qualité des données · {lire_identite().nom}", "Aucun arrêté à contrôler")
    st.markdown(AUCUN)
    if interdit:
        bandeau(interdit)
    st.stop()

gauche, droite = st.columns(2, gap="medium")
with gauche:
    choisi = choisir_arrete(visibles)
ensemble, noms, catalogue = rapport_qualite(choisi), noms_des_referents(choisi), charger()
with droite:
    referent = choisir_referent()

rapport = ensemble.pour(referent) if referent else ensemble
enjeux = effets.repartir(rapport.constats)
rapport = replace(rapport, constats=enjeux.tous)
nature = tableaux.DEMONSTRATION if est_demo(choisi) else tableaux.REELLES
prefixe = f"{'demonstration-' if est_demo(choisi) else ''}qualite-{choisi.nom}"
cas = sum(c.effectif for c in rapport.constats)

with haut:
    entete(
        f"Qualité des données · {lire_identite().nom} · arrêté du {jour_long(choisi.arrete)} · "
        f"{nommer(referent) if referent else 'tous les référents'}",
        constat.constat_qualite(rapport, nommer(referent) if referent else ""),
    )
    if est_demo(choisi):
        bandeau(DEMONSTRATION)

if enjeux.a_reparer:
    bloc_enjeux(enjeux.a_reparer, constat.titre_a_reparer(enjeux.a_reparer), "a-reparer")
else:
    titre_de_bloc("À réparer d’abord", constat.SANS_ENJEU)
if rapport.constats:
    bloc_exports()
if any(c.enjeu for c in enjeux.a_suivre):
    bloc_enjeux(enjeux.a_suivre, "À suivre dans l’activité, plus que dans la saisie", "a-suivre")

titre_de_bloc("Les dossiers derrière chaque constat", constat.sous_titre_dossiers(rapport))
if rapport.constats:
    bloc_dossiers()
    with st.expander("Tous les constats, et ce qu’il faut faire"):
        afficher_tableau(
            tableaux.tableau_constats(rapport, catalogue, nature), f"{prefixe}-constats"
        )
    with st.expander("Cas par référent"):
        afficher_tableau(
            tableaux.tableau_referents(rapport, nommer, nature), f"{prefixe}-referents"
        )

bloc_completude()
source(
    "Les sorties sont jugées sur l’année civile de l’arrêté, selon les critères du rapport "
    "d’activité 2016 (« Les critères de sorties positives du PLIE ») ; le reste sur tout "
    "l’extrait. Une sortie relevée n’est pas fausse : ses étapes, telles qu’elles sont saisies, ne "
    "suffisent pas à la justifier."
)
if interdit:
    source(interdit)
