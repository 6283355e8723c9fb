"""A frozen view on screen, as its slide will show it."""

import streamlit as st

from pages._composants.entete import source
from pages._composants.texte import sur
from plie_metrics.editions.modele import Edition, TableauFige, VueFigee
from plie_metrics.exports.mentions import lire, paragraphes, pied


def montrer_vue(vue: VueFigee, edition: Edition, cle: str) -> None:
    """The slide: finding, picture, figures, comment, footer; nothing is computed again."""
    st.html(
        f'<h2 class="diapo-titre">{sur(vue.titre)}</h2><p class="sous-titre">'
        f"{sur(vue.sous_titre or vue.contexte)}</p>"
    )
    if vue.specification is None:
        st.html(tableau_html(vue.tableau))
    else:
        specification = dict(vue.specification)
        st.vega_lite_chart(
            spec=specification, theme=None, width="stretch", alt=vue.resume, key=f"diapo-{cle}"
        )
        with st.expander("Voir les chiffres"):
            st.html(tableau_html(vue.tableau))
    if vue.commentaire.strip():
        textes = "".join(f"<p>{sur(ligne)}</p>" for ligne in paragraphes(vue.commentaire))
        st.html(f'<div class="diapo-commentaire">{textes}</div>')
    st.html(f'<p class="source">{sur(" · ".join(pied(edition, vue)))}</p>')
    if vue.source:
        source(vue.source)


def tableau_html(tableau: TableauFige) -> str:
    """The table, readable aloud and printable."""
    classes = [' class="n"' if colonne.numerique else "" for colonne in tableau.colonnes]
    titres = "".join(
        f'<th scope="col"{classe}>{sur(colonne.titre)}</th>'
        for colonne, classe in zip(tableau.colonnes, classes, strict=True)
    )
    corps = ""
    for rang, ligne in enumerate(tableau.lignes, 1):
        total = ' class="total"' if tableau.total and rang == len(tableau.lignes) else ""
        cases = "".join(
            f"<td{classe}>{sur(lire(cellule))}</td>"
            for cellule, classe in zip(ligne[1:], classes[1:], strict=True)
        )
        corps += f'<tr{total}><th scope="row">{sur(lire(ligne[0]))}</th>{cases}</tr>'
    return (
        f'<table class="plie"><caption>{sur(tableau.legende)}</caption>'
        f"<thead><tr>{titres}</tr></thead><tbody>{corps}</tbody></table>"
    )
