"""The tables of the quality page: findings, files behind them, completeness, référents."""

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from plie_metrics.catalogue import Indicateur
from plie_metrics.presentation.formats import jour_long, pourcent
from plie_metrics.presentation.qualite.effets import court, dans_l_objectif
from plie_metrics.presentation.tableau import Tableau, effectif, tableau, texte
from plie_metrics.qualite import LIBELLES_GRAVITE, Cas, Constat, Gravite, Rapport
from plie_metrics.schema import TABLES

NommerReferent = Callable[[str | None], str]
DEMONSTRATION: Final = "données de démonstration"
REELLES: Final = "données réelles"
INCONNU: Final = "non précisé"


def tableau_constats(rapport: Rapport, catalogue: Mapping[str, Indicateur], nature: str) -> Tableau:
    """Every finding in the order of repair."""
    return tableau(
        f"Constats de l’arrêté du {jour_long(rapport.arrete)}, dans l’ordre où les réparer "
        f"({nature})",
        (
            texte("Constat"),
            texte("Gravité"),
            effectif("Cas"),
            effectif("Examinés"),
            texte("Ce que cela déplace"),
            texte("Que faire"),
        ),
        [
            (
                constat.regle.phrase,
                LIBELLES_GRAVITE[constat.regle.gravite],
                constat.effectif,
                constat.sur,
                dans_l_objectif(constat, catalogue),
                constat.regle.remede,
            )
            for constat in rapport.constats
        ],
    )


def tableau_enjeux(
    constats: Sequence[Constat], catalogue: Mapping[str, Indicateur], nature: str
) -> Tableau:
    """The figures of the bars: cases, what may move, the objective, the share of it."""
    return tableau(
        f"Ce que chaque constat peut déplacer, au plus ({nature})",
        (
            texte("Constat"),
            texte("Indicateur"),
            effectif("Cas"),
            effectif("Unités en jeu"),
            effectif("Objectif"),
            effectif("Part", lambda taux: pourcent(taux, 1)),
        ),
        [
            (
                court(constat),
                catalogue[constat.regle.indicateur].titre_court if constat.enjeu else "",
                constat.effectif,
                constat.portee,
                constat.base,
                constat.enjeu,
            )
            for constat in constats
        ],
    )


def tableau_dossiers(
    constat: Constat, nommer: NommerReferent, nature: str, limite: int | None = None
) -> Tableau:
    """The rows behind a finding (the first `limite`), by the number that the software knows."""
    cas = constat.cas[:limite]
    colonnes: list[tuple[str, list[str]]] = [
        (_nom_de_la_cle(constat), [un.identifiant for un in cas]),
        ("Participant", [_autre(un.participant_id, un) for un in cas]),
        ("Référent", [nommer(un.referent_id) for un in cas]),
        ("Ce qui est relevé", [un.detail for un in cas]),
    ]
    utiles = [colonne for colonne in colonnes if any(colonne[1])]
    return tableau(
        f"{constat.regle.phrase} {constat.regle.remede} ({nature})",
        [texte(titre) for titre, _ in utiles],
        list(zip(*(valeurs for _, valeurs in utiles), strict=True)),
    )


def tableau_complet(
    rapport: Rapport,
    catalogue: Mapping[str, Indicateur],
    nommer: NommerReferent,
    nature: str,
) -> Tableau:
    """One line a file to check, all findings together: what a référent works from."""
    return tableau(
        f"Dossiers à vérifier, arrêté du {jour_long(rapport.arrete)} ({nature})",
        [
            texte(titre)
            for titre in (
                "Numéro",
                "Participant",
                "Référent",
                "Table",
                "Gravité",
                "Constat",
                "Ce qui est relevé",
                "Que faire",
                "Ce que le constat déplace en tout",
                "Arrêté",
                "Données",
            )
        ],
        [
            (
                cas.identifiant,
                cas.participant_id or "",
                nommer(cas.referent_id),
                constat.regle.table,
                LIBELLES_GRAVITE[constat.regle.gravite],
                constat.regle.phrase,
                cas.detail,
                constat.regle.remede,
                dans_l_objectif(constat, catalogue),
                rapport.arrete.isoformat(),
                nature,
            )
            for constat in rapport.constats
            for cas in constat.cas
        ],
    )


def tableau_completude(rapport: Rapport, nature: str) -> Tableau:
    """Every field whose emptiness means « unknown »: cells filled, out of which rows."""
    return tableau(
        f"Champs remplis, arrêté du {jour_long(rapport.arrete)} ({nature})",
        (
            texte("Champ"),
            texte("Table"),
            effectif("Remplis"),
            effectif("Lignes concernées"),
            effectif("Part", lambda taux: pourcent(taux, 1)),
        ),
        [
            (champ.libelle, champ.table, champ.remplies, champ.lignes, champ.taux)
            for champ in rapport.completudes
        ],
    )


def feuilles(
    rapport: Rapport, catalogue: Mapping[str, Indicateur], nommer: NommerReferent, nature: str
) -> dict[str, Tableau]:
    """The sheets of the complete report."""
    return {
        "Constats": tableau_constats(rapport, catalogue, nature),
        "Dossiers": tableau_complet(rapport, catalogue, nommer, nature),
        "Par référent": tableau_referents(rapport, nommer, nature),
        "Champs remplis": tableau_completude(rapport, nature),
    }


def tableau_referents(rapport: Rapport, nommer: NommerReferent, nature: str) -> Tableau:
    """How many rows of each gravity concern each référent, the most concerned first."""
    presentes = [g for g in Gravite if any(c.regle.gravite is g for c in rapport.constats)]
    comptes = compter(rapport.constats)
    noms = sorted(comptes, key=lambda nom: (-sum(comptes[nom].values()), nommer(nom)))
    return tableau(
        f"Cas par référent, arrêté du {jour_long(rapport.arrete)} ({nature}). Un dossier relevé "
        "par deux contrôles compte deux fois.",
        (
            texte("Référent"),
            *(effectif(LIBELLES_GRAVITE[gravite]) for gravite in presentes),
            effectif("Ensemble"),
        ),
        [
            (
                nommer(nom),
                *(comptes[nom].get(gravite, 0) for gravite in presentes),
                sum(comptes[nom].values()),
            )
            for nom in noms
        ],
    )


def compter(constats: Sequence[Constat]) -> dict[str | None, dict[Gravite, int]]:
    """référent (None: not known) → gravity → number of cases."""
    comptes: dict[str | None, dict[Gravite, int]] = {}
    for constat in constats:
        gravite = constat.regle.gravite
        for referent, cas in constat.par_referent().items():
            siens = comptes.setdefault(referent, {})
            siens[gravite] = siens.get(gravite, 0) + len(cas)
    return comptes


def _nom_de_la_cle(constat: Constat) -> str:
    premier = constat.cas[0]
    if premier.identifiant == premier.participant_id:
        return "Numéro du participant"
    if premier.identifiant == premier.referent_id:
        return "Code du référent"
    table = TABLES[constat.regle.table]
    return table.colonne(table.cle[0]).libelle


def _autre(valeur: str | None, cas: Cas) -> str:
    """The value, unless it is the very number of the row."""
    return "" if valeur is None or valeur == cas.identifiant else valeur
