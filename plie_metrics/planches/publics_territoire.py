"""« x fois sa part dans la population »: communes and quartiers, participants against inhabitants.

Population municipale 2016 of the communes; population of the quartiers of the census their list was
published with (2013 for the QPV of 2015, 2018 for those of 2024): the source line says so.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from plie_metrics.calcul.mesure import Mesure
from plie_metrics.planches.mots import brut, chiffre, de_quoi, masque_avec, provenance
from plie_metrics.planches.planche import Forme, Planche, PlancheIndisponible
from plie_metrics.planches.regard import Regard
from plie_metrics.planches.repartition import HACHURE
from plie_metrics.presentation import palette
from plie_metrics.presentation.formats import liste, nombre, part
from plie_metrics.presentation.graphiques.points_moyenne import LignePoint, points_moyenne
from plie_metrics.presentation.tableau import Tableau, effectif, tableau, texte
from plie_metrics.schema import AUTRES
from plie_metrics.territoire.communes import population

IDENT: Final = "personnes_accompagnees"
NOTABLE: Final = 1.05
"""Times its share under which a place reads as « about its share »."""
ASSEZ: Final = 20
"""People under which a place is not told in the finding: one more would change its ratio much."""
AUCUN: Final = {"commune": "Aucune commune", "quartier": "Aucun quartier"}
FILTRE: Final = (
    "La comparaison à la population n’a de sens que pour tout le territoire : retirez le filtre de "
    "commune, de quartier ou de sexe."
)


@dataclass(frozen=True)
class Lieu:
    """A place: its people accompanied, its inhabitants, and those of the whole."""

    nom: str
    mesure: Mesure
    habitants: int
    suivis: float
    population: int
    groupe: bool = False

    @property
    def rapport(self) -> float | None:
        """(people / all the people) / (inhabitants / all the inhabitants); None when hidden."""
        if self.mesure.valeur is None or not self.habitants or not self.suivis:
            return None
        return (self.mesure.valeur / self.suivis) / (self.habitants / self.population)

    @property
    def dit(self) -> str:
        """« 1,9 fois sa part », or why it is not known."""
        if self.rapport is None:
            return f"{HACHURE}{chiffre(IDENT, self.mesure)}"
        return f"{nombre(self.rapport, 1)} fois sa part"


def communes(regard: Regard) -> Planche:
    """Each commune that is shown, and the others together."""
    suivis, cellules = _suivis(regard, "commune")
    toutes = regard.territoire.communes_au(regard.identite.arrete)
    total = population(toutes)
    nommees = [c for c in toutes if (c.insee,) in cellules]
    lieux = [Lieu(c.nom, cellules[(c.insee,)], c.population, suivis, total) for c in nommees]
    reste = [c for c in toutes if (c.insee,) not in cellules]
    if (AUTRES,) in cellules and reste:
        nom = f"Les {len(reste)} autres communes"
        lieux.append(Lieu(nom, cellules[(AUTRES,)], population(reste), suivis, total, groupe=True))
    return _planche(regard, "publics.representation_communes", "commune", lieux)


def quartiers(regard: Regard) -> Planche:
    """Each QPV of the list in force whose population is known."""
    suivis, cellules = _suivis(regard, "qpv")
    arrete = regard.identite.arrete
    total = population(regard.territoire.communes_au(arrete))
    lieux = []
    for quartier in regard.territoire.quartiers_au(arrete):
        habitants = (
            quartier.population_2018 if quartier.liste == "2024" else quartier.population_2013
        )
        if quartier.est_qpv and habitants and (quartier.code,) in cellules:
            mesure = cellules[(quartier.code,)]
            lieux.append(Lieu(quartier.nom, mesure, habitants, suivis, total))
    return _planche(regard, "publics.representation_quartiers", "quartier", lieux)


def _suivis(regard: Regard, dimension: str) -> tuple[float, dict[tuple[str, ...], Mesure]]:
    if {"commune", "qpv", "sexe"} & set(regard.filtres.actifs):
        raise PlancheIndisponible(FILTRE)
    cellules = dict(regard.ventilation(IDENT, dimension).cellules)
    total = regard.mesure(IDENT).valeur
    if not total:
        raise PlancheIndisponible("Personne n’est accompagné sur cette période avec ces filtres.")
    return float(total), cellules


def _planche(regard: Regard, cle: str, quoi: str, lieux: Sequence[Lieu]) -> Planche:
    if not lieux:
        raise PlancheIndisponible(
            f"{AUCUN[quoi]} dont la population est connue n’a de personne accompagnée ici."
        )
    ranges = sorted(lieux, key=lambda li: -(li.rapport or 0))
    titre = _titre(quoi, ranges)
    return Planche(
        cle,
        titre,
        resume=f"{titre}. {' ; '.join(f'{li.nom} : {li.dit}' for li in ranges)}.",
        tableau=_tableau(regard, quoi, ranges),
        sous_titre="Part parmi les personnes accompagnées, rapportée à la part dans la population "
        f"du territoire · {de_quoi(regard)}",
        specification=points_moyenne(
            [_point(li) for li in ranges], 1.0, "sa part dans la population"
        ),
        forme=Forme("barres", quoi.capitalize(), ("Fois sa part dans la population",)),
        phrases=(f"{titre}.",),
        indicateurs=(IDENT,),
        source=f"{provenance(regard)}. Population municipale 2016 des communes (INSEE) ; "
        "quartiers : recensement de 2013 (liste de 2015) ou de 2018 (liste de 2024).",
    )


def _titre(quoi: str, lieux: Sequence[Lieu]) -> str:
    au_dessus = [
        li
        for li in lieux
        if li.rapport is not None
        and li.rapport >= NOTABLE
        and (li.mesure.valeur or 0) >= ASSEZ
        and not li.groupe
    ]
    if not au_dessus:
        return f"{AUCUN[quoi]} ne pèse nettement plus dans le public que dans la population"
    dits = [f"{li.nom} ({nombre(li.rapport, 1)} fois)" for li in au_dessus]
    return f"Plus que leur part dans la population : {liste(dits)}"


def _point(lieu: Lieu) -> LignePoint:
    if lieu.rapport is None:
        # no dot: a hidden value is not a zero
        return LignePoint(lieu.nom, 0, lieu.dit, palette.BLANC, plein=False)
    couleur = palette.SECONDE if lieu.rapport >= NOTABLE else palette.REALISE
    return LignePoint(lieu.nom, lieu.rapport, lieu.dit, couleur)


def _tableau(regard: Regard, quoi: str, lieux: Sequence[Lieu]) -> Tableau:
    colonnes = [
        texte(quoi.capitalize()),
        effectif("Personnes accompagnées"),
        effectif("Part du public", part),
        effectif("Habitants"),
        effectif("Part de la population", part),
        effectif("Fois sa part dans la population", lambda v: nombre(v, 1)),
    ]
    lignes = [
        (
            li.nom,
            brut(li.mesure),
            masque_avec(li.mesure, li.mesure.valeur and li.mesure.valeur / li.suivis),
            li.habitants,
            li.habitants / li.population,
            masque_avec(li.mesure, li.rapport),
        )
        for li in lieux
    ]
    return tableau(f"Public et population, {de_quoi(regard)}", colonnes, lignes)
