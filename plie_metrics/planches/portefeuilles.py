"""Référents and structures beside their norm and their case mix: for the staff, never a ranking.

Order: by structure then number of référent. Norms are those of each référent, scaled by their ETP
(`qualite.normes`); they add up within a structure, never into the target of the PLIE.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from plie_metrics.calcul.mesure import Mesure
from plie_metrics.calcul.registre import definition
from plie_metrics.periodes import annee_a_date
from plie_metrics.planches.mots import la_periode, les_filtres, provenance
from plie_metrics.planches.planche import Planche, PlancheIndisponible
from plie_metrics.planches.regard import Regard
from plie_metrics.presentation.formats import avec_unite, liste, nombre, pourcent
from plie_metrics.presentation.graphiques.portefeuilles import LignePortefeuille, portefeuilles
from plie_metrics.presentation.phrases import minuscule
from plie_metrics.presentation.tableau import Tableau, effectif, tableau, texte
from plie_metrics.qualite import charges, normes_regles
from plie_metrics.qualite.donnees import Donnees
from plie_metrics.qualite.normes import ECART_NOTABLE, NOMS
from plie_metrics.schema import DIMENSIONS

Dimension = Literal["referent", "structure"]
PUBLIC: Final = ("part_qpv", "part_niveau_v_infra", "part_brsa", "part_deld")
RESERVE: Final = (
    "Les chiffres par référent et par structure sont réservés à l’équipe du PLIE ; un référent "
    "trouve les siens sur la page « Référents »."
)
SUIVENT_LA_NORME: Final = frozenset({"referent", "structure"})
"""Filters under which a norm still holds: any other keeps a part of each portfolio only."""


@dataclass(frozen=True)
class Portefeuille:
    """A référent or a structure: its figure, its norm (None without), whom it follows."""

    nom: str
    valeur: float
    norme: float | None
    public: tuple[Mesure, ...]

    @property
    def ecart(self) -> float | None:
        """valeur − norme, in the indicator's unit."""
        return None if self.norme is None else self.valeur - self.norme


def comparer(regard: Regard, ident: str, dimension: Dimension, cle: str) -> Planche:
    """The planche of an indicator by référent or structure; raises PlancheIndisponible."""
    if not regard.porte.profil.par_referent:
        raise PlancheIndisponible(RESERVE)
    lignes = lire_portefeuilles(regard, ident, dimension)
    if not lignes:
        raise PlancheIndisponible("Aucun cas sur cette période avec ces filtres.")
    titre = _titre(ident, dimension, lignes)
    norme = any(li.norme is not None for li in lignes)
    return Planche(
        cle,
        titre,
        resume=f"{titre}. Le détail est dans le tableau.",
        tableau=_tableau(regard, ident, dimension, lignes),
        sous_titre=_sous_titre(regard, ident, norme=norme),
        specification=portefeuilles(
            [_barre(ident, li) for li in lignes],
            definition(ident).titre_court,
            [definition(nom).titre_court for nom in PUBLIC],
        ),
        phrases=(f"{titre}.",),
        indicateurs=(ident, *PUBLIC),
        source=f"{provenance(regard)}. La norme d’un référent est ramenée à son temps de travail ; "
        "elle ne s’additionne pas en objectif du PLIE. Un écart se lit avec le public suivi.",
    )


def lire_portefeuilles(
    regard: Regard, ident: str, dimension: Dimension
) -> tuple[Portefeuille, ...]:
    """The figures from the 1st of January to the arrêté, by structure then référent."""
    periode = annee_a_date(regard.identite.arrete)
    lot = regard.lot((dimension,), (ident, *PUBLIC), periode=periode)
    structures, normes = structures_de(regard), _normes(regard, ident)
    codes = {code for (code,) in lot.ventilation[ident].cellules} | _connus(
        regard, dimension, structures
    )
    return tuple(
        Portefeuille(
            nom_de(dimension, code, structures),
            float(_cellule(lot.ventilation[ident].cellules, code).valeur or 0),
            _norme(dimension, code, normes, structures),
            tuple(_cellule(lot.ventilation[nom].cellules, code) for nom in PUBLIC),
        )
        for code in sorted(codes, key=lambda c: (structures.get(c, c), c))
    )


def nom_de(dimension: Dimension, code: str, structures: Mapping[str, str]) -> str:
    """« APSALC · R01 » for a référent, the structure itself otherwise."""
    if dimension == "structure" or code not in structures:
        return code
    return f"{structures[code]} · {code}"


def structures_de(regard: Regard) -> dict[str, str]:
    """The structure of each référent; {} without the table; raises DetailRefuse."""
    table = regard.porte.detail().tables.get("referents")
    if table is None:
        return {}
    return dict(zip(table["referent_id"].astype(str), table["structure"].astype(str), strict=True))


def _connus(regard: Regard, dimension: Dimension, structures: Mapping[str, str]) -> set[str]:
    """Who is there though nothing counts for them; none under a filter, where 0 is not a fact."""
    if regard.filtres.actifs:
        return set()
    return set(structures) if dimension == "referent" else set(structures.values())


def _normes(regard: Regard, ident: str) -> dict[str, float]:
    """The norm of each référent at the arrêté; none when the filters cut portfolios in parts."""
    if ident not in NOMS or not SUIVENT_LA_NORME.issuperset(regard.filtres.actifs):
        return {}
    donnees = Donnees(regard.porte.detail().tables, regard.identite.arrete, normes_regles())
    toutes = regard.calculer_une_fois("charges", lambda: charges(donnees))
    return {c.referent_id: c.norme for c in toutes if c.indicateur == ident}


def _norme(
    dimension: Dimension, code: str, normes: Mapping[str, float], structures: Mapping[str, str]
) -> float | None:
    if dimension == "referent":
        return normes.get(code)
    siennes = [
        normes[r] for r, structure in structures.items() if structure == code and r in normes
    ]
    return sum(siennes) if siennes else None


def _cellule(cellules: Mapping[tuple[str, ...], Mesure], code: str) -> Mesure:
    return cellules.get((code,), Mesure(None))


def _titre(ident: str, dimension: Dimension, lignes: Sequence[Portefeuille]) -> str:
    quoi = minuscule(definition(ident).titre_court)
    ecarts = [li.ecart for li in lignes if li.ecart is not None]
    singulier = "référent" if dimension == "referent" else "structure"
    if not ecarts:
        combien = avec_unite(len(lignes), singulier, f"{singulier}s")
        return f"{definition(ident).titre_court} : {combien}, sans norme à comparer"
    sous = sum(e <= -ECART_NOTABLE for e in ecarts)
    dessus = sum(e >= ECART_NOTABLE for e in ecarts)
    comptes = {"au-dessous": sous, "au-dessus": dessus, "à la norme": len(ecarts) - sous - dessus}
    suites = [f"{nombre(combien)} {cote}" for cote, combien in comptes.items() if combien]
    total = avec_unite(len(ecarts), singulier, f"{singulier}s")
    if len(suites) == 1:
        toutes = "tous" if dimension == "referent" else "toutes"
        return f"Norme {elider(quoi)} : {total}, {toutes} {suites[0].split(' ', 1)[1]}"
    return f"Norme {elider(quoi)} : {total}, dont {liste(suites)}"


def elider(mot: str) -> str:
    """« d’entrées », « de file active »."""
    return f"d’{mot}" if mot[:1] in "aeéèêiouh" else f"de {mot}"


def _sous_titre(regard: Regard, ident: str, *, norme: bool) -> str:
    periode = la_periode(annee_a_date(regard.identite.arrete))
    trait = " (barre) et norme à ce jour (trait)" if norme else ""
    return (
        f"{definition(ident).titre}{trait} ; à droite, part de chaque public parmi les personnes "
        f"accompagnées · {periode} · {les_filtres(regard)}"
    )


def _barre(ident: str, ligne: Portefeuille) -> LignePortefeuille:
    ecart = "" if ligne.ecart is None else f" · {nombre(ligne.ecart, signe=True)}"
    return LignePortefeuille(
        ligne.nom,
        ligne.valeur,
        f"{nombre(ligne.valeur, definition(ident).decimales)}{ecart}",
        ligne.norme,
        tuple((m.valeur, pourcent(m.valeur)) for m in ligne.public),
    )


def _entete(dimension: Dimension) -> str:
    return "Structure · référent" if dimension == "referent" else "Structure"


def _tableau(
    regard: Regard, ident: str, dimension: Dimension, lignes: Sequence[Portefeuille]
) -> Tableau:
    colonnes = [
        texte(_entete(dimension)),
        effectif(definition(ident).titre_court),
        effectif("Norme à ce jour", lambda v: nombre(v, 1)),
        effectif("Écart", lambda v: nombre(v, 1, signe=True)),
        *(effectif(definition(nom).titre_court, pourcent) for nom in PUBLIC),
    ]
    corps = [
        (li.nom, li.valeur, li.norme, li.ecart, *(m.valeur for m in li.public)) for li in lignes
    ]
    quand = la_periode(annee_a_date(regard.identite.arrete))
    quoi = f"{definition(ident).titre} par {minuscule(DIMENSIONS[dimension])}"
    return tableau(f"{quoi}, {quand}, {les_filtres(regard)}", colonnes, corps)
