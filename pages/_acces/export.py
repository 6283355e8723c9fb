"""A download: made when it is clicked, checked again then, and written in the journal."""

from collections.abc import Callable
from functools import partial
from typing import Any

import streamlit as st

from pages._acces.garde import DERNIERE
from pages._acces.identite import encore_permis, visiteur
from pages._acces.journal import noter
from pages._acces.visiteur import Visiteur

Contenu = bytes | str


def telecharger(
    label: str,
    data: Contenu | Callable[[], Contenu],
    file_name: str,
    mime: str,
    *,
    key: str | None = None,
    **presentation: Any,
) -> None:
    """`st.download_button`, which no page uses directly; `presentation`: its `type`, `help`…

    `data` is best given as a function: it is called when the button is clicked, outside of the
    page. An account closed since the page was drawn obtains nothing.
    """
    st.download_button(
        label,
        data=partial(_fournir, data, visiteur(), page_ouverte(), file_name),
        file_name=file_name,
        mime=mime,
        key=key,
        on_click="ignore",
        **presentation,
    )


def page_ouverte() -> str:
    """The address of the page being shown."""
    visite = st.session_state.get(DERNIERE)
    return visite[1] if visite else ""


def _fournir(
    data: Contenu | Callable[[], Contenu], demandeur: Visiteur, page: str, nom: str
) -> Contenu:
    encore_permis(demandeur)
    contenu = data() if callable(data) else data
    noter("export", demandeur, page=page, objet=nom)
    return contenu
