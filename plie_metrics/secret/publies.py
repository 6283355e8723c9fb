"""Published reference values beside the figures of the cases: they pass the same gate.

For whoever shows a published figure on a page, an export or a table, other than the page « Document
publié » (which reproduces a public document whole, and says so): give the figures of the document
to `masquer_publication`, and show the publication that it returns. A figure that the profile may
not see there has no value, and `imprime` holds the French words to put in its place;
`masques_publies` gives these words by figure. Nothing is masked for who sees exact figures.

The rules are those of the cases: a count from 1 to threshold − 1; a rate with its numerator, its
denominator or their difference, and at 0 % or 100 % of a small denominator; a sensitive modality
crossed with another dimension; then, in each printed row and column with one figure masked alone,
the smallest other of its kind (counts, shares); and beside a masked count, the shares, hours and
means of its row, that would give it back (`deductions`). Objectives, norms, hours, euros and other
rules are not counts of people. A share printed without its terms is shown, but one of few people of
its table's largest count.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Final

from plie_metrics.publications.chiffre import Chiffre, Publication
from plie_metrics.secret.cellules import EXTREME, POUR_UNE_AUTRE
from plie_metrics.secret.deductions import (
    CONSTATS,
    accompagner,
    deduits,
    est_compte,
    est_part,
    petites_parts,
)
from plie_metrics.secret.profils import Profil
from plie_metrics.secret.reglages import Reglages

ENTIER: Final = re.compile(r"(?<![\d,.])\d+(?![\d,.]*\d|\s*%)")
GENS: Final = re.compile(
    r"(?<![\d,.])(?<!\d\s)\d+(?=\s(?:personne|participant|salarié|candidat|jeune|sortie))"
)
NOTE: Final = "note masquée : elle cite un petit effectif"
CROISEE: Final = "masqué : information sensible, jamais croisée pour ce profil"


def masquer_publication(
    publication: Publication, profil: Profil, reglages: Reglages
) -> Publication:
    """The document as the profile may see it beside the figures of the cases."""
    if profil.regles is None:
        return publication
    masques, seuil = masques_publies(publication, profil, reglages), reglages.seuils[profil.regles]
    return replace(
        publication,
        chiffres=tuple(
            _cacher(c, masques[c.id]) if c.id in masques else _annoter(c, seuil)
            for c in (_nommer(c, seuil) for c in publication)
        ),
    )


def masques_publies(
    chiffres: Iterable[Chiffre], profil: Profil, reglages: Reglages
) -> Mapping[str, str]:
    """Why each figure is masked, in French, by id; nothing for the figures that may be shown."""
    if profil.regles is None:
        return {}
    seuil = reglages.seuils[profil.regles]
    tous = tuple(chiffres)
    masques = {c.id: motif for c in tous if (motif := _primaire(c, seuil, profil, reglages))}
    masques = accompagner(tous, masques, est_compte)
    parts = dict.fromkeys(petites_parts(tous, seuil), f"masqué : moins de {seuil}")
    masques = parts | dict.fromkeys(deduits(tous, masques), POUR_UNE_AUTRE) | masques
    return accompagner(tous, masques, est_part)


def _cacher(chiffre: Chiffre, motif: str) -> Chiffre:
    """Nothing that was printed stays, the note included: it may repeat the figure."""
    return replace(
        chiffre,
        valeur=None,
        numerateur=None,
        denominateur=None,
        imprime=motif,
        note="",
        masque=motif,
    )


def _nommer(chiffre: Chiffre, seuil: int) -> Chiffre:
    """The printed name of a row may say of how many people: « par ces 5 personnes »."""

    def cacher(dit: re.Match[str]) -> str:
        return "▨" if 0 < int(dit[0]) < seuil else dit[0]

    return replace(chiffre, ligne=GENS.sub(cacher, chiffre.ligne))


def _annoter(chiffre: Chiffre, seuil: int) -> Chiffre:
    """The note of a figure that is shown may cite a count that is not."""
    if chiffre.nature not in CONSTATS:
        return chiffre
    cites = [int(nombre) for nombre in ENTIER.findall(chiffre.note)]
    return replace(chiffre, note=NOTE) if any(0 < n < seuil for n in cites) else chiffre


def _primaire(chiffre: Chiffre, seuil: int, profil: Profil, reglages: Reglages) -> str | None:
    if chiffre.nature not in CONSTATS or chiffre.valeur is None:
        return None
    if _sensible(chiffre, profil, reglages):
        return CROISEE
    haut, bas = chiffre.numerateur, chiffre.denominateur
    petits = [haut, bas, None if haut is None or bas is None else bas - haut]
    if est_compte(chiffre):
        petits.append(chiffre.valeur)
    if any(petit is not None and 0 < petit < seuil for petit in petits):
        return f"masqué : moins de {seuil}"
    extreme = haut is not None and bas is not None and haut in (0, bas)
    if extreme and bas and bas < reglages.facteur_extreme * seuil:
        return EXTREME
    return None


def _sensible(chiffre: Chiffre, profil: Profil, reglages: Reglages) -> bool:
    """A merged modality beside another dimension, or alone for who never sees it apart."""
    dimensions = {r.dimension for r in reglages.regroupements} | {"sexe", "classe_age", "qpv"}
    croisees = [nom for nom in chiffre.modalites if nom in dimensions]
    for groupe in reglages.regroupements:
        modalite = chiffre.modalites.get(groupe.dimension)
        if modalite is None or not groupe.fond(modalite):
            continue
        if len(croisees) > 1 or not (profil.isole_sensibles or groupe.isolees_public):
            return True
    return False
