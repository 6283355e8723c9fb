"""What the check of a deposit found, on screen: errors, warnings, comparison."""

import streamlit as st

from pages._acces.export import telecharger
from pages._composants.ajustement import traduire
from pages._composants.arretes import est_demo, nommer
from pages._composants.controle import MONTREES, Ecarts, Examen
from pages._composants.depot import XLSX
from pages._composants.enumeration import enumerer
from pages._composants.graphique import titre_de_bloc
from pages._composants.tableau import afficher_tableau
from pages._composants.texte import sans_mise_en_forme
from plie_metrics.presentation.donnees import anomalies, comparaison
from plie_metrics.presentation.formats import avec_unite

CONTRE_DEMONSTRATION = (
    " C’est une démonstration : pour un extrait réel, ces écarts n’ont pas de sens."
)


def montrer_erreurs(examen: Examen, depot: str) -> None:
    """By cause, as files to correct from, with the values to translate, then line by line."""
    st.error(sans_mise_en_forme(examen.resume))
    afficher_tableau(anomalies.tableau_groupes(examen.groupes, examen.total), "erreurs-par-cause")
    with st.container(horizontal=True):
        _telecharger("Erreurs, cases fautives coloriées (XLSX)", examen.xlsx, examen, "xlsx", XLSX)
        _telecharger("Erreurs, une par ligne (CSV)", examen.csv, examen, "csv", "text/csv")
    if examen.inconnues:
        titre_de_bloc(
            "Des valeurs ne sont pas reconnues",
            "Dites ce qu’elles signifient, puis contrôlez à nouveau : la correspondance le retient",
        )
        traduire(examen.inconnues, depot)
    with st.expander(f"Erreurs ligne par ligne ({MONTREES} au plus ; toutes sont dans le CSV)"):
        afficher_tableau(
            anomalies.tableau_anomalies(examen.premieres, examen.total), "erreurs-par-ligne"
        )


def montrer_avertissements(examen: Examen) -> None:
    """What is unusual but possible: published, and kept with the arrêté."""
    if not examen.avertissements:
        return
    combien = avec_unite(len(examen.avertissements), "avertissement", "avertissements")
    with st.expander(f"{combien} : rien n’empêche de publier, ils seront gardés avec l’arrêté"):
        enumerer(examen.avertissements)


def montrer_ecarts(ecarts: Ecarts | None) -> None:
    """The extract beside a published arrêté: what is unusual first, everything folded."""
    if ecarts is None:
        titre_de_bloc("Comparaison", "Aucun arrêté lisible n’est publié : rien à comparer.")
        return
    couple = (ecarts.tables, ecarts.indicateurs)
    titre_de_bloc(
        comparaison.titre_comparaison(*couple),
        f"{comparaison.resume_comparaison(*couple)} Comparé à l’arrêté : {nommer(ecarts.avec)}."
        + (CONTRE_DEMONSTRATION if est_demo(ecarts.avec) else ""),
    )
    enumerer(comparaison.phrases_comparaison(*couple))
    with st.expander("Toute la comparaison, table par table et indicateur par indicateur"):
        afficher_tableau(comparaison.tableau_tables(ecarts.tables), "comparaison-tables")
        afficher_tableau(
            comparaison.tableau_indicateurs(ecarts.indicateurs, ecarts.avec.nom),
            "comparaison-indicateurs",
        )


def _telecharger(nom: str, contenu: bytes, examen: Examen, suffixe: str, mime: str) -> None:
    telecharger(
        nom,
        data=contenu,
        file_name=f"erreurs-import-{examen.arrete}.{suffixe}",
        mime=mime,
        key=f"erreurs-{suffixe}",
    )
