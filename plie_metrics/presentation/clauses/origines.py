"""Who orients, what the sorties positives are, and who is counted twice."""

from collections.abc import Sequence

from plie_metrics.presentation.formats import nombre, pourcent
from plie_metrics.presentation.tableau import Tableau, effectif, tableau, texte
from plie_metrics.publications.chiffre import Publication
from plie_metrics.publications.clauses import Recouvrement
from plie_metrics.publications.clauses_orientations import Prescripteur
from plie_metrics.quotient import Quotient


def tableau_prescripteurs(prescripteurs: Sequence[Prescripteur]) -> Tableau:
    """Orientations and share of each prescripteur, and the total."""
    total = sum(p.orientations for p in prescripteurs)
    return tableau(
        "Orientations vers les clauses en 2016, par prescripteur",
        (texte("Prescripteur"), effectif("Orientations"), effectif("Part", _part)),
        [
            *((p.nom, p.orientations, _quotient(p.orientations, total)) for p in prescripteurs),
            ("Total", total, _quotient(total, total)),
        ],
        total=True,
    )


def tableau_sorties(rapport: Publication) -> Tableau:
    """Sorties positives of the clauses by kind, and the total."""
    sorties = _sorties(rapport)
    total = sum(n for _, n in sorties)
    return tableau(
        "Sorties positives du dispositif clauses en 2016",
        (texte("Sortie"), effectif("Sorties"), effectif("Part", _part)),
        [*((nom, n, _quotient(n, total)) for nom, n in sorties), ("Total", total, 1.0)],
        total=True,
    )


def note_part_dispositif(rapport: Publication) -> str:
    """What the printed « 39 % des sorties positives sur la globalité du dispositif » leaves out."""
    part = rapport.chiffre("ra2016.clauses_sorties.part_dispositif")
    total = rapport.valeur("ra2016.clauses_sorties.total")
    return (
        f"Le rapport ajoute « {pourcent(part.nombre / 100)} des sorties "
        "positives sur la globalité du dispositif » sans imprimer le dénominateur ; "
        f"{nombre(total)} ÷ {pourcent(part.nombre / 100)} en supposerait environ "
        f"{nombre(Quotient(total, part.nombre / 100).valeur)}."
    )


def tableau_recouvrements(recouvrements: Sequence[Recouvrement]) -> Tableau:
    """Each total that its parts exceed, with the arithmetic and what explains it."""
    return tableau(
        "Personnes comptées deux fois dans les tableaux publiés de 2016",
        (texte("Comptage"), texte("Calcul"), effectif("Comptés deux fois"), texte("Explication")),
        [(r.objet.capitalize(), _calcul(r), r.exces, _explication(r)) for r in recouvrements],
    )


def _calcul(recouvrement: Recouvrement) -> str:
    somme = " + ".join(nombre(part) for part in recouvrement.parts)
    return f"{somme} − {nombre(recouvrement.total)} = {nombre(recouvrement.exces)}"


def _explication(recouvrement: Recouvrement) -> str:
    if recouvrement.exces == 0:
        return "Rien à expliquer"
    if recouvrement.explication is None:
        return "Hypothèse : ces personnes relèvent des deux secteurs (rien d'imprimé)"
    if recouvrement.explication == recouvrement.exces:
        combien = nombre(recouvrement.explication)
        return f"Imprimée : {combien} salariés ont eu un CTTI, puis un C/PRO"
    return f"Insuffisante : {nombre(recouvrement.explication)} imprimés"


def _sorties(rapport: Publication) -> list[tuple[str, float]]:
    return [
        (c.ligne, c.nombre)
        for c in rapport.tableau("clauses_sorties", colonne="")
        if "type_contrat" in c.modalites or "motif_sortie" in c.modalites
    ]


def _quotient(numerateur: float, denominateur: float) -> float | None:
    return Quotient(numerateur, denominateur).valeur


def _part(valeur: float | None) -> str:
    return pourcent(valeur, 1)
