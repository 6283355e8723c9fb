"""What to look at before freezing: old data, refused or masked views, figures written by hand."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from plie_metrics.editions.composition import Composition
from plie_metrics.editions.modele import VueFigee
from plie_metrics.presentation.formats import INSECABLE, avec_unite, jour, liste

NOMBRE: Final = re.compile(r"(?<![\w/])\d[\d\u202f\u00a0 ]*(?:,\d+)?(?![\w/])")
BLANCS: Final = re.compile(r"[\u202f\u00a0 ]")
PETITS: Final = 12
"""Numbers up to this one are counts of months, of persons at the table: they are not checked."""
ANNEES: Final = range(1990, 2100)


class Gravite(StrEnum):
    """Whether freezing is possible."""

    BLOQUANT = "bloquant"
    A_VOIR = "à voir"
    BON = "bon"


@dataclass(frozen=True)
class Controle:
    """A line of the checklist."""

    gravite: Gravite
    phrase: str


@dataclass(frozen=True)
class Etat:
    """What is known of the data: the latest arrêté published, when the next one is awaited, today.

    `alertes`: checks of quality that are not met at the arrêté shown; `desaccords`: published
    figures that disagree, among the documents of this PLIE. None when they could not be counted.
    """

    dernier: str
    prochain: date
    aujourd_hui: date
    alertes: int | None = None
    desaccords: int | None = None


def controler(composition: Composition, etat: Etat) -> tuple[Controle, ...]:
    """Every line, what prevents freezing first."""
    trouves = [
        *_refus(composition),
        *_arretes(composition, etat),
        *_qualite(etat),
        *_masques(composition.edition.vues),
        *_textes(composition.edition.vues),
    ]
    return tuple(sorted(trouves, key=lambda c: list(Gravite).index(c.gravite)))


def figeable(controles: Iterable[Controle]) -> bool:
    """True when nothing prevents it."""
    return all(controle.gravite is not Gravite.BLOQUANT for controle in controles)


def nombres_etrangers(vue: VueFigee) -> tuple[str, ...]:
    """The numbers of the comment and the notes that the view does not show.

    A figure known otherwise, or one that the profile may not see: she decides.
    """
    connus = {_nu(n) for texte in _textes_de(vue) for n in NOMBRE.findall(texte)}
    ecrits = NOMBRE.findall(f"{vue.commentaire}\n{vue.notes}")
    return tuple(dict.fromkeys(n.strip() for n in ecrits if _nu(n) not in connus and _compte(n)))


def _refus(composition: Composition) -> Iterator[Controle]:
    if not composition.edition.vues and not composition.refus:
        yield Controle(Gravite.BLOQUANT, "Aucune vue n’est choisie.")
    for raison in composition.refus.values():
        profil = composition.edition.profil_libelle.lower()
        yield Controle(
            Gravite.BLOQUANT,
            f"Une vue ne peut pas être montrée au profil {profil} : {raison} Retirez-la, ou "
            "préparez l’édition pour un autre profil.",
        )


def _arretes(composition: Composition, etat: Etat) -> Iterator[Controle]:
    edition = composition.edition
    ailleurs = [vue.titre for vue in edition.vues if vue.arrete != edition.arrete.nom]
    if ailleurs:
        yield Controle(
            Gravite.A_VOIR,
            f"{avec_unite(len(ailleurs), 'vue vient', 'vues viennent')} d’un autre arrêté que "
            f"celui de l’édition ({jour(edition.arrete.date)}) : {liste(ailleurs)}.",
        )
    if edition.arrete.nom != etat.dernier:
        yield Controle(Gravite.A_VOIR, f"Un arrêté plus récent est publié : {etat.dernier}.")
    elif etat.aujourd_hui > etat.prochain and not edition.demonstration:
        yield Controle(
            Gravite.A_VOIR,
            f"Les données s’arrêtent au {jour(edition.arrete.date)} ; l’arrêté du "
            f"{jour(etat.prochain)} était attendu.",
        )
    else:
        yield Controle(
            Gravite.BON,
            f"Les données sont à jour : arrêté du {jour(edition.arrete.date)}, le prochain est "
            f"attendu au {jour(etat.prochain)}.",
        )


def _qualite(etat: Etat) -> Iterator[Controle]:
    if etat.alertes:
        quoi = avec_unite(etat.alertes, "point est à réparer", "points sont à réparer")
        yield Controle(Gravite.A_VOIR, f"{quoi} dans les données (page « Qualité »).")
    elif etat.alertes == 0:
        yield Controle(Gravite.BON, "Aucun point à réparer dans les données.")
    if etat.desaccords:
        quoi = avec_unite(etat.desaccords, "chiffre publié", "chiffres publiés")
        yield Controle(
            Gravite.A_VOIR,
            f"{quoi} se contredi{'t' if etat.desaccords < 2 else 'sent'} : si une vue en parle, "
            "dites lequel vous retenez (page « Rapprochement »).",
        )


def _masques(vues: Iterable[VueFigee]) -> Iterator[Controle]:
    comptes: Mapping[str, int] = {
        vue.titre: sum(cellule.masque for ligne in vue.tableau.lignes for cellule in ligne)
        for vue in vues
    }
    touchees = [titre for titre, combien in comptes.items() if combien]
    if touchees:
        cases = avec_unite(sum(comptes.values()), "case masquée", "cases masquées")
        ou = avec_unite(len(touchees), "vue", "vues")
        yield Controle(
            Gravite.A_VOIR,
            f"{cases} dans {ou} : {liste(touchees)}. Si une vue n’a plus de sens, retirez-la ou "
            "élargissez sa période.",
        )
    else:
        yield Controle(Gravite.BON, "Aucune case n’est masquée.")


def _textes(vues: tuple[VueFigee, ...]) -> Iterator[Controle]:
    muettes = [vue.titre for vue in vues if not vue.commentaire.strip()]
    if muettes:
        quoi = avec_unite(len(muettes), "vue est", "vues sont")
        yield Controle(Gravite.A_VOIR, f"{quoi} sans commentaire : {liste(muettes)}.")
    for vue in vues:
        if etrangers := nombres_etrangers(vue):
            yield Controle(
                Gravite.A_VOIR,
                f"Le texte de «{INSECABLE}{vue.titre}{INSECABLE}» cite {liste(list(etrangers))}, "
                "que la vue ne montre pas : vérifiez ce chiffre et que ce profil peut le voir.",
            )


def _textes_de(vue: VueFigee) -> Iterator[str]:
    yield from (vue.titre, vue.sous_titre, vue.resume, vue.contexte, vue.source, *vue.phrases)
    yield from (chiffre.texte for chiffre in vue.chiffres)
    yield from (cellule.texte for ligne in vue.tableau.lignes for cellule in ligne)


def _nu(texte: str) -> str:
    return BLANCS.sub("", texte)


def _compte(texte: str) -> bool:
    nu = _nu(texte)
    if "," in nu:
        return True
    return int(nu) > PETITS and int(nu) not in ANNEES
