"""What the letter says: the month's essential figures, two charts, what else to retain.

Source: rapport d'activité 2016, « Le suivi de l'équipe des référents »: a monthly letter, since
March 2016, shares the essential data of activity and results.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from plie_metrics.editions.modele import ChiffreFige, Edition, TableauFige, VueFigee
from plie_metrics.exports.mentions import DEMONSTRATION, lire, paragraphes, pied
from plie_metrics.exports.series import dessin, en_image
from plie_metrics.presentation.formats import INSECABLE, mois_long

CHIFFRES: Final = 6
DESSINS: Final = 2
CONSTATS: Final = 4
COURT: Final = 13
"""Rows of a chart that leaves room for the rest of the page."""
REALISE, VISE, TAUX = "Réalisé", "Objectif visé", "Taux"
AUX_PARTENAIRES: Final = "Aux financeurs, prescripteurs, porteurs de projets et référents"
A_L_EQUIPE: Final = "À l’équipe du PLIE : chiffres exacts, à ne pas diffuser"


@dataclass(frozen=True)
class Chiffre:
    """A figure as it is read: its name, its value, what it is compared with."""

    nom: str
    valeur: str
    note: str = ""


@dataclass(frozen=True)
class Lettre:
    """The letter, in words and views; `mot` is her comment on the objectives."""

    titre: str
    destinataires: str
    plie: str
    contexte: str
    alerte: str
    mot: str
    chiffres: tuple[Chiffre, ...]
    dessins: tuple[VueFigee, ...]
    constats: tuple[str, ...]
    pied: tuple[str, str]


def rediger(edition: Edition) -> Lettre:
    """The letter of an edition, in the order of its views."""
    objectifs = next((vue for vue in edition.vues if _est_objectifs(vue)), None)
    autres = tuple(vue for vue in edition.vues if vue is not objectifs)
    dessins = _dessins(autres)
    restants = [vue.titre for vue in autres if vue not in dessins]
    return Lettre(
        f"Lettre d’information{INSECABLE}: {mois_long(edition.arrete.date)}",
        A_L_EQUIPE if edition.seuil is None else AUX_PARTENAIRES,
        edition.plie,
        edition.contexte,
        DEMONSTRATION if edition.demonstration else "",
        commentaire(objectifs) if objectifs else "",
        _chiffres(objectifs, autres, {d.id: d.titre for d in edition.definitions}),
        dessins,
        tuple(dict.fromkeys(restants))[:CONSTATS],
        pied(edition),
    )


def _dessins(vues: tuple[VueFigee, ...]) -> tuple[VueFigee, ...]:
    """The first charts that are short enough for a page; else the first ones."""
    montrables = [vue for vue in vues if vue.specification and (dessin(vue) or en_image(vue))]
    courts = [vue for vue in montrables if len(vue.tableau.lignes) <= COURT]
    return tuple((courts or montrables)[:DESSINS])


def commentaire(vue: VueFigee) -> str:
    """The first paragraph of her comment, "" without."""
    return next(iter(paragraphes(vue.commentaire)), "")


def _est_objectifs(vue: VueFigee) -> bool:
    return {REALISE, VISE} <= {colonne.titre for colonne in vue.tableau.colonnes}


def _chiffres(
    objectifs: VueFigee | None, autres: tuple[VueFigee, ...], titres: Mapping[str, str]
) -> tuple[Chiffre, ...]:
    """The objectives beside their targets, then what the other views count first."""
    trouves = _des_objectifs(objectifs.tableau) if objectifs else []
    dits = objectifs.indicateurs if objectifs else ()
    for vue in autres:
        comptes = [c for c in vue.chiffres[:1] if _montrable(c) and c.id in {*titres} - {*dits}]
        trouves += [Chiffre(titres[compte.id], compte.texte) for compte in comptes]
    par_nom = {trouve.nom: trouve for trouve in reversed(trouves)}
    ordre = dict.fromkeys(trouve.nom for trouve in trouves)
    return tuple(par_nom[nom] for nom in ordre)[:CHIFFRES]


def _des_objectifs(table: TableauFige) -> list[Chiffre]:
    rangs = {colonne.titre: rang for rang, colonne in enumerate(table.colonnes)}

    def mot(ligne: tuple, titre: str) -> str:  # type: ignore[type-arg]
        return lire(ligne[rangs[titre]]) if titre in rangs else ""

    return [
        Chiffre(
            ligne[0].texte,
            mot(ligne, REALISE),
            " · ".join(m for m in (f"objectif {mot(ligne, VISE)}", mot(ligne, TAUX)) if m),
        )
        for ligne in table.lignes
    ]


def _montrable(chiffre: ChiffreFige) -> bool:
    return not chiffre.masque and chiffre.valeur is not None
