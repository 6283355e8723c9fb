"""Territoire: where the participants live, by commune and by quartier, on a map that filters."""

import streamlit as st

from pages._composants import referentiel
from pages._composants.cartes import rangee_de_chiffres
from pages._composants.entete import entete, source
from pages._composants.graphique import titre_de_bloc
from pages._composants.lieu import TOUS, carte_cliquable, choisir_lieu, filtre_actif
from pages._composants.publies import publication
from pages._composants.tableau import afficher_tableau
from pages._composants.texte import sur
from plie_metrics.presentation.cartes.cercles import echelle
from plie_metrics.presentation.cartes.composition import LARGEUR, composer
from plie_metrics.presentation.cartes.legende import legende
from plie_metrics.presentation.cartes.territoire import dessiner
from plie_metrics.presentation.formats import jour, nombre
from plie_metrics.presentation.graphiques.barres import barres
from plie_metrics.presentation.graphiques.points_moyenne import points_moyenne
from plie_metrics.presentation.territoire import constats, fiches, precisions, tableaux
from plie_metrics.territoire.indicateurs import INDICATEURS, indicateur, repartition
from plie_metrics.territoire.participation import POUR, participations
from plie_metrics.typographie import typographier

rapport = publication("rapport_2016")
territoire = referentiel.territoire()
ensemble = participations(rapport, territoire)
repartitions = {quoi.nom: repartition(rapport, territoire, quoi) for quoi in INDICATEURS}
toutes = list(repartitions.values())
communes = {lieu.code: lieu for lieu in ensemble.lieux}
quartiers = {quartier.code: quartier for quartier in territoire.quartiers_au(ensemble.quand)}


def nom_du_lieu(code: str) -> str:
    if code in quartiers:
        return typographier(constats.nom_complet(quartiers[code]))
    return communes[code].nom if code in communes else "Toute la métropole"


def choisir_cercles() -> str:
    choisi: str = st.selectbox(
        "Cercles des quartiers",
        list(repartitions),
        format_func=lambda nom: indicateur(nom).intitule,
        key="cercles",
        bind="query-params",
    )
    return choisi


def carte() -> None:
    maximum = echelle(toutes, choisie.indicateur)
    composee = composer(territoire, ensemble, choisie, maximum)
    carte_cliquable(
        dessiner(composee, lieu, commune_du_lieu),
        legende(composee, maximum),
        f"Carte des communes de Dijon Métropole. {constats.constat(ensemble)}.",
    )


def image_des_communes() -> None:
    moyenne = ensemble.metropole.taux or 0
    titre_de_bloc(f"Participants pour {nombre(POUR)} habitants")
    st.vega_lite_chart(
        spec=points_moyenne(
            tableaux.lignes_communes(ensemble, commune_du_lieu),
            moyenne,
            f"métropole : {nombre(moyenne, 1)}",
        ),
        theme=None,
        width="stretch",
        alt=f"{constats.constat(ensemble)} ; moyenne de la métropole {nombre(moyenne, 1)}.",
        key="territoire-communes",
    )


def image_des_quartiers() -> None:
    titre = constats.titre_quartiers(choisie, rapport)
    precision = precisions.precision_quartiers(choisie, rapport)
    titre_de_bloc(titre, precision)
    st.vega_lite_chart(
        spec=barres(tableaux.barres_quartiers(choisie, lieu), pas=23),
        theme=None,
        width="stretch",
        alt=f"{titre}. {precision}",
        key="territoire-quartiers",
    )


def quartiers_de_la_commune() -> None:
    titre_de_bloc(f"Quartiers : {communes[lieu].nom}")
    lignes = [
        f"<b>{sur(quartier.nom)}</b>, {'QPV' if quartier.est_qpv else 'quartier de veille'} : "
        + sur(fiches.phrase_quartier(quartier, toutes))
        for quartier in quartiers_choisis
    ]
    for ligne in lignes or [sur(precisions.SANS_QUARTIER)]:
        st.html(f'<p class="sous-titre">{ligne}</p>')


def chiffres() -> None:
    lieux = [communes[commune_du_lieu]] if lieu else ensemble.lieux
    titre_de_bloc("Les chiffres", f"Filtre actif : {nom_du_lieu(lieu)}" if lieu else "")
    colonne_communes, colonne_quartiers = st.columns(2, gap="large")
    with colonne_communes:
        afficher_tableau(tableaux.tableau_communes(ensemble, lieux), "territoire-communes")
    with colonne_quartiers:
        afficher_tableau(
            tableaux.tableau_quartiers(quartiers_choisis, toutes), "territoire-quartiers"
        )
    with st.expander("Habitants et position des quartiers"):
        afficher_tableau(tableaux.tableau_populations(quartiers_choisis), "territoire-positions")


haut = st.container()
with st.container(horizontal=True, gap="medium"):
    gauche, droite = st.container(width=LARGEUR), st.container()
with droite:
    lieu = choisir_lieu([*communes, *quartiers], nom_du_lieu)
    choisie = repartitions[choisir_cercles()]

commune_du_lieu = quartiers[lieu].insee if lieu in quartiers else lieu
quartiers_choisis = [q for q in quartiers.values() if lieu in (TOUS, q.code, q.insee)]

with haut:
    entete(
        f"Territoire · PLIE de Dijon Métropole · personnes accompagnées en {ensemble.quand.year}, "
        f"arrêté au {jour(ensemble.quand)} · {nom_du_lieu(lieu)}",
        constats.constat_quartier(quartiers[lieu], toutes)
        if lieu in quartiers
        else constats.constat_commune(communes[lieu], ensemble)
        if lieu
        else constats.constat(ensemble),
    )
with gauche:
    carte()
with droite:
    if lieu:
        filtre_actif(nom_du_lieu(lieu))
    if lieu in quartiers:
        fiche = fiches.fiche_quartier(quartiers[lieu], toutes)
        rangee_de_chiffres(fiche, colonnes=4)
        image_des_quartiers()
        image_des_communes()
    elif lieu:
        rangee_de_chiffres(fiches.fiche_commune(communes[lieu], ensemble), colonnes=4)
        image_des_communes()
        quartiers_de_la_commune()
    else:
        image_des_communes()
        image_des_quartiers()

chiffres()
notes = (
    precisions.RESERVE,
    precisions.explication(toutes),
    precisions.non_places(ensemble, list(quartiers.values())),
    precisions.poids_des_qpv(rapport, ensemble, list(quartiers.values())),
)
st.html(f'<p class="source">{sur(" ".join(notes))}</p>')
source(precisions.CREDITS)
