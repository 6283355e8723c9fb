"""A CSV file of the source, normalised in one pass of bounded memory."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

import numpy as np

from plie_metrics.importation.csv_entete import (
    GUILLEMETS,
    lire_entete,
    refuser_ligne,
    verifier_taille,
)
from plie_metrics.importation.decoupage import Decoupe, Entiers, decouper
from plie_metrics.importation.flux import ENREGISTRER, FluxIllisible, blocs_utf8, ligne_de
from plie_metrics.importation.limites import Limites
from plie_metrics.importation.texte_normalise import (
    NUMEROS,
    Blancs,
    Numeros,
    TableRefusee,
    TexteNormalise,
    blancs_simples,
    numeros_utiles,
)


def normaliser_csv(
    source: Path, cible: Path, limites: Limites, avancer: Callable[[int], None] = lambda _: None
) -> TexteNormalise:
    """Write to `cible` the records of `source`, heading excluded, and count what was read.

    `avancer` is told the bytes read so far. Raises TableRefusee when the table is no CSV: empty,
    no text, one endless line, too many columns, a quote that closes nothing.
    """
    verifier_taille(source, limites)
    try:
        with source.open("rb") as lu, cible.open("wb") as ecrit:
            return _normaliser(lu, ecrit, cible, limites, avancer)
    except FluxIllisible as erreur:
        ligne = ligne_de(source, erreur.position, limites.bloc)
        raise TableRefusee(erreur.raison, ENREGISTRER, ligne) from None


@dataclass
class _Suivi:
    """What accumulates from block to block."""

    delimiteur: int
    largeur: int
    ligne: int  # of the next record
    lus: int = 0
    blancs: Blancs = Blancs.AUCUN
    numeros: list[Numeros] = field(default_factory=list)
    ecarts: list[Entiers] = field(default_factory=list)


def _normaliser(
    lu: IO[bytes], ecrit: IO[bytes], cible: Path, limites: Limites, avancer: Callable[[int], None]
) -> TexteNormalise:
    blocs = map(blancs_simples, blocs_utf8(lu, limites.bloc))
    tampon = next(blocs)
    entetes, delimiteur, debut = lire_entete(tampon, limites)
    suivi = _Suivi(delimiteur, len(entetes), 1 + tampon.count(b"\n", 0, debut))
    reste = tampon[debut:]
    for bloc in blocs:
        reste = _absorber(reste, ecrit, suivi, limites) + bloc
        avancer(lu.tell())
    reste = _absorber(reste, ecrit, suivi, limites)
    if reste:
        reste = _absorber(reste + b"\n", ecrit, suivi, limites)
    if reste:
        raise TableRefusee("un guillemet ouvert n’est jamais refermé.", GUILLEMETS, suivi.ligne)
    numeros = np.concatenate(suivi.numeros or [np.empty(0, NUMEROS)])
    ecarts = np.concatenate(suivi.ecarts or [np.empty((0, 2), np.int64)])
    return TexteNormalise(
        cible,
        chr(delimiteur),
        entetes,
        suivi.lus,
        numeros_utiles(numeros),
        ecarts,
        suivi.blancs,
    )


def _absorber(tampon: bytes, ecrit: IO[bytes], suivi: _Suivi, limites: Limites) -> bytes:
    """Write the complete records of `tampon`, return what remains of the last one."""
    decoupe = decouper(tampon, suivi.delimiteur)
    _refuser_guillemet(tampon, decoupe, suivi)
    complets, reste = tampon[: decoupe.consomme], tampon[decoupe.consomme :]
    numeros = _numeroter(decoupe, suivi)
    if decoupe.plus_longue > limites.ligne:
        trop = int(np.argmax(np.diff(decoupe.fins, prepend=-1) > limites.ligne))
        refuser_ligne(int(numeros[trop]), limites)
    if len(reste) > limites.ligne:
        refuser_ligne(suivi.ligne, limites)
    if decoupe.lignes is not None:
        suivi.blancs = Blancs.SAUTS
    elif b" " in complets:
        suivi.blancs = max(suivi.blancs, Blancs.ESPACES)
    ecrit.write(_redresser(complets, decoupe, suivi))
    suivi.numeros.append(numeros)
    suivi.lus += decoupe.fins.size
    return reste


def _refuser_guillemet(tampon: bytes, decoupe: Decoupe, suivi: _Suivi) -> None:
    if decoupe.guillemet_isole is not None:
        ligne = suivi.ligne + tampon.count(b"\n", 0, decoupe.guillemet_isole)
        raise TableRefusee(
            "un guillemet se trouve au milieu d’une case ; la suite de la table est illisible.",
            GUILLEMETS,
            ligne,
        )


def _numeroter(decoupe: Decoupe, suivi: _Suivi) -> Numeros:
    """The line of the file at which each record starts; moves `suivi.ligne` on."""
    if decoupe.lignes is None:
        numeros = np.arange(suivi.ligne, suivi.ligne + decoupe.fins.size, dtype=NUMEROS)
        suivi.ligne += decoupe.fins.size
        return numeros
    fins = suivi.ligne + np.cumsum(decoupe.lignes)
    suivi.ligne = int(fins[-1])
    return (fins - decoupe.lignes).astype(NUMEROS)


def _redresser(octets: bytes, decoupe: Decoupe, suivi: _Suivi) -> bytes:
    """Pad or cut the records that have not `largeur` cells, and note them."""
    fautifs = np.flatnonzero(decoupe.largeurs != suivi.largeur)
    if not fautifs.size:
        return octets
    morceaux, repris, vides = [], 0, []
    for rang in fautifs.tolist():
        debut = int(decoupe.fins[rang - 1]) + 1 if rang else 0
        fin = int(decoupe.fins[rang])
        ligne = octets[debut:fin]
        vide = not ligne.strip(bytes([suivi.delimiteur]) + b" \n")
        vides.append(vide)  # a blank line is told later, unless it ends the file
        trouvees = 1 if vide else int(decoupe.largeurs[rang])
        redressee = _redressee(b"" if vide else ligne, trouvees, suivi)
        morceaux += [octets[repris:debut], redressee]
        repris = fin
    dits = fautifs[~np.array(vides)]
    suivi.ecarts.append(np.stack((suivi.lus + dits, decoupe.largeurs[dits]), axis=1))
    return b"".join([*morceaux, octets[repris:]])


def _redressee(ligne: bytes, trouvees: int, suivi: _Suivi) -> bytes:
    separateur, voulues = bytes([suivi.delimiteur]), suivi.largeur
    if trouvees < voulues:
        return ligne + separateur * (voulues - trouvees)
    if b'"' not in ligne:
        return separateur.join(ligne.split(separateur)[:voulues])
    # the end of the last cell kept, with quoted delimiters skipped
    coupe = decouper(ligne.replace(b"\n", b" ").replace(separateur, b"\n") + b"\n", 0)
    return ligne[: int(coupe.fins[voulues - 1])]
