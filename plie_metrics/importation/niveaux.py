"""Levels of training: the scale of 2019 (3 to 8) brought to the former one (III+ to VI).

Source: décret n° 2019-14 of 8 January 2019, article 2 (cadre national des certifications): level
3 is the former V, 4 the former IV, 5 the former III, 6 the former II, 7 and 8 the former I.
"""

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

ECHELLE_2019: Final[Mapping[str, str]] = MappingProxyType(
    {"3": "V", "4": "IV", "5": "III+", "6": "III+", "7": "III+", "8": "III+"}
)
COLONNE: Final = "niveau_formation"
_ECRITURE: Final = re.compile(r"(?:niveau|niv)?_*([1-8]|i{1,3}\+?|iv|v|v_?bis|vi)")


def lire_niveau(cle: str) -> str:
    """`niveau_4`, `4` → `4`; `niv_iv` → `iv`; empty when the key (see `cle_texte`) is no level."""
    ecrit = _ECRITURE.fullmatch(cle)
    return ecrit[1].replace("_", "") if ecrit else ""
