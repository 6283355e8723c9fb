"""What a draft is as a whole: title, meeting, for whom, which arrêté, beside what; decisions."""

import streamlit as st

from pages._acces.visiteur import Visiteur
from pages._composants.copil.donnees import atelier_pour, chantier, noms_des_arretes
from pages._composants.copil.saisie import agir, zone
from pages._composants.texte import sans_mise_en_forme
from plie_metrics.editions.brouillon import UN_AN, Brouillon
from plie_metrics.editions.gestes import aligner, decider, regler
from plie_metrics.editions.visibilite import FAITES_POUR
from plie_metrics.erreurs import ErreurPlie
from plie_metrics.secret.profils import PROFILS

RIEN = ""


def etape_reglages(brouillon: Brouillon, visiteur: Visiteur) -> None:
    """The settings in a form; the decisions and the texts kept aside."""
    gauche, droite = st.columns(2, gap="large")
    with gauche:
        _formulaire(brouillon, noms_des_arretes(visiteur))
        _aligner(brouillon, visiteur)
    with droite:
        zone(
            "Décisions, une par ligne",
            brouillon.identifiant,
            brouillon.decisions,
            f"copil-{brouillon.identifiant}-decisions",
            decider,
            hauteur=220,
        )
        copies = chantier().copies(brouillon.identifiant)
        if copies:
            with st.expander(f"Textes gardés ({len(copies)})"):
                for copie in copies:
                    st.code(copie, language=None, wrap_lines=True)


def _formulaire(brouillon: Brouillon, arretes: tuple[str, ...]) -> None:
    connus = tuple(dict.fromkeys((*arretes, brouillon.arrete)))
    with st.form(f"copil-reglages-{brouillon.identifiant}-{brouillon.revision}"):
        titre = st.text_input("Titre", brouillon.titre, max_chars=120)
        seance = st.date_input("Date de la séance", brouillon.seance, format="DD/MM/YYYY")
        profil = st.selectbox(
            "Pour qui (les chiffres passent par ce profil)",
            FAITES_POUR,
            index=FAITES_POUR.index(brouillon.profil) if brouillon.profil in FAITES_POUR else 0,
            format_func=lambda nom: f"{PROFILS[nom].libelle} : {PROFILS[nom].voit}",
        )
        arrete = st.selectbox(
            "Arrêté", connus, index=connus.index(brouillon.arrete), format_func=_nommer
        )
        options = (*(nom for nom in connus if nom != brouillon.arrete), UN_AN, RIEN)
        comparer = st.selectbox(
            "Comparer à",
            options,
            index=options.index(brouillon.comparer) if brouillon.comparer in options else -1,
            format_func=_nommer,
        )
        if st.form_submit_button("Enregistrer les réglages"):
            try:
                geste = regler(titre, seance, profil, arrete, comparer or RIEN)
            except ErreurPlie as erreur:
                st.error(sans_mise_en_forme(str(erreur)))
                return
            agir(brouillon.identifiant, geste)
            st.rerun()


def _aligner(brouillon: Brouillon, visiteur: Visiteur) -> None:
    """Bring the views of another arrêté to that of the edition."""
    ailleurs = [vue for vue in brouillon.vues if vue.arrete != brouillon.arrete]
    if ailleurs and st.button(
        f"Mettre toutes les vues sur l’arrêté {brouillon.arrete}",
        help="Un cumul de l’année va alors jusqu’à ce nouvel arrêté",
    ):
        atelier = atelier_pour("coordination", visiteur)
        periodes = {v.ident: atelier.periode_a(v, brouillon.arrete) for v in ailleurs}
        agir(brouillon.identifiant, aligner(periodes))
        st.rerun()


def _nommer(nom: str) -> str:
    return {RIEN: "Sans comparaison", UN_AN: "Un an plus tôt"}.get(nom, f"Arrêté {nom}")
