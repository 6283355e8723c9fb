"""What one cell can break by itself: SQL condition, reason and remedy, in order of priority."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from plie_metrics.importation.atelier import Controle
from plie_metrics.importation.attendus import raison_illisible
from plie_metrics.importation.conversion import est_nombre
from plie_metrics.importation.limites import Limites
from plie_metrics.importation.moteur import citer, litteral
from plie_metrics.importation.niveaux import COLONNE as NIVEAU
from plie_metrics.importation.table_lue import ColonneLue, brut
from plie_metrics.presentation.formats import jour, nombre
from plie_metrics.schema import Colonne, Type

ERREURS_TABLEUR: Final = r"#(N/A|REF!|VALUE!|VALEUR!|DIV/0!|NAME\?|NOM\?|NUM!|NOMBRE!|NULL!|NUL!)"
COURRIEL: Final = r"[^@\s]+@[^@\s]+\.[A-Za-z]{2,}"
FORMULES: Final = ("=", "+", "-", "@")
AVEC_COURRIEL: Final = ("identifiant_connexion",)


@dataclass(frozen=True)
class Regle:
    """`condition`: SQL that is true when a cell breaks the rule.

    `filtre`: SQL true in at least those cases, and answered at little cost.
    """

    condition: str
    controle: Controle
    filtre: str


def regles(lue: ColonneLue, arrete: date, limites: Limites) -> Iterator[Regle]:
    """Every rule of a column; a cell is told for the first that it breaks."""
    texte, valeur = citer(brut(lue.nom)), citer(lue.nom)
    if not lue.colonne.nulle:
        vide = f"{texte} IS NULL"
        if lue.colonne.type is Type.DATE:
            vide = f"{valeur} IS NULL AND {vide}"
        yield _regle(lue, vide, "la case est vide.", _remede_vide(lue.colonne))
    if not lue.nominative:
        yield from _regles_texte(lue, texte, limites)
    if lue.nom == NIVEAU:
        yield _regle_echelle(lue, texte, valeur)
    if not _lu_tel_quel(lue):
        yield _regle(lue, f"{texte} IS NOT NULL AND {valeur} IS NULL", *raison_illisible(lue))
    yield from _regles_valeur(lue, valeur, arrete)


def _regle(lue: ColonneLue, condition: str, raison: str, remede: str, filtre: str = "") -> Regle:
    return Regle(condition, Controle(lue.nom, raison, remede), filtre or condition)


def _remede_vide(colonne: Colonne) -> str:
    return f"Renseignez-la ({colonne.libelle})."


def _regles_texte(lue: ColonneLue, texte: str, limites: Limites) -> Iterator[Regle]:
    # the engine knows the range of the texts: most often it need not read them to compare
    signes = f"{texte} BETWEEN '#' AND '@~'"
    debut = " OR ".join(f"starts_with({texte}, {litteral(signe)})" for signe in FORMULES)
    yield _regle(
        lue,
        f"({debut}) AND NOT {est_nombre(texte)}",
        "une formule n’est pas acceptée.",
        "Remplacez-la par son résultat (copier, puis collage spécial « valeurs »).",
        signes,
    )
    yield _regle(
        lue,
        f"starts_with({texte}, '#') AND regexp_full_match({texte}, {litteral(ERREURS_TABLEUR)})",
        "le tableur n’a pas su calculer cette case.",
        "Corrigez la formule, ou écrivez la valeur.",
        signes,
    )
    if lue.nom not in AVEC_COURRIEL and not lue.colonne.fermee:
        yield _regle(
            lue,
            f"contains({texte}, '@') AND regexp_matches({texte}, {litteral(COURRIEL)})",
            "une adresse électronique n’est jamais conservée.",
            "Retirez-la, ou déclarez la colonne nominative dans la correspondance.",
            f"contains({texte}, '@')",
        )
    yield _regle(
        lue,
        f"strlen({texte}) > {limites.texte} AND length({texte}) > {limites.texte}",
        f"le texte dépasse {nombre(limites.texte)} caractères.",
        "Raccourcissez-le.",
        f"strlen({texte}) > {limites.texte}",
    )


def _regle_echelle(lue: ColonneLue, texte: str, valeur: str) -> Regle:
    chiffre = rf"regexp_full_match(lower({texte}), '(niveau|niv\.?)?\s*[3-8]')"
    romain = (
        rf"regexp_full_match(lower({texte}), '(niveau|niv\.?)?\s*(i{{1,3}}\+?|iv|v|v\s*bis|vi)')"
    )
    if lue.echelle_2019:
        return _regle(
            lue,
            f"{valeur} IS NULL AND {romain}",
            "ce niveau est de l’ancienne échelle, alors que la table est déclarée dans celle de "
            "2019 : les mélanger fausserait les niveaux.",
            "Écrivez tous les niveaux de 3 à 8, ou tous de III+ à VI.",
        )
    return _regle(
        lue,
        f"{valeur} IS NULL AND {chiffre}",
        "ce niveau est de l’échelle de 2019, alors que la table est dans l’ancienne (III+ à VI).",
        'Si toute la table est ainsi, déclarez echelle_niveaux = "2019" dans la correspondance.',
    )


def _lu_tel_quel(lue: ColonneLue) -> bool:
    libre = lue.colonne.type in (Type.TEXTE, Type.CATEGORIE)
    return libre and not lue.colonne.fermee and not lue.colonne.motif


def _regles_valeur(lue: ColonneLue, valeur: str, arrete: date) -> Iterator[Regle]:
    colonne = lue.colonne
    if colonne.minimum is not None:
        borne = nombre(colonne.minimum) if colonne.type is not Type.ENTIER else colonne.minimum
        yield _regle(
            lue, f"{valeur} < {colonne.minimum}", f"le minimum est {borne}.", "Corrigez la valeur."
        )
    if colonne.maximum is not None:
        maximum = nombre(colonne.maximum)
        yield _regle(
            lue,
            f"{valeur} > {colonne.maximum}",
            f"le maximum est {maximum}.",
            "Corrigez la valeur.",
        )
    if colonne.pas_apres_arrete:
        yield _regle(
            lue,
            f"{valeur} > DATE {litteral(arrete.isoformat())}",
            f"cette date vient après l’arrêté du {jour(arrete)}.",
            "Corrigez-la, ou retirez la ligne de cet extrait.",
        )
    if colonne.premier_du_mois:
        yield _regle(
            lue,
            f"day({valeur}) <> 1",
            "un mois s’écrit par son premier jour.",
            "Écrivez par exemple 2016-12-01.",
        )
    if colonne.nom == "annee_naissance":
        yield _regle(
            lue,
            f"{valeur} >= {arrete.year}",
            f"l’année de naissance doit précéder l’arrêté du {jour(arrete)}.",
            "Corrigez l’année.",
        )
