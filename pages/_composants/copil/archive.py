"""The archive, an edition of it, and two of them compared."""

import streamlit as st

from pages._acces.visiteur import Visiteur
from pages._composants.arretes import instantane
from pages._composants.copil.donnees import (
    arrete_de,
    editions_visibles,
    fiches_visibles,
    prepare,
)
from pages._composants.copil.edition import montrer_edition
from pages._composants.copil.saisie import dire_les_echecs
from pages._composants.portes import porte_de
from pages._composants.tableau import afficher_tableau
from pages._composants.texte import sans_mise_en_forme, sur
from plie_metrics.editions.comparaison import Comparaison, comparer, en_tableau
from plie_metrics.editions.explication import arretes_suivis, expliquer, parts_en_tableau
from plie_metrics.editions.modele import Edition
from plie_metrics.erreurs import ErreurPlie
from plie_metrics.objectifs.evolution import Arrete
from plie_metrics.presentation.formats import jour

OUVERTE = "copil-edition"
RIEN = "Aucune édition figée n’est ouverte à votre profil pour l’instant."


def archive(qui: Visiteur) -> None:
    """Choose an edition and see it as it was; the damaged ones are named."""
    dire_les_echecs()
    if fige := st.session_state.pop("copil-fige", ""):
        st.success(fige)
    for fiche in fiches_visibles(qui):
        if fiche.edition is None:
            st.error(sans_mise_en_forme(fiche.erreur))
    editions = editions_visibles(qui)
    if not editions:
        st.html(f'<p class="indisponible" role="note">{sur(RIEN)}</p>')
        return
    montrer_edition(_choisir("Édition", editions, OUVERTE), editions)


def comparer_editions(qui: Visiteur) -> None:
    """What moved between two editions, and why where exact data may be read."""
    editions = editions_visibles(qui)
    if len(editions) < 2:
        st.html(
            '<p class="indisponible" role="note">Il faut deux éditions figées pour comparer.</p>'
        )
        return
    gauche, droite = st.columns(2, gap="large")
    with gauche:
        avant = _choisir("Avant", editions, "copil-avant", rang=1)
    with droite:
        apres = _choisir("Maintenant", editions, "copil-apres")
    ecarts = comparer(avant, apres)
    st.header(_constat(ecarts), anchor=False)
    if avant.profil != apres.profil:
        st.warning(
            "Ces deux éditions ne sont pas faites pour le même profil : une case peut être masquée "
            "dans l’une et montrée dans l’autre."
        )
    if ecarts.ecarts:
        afficher_tableau(en_tableau(ecarts.ecarts), "copil-ecarts")
    for mot, titres in (("Nouvelles vues", ecarts.venues), ("Vues absentes", ecarts.parties)):
        if titres:
            st.html(f'<p class="sous-titre">{sur(f"{mot} : " + " ; ".join(titres))}</p>')
    if prepare(qui):
        _pourquoi(ecarts, avant, apres, qui)


def _pourquoi(ecarts: Comparaison, avant: Edition, apres: Edition, qui: Visiteur) -> None:
    st.header("D’où viennent les écarts", anchor=False)
    try:
        if not arretes_suivis(avant, apres):
            raise ErreurPlie("La première édition montre un arrêté plus récent : inversez-les.")
        trouves = expliquer(ecarts, _arrete(avant, qui), _arrete(apres, qui))
    except ErreurPlie as erreur:
        texte = f"{erreur} Seule la différence peut être montrée."
        st.html(f'<p class="indisponible" role="note">{sur(texte)}</p>')
        return
    if not trouves:
        texte = (
            "Aucun chiffre des deux éditions ne court du même jour à son arrêté : la différence "
            "ne se décompose pas."
        )
        st.html(f'<p class="indisponible" role="note">{sur(texte)}</p>')
        return
    afficher_tableau(parts_en_tableau(trouves), "copil-parts")
    st.html(
        '<p class="source">Chiffres exacts, pour la coordination seule. Activité : ce qui s’est '
        "passé depuis le premier arrêté ; saisie tardive : ce qui le précédait et n’était pas "
        "saisi ; corrections : ce qui a changé dans les dossiers ; définition : ce qui tient à une "
        "nouvelle version.</p>"
    )


def _arrete(edition: Edition, qui: Visiteur) -> Arrete:
    """The exact tables; raises ErreurPlie when the snapshot went away or was replaced.

    Raises DetailRefuse for a profile of aggregates: they come through its gate.
    """
    entree = arrete_de(edition.arrete.nom, qui)
    snapshot = instantane(entree)
    if snapshot.empreinte != edition.arrete.empreinte:
        raise ErreurPlie(f"L’arrêté « {snapshot.nom} » n’est plus celui de l’édition.")
    return Arrete(snapshot.arrete, dict(porte_de(entree, qui).detail().tables))


def _choisir(titre: str, editions: tuple[Edition, ...], cle: str, rang: int = 0) -> Edition:
    par_nom = {e.identifiant: e for e in editions}
    if st.session_state.get(cle) not in par_nom:
        st.session_state[cle] = list(par_nom)[rang]
    nom: str = st.selectbox(
        titre,
        list(par_nom),
        format_func=lambda nom: _nommer(par_nom[nom]),
        key=cle,
        bind="query-params",
    )
    return par_nom[nom]


def _nommer(edition: Edition) -> str:
    return (
        f"{edition.titre}, séance du {jour(edition.seance)} · {edition.profil_libelle} "
        f"· {edition.empreinte_courte}"
    )


def _constat(ecarts: Comparaison) -> str:
    if not ecarts.ecarts:
        return "Ces éditions n’ont aucun chiffre en commun"
    if not ecarts.bouges:
        return f"Aucun des {len(ecarts.ecarts)} chiffres communs n’a bougé"
    return f"{len(ecarts.bouges)} des {len(ecarts.ecarts)} chiffres communs ont bougé"
