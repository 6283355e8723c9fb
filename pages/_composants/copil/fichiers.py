"""The files of an edition: made with their progress shown, then downloaded or opened."""

from contextlib import suppress

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from pages._acces.export import telecharger
from pages._acces.presentations import adresse_de
from pages._composants.copil.donnees import maintenant
from pages._composants.texte import sans_mise_en_forme
from plie_metrics import chemins
from plie_metrics.editions.canonique import empreinte
from plie_metrics.editions.fichiers import DepotIndisponible
from plie_metrics.editions.modele import Edition
from plie_metrics.editions.remises import noter
from plie_metrics.erreurs import ErreurPlie
from plie_metrics.exports.charte import lire_charte
from plie_metrics.exports.formats import FORMATS, Format

DIAPORAMA = "html"
FAITS = "copil-fichiers"


def fichiers(edition: Edition) -> None:
    """A button a format: « Préparer », then « Télécharger »; the deck opens in another window.

    What the files will lack (logo, template) is told before they are made.
    """
    for perte in lire_charte().pertes:
        st.caption(sans_mise_en_forme(perte))
    barre = st.empty()
    with st.container(horizontal=True, gap="small"):
        for le_format in FORMATS.values():
            contenu = _faits().get(_cle(edition, le_format))
            if contenu is None:
                _preparer(edition, le_format, barre)
            else:
                _remettre(edition, le_format, contenu)


def _preparer(edition: Edition, le_format: Format, barre: DeltaGenerator) -> None:
    cle = f"preparer-{edition.identifiant}-{edition.empreinte_courte}-{le_format.nom}"
    if not st.button(f"Préparer : {le_format.libelle}", key=cle):
        return

    def avancer(fait: int, total: int, quoi: str) -> None:
        barre.progress(min(fait / max(total, 1), 1.0), sans_mise_en_forme(quoi))

    try:
        _faits()[_cle(edition, le_format)] = le_format.fabriquer(edition, avancer=avancer)
    except ErreurPlie as erreur:
        st.error(sans_mise_en_forme(str(erreur)))
        return
    st.rerun()


def _remettre(edition: Edition, le_format: Format, contenu: bytes) -> None:
    if le_format.nom == DIAPORAMA:
        st.link_button("Présenter (nouvel onglet)", _adresse(edition, contenu), type="primary")

    def remettre() -> bytes:
        with suppress(DepotIndisponible):  # the file matters more than its trace
            noter(edition, le_format.nom, contenu, maintenant(), chemins.COPIL)
        return contenu

    telecharger(
        f"Télécharger : {le_format.libelle}",
        remettre,
        le_format.fichier(edition),
        le_format.mime,
        key=f"fichier-{edition.identifiant}-{edition.empreinte_courte}-{le_format.nom}",
    )


def _adresse(edition: Edition, contenu: bytes) -> str:
    """The same address as long as the session shows the same deck."""
    cle = f"copil-adresse-{_cle(edition, FORMATS[DIAPORAMA])}"
    if cle not in st.session_state:
        st.session_state[cle] = adresse_de(contenu)
    adresse: str = st.session_state[cle]
    return adresse


def _faits() -> dict[str, bytes]:
    """What this session has made: of the last edition looked at only, files are large."""
    return st.session_state.setdefault(FAITS, {})


def _cle(edition: Edition, le_format: Format) -> str:
    return f"{edition.empreinte or empreinte(edition)}-{le_format.nom}"
