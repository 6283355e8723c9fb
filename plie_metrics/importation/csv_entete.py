"""The first line of a CSV file: its headings and its delimiter."""

import csv
from pathlib import Path
from typing import Final

from plie_metrics.importation.decoupage import decouper
from plie_metrics.importation.flux import ENREGISTRER, FluxIllisible, blocs_utf8
from plie_metrics.importation.limites import MIO, Limites
from plie_metrics.importation.texte_normalise import EN_TETE, TableRefusee

DELIMITEURS: Final = b",;"
GUILLEMETS: Final = (
    "Un guillemet contenu dans une case s’écrit doublé, et la case entière entre guillemets."
)


def lire_entetes_csv(source: Path, limites: Limites) -> tuple[str, ...]:
    """The headings only; raises TableRefusee as `normaliser_csv` does."""
    verifier_taille(source, limites)
    try:
        with source.open("rb") as flux:
            debut = next(iter(blocs_utf8(flux, limites.ligne)))
    except FluxIllisible as erreur:
        raise TableRefusee(erreur.raison, ENREGISTRER) from None
    return lire_entete(debut, limites)[0]


def verifier_taille(source: Path, limites: Limites) -> None:
    """Raise TableRefusee when the file is empty, or heavier than any extract."""
    octets = source.stat().st_size
    if octets == 0:
        raise TableRefusee("le fichier est vide.", "Refaites l’extraction de cette table.")
    if octets > limites.fichier:
        raise TableRefusee(
            f"le fichier pèse {octets // MIO} Mio, plus que les {limites.fichier // MIO} permis.",
            "Découpez l’extraction ou vérifiez que ce fichier est bien un extrait.",
        )


def lire_entete(debut: bytes, limites: Limites) -> tuple[tuple[str, ...], int, int]:
    """The headings, the delimiter, and where the first record after them starts."""
    if not debut.strip():
        raise TableRefusee("le fichier est vide.", "Refaites l’extraction de cette table.")
    delimiteur = max(DELIMITEURS, key=debut.partition(b"\n")[0].count)
    premier = decouper(debut[: limites.ligne] + b"\n", delimiteur)
    if not premier.fins.size:
        raise TableRefusee("un guillemet ouvert n’est jamais refermé.", GUILLEMETS, EN_TETE)
    fin = int(premier.fins[0])
    if fin >= limites.ligne:
        refuser_ligne(EN_TETE, limites)
    largeur = int(premier.largeurs[0])
    if largeur > limites.colonnes:
        raise TableRefusee(
            f"l’en-tête compte {largeur} colonnes, plus que les {limites.colonnes} permises.",
            "Ne gardez dans l’extrait que les colonnes utiles.",
            EN_TETE,
        )
    texte = debut[:fin].decode("utf-8", "replace")
    titres = next(csv.reader([texte.replace("\n", " ")], delimiter=chr(delimiteur)), [])
    return tuple(titre.strip() for titre in titres), delimiteur, fin + 1


def refuser_ligne(ligne: int, limites: Limites) -> None:
    """Raise TableRefusee for a line that has no end."""
    raise TableRefusee(
        f"la ligne dépasse {limites.ligne // 1024} Kio sans fin de ligne.",
        "Ce fichier n’est pas un CSV, ou un guillemet y reste ouvert.",
        ligne,
    )
