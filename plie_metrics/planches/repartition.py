"""One indicator by modality: bars from the longest, masked ones said, and the table."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from plie_metrics.calcul.mesure import Mesure
from plie_metrics.calcul.registre import definition
from plie_metrics.calcul.ventilation import Ventilation
from plie_metrics.catalogue.modele import RAPPORTS
from plie_metrics.planches.mots import (
    avec_son_unite,
    brut,
    chiffre,
    colonne,
    de_quoi,
    masque_avec,
    nommer,
    provenance,
)
from plie_metrics.planches.planche import Forme, Planche, PlancheIndisponible
from plie_metrics.planches.regard import Regard
from plie_metrics.presentation import palette
from plie_metrics.presentation.formats import INSECABLE, part, pourcent
from plie_metrics.presentation.graphiques.barres import Barre, barres
from plie_metrics.presentation.phrases import minuscule
from plie_metrics.presentation.tableau import Tableau, effectif, tableau, texte
from plie_metrics.schema import DIMENSIONS, HORS_QPV, INCONNU

HACHURE: Final = "▨ "
"""Before the words of a mask: it is told from a zero by a sign, not by colour."""
SANS_RANG: Final = frozenset({INCONNU, HORS_QPV, "autres"})


def repartir(
    regard: Regard,
    ident: str,
    dimension: str,
    *,
    cle: str,
    ordonne: bool = True,
    titre: Callable[[Regard, Ventilation], str] | None = None,
    couleur: Callable[[str], str] = lambda _: palette.REALISE,
    legende: str = "",
) -> Planche:
    """The planche of an indicator by a dimension.

    `ordonne`: from the largest (comparisons); else in the schema's order (ages, levels). `titre`
    makes the finding, by default the largest modality and its share. `couleur`: of a modality's
    bar, by its code; `legende` says in the subtitle what the colours mean. Raises
    PlancheIndisponible when there is nothing to show, ErreurPlie when the profile may not ask.
    """
    ventilation = regard.ventilation(ident, dimension)
    if not ventilation.cellules:
        raise PlancheIndisponible(
            ventilation.motif
            or f"Rien à répartir par {DIMENSIONS[dimension].lower()} : aucun cas sur cette période "
            "avec ces filtres. Élargissez la période ou retirez un filtre."
        )
    lignes = _lignes(regard, dimension, ventilation, ordonne)
    total = regard.mesure(ident)
    constat = titre(regard, ventilation) if titre else premiere(regard, ident, dimension)
    return Planche(
        cle,
        constat,
        resume=f"{constat}. {_enumeration(ident, lignes)}.",
        tableau=_tableau(regard, ident, dimension, lignes, total),
        sous_titre=f"{definition(ident).titre} par {minuscule(DIMENSIONS[dimension])} · "
        f"{de_quoi(regard)}{legende}{_reserve(ventilation)}",
        specification=barres([_barre(ident, ligne, total, couleur) for ligne in lignes], pas=24),
        forme=Forme("barres", DIMENSIONS[dimension], (definition(ident).titre_court,)),
        phrases=(f"{constat}.",),
        indicateurs=(ident,),
        source=provenance(regard),
    )


def premiere(regard: Regard, ident: str, dimension: str) -> str:
    """« Pôle emploi : 288 entrées, soit 51 % »: the largest named modality that is shown."""
    cellules = regard.ventilation(ident, dimension).cellules
    nommees = {
        code: mesure
        for (code,), mesure in cellules.items()
        if code not in SANS_RANG and mesure.valeur is not None
    }
    if not nommees:
        return f"{definition(ident).titre_court} par {minuscule(DIMENSIONS[dimension])}"
    code = max(nommees, key=lambda code: nommees[code].valeur or 0)
    tete = f"{nommer(regard, dimension, code)}{INSECABLE}: {avec_son_unite(ident, nommees[code])}"
    poids = _poids(nommees[code], regard.mesure(ident))
    return tete if poids is None else f"{tete}, soit {pourcent(poids)}"


@dataclass(frozen=True)
class _Ligne:
    code: str
    nom: str
    mesure: Mesure


def _lignes(
    regard: Regard, dimension: str, ventilation: Ventilation, ordonne: bool
) -> list[_Ligne]:
    paires = [(code, mesure) for (code,), mesure in ventilation.cellules.items()]
    if ordonne:
        paires.sort(key=lambda paire: (paire[0] in SANS_RANG, -(paire[1].valeur or 0)))
    return [_Ligne(code, nommer(regard, dimension, code), mesure) for code, mesure in paires]


def _barre(ident: str, ligne: _Ligne, total: Mesure, couleur: Callable[[str], str]) -> Barre:
    ecrit = chiffre(ident, ligne.mesure)
    if ligne.mesure.masque is not None:
        return Barre(ligne.nom, 0, f"{HACHURE}{ecrit}", palette.REPERE)
    poids = _poids(ligne.mesure, total)
    suite = "" if poids is None else f" · {part(poids)}"
    return Barre(ligne.nom, float(ligne.mesure.valeur or 0), ecrit + suite, couleur(ligne.code))


def _poids(mesure: Mesure, total: Mesure) -> float | None:
    """Share of a count in the total; None for a rate, or when one of the two is hidden."""
    if mesure.denominateur is not None or mesure.valeur is None or not total.valeur:
        return None
    return mesure.valeur / total.valeur


def _tableau(
    regard: Regard,
    ident: str,
    dimension: str,
    lignes: list[_Ligne],
    total: Mesure,
) -> Tableau:
    selon = minuscule(DIMENSIONS[dimension])
    titre = f"{definition(ident).titre} par {selon}, {de_quoi(regard)}"
    if definition(ident).nature in RAPPORTS:
        corps = [
            (nom, brut(m), masque_avec(m, m.numerateur), masque_avec(m, m.denominateur))
            for nom, m in (*((ligne.nom, ligne.mesure) for ligne in lignes), ("Ensemble", total))
        ]
        termes = (effectif("Numérateur"), effectif("Dénominateur"))
        noms = texte(DIMENSIONS[dimension])
        return tableau(titre, [noms, colonne(ident), *termes], corps, total=True)
    corps_simple = [
        (li.nom, brut(li.mesure), masque_avec(li.mesure, _poids(li.mesure, total))) for li in lignes
    ]
    return tableau(
        titre,
        [texte(DIMENSIONS[dimension]), colonne(ident), effectif("Part", part)],
        [*corps_simple, ("Ensemble", brut(total), None if not total.valeur else 1.0)],
        total=True,
    )


def _enumeration(ident: str, lignes: list[_Ligne]) -> str:
    return " ; ".join(f"{ligne.nom} : {chiffre(ident, ligne.mesure)}" for ligne in lignes)


def _reserve(ventilation: Ventilation) -> str:
    return "" if ventilation.additif else " · une même personne peut compter plusieurs fois"
