"""The search of masks in one block: prove with the masks there are, then pay for more."""

from dataclasses import dataclass, field, replace
from time import thread_time
from typing import Any, Final

import numpy as np

from plie_metrics.secret.temoin import EPSILON, Besoins, Bloc, besoins, temoigner

Vecteur = Any
GAIN: Final = 200.0
GAIN_MAX: Final = 1e5
PEU: Final = 60
"""Up to so many needs left by a moderate gain, the largest is tried at once."""
PART: Final = 0.25
"""Share of the cells that one programme pushes: too many at once compete for the same room."""
ABANDON: Final = 0.03
"""A pass that proves less than this share of what is left was the last of its kind."""
ALLEGEMENTS: Final = 1
DEMI: Final = 0.5
"""A count that cannot be imagined half a unit away is told."""


@dataclass(eq=False)
class Recherche:
    """What is found so far in one block."""

    bloc: Bloc
    masquees: Vecteur
    restants: Besoins
    alea: np.random.Generator
    fin: float
    permises: Vecteur
    temoins: list[Vecteur] = field(default_factory=list)

    @property
    def en_retard(self) -> bool:
        return thread_time() > self.fin

    def essayer(self, cout: Vecteur, gain: float, part: float) -> int:
        """One programme over a part of what is left; the number of needs that it proves."""
        choix = self.alea.random(self.bloc.taille) < part
        voulus = self.restants.parmi(choix)
        if not voulus.nombre:
            return 0
        temoin = temoigner(self.bloc, voulus, cout, gain, self.alea)
        avant = self.restants.nombre
        self.restants = self.restants.reste(self.bloc, temoin)
        gagnes = avant - self.restants.nombre
        if gagnes:
            self.temoins.append(temoin)
            self.masquees |= np.abs(temoin) > EPSILON
        return gagnes


def couvrir(recherche: Recherche) -> None:
    """Prove what the masks already allow, then pay for more, until nothing more comes."""
    gain = GAIN
    while recherche.restants.nombre and not recherche.en_retard:
        _prouver(recherche)
        avant = recherche.restants.nombre
        if not avant:
            return
        part = max(PART, min(1.0, 300 / avant))
        gagnes = recherche.essayer(_prix(recherche), gain, part)
        if gagnes < ABANDON * avant:
            if gain >= GAIN_MAX:
                return
            gain = gain * 8 if recherche.restants.nombre > PEU else GAIN_MAX


def _prouver(recherche: Recherche) -> None:
    """Witnesses over the masked cells alone."""
    cout = np.where(recherche.masquees, 0.0, np.inf)
    while recherche.restants.nombre and not recherche.en_retard:
        avant = recherche.restants.nombre
        gagnes = recherche.essayer(cout, 1.0, max(PART, min(1.0, 300 / avant)))
        if gagnes < max(1, ABANDON * avant):
            return


def _prix(recherche: Recherche) -> Vecteur:
    """What moving each cell costs: nothing if it is masked already, too much if it must not be."""
    prix = np.where(recherche.masquees, 0.0, np.maximum(recherche.bloc.poids, 0.05))
    return np.where(recherche.permises, prix, np.inf)


def bloques(recherche: Recherche) -> Vecteur:
    """The cells that still have something to prove."""
    return recherche.restants.hauts | recherche.restants.bas


def relacher(recherche: Recherche) -> None:
    """Ask less of the cells that cannot be given the room of the rule: one more or one less."""
    ancien = recherche.bloc
    genes = bloques(recherche)
    recherche.bloc = replace(
        ancien,
        vise_haut=np.where(genes, np.minimum(ancien.vise_haut, 1.0), ancien.vise_haut),
        vise_bas=np.where(genes, np.maximum(ancien.vise_bas, -1.0), ancien.vise_bas),
    )
    recherche.restants = besoins(recherche.bloc).parmi(genes)
    for temoin in recherche.temoins:
        recherche.restants = recherche.restants.reste(recherche.bloc, temoin)
    couvrir(recherche)


def insister(recherche: Recherche, cellules: Vecteur) -> None:
    """Try these cells once more, each alone, whatever it costs: together they were in each other's
    way, and one that stays where it is would be told by what is shown."""
    aucune = np.zeros(recherche.bloc.taille, dtype=bool)
    for cellule in cellules:
        seule = besoins(recherche.bloc).parmi(np.arange(recherche.bloc.taille) == cellule)
        for manque in (Besoins(seule.hauts, aucune), Besoins(aucune, seule.bas)):
            if manque.nombre and _bouger(recherche, manque, cellule):
                break


def _bouger(recherche: Recherche, manque: Besoins, cellule: int) -> bool:
    """Pay any price to move one cell one way; whether it moved."""
    temoin = temoigner(recherche.bloc, manque, _prix(recherche), GAIN_MAX, recherche.alea)
    if abs(temoin[cellule]) <= DEMI:
        return False
    recherche.temoins.append(temoin)
    recherche.masquees |= np.abs(temoin) > EPSILON
    recherche.restants = recherche.restants.reste(recherche.bloc, temoin)
    return True


def fixes(recherche: Recherche, etroites: Vecteur) -> Vecteur:
    """The narrow cells that no witness moves at all."""
    mues = np.zeros(recherche.bloc.taille, dtype=bool)
    for temoin in recherche.temoins:
        mues |= np.abs(temoin) > DEMI
    choix = np.zeros(recherche.bloc.taille, dtype=bool)
    choix[etroites] = True
    return choix & ~mues


def alleger(recherche: Recherche, depart: Vecteur) -> Vecteur:
    """Search again among the masks found, each time from nothing, as long as it gets lighter."""
    bloc = recherche.bloc
    masques = depart | _utiles(recherche)
    prouves = _prouves(recherche)
    for _ in range(ALLEGEMENTS):
        suite = Recherche(bloc, depart.copy(), prouves, recherche.alea, recherche.fin, masques)
        couvrir(suite)
        if suite.restants.nombre and not suite.en_retard:
            suite = _completer(suite, recherche.temoins)
        if suite.restants.nombre:
            break
        nouveaux = depart | _utiles(suite)
        if bloc.poids[nouveaux].sum() >= bloc.poids[masques].sum() * 0.995:
            break
        masques, recherche = nouveaux, suite
    return masques


def _completer(suite: Recherche, temoins: list[Vecteur]) -> Recherche:
    """What was not found again is taken from the witnesses known."""
    for temoin in temoins:
        apres = suite.restants.reste(suite.bloc, temoin)
        if apres.nombre < suite.restants.nombre:
            suite.temoins.append(temoin)
            suite.masquees |= np.abs(temoin) > EPSILON
            suite.restants = apres
    return suite


def _prouves(recherche: Recherche) -> Besoins:
    """Every need that some witness proves."""
    tous = besoins(recherche.bloc)
    manquants = tous
    for temoin in recherche.temoins:
        manquants = manquants.reste(recherche.bloc, temoin)
    return Besoins(tous.hauts & ~manquants.hauts, tous.bas & ~manquants.bas)


def _utiles(recherche: Recherche) -> Vecteur:
    """The cells that some witness needs; a witness that the others make useless is dropped."""
    restants = _prouves(recherche)
    utiles: list[Vecteur] = []
    for temoin in reversed(recherche.temoins):
        suite = restants.reste(recherche.bloc, temoin)
        if suite.nombre < restants.nombre:
            utiles.append(np.abs(temoin) > EPSILON)
            restants = suite
    return np.any(utiles, axis=0) if utiles else np.zeros(recherche.bloc.taille, dtype=bool)
