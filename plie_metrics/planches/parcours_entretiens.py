"""How often people are received: month after month, and since when."""

from datetime import date
from itertools import pairwise
from typing import Any, Final

from plie_metrics.calcul.mesure import Mesure
from plie_metrics.calcul.ventilation import Ventilation
from plie_metrics.dossiers.entretiens import BORNES, Anciennetes, mesurer_anciennetes
from plie_metrics.planches.cas import detail_vu, les_parcours, table_vue
from plie_metrics.planches.mots import (
    brut,
    chiffre,
    de_quoi,
    les_filtres,
    masque_avec,
    parties,
    provenance,
)
from plie_metrics.planches.planche import Forme, Planche, PlancheIndisponible
from plie_metrics.planches.regard import Regard
from plie_metrics.presentation import palette
from plie_metrics.presentation.formats import jour, mois_long, nombre, part, pourcent
from plie_metrics.presentation.graphiques.barres import Barre, barres
from plie_metrics.presentation.graphiques.niveaux import Niveau, niveaux
from plie_metrics.presentation.tableau import effectif, tableau, texte

IDENT: Final = "taux_entretien_mensuel"
REGLE: Final = (
    "Un entretien par mois est attendu (appel à projets 2018, « Le plan d’action 2018 »)."
)


def entretiens_par_mois(regard: Regard) -> Planche:
    """The monthly rate over the period; raises ErreurPlie when the profile may not have months."""
    ventilation = regard.ventilation(IDENT, "mois")
    points = [(_premier(cle), mesure) for (cle,), mesure in ventilation.cellules.items()]
    if not any(mesure.denominateur for _, mesure in points):
        raise PlancheIndisponible(_motif(ventilation))
    titre = _titre(points[-1])
    return Planche(
        "parcours.entretiens",
        titre,
        resume=f"{titre}. "
        + " ; ".join(f"{mois_long(m)} : {chiffre(IDENT, mesure)}" for m, mesure in points)
        + ".",
        tableau=tableau(
            f"Entretiens du mois, {de_quoi(regard)}",
            [
                texte("Mois"),
                effectif("Part reçue", lambda taux: pourcent(taux, 1)),
                effectif("Personnes reçues"),
                effectif("File active"),
            ],
            [
                (
                    mois_long(m),
                    brut(mesure),
                    masque_avec(mesure, mesure.numerateur),
                    masque_avec(mesure, mesure.denominateur),
                )
                for m, mesure in points
            ],
        ),
        sous_titre="Part de la file active reçue au moins une fois dans le mois · "
        f"{de_quoi(regard)}",
        specification=niveaux(
            [Niveau(m, mesure.valeur, chiffre(IDENT, mesure)) for m, mesure in points]
        ),
        forme=Forme("courbes", "Mois", ("Part reçue",)),
        phrases=(f"{titre}.",),
        indicateurs=(IDENT,),
        source=f"{provenance(regard)}. {REGLE}",
    )


def derniers_entretiens(regard: Regard) -> Planche:
    """The file active by days since the last entretien; raises DetailRefuse."""
    # said here when the table is absent: the prepared cases would only look empty
    table_vue(regard, "entretiens", "l’ancienneté du dernier entretien ne peut pas être calculée.")
    derniers = detail_vu(regard).fonds.derniers(regard.periode.au)
    lues = mesurer_anciennetes(les_parcours(regard), derniers, regard.periode.au)
    if not lues.total:
        raise PlancheIndisponible(
            f"Personne n’est en parcours au {jour(lues.jour)} avec ces filtres."
        )
    titre = _titre_derniers(lues)
    corps = [(nom, combien, combien / lues.total) for nom, combien in _classes(lues)]
    couleurs = (palette.REALISE, *[palette.REPERE] * (len(BORNES) - 2), palette.RETARD)
    return Planche(
        "parcours.derniers_entretiens",
        titre,
        resume=f"{titre}. "
        + " ; ".join(f"{nom} : {nombre(combien)}" for nom, combien, _ in corps)
        + ".",
        tableau=tableau(
            f"File active au {jour(lues.jour)} selon le dernier entretien, {les_filtres(regard)}",
            [texte("Dernier entretien"), effectif("Personnes"), effectif("Part", part)],
            [*corps, ("Ensemble", lues.total, 1.0)],
            total=True,
        ),
        sous_titre=f"File active au {jour(lues.jour)} selon l’ancienneté du dernier entretien · "
        f"{les_filtres(regard)}",
        specification=barres(
            [
                Barre(
                    nom,
                    combien,
                    f"{nombre(combien)} · {part(poids)}",
                    couleurs[min(rang, len(couleurs) - 1)],
                )
                for rang, (nom, combien, poids) in enumerate(corps)
            ],
            pas=27,
        ),
        forme=Forme("barres", "Dernier entretien", ("Personnes",)),
        phrases=(f"{titre}.",),
        indicateurs=(IDENT, "file_active"),
        source=f"{provenance(regard)}. {REGLE}",
    )


def _premier(cle: str) -> date:
    return date.fromisoformat(f"{cle}-01")


def _motif(ventilation: Ventilation) -> str:
    return ventilation.motif or (
        "Personne n’est en parcours dans cette période avec ces filtres : élargissez la période ou "
        "retirez un filtre."
    )


def _titre(dernier: tuple[date, Mesure]) -> str:
    quand, mesure = dernier
    if mesure.valeur is None:
        return "Les entretiens, mois après mois"
    return (
        f"{chiffre(IDENT, mesure)} des personnes suivies ont été reçues en {mois_long(quand)} "
        f"({parties(mesure)})"
    )


def _classes(lues: Anciennetes) -> list[tuple[str, int]]:
    noms = ["31 jours au plus"]
    noms += [f"{bas + 1} à {haut} jours" for bas, haut in pairwise(BORNES)]
    noms += [f"Plus de {BORNES[-1]} jours"]
    return [*zip(noms, lues.par_classe, strict=True), ("Jamais", lues.jamais)]


def _titre_derniers(lues: Anciennetes) -> str:
    en_retard: Any = lues.total - lues.par_classe[0]
    if not en_retard:
        return "Chacun a été reçu depuis 31 jours au plus"
    if en_retard == 1:
        return "Une personne n’a pas été reçue depuis plus de 31 jours"
    return (
        f"{nombre(en_retard)} personnes sur {nombre(lues.total)} n’ont pas été reçues depuis plus "
        "de 31 jours"
    )
