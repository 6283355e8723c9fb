"""Published reference values beside the figures of the cases: they pass the same gate.

For whoever shows a published figure on a page, an export or a table, other than the page « Document
publié » (which reproduces a public document whole, and says so): give the figures of the document
to `masquer_publication`, and show the publication that it returns. A figure that the profile may
not see there has no value, and `imprime` holds the French words to put in its place;
`masques_publies` gives these words by figure. Nothing is masked for who sees exact figures.

The rules are those of the cases: a count from 1 to threshold − 1; a rate with its numerator, its
denominator or their difference, and at 0 % or 100 % of a small denominator; a sensitive modality
crossed with another dimension; then, in each printed row and column with one figure masked alone,
the smallest other count; and beside a masked count, the shares, hours and means of its row, that
would give it back. Objectives, norms, hours, euros and other rules are not counts of people.
A share printed without its terms is shown, but one of few people of its table's largest count.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Final

from plie_metrics.publications.chiffre import Chiffre, Publication
from plie_metrics.secret.cellules import EXTREME, POUR_UNE_AUTRE
from plie_metrics.secret.profils import Profil
from plie_metrics.secret.reglages import Reglages

MESURES: Final = frozenset(
    {
        "heures",
        "euros",
        "pourcent",
        "etp",
        "ratio",
        "jours",
        "mois",
        "ans",
        "communes",
        "structures",
    }
    | {"texte", "date"}
)
"""Units of what is no count of people; under any other unit (« personnes », « salaries », one that
is yet to come), a figure is one."""
CONSTATS: Final = ("realisation", "part", "taux")
ENTIER: Final = re.compile(r"(?<![\d,.])\d+(?![\d,.]*\d|\s*%)")
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
            for c in publication
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
    while ajout := _seules(tous, masques):
        masques |= dict.fromkeys(ajout, POUR_UNE_AUTRE)
    parts = dict.fromkeys(_petites_parts(tous, seuil), f"masqué : moins de {seuil}")
    return parts | dict.fromkeys(_deduits(tous, masques), POUR_UNE_AUTRE) | masques


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
    if _est_compte(chiffre):
        petits.append(chiffre.valeur)
    if any(petit is not None and 0 < petit < seuil for petit in petits):
        return f"masqué : moins de {seuil}"
    extreme = haut is not None and bas is not None and haut in (0, bas)
    if extreme and bas and bas < reglages.facteur_extreme * seuil:
        return EXTREME
    return None


def _est_compte(chiffre: Chiffre) -> bool:
    return chiffre.nature == "realisation" and chiffre.unite not in MESURES


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


def _seules(chiffres: tuple[Chiffre, ...], masques: Mapping[str, str]) -> set[str]:
    """The smallest count beside each one masked alone in its printed row or column."""
    ajout: set[str] = set()
    for axe in (_en_colonne, _en_ligne):
        rangees: dict[tuple[str, ...], list[Chiffre]] = {}
        for chiffre in chiffres:
            if _est_compte(chiffre) and chiffre.valeur:
                rangees.setdefault(axe(chiffre), []).append(chiffre)
        for rangee in rangees.values():
            montres = [c for c in rangee if c.id not in masques]
            if len(rangee) - len(montres) == 1 and len(montres) > 1:
                ajout.add(min(montres, key=lambda c: (c.nombre, c.id)).id)
    return ajout


def _deduits(chiffres: tuple[Chiffre, ...], masques: Mapping[str, str]) -> set[str]:
    """Shares, hours and means printed in the row of a masked count: they would give it back."""
    rangees = {_en_ligne(c) for c in chiffres if c.id in masques and _est_compte(c)}
    return {
        c.id
        for c in chiffres
        if c.nature in CONSTATS and not _est_compte(c) and _en_ligne(c) in rangees
    }


def _petites_parts(chiffres: tuple[Chiffre, ...], seuil: int) -> set[str]:
    """Shares printed without their terms that are few people of their table's largest count."""
    totaux: dict[tuple[str, str], float] = {}
    for c in chiffres:
        if _est_compte(c) and c.valeur is not None:
            table = c.document, c.tableau
            totaux[table] = max(totaux.get(table, 0), c.valeur)
    parts = [c for c in chiffres if c.nature == "part" and c.valeur and c.denominateur is None]
    return {
        c.id
        for c in parts
        if (total := totaux.get((c.document, c.tableau)))
        and 0 < round(min(c.nombre, 100 - c.nombre) * total / 100) < seuil
    }


def _en_colonne(chiffre: Chiffre) -> tuple[str, ...]:
    return chiffre.document, chiffre.tableau, chiffre.colonne, str(chiffre.debut)


def _en_ligne(chiffre: Chiffre) -> tuple[str, ...]:
    return chiffre.document, chiffre.tableau, chiffre.ligne
