"""What a cell should have held, told when it could not be read."""

from datetime import date
from typing import Final

from plie_metrics.importation.table_lue import ISO, ColonneLue
from plie_metrics.schema import Colonne, Type

ILLISIBLES: Final = {
    Type.ENTIER: ("ce n’est pas un nombre entier.", "Écrivez par exemple 1980."),
    Type.DECIMAL: ("ce n’est pas un nombre.", "Écrivez par exemple 12,5 ou 12.5."),
    Type.BOOLEEN: ("ce n’est ni oui ni non.", "Écrivez oui ou non (ou true, false, 1, 0)."),
}


def raison_illisible(lue: ColonneLue) -> tuple[str, str]:
    """Why a text is no value of the column, and how to write one."""
    colonne = lue.colonne
    if colonne.fermee:
        codes = ", ".join(colonne.modalites)
        return (
            "cette valeur n’est pas prévue.",
            f"Valeurs possibles : {codes}, ou une traduction dans la correspondance.",
        )
    if colonne.type is Type.DATE:
        return "ce n’est pas une date.", f"Écrivez-la {_formats(lue.dates)}."
    if colonne.motif:
        return "ce code n’a pas la forme attendue.", f"{_exemple(colonne)}."
    return ILLISIBLES[colonne.type]


def _formats(formats: tuple[str, ...]) -> str:
    exemple = date(2016, 12, 31)
    ecrits = [exemple.strftime(forme) for forme in formats]
    noms = ["AAAA-MM-JJ" if forme == ISO else "" for forme in formats]
    return " ou ".join(
        f"{nom} ({ecrit})" if nom else ecrit for nom, ecrit in zip(noms, ecrits, strict=True)
    )


def _exemple(colonne: Colonne) -> str:
    if colonne.nom == "commune":
        return "Écrivez le code INSEE de la commune, en cinq caractères, par exemple 21231"
    if colonne.nom == "perimetre":
        return "Écrivez plie, referent, referent:CODE ou structure:NOM"
    return "Écrivez un code comme QP021002 ou QN02101M, ou laissez la case vide hors QPV"
