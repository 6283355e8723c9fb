"""A text on its way to the page: French typography, and nothing that HTML could run."""

import re
from html import escape
from typing import Final

from plie_metrics.typographie import typographier

MARQUES: Final = re.compile(r"([\\`*_{}\[\]()#+!|<>~$:&-])")


def sur(texte: str) -> str:
    """The text, safe inside HTML."""
    return escape(typographier(texte), quote=False)


def sans_mise_en_forme(texte: str) -> str:
    """The text for a Markdown zone (`st.error`…): what a file says shows as it is, runs nothing."""
    return MARQUES.sub(r"\\\1", typographier(texte))
