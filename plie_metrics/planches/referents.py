"""The planches of Référents: load against norm and rhythm, for the staff."""

from collections.abc import Callable, Mapping
from typing import Final

from plie_metrics.calcul.registre import definition
from plie_metrics.planches.mots import avec_son_unite, colonne, de_quoi, provenance
from plie_metrics.planches.planche import Forme, Planche, PlancheIndisponible
from plie_metrics.planches.portefeuilles import RESERVE, comparer, nom_de, structures_de
from plie_metrics.planches.regard import Regard
from plie_metrics.presentation import palette
from plie_metrics.presentation.formats import avec_unite, nombre
from plie_metrics.presentation.graphiques.panneaux import Panneau, panneaux
from plie_metrics.presentation.tableau import tableau, texte

RYTHME: Final = ("entrees", "sorties", "sorties_positives")
CLES: Final = (
    "file_active",
    "entrees",
    "sorties",
    "sorties_positives",
    "taux_entretien_mensuel",
    "parcours_plus_30_mois",
)
"""What a portfolio is told by."""


def constat(regard: Regard) -> str:
    """« 799 personnes en file active, 695 reçues ce mois-ci »."""
    active, recus = (regard.mesure(i) for i in ("file_active", "taux_entretien_mensuel"))
    tete = f"{avec_son_unite('file_active', active)} en file active"
    if active.masque is not None:
        tete = f"File active : {avec_son_unite('file_active', active)}"
    if recus.numerateur is None:
        return tete
    vues = avec_unite(recus.numerateur, "reçue", "reçues")
    return f"{tete}, {vues} en entretien dans le mois"


def noms_des_referents(regard: Regard) -> dict[str, str]:
    """« APSALC · R01 » by identifier, by structure then number; for the staff."""
    structures = structures_de(regard)
    ordre = sorted(structures, key=lambda code: (structures[code], code))
    return {code: nom_de("referent", code, structures) for code in ordre}


def charge(regard: Regard) -> Planche:
    """The file active of each référent against their norm, with whom they follow."""
    return comparer(regard, "file_active", "referent", "referents.charge")


def rythme(regard: Regard) -> Planche:
    """Entries and exits of each référent over the period looked at."""
    if not regard.porte.profil.par_referent:
        raise PlancheIndisponible(RESERVE)
    lot = regard.lot(("referent",), RYTHME)
    structures = structures_de(regard)
    codes = {code for ident in RYTHME for (code,) in lot.ventilation[ident].cellules}
    if not codes:
        raise PlancheIndisponible("Aucune entrée ni sortie sur cette période avec ces filtres.")
    ordre = sorted(codes, key=lambda code: (structures.get(code, code), code))
    valeurs = {
        ident: tuple(
            float(cellules[(code,)].valeur or 0) if (code,) in cellules else 0.0 for code in ordre
        )
        for ident in RYTHME
        if (cellules := lot.ventilation[ident].cellules) is not None
    }
    noms = [nom_de("referent", code, structures) for code in ordre]
    entrees, sorties = (nombre(lot.mesures[ident].valeur) for ident in RYTHME[:2])
    titre = f"{entrees} entrées et {sorties} sorties sur la période"
    return Planche(
        "referents.rythme",
        titre,
        resume=f"{titre}. Le détail par référent est dans le tableau.",
        tableau=tableau(
            f"Entrées et sorties par référent, {de_quoi(regard)}",
            [texte("Structure · référent"), *(colonne(ident) for ident in RYTHME)],
            [(nom, *(valeurs[ident][rang] for ident in RYTHME)) for rang, nom in enumerate(noms)],
        ),
        sous_titre=f"Entrées, sorties et sorties positives par référent · {de_quoi(regard)}",
        specification=panneaux(noms, [_panneau(i, valeurs[i]) for i in RYTHME], pas=26),
        forme=Forme(
            "barres_groupees",
            "Structure · référent",
            tuple(definition(ident).titre_court for ident in RYTHME),
        ),
        phrases=(f"{titre}.",),
        indicateurs=RYTHME,
        source=f"{provenance(regard)}. Par ordre de structure, puis de référent.",
    )


def _panneau(ident: str, valeurs: tuple[float, ...]) -> Panneau:
    mots = tuple(nombre(valeur) for valeur in valeurs)
    couleur = palette.REPERE if ident == "sorties" else palette.REALISE
    return Panneau(definition(ident).titre_court, valeurs, mots, couleur)


PLANCHES: Final[Mapping[str, Callable[[Regard], Planche]]] = {
    "referents.charge": charge,
    "referents.rythme": rythme,
}
