"""Why people leave: the positive exits by type, and every motive."""

from collections.abc import Mapping
from typing import Any, Final

from plie_metrics.calcul.mesure import Mesure
from plie_metrics.planches.mots import brut, chiffre, de_quoi, masque_avec, nommer, provenance
from plie_metrics.planches.planche import Forme, Planche, PlancheIndisponible
from plie_metrics.planches.regard import Regard
from plie_metrics.planches.repartition import HACHURE, SANS_RANG
from plie_metrics.presentation import palette
from plie_metrics.presentation.formats import nombre, part, pourcent
from plie_metrics.presentation.graphiques.barres import Barre, barres
from plie_metrics.presentation.tableau import effectif, tableau, texte
from plie_metrics.schema import AUTRES, MOTIFS_NEUTRES, MOTIFS_POSITIFS

DURABLES: Final = ("emploi_cdi", "emploi_cdd_6_mois", "emploi_interim_6_mois", "creation_activite")
POSITIVE, NEUTRE, AUTRE = "positive", "neutre", "autre"
COULEURS: Final[Mapping[str, str]] = {
    POSITIVE: palette.REALISE,
    NEUTRE: palette.TROISIEME,
    AUTRE: palette.RETARD,
    "regroupée": palette.REPERE,
}


def positives(regard: Regard) -> Planche:
    """The positive exits by type; raises PlancheIndisponible when there is none."""
    total = regard.mesure("sorties_positives")
    lignes = [ligne for ligne in _lignes(regard) if ligne[0] in MOTIFS_POSITIFS]
    if not lignes:
        raise PlancheIndisponible(
            "Aucune sortie positive dans cette période avec ces filtres : élargissez la période ou "
            "retirez un filtre."
        )
    titre = _titre_positives(lignes, total)
    return _planche(
        regard, "sorties.positives", titre, lignes, total=total, quoi="Sorties positives par type"
    )


def motifs(regard: Regard) -> Planche:
    """Every exit by motive, its kind told by the colour and in the table."""
    lignes = _lignes(regard)
    if not lignes:
        raise PlancheIndisponible(
            "Aucune sortie dans cette période avec ces filtres : élargissez la période ou retirez "
            "un filtre."
        )
    total = regard.mesure("sorties")
    return _planche(
        regard,
        "sorties.motifs",
        _titre_motifs(regard, lignes),
        lignes,
        total=total,
        quoi="Sorties par motif (bleu : positives ; bleu clair : neutres ; rouge : autres)",
    )


Ligne = tuple[str, str, Mesure]


def _lignes(regard: Regard) -> list[Ligne]:
    cellules = regard.ventilation("sorties", "motif_sortie").cellules
    return sorted(
        ((code, nommer(regard, "motif_sortie", code), m) for (code,), m in cellules.items()),
        key=lambda ligne: (ligne[0] in SANS_RANG, -(ligne[2].valeur or 0)),
    )


def _genre(code: str) -> str:
    if code in MOTIFS_POSITIFS:
        return POSITIVE
    if code in MOTIFS_NEUTRES:
        return NEUTRE
    return "regroupée" if code == AUTRES else AUTRE


def _planche(
    regard: Regard, cle: str, titre: str, lignes: list[Ligne], *, total: Mesure, quoi: str
) -> Planche:
    corps = [
        (nom, _genre(code), brut(m), masque_avec(m, _poids(m, total))) for code, nom, m in lignes
    ]
    return Planche(
        cle,
        titre,
        resume=f"{titre}. "
        + " ; ".join(f"{nom} : {chiffre('sorties', m)}" for _, nom, m in lignes)
        + ".",
        tableau=tableau(
            f"{quoi.partition(' (')[0]}, {de_quoi(regard)}",
            [texte("Motif"), texte("Nature"), effectif("Sorties"), effectif("Part", part)],
            [*corps, ("Ensemble", "", brut(total), 1.0 if total.valeur else None)],
            total=True,
        ),
        sous_titre=f"{quoi} · {de_quoi(regard)}",
        specification=barres([_barre(code, nom, m, total) for code, nom, m in lignes], pas=23),
        forme=Forme("barres", "Motif", ("Sorties",)),
        phrases=(f"{titre}.",),
        indicateurs=("sorties", "sorties_positives"),
        source=provenance(regard),
    )


def _poids(mesure: Mesure, total: Mesure) -> float | None:
    if mesure.valeur is None or not total.valeur:
        return None
    return mesure.valeur / total.valeur


def _barre(code: str, nom: str, mesure: Mesure, total: Mesure) -> Barre:
    if mesure.masque is not None:
        return Barre(nom, 0, f"{HACHURE}{chiffre('sorties', mesure)}", palette.REPERE)
    poids = _poids(mesure, total)
    suite = "" if poids is None else f" · {part(poids)}"
    valeur = float(mesure.valeur or 0)
    return Barre(nom, valeur, f"{nombre(valeur)}{suite}", COULEURS[_genre(code)])


def _titre_positives(lignes: list[Ligne], total: Mesure) -> str:
    durables = [m for code, _, m in lignes if code in DURABLES]
    if not total.valeur or any(m.masque for m in durables):
        return "Les sorties positives par type"
    somme: Any = sum(m.valeur or 0 for m in durables)
    return (
        f"{pourcent(somme / total.valeur)} des sorties positives mènent à un emploi durable ou à "
        f"une création d’activité ({nombre(somme)} sur {nombre(total.valeur)})"
    )


def _titre_motifs(regard: Regard, lignes: list[Ligne]) -> str:
    """The largest motive that is not positive: what is to be worked on."""
    autres = [ligne for ligne in lignes if _genre(ligne[0]) == AUTRE and ligne[2].valeur]
    total = regard.mesure("sorties")
    if not autres or not total.valeur:
        return "Les sorties par motif"
    _, nom, mesure = autres[0]
    valeur: Any = mesure.valeur
    return (
        f"Hors sorties positives, premier motif : {nom[:1].lower()}{nom[1:]}, {nombre(valeur)} "
        f"sorties ({part(valeur / total.valeur)})"
    )
