"""Territoire: where the people live, by commune and by quartier, on a map that filters."""

import streamlit as st

from pages._composants.cartes import rangee_de_cles
from pages._composants.entete import entete_regard, source
from pages._composants.lieu import TOUS, carte_cliquable, choisir_lieu, filtre_actif
from pages._composants.planche import montrer
from pages._composants.regard import regard
from pages._composants.texte import sur
from plie_metrics.erreurs import ErreurPlie
from plie_metrics.planches.cles import chiffre_cle
from plie_metrics.planches.lieux_vus import QUOI, lieux_vus
from plie_metrics.planches.mots import nommer
from plie_metrics.planches.reference import reference_publiee
from plie_metrics.planches.territoire import composer_carte, constat
from plie_metrics.presentation.cartes.legende import legende
from plie_metrics.presentation.cartes.territoire import dessiner
from plie_metrics.typographie import typographier

CLES = ("personnes_accompagnees", "entrees", "sorties_positives", "taux_sorties_positives_brut")

commun = regard()
choisie: str = st.session_state.get("carte", "pour_mille")
vu = regard(carte=choisie if choisie in QUOI else "pour_mille")
seul = vu.porte.profil.protege
quand = vu.identite.arrete
communes = [commune.insee for commune in vu.territoire.communes_au(quand)]
quartiers = [quartier.code for quartier in vu.territoire.quartiers_au(quand)]
choisis = [*vu.filtres.commune, *vu.filtres.qpv]
lieu = choisis[0] if len(choisis) == 1 and choisis[0] in (*communes, *quartiers) else TOUS


def nom_du_lieu(code: str) -> str:
    if code == TOUS:
        return "Tout le territoire"
    return typographier(nommer(vu, "qpv" if code in quartiers else "commune", code))


def carte() -> None:
    commune = vu.territoire.quartier(lieu).insee if lieu in quartiers else lieu
    composee = composer_carte(vu)
    carte_cliquable(
        dessiner(composee, lieu, commune),
        legende(composee),
        f"Carte des communes et des quartiers. {constat(vu)}.",
        seul=seul,
    )


def choix_de_la_carte() -> None:
    with st.container(horizontal=True, vertical_alignment="bottom"):
        choisir_lieu(communes, quartiers, lieu, nom_du_lieu, seul=seul)
        st.selectbox(
            "Sur la carte",
            list(QUOI),
            format_func=lambda nom: QUOI[nom].titre,
            key="carte",
            bind="query-params",
        )
    if lieu:
        filtre_actif(nom_du_lieu(lieu))


try:
    lieux_vus(vu)
    refus = ""
except ErreurPlie as erreur:
    refus = str(erreur)

entete_regard("Territoire", "Le territoire du PLIE" if refus else constat(vu), vu)
with st.container(horizontal=True, gap="medium", key="territoire"):
    if refus:
        st.html(f'<p class="indisponible" role="note">{sur(refus)}</p>')
    else:
        carte()
    with st.container(key="territoire-cote"):
        choix_de_la_carte()
        rangee_de_cles([chiffre_cle(commun, ident) for ident in CLES], colonnes=2)
        if note := reference_publiee(commun, CLES):
            source(note)
        montrer("territoire.quartiers", vu)
    with st.container(key="territoire-communes"):
        montrer("territoire.communes", vu)
