"""A draft becomes an edition: its views made, its definitions and its snapshots told."""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from plie_metrics.editions.brouillon import TOUS, UN_AN, Brouillon, Demande
from plie_metrics.editions.canonique import sceller
from plie_metrics.editions.gel import figer_arrete, figer_definitions
from plie_metrics.editions.modele import Edition, VueFigee
from plie_metrics.erreurs import ErreurPlie
from plie_metrics.periodes import annee_a_date
from plie_metrics.planches.regard import Identite
from plie_metrics.presentation.formats import jour
from plie_metrics.secret.porte import Porte
from plie_metrics.secret.profils import profil

VueDe = Callable[[Demande], VueFigee]


class FigerImpossible(ErreurPlie):
    """An edition that cannot be frozen as it stands; the sentence says what to mend."""


@dataclass(frozen=True)
class Composition:
    """What a draft gives today: the edition, not yet frozen, and the views that cannot be shown.

    `demandes` are those of the edition's views, in order; `refus` says why the others are not.
    """

    edition: Edition
    demandes: tuple[Demande, ...]
    refus: Mapping[str, str]


def composer(
    brouillon: Brouillon,
    vue_de: VueDe,
    acces: Callable[[str], tuple[Identite, Porte]],
    plie: str,
) -> Composition:
    """Make every view; `vue_de` may keep what it made. Raises ErreurPlie when the arrêté is gone.

    `acces` opens a snapshot for the edition's profile.
    """
    montrees, refus = _vues(brouillon, vue_de)
    vues = tuple(montrees.values())
    edition = _situer(_entete(brouillon, vues, acces(brouillon.arrete), plie), vues)
    edition = _comparer(edition, brouillon.comparer, acces)
    demandes = tuple(vue for vue in brouillon.vues if vue.ident in montrees)
    return Composition(edition, demandes, refus)


def figer_edition(composition: Composition, quand: datetime) -> Edition:
    """The sealed edition; raises FigerImpossible when a view is refused, or without any."""
    if composition.refus:
        raise FigerImpossible(
            "L’édition ne peut pas être figée : retirez ou réglez d’abord les vues qui ne peuvent "
            "pas être montrées à ce profil."
        )
    if not composition.edition.vues:
        raise FigerImpossible("L’édition est vide : ajoutez au moins une vue.")
    return sceller(composition.edition, quand)


def _entete(
    brouillon: Brouillon, vues: tuple[VueFigee, ...], acces: tuple[Identite, Porte], plie: str
) -> Edition:
    identite, porte = acces
    return Edition(
        identifiant=brouillon.identifiant,
        titre=brouillon.titre,
        seance=brouillon.seance,
        auteur=brouillon.auteur,
        etat="brouillon",
        version=brouillon.revision,
        plie=plie,
        arrete=figer_arrete(identite),
        periode=annee_a_date(porte.arrete),
        profil=brouillon.profil,
        profil_libelle=profil(brouillon.profil).libelle,
        cree_le=brouillon.cree_le,
        vues=vues,
        definitions=figer_definitions(ident for vue in vues for ident in vue.indicateurs),
        seuil=porte.seuil_pour(TOUS),
        decisions=tuple(d.strip() for d in brouillon.decisions.splitlines() if d.strip()),
        reserves=tuple(porte.reserves),
        corrige=brouillon.corrige,
    )


def _vues(brouillon: Brouillon, vue_de: VueDe) -> tuple[dict[str, VueFigee], dict[str, str]]:
    faites: dict[str, VueFigee] = {}
    refus: dict[str, str] = {}
    for demande in brouillon.vues:
        try:
            faite = vue_de(demande)
        except ErreurPlie as erreur:
            refus[demande.ident] = str(erreur)
            continue
        faites[demande.ident] = replace(faite, commentaire=demande.commentaire, notes=demande.notes)
    return faites, refus


def _situer(edition: Edition, vues: tuple[VueFigee, ...]) -> Edition:
    """With the period and the filters that most views share."""
    if not vues:
        return edition
    contexte, _ = Counter(vue.contexte for vue in vues).most_common(1)[0]
    commune = next(vue for vue in vues if vue.contexte == contexte)
    return replace(edition, periode=commune.periode, filtres=commune.filtres, contexte=contexte)


def _comparer(
    edition: Edition, comparer: str, acces: Callable[[str], tuple[Identite, Porte]]
) -> Edition:
    if not comparer or comparer == edition.arrete.nom:
        return edition
    if comparer == UN_AN:
        return replace(edition, comparaison_mots="en un an")
    autre = figer_arrete(acces(comparer)[0])
    return replace(edition, comparaison=autre, comparaison_mots=f"depuis le {jour(autre.date)}")
