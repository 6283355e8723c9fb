"""A column of text, as SQL that gives the typed value, or NULL when the text is not one."""

from collections.abc import Mapping
from typing import Final

from plie_metrics.importation.moteur import litteral
from plie_metrics.importation.table_lue import ISO, ColonneLue
from plie_metrics.importation.texte_normalise import Blancs
from plie_metrics.importation.traduction import a_traduire
from plie_metrics.schema import Type

BORNES_DATES: Final = ("1900-01-01", "2199-12-31")  # beyond, a year was mistyped
_ENTIER: Final = r"[+-]?\d{1,9}"
_DECIMAL: Final = r"[+-]?(\d{1,15}|\d{1,3}( \d{3})+)([.,]\d{1,20})?"


def nettoyee(champ: str, blancs: Blancs) -> str:
    """The text without blanks around it, NULL when nothing is left (an empty cell is NULL)."""
    if blancs is Blancs.AUCUN:
        return champ
    # naming the blanks makes the trimming ten times slower
    choix = r", E' \n'" if blancs is Blancs.SAUTS else ""
    return f"nullif(trim({champ}{choix}), '')"


def convertie(lue: ColonneLue, champ: str, traductions: Mapping[str, str]) -> str:
    """SQL of the typed value of `champ`, the cleaned text of `lue`."""
    if lue.colonne.type is Type.BOOLEEN:
        return _booleen(champ, traductions)
    if a_traduire(lue):
        champ = _traduite(lue, champ, traductions)
    if lue.colonne.motif:
        return _au_motif(lue.colonne.motif, champ)
    match lue.colonne.type:
        case Type.ENTIER:
            return f"CASE WHEN {est_entier(champ)} THEN CAST({champ} AS BIGINT) END"
        case Type.DECIMAL:
            return _decimale(champ)
        case Type.DATE:
            return champ  # typed as it was loaded
        case _:
            return champ


def date_lue(champ: str, formats: tuple[str, ...]) -> str:
    """SQL of a date written in one of these formats, NULL for any other text.

    To be bounded by `date_bornee`. A cast reads ISO dates much faster than a format does, but
    would also read « 2016-1-5 » or a date followed by a time: hence the ten characters.
    """
    autres = ", ".join(litteral(forme) for forme in formats if forme != ISO)
    autre = f"CAST(try_strptime({champ}, [{autres}]) AS DATE)" if autres else "CAST(NULL AS DATE)"
    iso = f"try_cast({champ} AS DATE)"
    return f"CASE WHEN strlen({champ}) = 10 THEN coalesce({iso}, {autre}) ELSE {autre} END"


def date_bornee(date: str) -> str:
    """SQL of a date, NULL when its year was mistyped."""
    debut, fin = (litteral(borne) for borne in BORNES_DATES)
    return f"CASE WHEN {date} BETWEEN DATE {debut} AND DATE {fin} THEN {date} END"


def est_entier(champ: str) -> str:
    """SQL: the text is a whole number."""
    return f"regexp_full_match({champ}, {litteral(_ENTIER)})"


def est_nombre(champ: str) -> str:
    """SQL: the text is a number, decimal comma and thousands of French writing included."""
    return f"regexp_full_match({champ}, {litteral(_DECIMAL)})"


def _decimale(champ: str) -> str:
    pur = f"replace(replace({champ}, ' ', ''), ',', '.')"
    return f"CASE WHEN {est_nombre(champ)} THEN CAST({pur} AS DOUBLE) END"


def _au_motif(motif: str, champ: str) -> str:
    essai = litteral(motif)
    return (
        f"CASE WHEN regexp_full_match({champ}, {essai}) THEN {champ} "
        f"WHEN regexp_full_match(upper({champ}), {essai}) THEN upper({champ}) END"
    )


def _booleen(champ: str, traductions: Mapping[str, str]) -> str:
    cas = " ".join(f"WHEN {litteral(texte)} THEN {valeur}" for texte, valeur in traductions.items())
    return f"CASE {champ} {cas} END" if cas else "CAST(NULL AS BOOLEAN)"


def _traduite(lue: ColonneLue, champ: str, traductions: Mapping[str, str]) -> str:
    sinon = "NULL" if lue.colonne.fermee else champ
    if not traductions:
        return sinon if sinon != "NULL" else "CAST(NULL AS VARCHAR)"
    cas = " ".join(
        f"WHEN {litteral(texte)} THEN {litteral(valeur)}" for texte, valeur in traductions.items()
    )
    return f"(CASE {champ} {cas} ELSE {sinon} END)"
