"""From the entry to the exit in one picture."""

from typing import Final

from plie_metrics.dossiers.flux import Devenir, Flux, Origine, suivre_flux
from plie_metrics.planches.cas import les_parcours
from plie_metrics.planches.mots import de_quoi, provenance
from plie_metrics.planches.planche import Forme, Planche, PlancheIndisponible
from plie_metrics.planches.regard import Regard
from plie_metrics.presentation import palette
from plie_metrics.presentation.formats import avec_unite, jour, nombre, part
from plie_metrics.presentation.graphiques.flux import Bout, flux
from plie_metrics.presentation.tableau import Tableau, effectif, tableau, texte

DEVENIRS: Final = {
    Devenir.POSITIVE: ("sorties positives", palette.REALISE),
    Devenir.NEUTRE: ("sorties neutres", palette.TROISIEME),
    Devenir.AUTRE: ("autres sorties", palette.RETARD),
    Devenir.EN_COURS: ("encore en parcours", palette.REPERE),
}
NEUTRES: Final = "Sorties neutres : déménagement, santé, retraite, décès."


def flux_des_parcours(regard: Regard) -> Planche:
    """Parcours under way and begun, and what they have become; raises DetailRefuse."""
    lu = regard.calculer_une_fois("flux", lambda: suivre_flux(les_parcours(regard), regard.periode))
    if not lu.total:
        raise PlancheIndisponible(
            "Aucun parcours n’a été suivi dans cette période avec ces filtres : élargissez la "
            "période ou retirez un filtre."
        )
    titre = _titre(lu)
    tableau_ = _tableau(regard, lu)
    return Planche(
        "parcours.flux",
        titre,
        resume=f"{titre}. {_phrase(lu)}",
        tableau=tableau_,
        sous_titre=f"Parcours suivis (une personne peut en avoir deux) · {de_quoi(regard)}",
        specification=flux(_origines(lu), _devenirs(lu), {(o, d): n for (o, d), n in _pairs(lu)}),
        forme=Forme("barres_empilees", "Devenir", tuple(c.titre for c in tableau_.colonnes[1:3])),
        phrases=(f"{titre}.", _phrase(lu)),
        indicateurs=("entrees", "sorties", "sorties_positives"),
        source=f"{provenance(regard)}. {NEUTRES}",
    )


def _pairs(lu: Flux) -> list[tuple[tuple[str, str], int]]:
    return [((o.value, d.value), n) for (o, d), n in lu.comptes.items()]


def _titre(lu: Flux) -> str:
    tete = avec_unite(lu.total, "parcours suivi", "parcours suivis")
    if not lu.sorties:
        return f"{tete}, aucun terminé"
    positives = lu.vers(Devenir.POSITIVE)
    return (
        f"Sur {tete}, {nombre(lu.sorties)} {'sont terminés' if lu.sorties > 1 else 'est terminé'}, "
        f"dont {nombre(positives)} par une sortie positive"
    )


def _phrase(lu: Flux) -> str:
    fins = " ; ".join(
        f"{nombre(lu.vers(devenir))} {mots}" for devenir, (mots, _) in DEVENIRS.items()
    )
    return (
        f"{nombre(lu.de(Origine.AVANT))} parcours étaient en cours et "
        f"{nombre(lu.de(Origine.ENTREES))} ont commencé ; à la fin : {fins}."
    )


def _origines(lu: Flux) -> list[Bout]:
    avant, entrees = lu.de(Origine.AVANT), lu.de(Origine.ENTREES)
    return [
        Bout(Origine.AVANT.value, "déjà en parcours", nombre(avant)),
        Bout(Origine.ENTREES.value, "entrées", nombre(entrees), palette.SECONDE),
    ]


def _devenirs(lu: Flux) -> list[Bout]:
    return [
        Bout(
            devenir.value,
            mots,
            f"{nombre(lu.vers(devenir))} · {part(lu.vers(devenir) / lu.total)}",
            couleur,
        )
        for devenir, (mots, couleur) in DEVENIRS.items()
    ]


def _tableau(regard: Regard, lu: Flux) -> Tableau:
    du, au = jour(regard.periode.du), jour(regard.periode.au)
    colonnes = [
        texte("Devenir"),
        effectif(f"Déjà en parcours avant le {du}"),
        effectif("Entrés dans la période"),
        effectif("Ensemble"),
    ]
    corps = [
        (
            mots.capitalize() if d is not Devenir.EN_COURS else f"Encore en parcours au {au}",
            *(lu.comptes[o, d] for o in Origine),
            lu.vers(d),
        )
        for d, (mots, _) in DEVENIRS.items()
    ]
    total = ("Ensemble", *(lu.de(o) for o in Origine), lu.total)
    return tableau(f"Parcours suivis, {de_quoi(regard)}", colonnes, [*corps, total], total=True)
