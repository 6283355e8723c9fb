"""The views of a draft: choose one, move it, comment it, see its slide."""

import streamlit as st

from pages._composants.copil.saisie import agir, enregistrer_texte, zone
from pages._composants.copil.vue import montrer_vue
from pages._composants.texte import sans_mise_en_forme, sur
from plie_metrics.editions.brouillon import Brouillon, Demande
from plie_metrics.editions.composition import Composition
from plie_metrics.editions.gestes import ChampVue, Geste, deplacer, ecrire, retirer
from plie_metrics.editions.modele import VueFigee

VIDE = (
    "Aucune vue pour l’instant. Ouvrez une page, réglez la période et les filtres, puis cliquez "
    "« Ajouter au COPIL » sous ce qui doit être montré."
)


def etape_vues(brouillon: Brouillon, composition: Composition) -> None:
    """The list at the left, the slide and its texts at the right."""
    if not brouillon.vues:
        st.info(sans_mise_en_forme(VIDE))
        return
    faites = dict(
        zip((d.ident for d in composition.demandes), composition.edition.vues, strict=True)
    )
    gauche, droite = st.columns([4, 6], gap="large")
    with gauche:
        choisie = _liste(brouillon, faites)
        faite = faites.get(choisie.ident)
        if faite is None:
            st.warning(sans_mise_en_forme(composition.refus[choisie.ident]))
        else:
            _textes(brouillon, choisie, faite)
    if faite is not None:
        with droite, st.container(border=True):
            montrer_vue(faite, composition.edition, choisie.ident)


def _liste(brouillon: Brouillon, faites: dict[str, VueFigee]) -> Demande:
    titres = {
        vue.ident: f"{rang}. {faites[vue.ident].titre if vue.ident in faites else vue.titre}"
        for rang, vue in enumerate(brouillon.vues, 1)
    }
    ident: str = st.radio(
        "Vues",
        list(titres),
        format_func=lambda nom: sans_mise_en_forme(titres[nom]),
        key=f"copil-vue-{brouillon.identifiant}",
    )
    gestes: tuple[tuple[str, str, Geste], ...] = (
        ("Monter", "monter", deplacer(ident, -1)),
        ("Descendre", "descendre", deplacer(ident, 1)),
        ("Retirer", "retirer", retirer(ident)),
    )
    with st.container(horizontal=True, gap="small"):
        for titre, nom, geste in gestes:
            st.button(titre, key=f"copil-{nom}", on_click=agir, args=(brouillon.identifiant, geste))
    return next(vue for vue in brouillon.vues if vue.ident == ident)


def _textes(brouillon: Brouillon, demande: Demande, faite: VueFigee) -> None:
    cle = f"copil-{brouillon.identifiant}-{demande.ident}"
    _phrases(brouillon, demande, faite, cle)
    zones: tuple[tuple[str, ChampVue, str, int], ...] = (
        ("Commentaire, lu par tous", "commentaire", demande.commentaire, 120),
        ("Notes, pour vous seule", "notes", demande.notes, 90),
    )
    for titre, champ, actuel, hauteur in zones:
        zone(
            titre,
            brouillon.identifiant,
            actuel,
            f"{cle}-{champ}",
            lambda lu, texte, champ=champ: ecrire(demande.ident, champ, lu, texte),
            hauteur=hauteur,
        )


def _phrases(brouillon: Brouillon, demande: Demande, faite: VueFigee, cle: str) -> None:
    """The computed sentences, offered as a start."""
    neuves = [phrase for phrase in faite.phrases if phrase not in demande.commentaire]
    if not neuves:
        return
    with st.expander("Phrases proposées"):
        for rang, phrase in enumerate(neuves):
            texte, bouton = st.columns([8, 2], vertical_alignment="center")
            texte.html(f"<p>{sur(phrase)}</p>")
            bouton.button(
                "Reprendre",
                key=f"{cle}-phrase-{rang}",
                on_click=_reprendre,
                args=(brouillon.identifiant, demande.ident, f"{cle}-commentaire", phrase),
            )


def _reprendre(brouillon: str, ident: str, cle: str, phrase: str) -> None:
    st.session_state[cle] = f"{st.session_state.get(cle, '')}\n{phrase}".strip()
    enregistrer_texte(brouillon, cle, lambda lu, texte: ecrire(ident, "commentaire", lu, texte))
