"""Why a figure moved between two editions: activity, late entry, correction, definition.

For who may see exact figures only: the parts are computed on the cases of both snapshots.
"""

from collections.abc import Iterable

from plie_metrics.calcul.registre import definition
from plie_metrics.editions.comparaison import Comparaison, Ecart, ecrire_ecart
from plie_metrics.editions.modele import Edition
from plie_metrics.objectifs.evolution import Arrete, Enregistre, Evolution, evolution
from plie_metrics.presentation.tableau import Tableau, effectif, tableau, texte


def expliquer(comparaison: Comparaison, ancien: Arrete, nouveau: Arrete) -> dict[Ecart, Evolution]:
    """The parts of each difference whose periods begin the same day and end with their arrêtés.

    Raises ArretesMalRanges when the second arrêté precedes the first.
    """
    trouvees: dict[Ecart, Evolution] = {}
    for ecart in comparaison.ecarts:
        avant, apres = ecart.periodes
        comparables = avant.du == apres.du and (avant.au, apres.au) == (ancien.jour, nouveau.jour)
        if not comparables or ecart.ecart is None or ecart.avant.valeur is None:
            continue
        montre = Enregistre(float(ecart.avant.valeur), ecart.avant.version)
        trouvees[ecart] = evolution(
            ancien,
            nouveau,
            depuis=avant.du,
            filtres=ecart.filtres,
            indicateurs=(ecart.ident,),
            enregistres={ecart.ident: montre},
        )[ecart.ident]
    return trouvees


def parts_en_tableau(evolutions: dict[Ecart, Evolution]) -> Tableau:
    """Each difference and the parts that add up to it."""
    colonnes = [
        texte("Indicateur"),
        *(
            effectif(titre, str)
            for titre in ("Écart", "Activité", "Saisie tardive", "Corrections", "Définition")
        ),
    ]
    return tableau("D’où vient chaque écart", colonnes, list(_lignes(evolutions)))


def _lignes(evolutions: dict[Ecart, Evolution]) -> Iterable[tuple[str, ...]]:
    for ecart, trouvee in evolutions.items():
        nom = definition(ecart.ident).titre_court
        parts = trouvee.parts
        if parts is None:
            yield (nom, ecart.texte, *("non décomposé",) * 4)
            continue
        valeurs = (parts.activite, parts.saisie_tardive, parts.corrections, parts.definition)
        yield (nom, ecart.texte, *(ecrire_ecart(ecart.ident, valeur) for valeur in valeurs))


def arretes_suivis(avant: Edition, apres: Edition) -> bool:
    """True when the second edition looks at a later arrêté, or at the same day."""
    return avant.arrete.date <= apres.arrete.date
