"""Solve the secrecy of one arrêté over its whole closed list, knowing what earlier ones showed."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from plie_metrics.calcul.mesure import Masque
from plie_metrics.secret.dominance import RESERVE
from plie_metrics.secret.grandeurs import GRANDEURS, Cle, est_reste
from plie_metrics.secret.liste import Liste
from plie_metrics.secret.masquage import masquer
from plie_metrics.secret.memoire import Contraintes, Memoire, contraintes
from plie_metrics.secret.probleme import Exacts, Probleme, Source, poser, regles_de
from plie_metrics.secret.projections import projeter_visibles
from plie_metrics.secret.protegees import Protegees, nombre
from plie_metrics.secret.regles import Genre, Regles
from plie_metrics.secret.systeme import Systeme, assembler


@dataclass(frozen=True, eq=False)
class Solution:
    """The protected tables, what the next arrêtés must remember, and how it went."""

    protegees: Protegees
    memoire: Memoire
    etroites: tuple[Cle, ...]
    irreductibles: tuple[Cle, ...]
    repli: int


def resoudre(
    source: Source,
    liste: Liste,
    nom: str,
    histoire: Sequence[Memoire] = (),
    exacts: Exacts | None = None,
) -> Solution:
    """The protected tables of the arrêté for « financeur » or « public »."""
    probleme = poser(source, liste, nom, exacts)
    regles = regles_de(liste, nom)
    passe = contraintes(histoire, probleme.releve, regles)
    temps = float(liste.reglages.temps_max)
    effectifs = _partie(probleme, passe, False)
    trouvees = masquer(effectifs, passe.connues, temps * 0.8)
    masquees = {effectifs.cles[c] for c in np.flatnonzero(trouvees.masquees)}
    sommes = _partie(_alourdir(probleme, masquees, regles), passe, True)
    trouvees_sommes = masquer(sommes, passe.connues, temps * 0.2)
    masquees |= {sommes.cles[c] for c in np.flatnonzero(trouvees_sommes.masquees)}
    adoucies = {effectifs.cles[c] for c in trouvees.adoucies}
    lots = ((effectifs, trouvees), (sommes, trouvees_sommes))
    reserves = () if source.entreprises or not _a_des_heures(probleme) else (RESERVE,)
    valeurs, masques = _marquer(probleme, masquees, adoucies)
    protegees = Protegees(
        liste.arrete,
        liste.arretes,
        regles.seuil,
        valeurs,
        masques,
        probleme.releve.motifs,
        reserves,
    )
    if source.contexte is not None:
        projetes = projeter_visibles(source.contexte, liste, protegees)
        protegees = replace(protegees, suivis=projetes.suivis, refus_suivis=projetes.refus)
    return Solution(
        protegees,
        Memoire(
            source.nom,
            {c: probleme.releve.valeurs[c] for c in probleme.releve.publiees},
            frozenset(masquees),
        ),
        tuple(s.cles[c] for s, t in lots for c in t.etroites),
        tuple(s.cles[c] for s, t in lots for c in t.irreductibles),
        trouvees.repli + trouvees_sommes.repli,
    )


def _a_des_heures(probleme: Probleme) -> bool:
    return any(c[0] == "heures" for c in probleme.releve.publiees)


def _partie(probleme: Probleme, passe: Contraintes, sommes: bool) -> Systeme:
    """The counts, or the sums: no relation links the two."""
    cellules = {
        cle: passe.retenues.get(cle, cellule)
        for cle, cellule in probleme.cellules.items()
        if (cle[0] in GRANDEURS and GRANDEURS[cle[0]].somme) == sommes
    }
    return assembler(cellules, probleme.relations)


def _alourdir(probleme: Probleme, masquees: set[Cle], regles: Regles) -> Probleme:
    """A mean goes with its count: where the count is masked, the sum behind the mean is too.

    Hours stand by themselves: they are published without their number of people.
    """
    cellules = dict(probleme.cellules)
    for cle, cellule in probleme.cellules.items():
        grandeur = GRANDEURS.get(cle[0])
        if grandeur is None or not grandeur.somme or cle[0] == "heures":
            continue
        if (grandeur.effectif, *cle[1:]) in masquees:
            cellules[cle] = regles.somme(cellule.valeur, True)
    return replace(probleme, cellules=cellules)


def _marquer(
    probleme: Probleme, masquees: set[Cle], adoucies: set[Cle]
) -> tuple[dict[Cle, float], dict[Cle, Masque]]:
    """What is shown, and the mark of what is not."""
    valeurs: dict[Cle, float] = {}
    masques: dict[Cle, Masque] = {}
    for cle in sorted(probleme.releve.publiees):
        cellule = probleme.cellules[cle]
        if cle not in masquees:
            valeurs[cle] = nombre(cle, cellule.valeur)
        else:
            petite = cellule.sensible and cle not in adoucies
            masques[cle] = "primaire" if petite else "secondaire"
    for cle, cellule in probleme.cellules.items():
        if cellule.genre == Genre.DEDUITE and cellule.sensible and est_reste(cle):
            masques[cle] = "primaire"
    return valeurs, masques
