"""Editions in words: their full name, and what became of a file that was handed over."""

from datetime import datetime

from plie_metrics.editions.modele import Edition
from plie_metrics.editions.remises import Examen
from plie_metrics.presentation.formats import INSECABLE, avec_unite, jour


def nom_complet(edition: Edition) -> str:
    """« COPIL de janvier 2017, séance du 20/01/2017, arrêté du 31/12/2016 (1a2b…) »."""
    demo = ", données de démonstration" if edition.demonstration else ""
    marque = f" ({edition.empreinte_courte})" if edition.empreinte else " (brouillon)"
    return (
        f"{edition.titre}, séance du {jour(edition.seance)}, arrêté du "
        f"{jour(edition.arrete.date)}, profil {edition.profil_libelle.lower()}{demo}{marque}"
    )


def phrase_examen(examen: Examen, fichier: str) -> str:
    """What is known of a file, in one or two sentences."""
    debut = f"«{INSECABLE}{fichier}{INSECABLE}» : "
    if examen.verdict == "inconnu":
        return (
            f"{debut}aucune édition de l’archive n’a cette empreinte. Ce fichier vient d’une autre "
            "installation, d’un brouillon, ou son édition n’est plus lisible."
        )
    edition = examen.edition
    origine = nom_complet(edition) if edition else "une édition qui n’est plus dans l’archive"
    if examen.verdict == "modifié":
        return (
            f"{debut}ce fichier porte l’empreinte de l’édition {origine}, mais il n’est pas celui "
            "qui a été remis : il a été modifié ou enregistré depuis. Les chiffres sûrs sont ceux "
            "de l’édition."
        )
    assert examen.remise is not None
    quand = datetime.fromisoformat(examen.remise.le)
    return f"{debut}intact, tel que fait le {jour(quand.date())} depuis l’édition {origine}."


def constat(brouillons: int, editions: tuple[Edition, ...], *, prepare: bool) -> str:
    """The finding of the page: what is in preparation, what was shown last."""
    morceaux = []
    if prepare:
        en_cours = avec_unite(brouillons, "édition en préparation", "éditions en préparation")
        morceaux.append(en_cours if brouillons else "Aucune édition en préparation")
    if editions:
        derniere = max(editions, key=lambda edition: edition.seance)
        morceaux.append(f"la dernière figée est celle du {jour(derniere.seance)}")
    else:
        morceaux.append("aucune n’est encore figée")
    phrase = ", ".join(morceaux)
    return phrase[0].upper() + phrase[1:]
