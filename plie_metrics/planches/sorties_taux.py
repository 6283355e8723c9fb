"""The two rates with their denominators side by side, and the gross one by public or territory."""

from typing import Any, Final

from plie_metrics.calcul.mesure import Mesure
from plie_metrics.planches.mots import brut, chiffre, colonne, de_quoi, nommer, parties, provenance
from plie_metrics.planches.planche import Forme, Planche, PlancheIndisponible
from plie_metrics.planches.regard import Regard
from plie_metrics.planches.repartition import HACHURE, SANS_RANG
from plie_metrics.presentation import palette
from plie_metrics.presentation.formats import avec_unite, nombre
from plie_metrics.presentation.graphiques.etages import Etage, Ligne, etages
from plie_metrics.presentation.graphiques.taux import Taux, taux
from plie_metrics.presentation.phrases import minuscule
from plie_metrics.presentation.tableau import Masquee, effectif, tableau, texte
from plie_metrics.schema import DIMENSIONS

BRUT: Final = "taux_sorties_positives_brut"
NET: Final = "taux_sorties_positives_net"
DEFINITIONS: Final = (
    "Taux brut : sorties positives sur toutes les sorties. Taux net : les mêmes, sur les sorties "
    "hors déménagement, santé, retraite et décès, que le suivi n’explique pas."
)
PETIT: Final = 30
"""Exits under which a rate moves too much from one to the next to be compared."""


def brut_et_net(regard: Regard) -> Planche:
    """Both rates as one picture of their denominators; raises PlancheIndisponible."""
    mesures = {"Taux brut": regard.mesure(BRUT), "Taux net": regard.mesure(NET)}
    if all(m.masque is None and not m.denominateur for m in mesures.values()):
        raise PlancheIndisponible(
            "Aucune sortie dans cette période avec ces filtres : élargissez la période ou retirez "
            "un filtre."
        )
    titre = _titre(*mesures.values())
    corps = [
        (nom, brut(m), _terme(m, m.numerateur), _terme(m, m.denominateur))
        for nom, m in mesures.items()
    ]
    return Planche(
        "sorties.taux",
        titre,
        resume=f"{titre}. "
        + " ; ".join(f"{nom} : {_valeur(m)}" for nom, m in mesures.items())
        + ".",
        tableau=tableau(
            f"Taux de sorties positives, {de_quoi(regard)}",
            [
                texte("Taux"),
                colonne(BRUT, "Valeur"),
                effectif("Sorties positives"),
                effectif("Sorties comptées"),
            ],
            corps,
        ),
        sous_titre=f"Ce que chaque taux compte · {de_quoi(regard)}",
        specification=_image(*mesures.values()),
        forme=Forme("barres_groupees", "Taux", ("Sorties positives", "Sorties comptées")),
        phrases=(f"{titre}.",),
        indicateurs=(BRUT, NET),
        source=f"{provenance(regard)}. {DEFINITIONS}",
    )


def par_dimension(regard: Regard) -> Planche:
    """The gross rate by the dimension chosen on the page (`par`, commune at first)."""
    dimension = regard.choix.get("par", "commune")
    cellules = regard.ventilation(BRUT, dimension).cellules
    if not cellules:
        raise PlancheIndisponible(
            "Aucune sortie à comparer dans cette période avec ces filtres : élargissez la période "
            "ou retirez un filtre."
        )
    lignes = sorted(
        ((code, nommer(regard, dimension, code), m) for (code,), m in cellules.items()),
        key=lambda ligne: (ligne[0] in SANS_RANG, -(ligne[2].denominateur or 0)),
    )
    ensemble = regard.mesure(BRUT)
    titre = _titre_par(lignes, ensemble, dimension)
    corps = [
        (nom, brut(m), _terme(m, m.numerateur), _terme(m, m.denominateur))
        for _, nom, m in (*lignes, ("", "Ensemble", ensemble))
    ]
    return Planche(
        "sorties.par",
        titre,
        resume=f"{titre}. " + " ; ".join(f"{nom} : {_valeur(m)}" for _, nom, m in lignes) + ".",
        tableau=tableau(
            f"Taux brut de sorties positives par {minuscule(DIMENSIONS[dimension])}, "
            f"{de_quoi(regard)}",
            [
                texte(DIMENSIONS[dimension]),
                colonne(BRUT),
                effectif("Sorties positives"),
                effectif("Sorties"),
            ],
            corps,
            total=True,
        ),
        sous_titre=f"Sorties positives sur toutes les sorties, par "
        f"{minuscule(DIMENSIONS[dimension])} ; trait : ensemble · {de_quoi(regard)}",
        specification=taux([_point(nom, m) for _, nom, m in lignes], ensemble.valeur),
        forme=Forme("barres_groupees", DIMENSIONS[dimension], ("Sorties positives", "Sorties")),
        phrases=(f"{titre}.",),
        indicateurs=(BRUT,),
        source=f"{provenance(regard)}. En gris, moins de {PETIT} sorties : le taux bouge trop "
        "d’une sortie à l’autre pour être comparé.",
    )


def _terme(mesure: Mesure, valeur: float | None) -> Any:
    return valeur if mesure.masque is None else Masquee("masqué")


def _valeur(mesure: Mesure) -> str:
    dit = chiffre(BRUT, mesure)
    return f"{dit} ({parties(mesure)})" if parties(mesure) else dit


def _titre(lu: Mesure, net: Mesure) -> str:
    if lu.valeur is None or net.valeur is None or lu.masque or net.masque:
        return "Taux brut et taux net de sorties positives"
    neutres = (lu.denominateur or 0) - (net.denominateur or 0)
    if not neutres:
        return f"{chiffre(BRUT, lu)} de sorties positives, aucune sortie neutre"
    ecartees = avec_unite(neutres, "sortie neutre", "sorties neutres")
    return f"{chiffre(BRUT, lu)} ou {chiffre(NET, net)} : {ecartees} font la différence"


def _image(lu: Mesure, net: Mesure) -> dict[str, Any] | None:
    """None when a term is hidden: the table says so in words."""
    if lu.denominateur is None or lu.numerateur is None or net.denominateur is None:
        return None
    positives, autres = lu.numerateur, net.denominateur - lu.numerateur
    neutres = lu.denominateur - net.denominateur
    communs = (
        Etage(positives, f"{nombre(positives)} positives", palette.REALISE),
        Etage(autres, f"{nombre(autres)} autres", palette.RETARD),
    )
    mot = f"{nombre(neutres)} neutres"
    return etages(
        [
            Ligne(
                f"Taux brut : toutes les sorties ({nombre(lu.denominateur)})",
                (*communs, Etage(neutres, mot, palette.REPERE)),
                chiffre(BRUT, lu),
            ),
            Ligne(
                f"Taux net : sans {nombre(neutres)} neutres ({nombre(net.denominateur)})",
                communs,
                chiffre(NET, net),
            ),
        ]
    )


def _point(nom: str, mesure: Mesure) -> Taux:
    if mesure.masque is not None:
        return Taux(nom, None, f"{HACHURE}{chiffre(BRUT, mesure)}", couleur=palette.REPERE)
    petit = (mesure.denominateur or 0) < PETIT
    mot = f"{chiffre(BRUT, mesure)} · {parties(mesure)}"
    bas, haut = mesure.bornes or (None, None)
    couleur = palette.REPERE if petit else palette.REALISE
    return Taux(nom, mesure.valeur, mot, bas, haut, couleur)


def _titre_par(lignes: list[tuple[str, str, Mesure]], ensemble: Mesure, dimension: str) -> str:
    """The extremes among the lines with enough exits, when both are away from the whole."""
    comparables = [
        (nom, m)
        for code, nom, m in lignes
        if m.valeur is not None and (m.denominateur or 0) >= PETIT and code not in SANS_RANG
    ]
    if len(comparables) < 2 or ensemble.valeur is None:
        return f"Taux de sorties positives par {minuscule(DIMENSIONS[dimension])}"
    haut = max(comparables, key=lambda ligne: ligne[1].valeur or 0)
    bas = min(comparables, key=lambda ligne: ligne[1].valeur or 0)
    return (
        f"De {chiffre(BRUT, bas[1])} ({bas[0]}) à {chiffre(BRUT, haut[1])} ({haut[0]}) de sorties "
        "positives"
    )
