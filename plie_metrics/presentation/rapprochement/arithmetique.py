"""The arithmetic of a case, in French: « 67 + 39 = 106 ≠ 104 »."""

from collections.abc import Mapping
from textwrap import shorten
from typing import Final

from plie_metrics.presentation.formats import FINE, INSECABLE, MOINS, nombre, pourcent
from plie_metrics.publications.chiffre import Chiffre
from plie_metrics.publications.rapprochement.cas import Cas, Statut
from plie_metrics.publications.rapprochement.formule import Formule, Terme, evaluer, valeur
from plie_metrics.publications.rapprochement.precision import (
    arrondir,
    concorde,
    decimales,
    est_borne,
    pas,
    proches,
)

DECIMALES_DE_PLUS: Final = 4
LONGUEUR: Final = 90
LIGNE: Final = 36


def calcul(cas: Cas) -> str:
    """The arithmetic of a case: operation, result, and how it stands beside the printed figure."""
    return _ligne(cas.declaration.formule, cas.cible, _par_id(cas), cas.recalcule)


def explication(cas: Cas) -> str:
    """Why the printed figure differs, with the arithmetic or the quotation that was verified.

    Empty for an equality; the reason nothing explains it, where one is declared.
    """
    declaree = cas.declaration.explication
    if cas.statut is Statut.EGAL:
        return ""
    if declaree is None:
        return cas.declaration.raison
    if not cas.tient:
        return "L'explication proposée ne résiste pas au calcul."
    texte = declaree.texte.rstrip(".")
    if declaree.citation:
        texte += f" (« {declaree.citation} »)"
    if declaree.formule:
        texte += f" : {_d_un_bloc(_preuve(declaree.formule, cas))}"
    return f"{texte}."


def _d_un_bloc(preuve: str) -> str:
    """A short arithmetic is never cut at the end of a line."""
    return preuve.replace(" ", INSECABLE) if len(preuve) <= LIGNE else preuve


def _preuve(formule: Formule, cas: Cas) -> str:
    chiffres = _par_id(cas)
    if formule.inconnue:
        return _solution(formule, cas.cible, chiffres, cas.solutions)
    return _ligne(formule, cas.cible, chiffres, evaluer(formule, cas.cible, chiffres))


def _par_id(cas: Cas) -> dict[str, Chiffre]:
    return {lu.id: lu for lu in cas.lus}


def _ligne(
    formule: Formule, cible: Chiffre, chiffres: Mapping[str, Chiffre], resultat: float | None
) -> str:
    if resultat is None:
        return f"imprimé : « {shorten(cible.imprime, LONGUEUR, placeholder=' […]')} »"
    gauche = operation(formule, cible, chiffres)
    if formule.genre == "inclusion":
        return (
            f"{_total(gauche, resultat, formule, cible)} {_borne(resultat, cible)} {ecrit(cible)}"
        )
    if formule.genre == "cent":
        trouve = nombre(resultat, _decimales_utiles(resultat, cible))
        return f"{gauche} = {trouve}{FINE}%{'' if proches(resultat, 100) else f' ≠ 100{FINE}%'}"
    if formule.genre == "comptage" or (len(formule.haut) == 1 and not formule.bas):
        return f"{gauche} {_signe(resultat, cible)} {ecrit(cible)}"
    return f"{gauche} = {_conclusion(resultat, cible)}"


def _total(gauche: str, resultat: float, formule: Formule, cible: Chiffre) -> str:
    if len(formule.haut) == 1:
        return gauche
    return f"{gauche} = {_avec_signe(nombre(resultat, _decimales_utiles(resultat, cible)), cible)}"


def _borne(resultat: float, cible: Chiffre) -> str:
    return "≤" if resultat <= cible.nombre else ">"


def _solution(
    formule: Formule, cible: Chiffre, chiffres: Mapping[str, Chiffre], valides: tuple[int, ...]
) -> str:
    debut, fin = nombre(valides[0]), nombre(valides[-1])
    pour = f"x = {debut}" if debut == fin else f"x de {debut} à {fin}"
    return f"{operation(formule, cible, chiffres)} = {ecrit(cible)} pour {pour}"


def operation(formule: Formule, cible: Chiffre, chiffres: Mapping[str, Chiffre]) -> str:
    """The left-hand side alone: « 314 / (729 − 23) »."""
    if formule.genre == "comptage":
        return f"{len(formule.haut)} comptés dans la liste imprimée"
    if formule.genre == "fraction":
        return f"{_libre(cible.numerateur)} / {_libre(cible.denominateur)}"
    if formule.genre == "produit":
        return " × ".join(_terme(t, chiffres) for t in formule.haut)
    haut = _somme(formule, "haut", chiffres)
    if formule.genre != "rapport":
        return haut
    return f"{_parentheses(haut)} / {_parentheses(_somme(formule, 'bas', chiffres))}"


def ecrit(chiffre: Chiffre) -> str:
    """A printed figure as a number of the house, with its percent sign; « 2/3 » stays itself."""
    if _en_fraction(chiffre):
        return chiffre.imprime
    return _avec_signe(nombre(chiffre.nombre, decimales(chiffre)), chiffre)


def _en_fraction(chiffre: Chiffre) -> bool:
    return chiffre.unite == "ratio" and "/" in chiffre.imprime


def _conclusion(resultat: float, cible: Chiffre) -> str:
    if _en_fraction(cible):
        return f"{pourcent(resultat, 1)} {_signe(resultat, cible)} {ecrit(cible)}"
    trouve = _avec_signe(nombre(resultat, _decimales_utiles(resultat, cible)), cible)
    if proches(resultat, cible.nombre) and not est_borne(cible):
        return trouve
    if est_borne(cible) or not concorde(resultat, cible):
        return f"{trouve} {_signe(resultat, cible)} {ecrit(cible)}"
    return f"{trouve}, arrondi à {ecrit(cible)}"


def _signe(resultat: float, cible: Chiffre) -> str:
    if est_borne(cible):
        return ">" if concorde(resultat, cible) else "≤"
    if proches(resultat, cible.nombre):
        return "="
    return "≈" if concorde(resultat, cible) else "≠"


def _decimales_utiles(resultat: float, cible: Chiffre) -> int:
    """Enough digits for the shown result to round the way the true one does (30,49, not 30,5)."""
    depart = decimales(cible)
    if proches(arrondir(resultat, 10.0**-depart), resultat):
        return depart
    for trouvees in range(depart + 1, depart + DECIMALES_DE_PLUS):
        montre = arrondir(resultat, 10.0**-trouvees)
        if proches(arrondir(montre, pas(cible)), arrondir(resultat, pas(cible))):
            return trouvees
    return depart + DECIMALES_DE_PLUS


def _somme(formule: Formule, cote: str, chiffres: Mapping[str, Chiffre]) -> str:
    morceaux = [(t.signe, _terme(t, chiffres)) for t in getattr(formule, cote)]
    if formule.inconnue and formule.inconnue.cote == cote:
        morceaux.append((formule.inconnue.signe, "x"))
    lies = "".join(f" {'+' if signe > 0 else MOINS} {texte}" for signe, texte in morceaux)
    return lies.removeprefix(" + ").strip()


def _terme(terme: Terme, chiffres: Mapping[str, Chiffre]) -> str:
    if terme.champ == "nombre":
        return ecrit(chiffres[terme.chiffre])
    return _libre(valeur(terme, chiffres))


def _libre(quantite: float | None) -> str:
    if quantite is None:
        return nombre(None)
    return nombre(quantite, len(f"{quantite:.6f}".rstrip("0").partition(".")[2]))


def _avec_signe(texte: str, chiffre: Chiffre) -> str:
    return f"{texte}{FINE}%" if chiffre.unite == "pourcent" else texte


def _parentheses(texte: str) -> str:
    return f"({texte})" if " + " in texte or f" {MOINS} " in texte else texte
