"""What earlier arrêtés have shown: it can no longer be hidden, and a small difference must be."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import inf, nan

from plie_metrics.secret.grandeurs import GRANDEURS, Cle
from plie_metrics.secret.protegees import ecrire_cle, lire_cle
from plie_metrics.secret.regles import Cellule, Genre, Regles
from plie_metrics.secret.releve import Releve


@dataclass(frozen=True, eq=False)
class Memoire:
    """An arrêté solved before: its exact published cells, those that were masked, its periods.

    It holds exact figures: it stays beside the snapshot and never reaches a page.
    """

    nom: str
    valeurs: Mapping[Cle, float]
    masquees: frozenset[Cle]

    def en_octets(self) -> bytes:
        """As JSON."""
        lignes = [[*ecrire_cle(c), v, int(c in self.masquees)] for c, v in self.valeurs.items()]
        return json.dumps({"nom": self.nom, "cellules": lignes}).encode("utf-8")

    @classmethod
    def depuis_octets(cls, octets: bytes) -> "Memoire":
        """The reverse; raises ValueError or KeyError on anything else."""
        corps = json.loads(octets)
        lues = {lire_cle(ligne): ligne[4:] for ligne in corps["cellules"]}
        return cls(
            corps["nom"],
            {c: valeur for c, (valeur, _) in lues.items()},
            frozenset(c for c, (_, masquee) in lues.items() if masquee),
        )

    def montree(self) -> "Memoire":
        """What a reader has seen of it: the masked cells lose their value (nan), not their mask."""
        valeurs = {c: nan if c in self.masquees else v for c, v in self.valeurs.items()}
        return Memoire(self.nom, valeurs, self.masquees)


def ecrire_heritage(memoires: Sequence[Memoire]) -> bytes:
    """Several memories as one file."""
    return json.dumps([m.en_octets().decode("utf-8") for m in memoires]).encode("utf-8")


def lire_heritage(octets: bytes) -> tuple[Memoire, ...]:
    """The reverse; raises ValueError or KeyError on anything else."""
    return tuple(Memoire.depuis_octets(texte.encode("utf-8")) for texte in json.loads(octets))


@dataclass(frozen=True)
class Contraintes:
    """What the past imposes, by cell of the new arrêté.

    `connues`: shown before and unchanged since. `retenues`: to mask, either because they were
    masked before and hardly changed, or because they were shown and changed by a few people, whom
    the difference would show.
    """

    connues: frozenset[Cle]
    retenues: Mapping[Cle, Cellule]


def contraintes(histoire: Sequence[Memoire], releve: Releve, regles: Regles) -> Contraintes:
    """Compare each published cell with every earlier arrêté that published it."""
    connues: set[Cle] = set()
    masquees: set[Cle] = set()
    revisees: set[Cle] = set()
    for cle in releve.publiees:
        valeur = releve.valeurs[cle]
        if GRANDEURS[cle[0]].somme or regles.est_petit(valeur):
            continue
        for passe in histoire:
            if cle not in passe.valeurs:
                continue
            ecart = abs(valeur - passe.valeurs[cle])
            if cle in passe.masquees:
                # nan, a masked value that was destroyed: how much it changed is not known
                masquees |= set() if ecart >= regles.seuil else {cle}
            elif ecart == 0:
                connues.add(cle)
            elif ecart < regles.seuil:
                revisees.add(cle)
    a_masquer = revisees | (masquees - connues)
    return Contraintes(
        frozenset(connues - revisees),
        {cle: retenue(releve.valeurs[cle], regles) for cle in a_masquer},
    )


def retenue(valeur: float, regles: Regles) -> Cellule:
    """A cell to mask because of the past: it must stay unknown by as much as a small count."""
    demi = (max(1, round(regles.largeur * (regles.seuil - 1))) + 1) // 2
    bas = max(valeur - demi, regles.seuil)
    return Cellule(valeur, Genre.PUBLIEE, regles.seuil, inf, bas, valeur + demi, True)
