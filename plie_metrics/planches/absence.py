"""Tables that an extract does not hold: which, with what columns, how to supply them."""

from collections.abc import Iterable

from plie_metrics.planches.planche import PlancheIndisponible
from plie_metrics.planches.regard import Regard
from plie_metrics.presentation.formats import jour, liste
from plie_metrics.schema import TABLES


class TablesAbsentes(PlancheIndisponible):
    """A planche whose tables are not in the extract; the sentence names them."""


def absentes(regard: Regard, noms: Iterable[str]) -> tuple[str, ...]:
    """Those of these tables that the extract does not hold."""
    return tuple(nom for nom in noms if nom not in regard.porte.tables)


def exiger(regard: Regard, *noms: str) -> None:
    """Raise TablesAbsentes unless the extract holds all of these tables."""
    manquantes = absentes(regard, noms)
    if manquantes:
        raise TablesAbsentes(phrase(regard, manquantes))


def phrase(regard: Regard, manquantes: Iterable[str]) -> str:
    """« L’arrêté du 31/12/2016 ne contient pas la table « actions » (Actions de la …) »."""
    nommees = [f"« {nom} » ({TABLES[nom].libelle.lower()})" for nom in manquantes]
    article = "la table" if len(nommees) == 1 else "les tables"
    return (
        f"L’arrêté du {jour(regard.identite.arrete)} ne contient pas {article} {liste(nommees)}. "
        "Ajoutez-les à l’extrait (un fichier CSV ou une feuille par table), puis importez-le de "
        "nouveau."
    )


def colonnes_attendues(nom: str) -> str:
    """« action, annee, rang, etape, effectif, objectif (facultatif : …) », as a file names them."""
    requises = [c.nom for c in TABLES[nom].colonnes if c.requise]
    autres = [c.nom for c in TABLES[nom].colonnes if not c.requise]
    return ", ".join(requises) + (f" (facultatif : {', '.join(autres)})" if autres else "")
