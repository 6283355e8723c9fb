"""What a figure is about, once the words that restrict nothing are set aside."""

import re
from collections.abc import Hashable
from typing import Final

from plie_metrics.publications.chiffre import Chiffre

Cle = tuple[tuple[str, str], ...]

# the population that an indicator counts by definition: naming it again restricts nothing
POPULATIONS: Final = {
    "personnes_accompagnees": "accompagnes",
    "part_femmes": "accompagnes",
    "part_qpv": "accompagnes",
    "entrees": "entrees",
    "sorties": "sorties",
    "sorties_positives": "sorties_positives",
    "clauses_orientations": "candidats",
    "clauses_candidats_valides": "candidats_valides",
    "clauses_salaries": "salaries",
    "clauses_sorties_positives": "sorties_positives",
}
# two operations of the call for projects are the whole activity under another name: the portage
# is the PLIE, the ARIQ BTP operation is the clauses (rapport 2016, « Appels à projets 2016 »)
ACTIONS_ENTIERES: Final = ("portage", "ariq_btp")
CODE_D_INDICATEUR: Final = re.compile(r"(IO|TBG) \d+")


def modalites(chiffre: Chiffre) -> Cle:
    """The modalities of a figure, sorted."""
    return tuple(sorted(chiffre.modalites.items()))


def sans(chiffre: Chiffre, *cles: str) -> Cle:
    """The same without some of them."""
    return tuple(paire for paire in modalites(chiffre) if paire[0] not in cles)


def cle_de_publication(chiffre: Chiffre) -> Hashable | None:
    """Two figures with this key publish the same quantity; None when nothing names the quantity.

    A catalogue indicator or the code of a table names it; so do the modalities of a share.
    """
    code = chiffre.modalites.get("code", "")
    quantite = chiffre.indicateur or (code if CODE_D_INDICATEUR.fullmatch(code) else "")
    restreint = tuple(paire for paire in modalites(chiffre) if _restreint(chiffre, *paire))
    if quantite == "part_femmes":
        restreint = tuple(paire for paire in restreint if paire != ("sexe", "F"))
    nomme = any(cle not in ("population", "action") for cle, _ in restreint)
    if not quantite and not (chiffre.nature == "part" and nomme):
        return None
    famille = "part" if chiffre.unite in ("pourcent", "ratio") else "nombre"
    lieu = "" if quantite and not code else chiffre.document
    quand = (chiffre.debut, chiffre.fin)
    return (quantite or chiffre.nature, restreint, quand, chiffre.nature, famille, lieu)


def _restreint(chiffre: Chiffre, cle: str, valeur: str) -> bool:
    if cle == "population":
        return POPULATIONS.get(chiffre.indicateur) != valeur
    if chiffre.modalites.get("code") and cle in ("code", "parent", "action"):
        return False
    return cle != "action" or valeur not in ACTIONS_ENTIERES
