"""The planches of the Clauses: hours and who does them, from what every profile may ask for."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from typing import Final

from plie_metrics.calcul.mesure import Mesure
from plie_metrics.calcul.registre import definition
from plie_metrics.calcul.ventilation import Ventilation
from plie_metrics.planches import clauses_chemin, clauses_marches, clauses_personnes
from plie_metrics.planches.absence import exiger
from plie_metrics.planches.cles import Cle, chiffre_cle
from plie_metrics.planches.mots import (
    avec_son_unite,
    brut,
    chiffre,
    colonne,
    de_quoi,
    nommer,
    provenance,
)
from plie_metrics.planches.planche import Forme, Planche, PlancheIndisponible
from plie_metrics.planches.regard import Regard
from plie_metrics.planches.repartition import HACHURE, premiere, repartir
from plie_metrics.presentation import palette
from plie_metrics.presentation.formats import avec_unite, mois_long, nombre, part
from plie_metrics.presentation.graphiques.colonnes_mois import ColonneMois, colonnes_mois
from plie_metrics.presentation.graphiques.panneaux import Panneau, panneaux
from plie_metrics.presentation.tableau import tableau, texte

TABLES_HEURES: Final = ("clauses_contrats", "clauses_heures")
TABLES: Final = (*TABLES_HEURES, "clauses_orientations")
REFERENTS: Final = "PLIE"
CLES: Final = (
    "clauses_heures",
    "clauses_etp",
    "clauses_salaries",
    "clauses_orientations",
    "clauses_candidats_valides",
    "clauses_sorties_positives",
)
COULEURS: Final = {
    "clauses_heures": palette.REALISE,
    "clauses_etp": palette.TROISIEME,
    "clauses_salaries": palette.REALISE,
}


def constat(regard: Regard) -> str:
    """« 72 333 heures d’insertion, soit 45 équivalents temps plein (base : 1 607 h) … »."""
    heures, etp = regard.mesure("clauses_heures"), regard.mesure("clauses_etp")
    if heures.valeur is None:
        return f"Heures d’insertion : {chiffre('clauses_heures', heures)}"
    if not heures.valeur:
        return "Aucune heure d’insertion sur cette période avec ces filtres"
    dites = avec_unite(heures.valeur, "heure d’insertion", "heures d’insertion")
    base = definition("clauses_etp").base
    emplois = avec_unite(etp.valeur, "équivalent temps plein", "équivalents temps plein", 1)
    qpv = clauses_chemin.part_qpv_dite(regard, "clauses_salaries")
    suite = f" ; {qpv} des salariés habitent un QPV" if qpv else ""
    return f"{dites}, soit {emplois} (base : {nombre(base)} h par an){suite}"


def chiffres_cles(regard: Regard) -> tuple[Cle, ...]:
    """The six key figures of the page; an ETP always bears its base."""
    return tuple(_avec_base(regard, chiffre_cle(regard, ident)) for ident in CLES)


def par_mois(regard: Regard) -> Planche:
    """Hours of each month; raises ErreurPlie when the profile may not ask for months."""
    exiger(regard, *TABLES_HEURES)
    cellules = regard.ventilation("clauses_heures", "mois").cellules
    mois = {date.fromisoformat(f"{cle}-01"): m for (cle,), m in sorted(cellules.items())}
    if not mois:
        raise PlancheIndisponible("Aucune heure de clauses sur cette période avec ces filtres.")
    titre = _titre_mois(mois)
    dites = [(mois_long(quand), chiffre("clauses_heures", m)) for quand, m in mois.items()]
    return Planche(
        "clauses.mois",
        titre,
        resume=f"{titre}. {' ; '.join(f'{nom} : {dit}' for nom, dit in dites)}.",
        tableau=tableau(
            f"Heures de clauses par mois, {de_quoi(regard)}",
            [texte("Mois"), colonne("clauses_heures", "Heures")],
            [
                *((mois_long(quand).capitalize(), brut(m)) for quand, m in mois.items()),
                ("Ensemble", brut(regard.mesure("clauses_heures"))),
            ],
            total=True,
        ),
        sous_titre=f"Heures réalisées par mois · {de_quoi(regard)}",
        specification=colonnes_mois(
            [ColonneMois(q, m.valeur, chiffre("clauses_heures", m)) for q, m in mois.items()],
            "Heures",
        ),
        forme=Forme("barres", "Mois", ("Heures",)),
        phrases=(f"{titre}.",),
        indicateurs=("clauses_heures",),
        source=provenance(regard),
    )


def par_contrat(regard: Regard) -> Planche:
    """Hours, ETP and salariés by type of contract."""
    exiger(regard, *TABLES_HEURES)
    idents = tuple(COULEURS)
    lot = regard.lot(("type_contrat",), idents)
    cellules = {ident: lot.ventilation[ident].cellules for ident in idents}
    codes = sorted(
        cellules["clauses_heures"], key=lambda c: -(cellules["clauses_heures"][c].valeur or 0)
    )
    if not codes:
        raise PlancheIndisponible("Aucune heure de clauses sur cette période avec ces filtres.")
    noms = [nommer(regard, "type_contrat", code) for (code,) in codes]
    titre = premiere(regard, "clauses_heures", "type_contrat")
    lignes = [
        (nom, *(brut(cellules[i].get(code, Mesure(0))) for i in idents))
        for nom, code in zip(noms, codes, strict=True)
    ]
    return Planche(
        "clauses.contrats",
        titre,
        resume=f"{titre}. Le détail par type de contrat est dans le tableau.",
        tableau=tableau(
            f"Clauses par type de contrat, {de_quoi(regard)} ; ETP : base de "
            f"{nombre(definition('clauses_etp').base)} h par an",
            [texte("Type de contrat"), *(colonne(i) for i in idents)],
            [*lignes, ("Ensemble", *(brut(regard.mesure(i)) for i in idents))],
            total=True,
        ),
        sous_titre=f"Par type de contrat · ETP : heures ÷ {nombre(definition('clauses_etp').base)} "
        f"h par an · un salarié compte dans chacun de ses types · {de_quoi(regard)}",
        specification=panneaux(
            noms,
            [_panneau(i, [cellules[i].get(code, Mesure(0)) for code in codes]) for i in idents],
        ),
        forme=Forme("barres", "Type de contrat", ("Heures clauses",)),
        phrases=(f"{titre}.",),
        indicateurs=idents,
        source=provenance(regard),
    )


def par_secteur(regard: Regard) -> Planche:
    """Hours by sector."""
    exiger(regard, *TABLES_HEURES)
    return repartir(regard, "clauses_heures", "secteur", cle="clauses.secteurs")


def par_sexe(regard: Regard) -> Planche:
    """Salariés by sex."""
    exiger(regard, *TABLES_HEURES)
    return repartir(regard, "clauses_salaries", "sexe", cle="clauses.sexe")


def par_prescripteur(regard: Regard) -> Planche:
    """Orientations by who made them (« PLIE »: the référents)."""
    exiger(regard, "clauses_orientations")
    return repartir(
        regard,
        "clauses_orientations",
        "prescripteur",
        cle="clauses.prescripteurs",
        titre=_titre_prescripteurs,
    )


def _avec_base(regard: Regard, cle: Cle) -> Cle:
    mesure = regard.mesure(cle.ident)
    if cle.ident != "clauses_etp" or mesure.numerateur is None:
        return cle
    return replace(
        cle,
        valeur=chiffre(cle.ident, mesure),
        note=f"{nombre(mesure.numerateur)} h ÷ {nombre(mesure.denominateur)} h par an",
    )


def _titre_prescripteurs(regard: Regard, ventilation: Ventilation) -> str:
    """The share of the référents, who write « PLIE »; the largest where they oriented nobody."""
    siennes = ventilation.cellules.get((REFERENTS,), Mesure(0))
    total = regard.mesure("clauses_orientations").valeur
    if not siennes.valeur or not total:
        return premiere(regard, "clauses_orientations", "prescripteur")
    dites = avec_son_unite("clauses_orientations", siennes)
    return f"Les référents du PLIE (« {REFERENTS} ») : {dites}, soit {part(siennes.valeur / total)}"


def _titre_mois(mois: Mapping[date, Mesure]) -> str:
    vus = {quand: m.valeur for quand, m in mois.items() if m.valeur}
    if not vus:
        return "Heures de clauses par mois"
    haut = max(vus, key=lambda quand: vus[quand])
    if len(vus) == 1:
        return f"{nombre(vus[haut])} heures en {mois_long(haut)}"
    bas = min(vus, key=lambda quand: vus[quand])
    return (
        f"De {nombre(vus[bas])} heures en {mois_long(bas)} à {nombre(vus[haut])} en "
        f"{mois_long(haut)}"
    )


def _panneau(ident: str, mesures: list[Mesure]) -> Panneau:
    return Panneau(
        f"{definition(ident).titre_court}",
        tuple(m.valeur for m in mesures),
        # a panel has no room for the reason: the table gives it
        tuple(chiffre(ident, m) if m.masque is None else f"{HACHURE}masqué" for m in mesures),
        COULEURS[ident],
    )


PLANCHES: Final[Mapping[str, Callable[[Regard], Planche]]] = {
    "clauses.mois": par_mois,
    "clauses.contrats": par_contrat,
    "clauses.secteurs": par_secteur,
    "clauses.sexe": par_sexe,
    "clauses.prescripteurs": par_prescripteur,
    **clauses_chemin.PLANCHES,
    **clauses_marches.PLANCHES,
    **clauses_personnes.PLANCHES,
}
