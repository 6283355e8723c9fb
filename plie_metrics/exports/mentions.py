"""The words that every file of an edition bears: what, when, for whom, which fingerprint."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from plie_metrics.editions.modele import Cellule, DefinitionFigee, Edition, TableauFige, VueFigee
from plie_metrics.presentation.formats import jour, jour_long
from plie_metrics.typographie import typographier

DEMONSTRATION: Final = "Données de démonstration"
BROUILLON: Final = "Brouillon, non figé"
HACHURE: Final = "▨"
DOCUMENTS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "appel_projets_2018": "Appel à projets 2018",
        "contrat_objectifs_ml_2009_2011": "Contrat d’objectifs 2009-2011",
        "convention_ml_2008": "Convention 2008",
        "rapport_2016": "Rapport d’activité 2016",
        "rapport_cnml_2009": "Rapport national 2009",
    }
)
"""How a source is cited; any other bears its own name."""


def secret(edition: Edition) -> str:
    """« Financeur, effectifs de 1 à 4 masqués (▨) », « Coordination, chiffres exacts »."""
    if edition.seuil is None:
        return f"{edition.profil_libelle}, chiffres exacts"
    return f"{edition.profil_libelle}, effectifs de 1 à {edition.seuil - 1} masqués ({HACHURE})"


def empreinte(edition: Edition) -> str:
    """« Empreinte 1a2b3c4d5e6f », or that the edition is a draft."""
    return f"Empreinte {edition.empreinte_courte}" if edition.empreinte else BROUILLON


def arrete(edition: Edition) -> str:
    """« Arrêté du 31/12/2016, comparé à celui du 30/09/2016 », if a view compares."""
    avec = edition.comparaison if any(_compare(edition, vue) for vue in edition.vues) else None
    suite = f", comparé à celui du {jour(avec.date)}" if avec else ""
    return f"Arrêté du {jour(edition.arrete.date)}{suite}"


def _compare(edition: Edition, vue: VueFigee) -> bool:
    """A view that compares says with what."""
    return typographier(edition.comparaison_mots) in f"{vue.sous_titre} {vue.tableau.legende}"


def pied(edition: Edition, vue: VueFigee | None = None) -> tuple[str, str]:
    """The two lines of a footer: what is looked at; how to trust it and find it again."""
    contexte = (vue.contexte if vue else "") or edition.contexte
    quoi = [edition.plie, arrete(edition), *([contexte] if contexte else [])]
    return " · ".join(quoi), f"{secret(edition)} · {empreinte(edition)}"


def notice(edition: Edition) -> tuple[tuple[str, str], ...]:
    """Every line of the notice, as (heading, words), in the order they are read."""
    lignes = [
        ("Édition", edition.titre),
        ("Séance", jour_long(edition.seance)),
        ("Données", arrete(edition)),
        ("Période et population", edition.contexte),
        ("Profil et secret", secret(edition)),
        ("Établie par", edition.auteur),
        ("Version", f"{edition.version}, {etat(edition)}"),
        ("Empreinte", edition.empreinte or BROUILLON),
    ]
    if edition.corrige:
        avant = edition.corrige
        motif = f"Corrige « {avant.titre} » ({avant.empreinte[:12]}) : {avant.motif}"
        lignes.append(("Correction", typographier(motif)))
    if edition.demonstration:
        lignes.append(("Avertissement", f"{DEMONSTRATION} : aucun chiffre ne vient de dossiers."))
    lignes += [("Réserve", reserve) for reserve in edition.reserves]
    return tuple((titre, typographier(mots)) for titre, mots in lignes if mots)


def etat(edition: Edition) -> str:
    """« figée le 25 janvier 2017 », « brouillon »."""
    return f"figée le {jour_long(edition.fige_le)}" if edition.fige_le else "brouillon"


def lire(cellule: Cellule) -> str:
    """A cell as it is read, a mask told by its sign."""
    if cellule.masque and not cellule.texte.startswith(HACHURE):
        return f"{HACHURE} {cellule.texte}"
    return cellule.texte


def chiffre(cellule: Cellule) -> int | float | None:
    """The number of a cell that may be shown; None when it is masked, whatever it still holds."""
    return None if cellule.masque else cellule.valeur


def paragraphes(texte: str) -> list[str]:
    """The lines of a free text, without the empty ones."""
    return [ligne.strip() for ligne in texte.splitlines() if ligne.strip()]


def sources(edition: Edition) -> tuple[str, ...]:
    """The sources of the views, once each."""
    return tuple(dict.fromkeys(vue.source for vue in edition.vues if vue.source))


def origines(definition: DefinitionFigee) -> str:
    """« Rapport 2016, L’activité du PLIE »: the documents of a definition, once each."""
    return " ; ".join(dict.fromkeys(_document(source) for source in definition.sources))


def utiles(table: TableauFige) -> TableauFige:
    """The table without the columns that say nothing at all (a projection, once it is over)."""
    garder = [
        rang
        for rang in range(len(table.colonnes))
        if rang == 0 or any(ligne[rang].texte.strip() for ligne in table.lignes)
    ]
    return TableauFige(
        table.legende,
        tuple(table.colonnes[rang] for rang in garder),
        tuple(tuple(ligne[rang] for rang in garder) for ligne in table.lignes),
        table.total,
    )


def _document(source: str) -> str:
    nom, _, section = source.partition(", ")
    cite = DOCUMENTS.get(nom, nom.replace("_", " ").capitalize())
    return f"{cite}, {section}" if section else cite
