"""The icon of the tab: a local file, so that no icon is asked of an outside host."""

from pathlib import Path
from typing import Final

ICONE: Final = str(Path(__file__).with_name("icone.png"))
