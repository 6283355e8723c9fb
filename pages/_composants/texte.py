"""A text on its way to the page: French typography, and nothing that HTML could run."""

from html import escape

from plie_metrics.typographie import typographier


def sur(texte: str) -> str:
    """The text, safe inside HTML."""
    return escape(typographier(texte), quote=False)
