"""Come back: from a fingerprint, or from a file, to the edition and its figures as they were."""

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from pages._acces.depots import permettre_depot
from pages._acces.visiteur import Visiteur
from pages._composants.copil.donnees import depot, editions_visibles, prepare
from pages._composants.copil.edition import montrer_edition
from pages._composants.depot import deposer_un
from pages._composants.texte import sans_mise_en_forme, sur
from plie_metrics import chemins
from plie_metrics.editions.depot import EditionIntrouvable
from plie_metrics.editions.modele import Edition
from plie_metrics.editions.mots import phrase_examen
from plie_metrics.editions.remises import examiner
from plie_metrics.erreurs import ErreurPlie

TYPES = ["pptx", "xlsx", "pdf", "html", "docx", "eml"]
LIMITE = 50
"""Mio: a presentation of many views, with its charts and logos, weighs a few."""
ETRANGERE = "Aucune édition ouverte à votre profil n’a cette empreinte."


def retrouver(qui: Visiteur) -> None:
    """A box for the fingerprint; for who prepares on open data, one for a file too."""
    editions = editions_visibles(qui)
    gauche, droite = st.columns(2, gap="large")
    with gauche:
        saisie = st.text_input(
            "Empreinte lue au pied d’une page",
            key="empreinte",
            bind="query-params",
            placeholder="douze caractères, par exemple 1a2b3c4d5e6f",
            max_chars=64,
        )
    with droite:
        trouvee = _par_fichier(qui, editions)
    if saisie.strip():
        trouvee = _par_empreinte(saisie, editions) or trouvee
    if trouvee is not None:
        montrer_edition(trouvee, editions)


def _par_empreinte(saisie: str, editions: tuple[Edition, ...]) -> Edition | None:
    try:
        trouvee = depot().retrouver(saisie)
        if trouvee not in editions:
            raise EditionIntrouvable(ETRANGERE)
    except ErreurPlie as erreur:
        st.warning(sans_mise_en_forme(str(erreur)))
        return None
    return trouvee


def _par_fichier(qui: Visiteur, editions: tuple[Edition, ...]) -> Edition | None:
    if not prepare(qui) or qui.refus_reel is not None:
        st.html(
            '<p class="sous-titre">'
            + sur(
                "Pour vérifier un fichier entier : python -m plie_metrics editions FICHIER, "
                "sur le serveur."
            )
            + "</p>"
        )
        return None
    if contexte := get_script_run_ctx():
        permettre_depot(contexte.session_id, permis=True)
    depose = deposer_un("Ou fichier remis, à vérifier", TYPES, "copil-fichier", LIMITE)
    if depose is None:
        return None
    examen = examiner(depose.getvalue(), editions, chemins.COPIL)
    dire = st.success if examen.verdict == "intact" else st.warning
    dire(sans_mise_en_forme(phrase_examen(examen, depose.name)))
    return examen.edition
