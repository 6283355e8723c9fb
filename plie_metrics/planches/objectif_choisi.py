"""The objective looked at on Objectifs: what was done, what is aimed at, in one sentence."""

from typing import Final

from plie_metrics.calcul.registre import definition
from plie_metrics.catalogue import Indicateur
from plie_metrics.objectifs.realisation import OBJECTIFS
from plie_metrics.objectifs.suivi import Suivi
from plie_metrics.planches.avancement import EnCours, objectifs_en_cours
from plie_metrics.planches.mots import avec_son_unite
from plie_metrics.planches.planche import PlancheIndisponible
from plie_metrics.planches.regard import Regard
from plie_metrics.presentation.formats import INSECABLE, avec_unite, jour, nombre, pourcent

CHOIX: Final = "objectif"
SANS_OBJECTIF: Final = (
    "Aucun objectif n’est fixé pour ces filtres : retirez-les, ou gardez un seul référent ou une "
    "seule structure."
)
FERMEE: Final = (
    "La trajectoire et la projection ne sont pas montrées à ce profil avec ces choix : elles "
    "reposent sur des chiffres exacts, mois par mois. Le réalisé et la cible sont dans le tableau "
    "des trois années."
)


def indicateur_choisi(regard: Regard) -> Indicateur:
    """The objective of the address, the first of the protocole when none is said."""
    demande = regard.choix.get(CHOIX, OBJECTIFS[0])
    return definition(demande if demande in OBJECTIFS else OBJECTIFS[0])


def en_cours_choisi(regard: Regard) -> EnCours | None:
    """That objective beside what was done; None without objective for this period and filters."""
    ident = indicateur_choisi(regard).id
    return next((e for e in objectifs_en_cours(regard) if e.indicateur.id == ident), None)


def suivi_choisi(regard: Regard) -> Suivi:
    """Its follow-up at the arrêté; raises PlancheIndisponible, with the reason."""
    suivi = regard.suivis().get(indicateur_choisi(regard).id)
    if suivi is None:
        raise PlancheIndisponible(FERMEE if regard.porte.profil.protege else SANS_OBJECTIF)
    return suivi


def constat(regard: Regard) -> str:
    """« 570 entrées pour 700 visées : il en manque 130, soit 19 % », and the like."""
    en_cours, ident = en_cours_choisi(regard), indicateur_choisi(regard).id
    if en_cours is None:
        mesure = regard.mesure(ident)
        dit = avec_son_unite(ident, mesure)
        if mesure.masque is not None:
            dit = f"{indicateur_choisi(regard).titre_court} : {dit}"
        return f"{dit}, sans objectif pour cette période et ces filtres"
    unite = en_cours.indicateur.unite
    realise = avec_unite(en_cours.realise, unite.singulier, unite.pluriel)
    if en_cours.indicateur.type_objectif == "niveau":
        return f"{realise} en file active pour {nombre(en_cours.cible)} visées{_niveau(en_cours)}"
    if en_cours.suivi is not None and not en_cours.fini:
        fin = en_cours.suivi.objectif.periode.au
        return (
            f"{realise} au {jour(en_cours.suivi.arrete)}{INSECABLE}; "
            f"{nombre(en_cours.suivi.projection.valeur)} attendues au {jour(fin)}, pour "
            f"{nombre(en_cours.cible)} visées"
        )
    return f"{realise} pour {nombre(en_cours.cible)} visées{_fini(en_cours)}"


def _niveau(en_cours: EnCours) -> str:
    ecart = round(en_cours.ecart)
    if ecart == 0:
        return f"{INSECABLE}: au niveau prévu"
    if ecart < 0:
        return f"{INSECABLE}: {nombre(-ecart)} de moins, soit {pourcent(-ecart / en_cours.cible)}"
    return f"{INSECABLE}: {nombre(ecart)} de plus, une surcharge et non un succès"


def _fini(en_cours: EnCours) -> str:
    if en_cours.ecart == 0:
        return f"{INSECABLE}: objectif atteint"
    if en_cours.ecart > 0:
        return f"{INSECABLE}: objectif dépassé de {nombre(en_cours.ecart)}"
    manque = nombre(-en_cours.ecart)
    part = "" if en_cours.taux is None else f", soit {pourcent(1 - en_cours.taux)}"
    return f"{INSECABLE}: il en manque {manque}{part}"
