"""The finding of the page: what to check first, or that nothing is to be repaired."""

from collections.abc import Sequence
from typing import Final

from plie_metrics.presentation.formats import avec_unite, jour_long, liste, nombre
from plie_metrics.presentation.qualite.completude import ecrire_taux
from plie_metrics.presentation.qualite.effets import Effet, court, effet, repartir
from plie_metrics.qualite import Completude, Constat, Rapport

SORTIES: Final = "sorties_positives"
SANS_ENJEU: Final = (
    "Aucun constat ne déplace un objectif : rien à réparer d’urgence. Les objectifs viennent de la "
    "table objectifs de l’extrait."
)


def constat_qualite(rapport: Rapport, referent: str = "") -> str:
    """One sentence; `referent`: the name of whom the report is restricted to, if any."""
    qui = f"{referent} : " if referent else ""
    enjeux = repartir(rapport.constats)
    sorties = [c for c in enjeux.a_reparer if c.regle.indicateur == SORTIES]
    if sorties:
        return f"{qui}{_sorties(sorties)}"
    if enjeux.a_reparer or enjeux.sans_enjeu:
        premier = (*enjeux.a_reparer, *enjeux.sans_enjeu)[0]
        return f"{qui}{court(premier)} : {nombre(premier.effectif)} sur {nombre(premier.sur)}"
    fin = f"{qui}aucune donnée à réparer dans l’arrêté du {jour_long(rapport.arrete)}"
    suivi = len(enjeux.a_suivre)
    if suivi:
        fin += f", {avec_unite(suivi, 'point', 'points')} à suivre"
    return fin if qui else fin[0].upper() + fin[1:]


def titre_a_reparer(constats: Sequence[Constat]) -> str:
    """Heading of the bars: how many findings, over how many rows."""
    lignes = sum(constat.effectif for constat in constats)
    sujets = avec_unite(len(constats), "contrôle pèse", "contrôles pèsent")
    return f"À réparer d’abord : {sujets} sur les objectifs, {avec_unite(lignes, 'cas', 'cas')}"


def sous_titre_dossiers(rapport: Rapport) -> str:
    """What the list below holds, or why it is empty."""
    if not rapport.constats:
        return "Aucun contrôle ne relève de cas : la liste est vide parce que tout est en ordre."
    cas = sum(constat.effectif for constat in rapport.constats)
    sujets = avec_unite(len(rapport.constats), "constat", "constats")
    return (
        f"{sujets}, {avec_unite(cas, 'cas', 'cas')} · les numéros sont ceux du logiciel de suivi, "
        "où se font les corrections ; elles apparaîtront au prochain import"
    )


def titre_completude(champs: Sequence[Completude]) -> str:
    """Heading of the completeness: how many fields have holes, and which one the most."""
    troues = [c for c in champs if c.remplies < c.lignes]
    if not troues:
        return f"Tous les champs sont remplis ({nombre(len(champs))} sur {nombre(len(champs))})"
    pires = sorted(troues, key=lambda c: c.taux or 0.0)
    noms = [f"{c.libelle.lower()} {ecrire_taux(c)}" for c in pires]
    suite = liste(noms[:3]) if len(noms) <= 3 else f"{', '.join(noms[:3])}…"
    return f"{_champs(len(troues))} sur {nombre(len(champs))} : {suite}"


def _champs(combien: int) -> str:
    if combien == 1:
        return "1 champ n’est pas rempli partout,"
    return f"{nombre(combien)} champs ne sont pas remplis partout,"


def _sorties(constats: Sequence[Constat]) -> str:
    """« À vérifier d’abord : 28 sorties positives … ». A parcours counts once in each part."""
    plus = _dossiers(constats, Effet.PLUS)
    moins = _dossiers(constats, Effet.MOINS)
    parts = []
    if plus:
        parts.append(f"{_sortie(plus)} à ajouter peut-être")
    if moins:
        parts.append(f"{nombre(moins)} à justifier" if plus else f"{_sortie(moins)} à justifier")
    base = constats[0].base
    return f"À vérifier d’abord : {liste(parts)}, pour un objectif de {nombre(base)}"


def _sortie(combien: int) -> str:
    return avec_unite(combien, "sortie positive", "sorties positives")


def _dossiers(constats: Sequence[Constat], quoi: Effet) -> int:
    return len({cas.identifiant for c in constats if effet(c) is quoi for cas in c.cas})
