"""Who enters beside who is there, and who sends them over time."""

from collections.abc import Iterable, Mapping
from typing import Final

from plie_metrics.calcul.mesure import Mesure
from plie_metrics.erreurs import ErreurPlie
from plie_metrics.periodes import Periode, annee, annee_a_date, trimestre
from plie_metrics.planches.mots import (
    brut,
    chiffre,
    de_quoi,
    les_filtres,
    masque_avec,
    nommer,
    provenance,
)
from plie_metrics.planches.planche import Forme, Planche, PlancheIndisponible
from plie_metrics.planches.regard import Regard
from plie_metrics.planches.repartition import HACHURE, SANS_RANG
from plie_metrics.presentation.formats import FINE, nombre, points, pourcent
from plie_metrics.presentation.graphiques.paires import Paire, paires
from plie_metrics.presentation.graphiques.petits_multiples import Serie, petits_multiples
from plie_metrics.presentation.phrases import minuscule
from plie_metrics.presentation.tableau import Tableau, effectif, tableau, texte
from plie_metrics.schema import DIMENSIONS, MODALITES

SELON: Final = "selon"
DIMENSIONS_DU_PUBLIC: Final = (
    "classe_age",
    "sexe",
    "niveau_formation",
    "qpv",
    "commune",
    "prescripteur",
)
NOTABLE: Final = 0.02
"""Points of share under which the two publics read as alike."""
ANS: Final = 3


def dimension_choisie(regard: Regard) -> str:
    """The dimension of the address; ages when none is said."""
    demande = regard.choix.get(SELON, DIMENSIONS_DU_PUBLIC[0])
    return demande if demande in DIMENSIONS_DU_PUBLIC else DIMENSIONS_DU_PUBLIC[0]


def entrees_et_stock(regard: Regard) -> Planche:
    """The share of each modality among the entries, and in the file active at the last day."""
    dimension = dimension_choisie(regard)
    entrees, stock = (regard.ventilation(i, dimension).cellules for i in ("entrees", "file_active"))
    totaux = [regard.mesure(ident).valeur for ident in ("entrees", "file_active")]
    if not all(totaux):
        raise PlancheIndisponible("Ni entrée ni file active à comparer avec ces filtres.")
    codes = _codes(dimension, (code for (code,) in (*entrees, *stock)))
    lignes = [
        (
            nommer(regard, dimension, code),
            _part(entrees.get((code,), Mesure(0)), totaux[0]),
            _part(stock.get((code,), Mesure(0)), totaux[1]),
        )
        for code in codes
    ]
    titre = _titre(dimension, lignes)
    return Planche(
        "publics.entrees_stock",
        titre,
        resume=f"{titre}. Le détail est dans le tableau.",
        tableau=_tableau(regard, dimension, codes, lignes, (entrees, stock)),
        sous_titre=f"Part de chaque public, par {minuscule(DIMENSIONS[dimension])} · "
        f"{de_quoi(regard)}",
        specification=paires(
            [Paire(nom, plein, creux, _mot(plein, creux)) for nom, plein, creux in lignes],
            "part des entrées",
            "part de la file active",
        ),
        forme=Forme(
            "barres_groupees", DIMENSIONS[dimension], ("Part des entrées", "Part de la file active")
        ),
        phrases=(f"{titre}.",),
        indicateurs=("entrees", "file_active"),
        source=f"{provenance(regard)}. Une personne suivie par deux parcours compte dans chacun.",
    )


def _tableau(
    regard: Regard,
    dimension: str,
    codes: list[str],
    lignes: list[tuple[str, float | None, float | None]],
    cellules: tuple[Mapping[tuple[str, ...], Mesure], Mapping[tuple[str, ...], Mesure]],
) -> Tableau:
    entrees, stock = cellules
    return tableau(
        f"Entrées et file active par {minuscule(DIMENSIONS[dimension])}, {de_quoi(regard)}",
        [
            texte(DIMENSIONS[dimension]),
            effectif("Part des entrées", lambda v: pourcent(v, 1)),
            effectif("Part de la file active", lambda v: pourcent(v, 1)),
            effectif("Entrées"),
            effectif("File active"),
        ],
        [
            (
                ligne[0],
                masque_avec(entrees.get((code,), Mesure(0)), ligne[1]),
                masque_avec(stock.get((code,), Mesure(0)), ligne[2]),
                brut(entrees.get((code,), Mesure(0))),
                brut(stock.get((code,), Mesure(0))),
            )
            for code, ligne in zip(codes, lignes, strict=True)
        ],
    )


def _part(mesure: Mesure, total: float | None) -> float | None:
    return None if mesure.valeur is None or not total else mesure.valeur / total


def _mot(plein: float | None, creux: float | None) -> str:
    if plein is None or creux is None:
        return f"{HACHURE}masqué"
    return f"{pourcent(plein)} · {pourcent(creux)} ({points(plein - creux)})"


def _titre(dimension: str, lignes: list[tuple[str, float | None, float | None]]) -> str:
    ecarts = {nom: (e - s) for nom, e, s in lignes if e is not None and s is not None}
    if len(ecarts) < len(lignes):  # a hidden line might be the furthest apart
        return f"Les entrées et la file active, par {minuscule(DIMENSIONS[dimension])}"
    nom = max(ecarts, key=lambda n: abs(ecarts[n]), default="")
    if not nom or abs(ecarts[nom]) < NOTABLE:
        return f"Les entrants ressemblent à la file active, par {minuscule(DIMENSIONS[dimension])}"
    sens = "plus" if ecarts[nom] > 0 else "moins"
    ecart = nombre(100 * abs(ecarts[nom]), 1)
    return f"{nom} : {ecart}{FINE}points de {sens} parmi les entrées que dans la file active"


def prescripteurs(regard: Regard) -> Planche:
    """The entries of each prescripteur by quarter, by year where quarters are not offered."""
    moments = _moments(regard)
    cellules = [
        regard.ventilation("entrees", "prescripteur", periode=p).cellules for _, p in moments
    ]
    codes = _codes("prescripteur", (code for lot in cellules for (code,) in lot))
    if not codes:
        raise PlancheIndisponible("Aucune entrée sur ces années avec ces filtres.")
    noms = [nom for nom, _ in moments]
    lues = {c: [lot.get((c,), Mesure(0)) for lot in cellules] for c in codes}
    series = [
        Serie(
            nommer(regard, "prescripteur", code),
            tuple(None if m.valeur is None else float(m.valeur) for m in lues[code]),
            tuple(
                chiffre("entrees", m) if m.masque is None else HACHURE.strip() for m in lues[code]
            ),
        )
        for code in codes
    ]
    titre = _titre_prescripteurs(regard, lues, noms)
    return Planche(
        "publics.prescripteurs",
        titre,
        resume=f"{titre}. Le détail est dans le tableau.",
        tableau=tableau(
            f"Entrées par prescripteur, {les_filtres(regard)}",
            [texte("Prescripteur"), *(effectif(nom) for nom in noms)],
            [
                (serie.nom, *(brut(m) for m in lues[code]))
                for code, serie in zip(codes, series, strict=True)
            ],
        ),
        sous_titre=f"Entrées par prescripteur, même échelle partout · {les_filtres(regard)}",
        specification=petits_multiples(series, noms),
        forme=Forme("barres_groupees", "Prescripteur", tuple(noms)),
        phrases=(f"{titre}.",),
        indicateurs=("entrees",),
        source=provenance(regard),
    )


def _moments(regard: Regard) -> list[tuple[str, Periode]]:
    """Eight quarters (« T1 15 »); under a filter of a protected profile, the years."""
    arrete = regard.identite.arrete
    ans = range(arrete.year - ANS + 1, arrete.year + 1)
    trimestres = [
        (f"T{rang} {an % 100}", trimestre(an, rang)) for an in ans for rang in range(1, 5)
    ]
    revolus = [(nom, p) for nom, p in trimestres if p.au <= arrete][-8:]
    annees = [(str(an), annee(an)) for an in ans[:-1]] + [(str(ans[-1]), annee_a_date(arrete))]
    if not regard.filtres.actifs or regard.porte.seuil_pour(regard.filtres) is None:
        return revolus
    try:
        for _, periode in revolus:
            regard.ventilation("entrees", "prescripteur", periode=periode)
    except ErreurPlie:
        return annees
    return revolus


def _titre_prescripteurs(regard: Regard, lues: dict[str, list[Mesure]], courts: list[str]) -> str:
    noms = [f"{court[:2]} 20{court[3:]}" if court.startswith("T") else court for court in courts]
    derniers = {c: m[-1].valeur for c, m in lues.items() if c not in SANS_RANG and m[-1].valeur}
    if not derniers or any(m[-1].masque for m in lues.values()):
        return "Qui oriente vers le PLIE, au fil du temps"
    premier = max(derniers, key=lambda c: derniers[c] or 0)
    avant = lues[premier][0].valeur
    debut = "" if avant is None else f" ; {nombre(avant)} en {noms[0]}"
    nom = nommer(regard, "prescripteur", premier)
    return f"{nom} oriente le plus : {nombre(derniers[premier])} entrées ({noms[-1]}{debut})"


def _codes(dimension: str, presents: Iterable[str]) -> list[str]:
    """The modalities once each, in the order of the schema; the unknown and the rest last."""
    connus = tuple(MODALITES.get(dimension, ()))
    return sorted(
        set(presents),
        key=lambda c: (c in SANS_RANG, connus.index(c) if c in connus else len(connus), c),
    )
