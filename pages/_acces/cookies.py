"""The flags of the cookies that Streamlit sets, as strict as the site allows."""

import re
from typing import Final

from starlette.datastructures import MutableHeaders

DUREE: Final = re.compile(r"(?i)(;\s*max-age=)(\d+)")
IDENTITE: Final = "_streamlit_user"


def durcir(entetes: MutableHeaders, *, https: bool, secondes: int) -> None:
    """Add `Secure` to every cookie of a site in HTTPS; let the identity live `secondes` at most.

    Streamlit keeps an identity thirty days, and leaves `Secure` out because the server itself
    speaks HTTP behind its proxy.
    """
    biscuits = entetes.getlist("set-cookie")
    if not biscuits:
        return
    del entetes["set-cookie"]
    for biscuit in biscuits:
        entetes.append("set-cookie", _durci(biscuit, https=https, secondes=secondes))


def _durci(biscuit: str, *, https: bool, secondes: int) -> str:
    if biscuit.startswith(IDENTITE):
        biscuit = DUREE.sub(lambda m: f"{m[1]}{min(int(m[2]), secondes)}", biscuit)
    if https and not re.search(r"(?i);\s*secure\b", biscuit):
        biscuit += "; Secure"
    return biscuit
