"""The audit of the secrecy, in sentences."""

from plie_metrics.presentation.formats import avec_unite, jour, nombre
from plie_metrics.schema import libelle
from plie_metrics.secret.audit import Audit, Constat
from plie_metrics.secret.grandeurs import Cle

EXEMPLES = 5


def lignes_audit(profil: str, seuil: int, audit: Audit) -> list[str]:
    """What the audit of a profile found, worst first; a few cases as examples."""
    tete = f"Secret statistique, profil {profil} (seuil {seuil}) : "
    combien = avec_unite(audit.masquees, "case masquée", "cases masquées")
    if audit.deduites:
        combien += f" et {avec_unite(audit.deduites, 'petit reste', 'petits restes')} à déduire"
    if audit.sur:
        return [f"{tete}{combien}, aucune ne peut être retrouvée."]
    failles = [_faille(constat) for constat in audit.failles[:EXEMPLES]]
    tort = [f"montrée à tort : {_case(cle)}" for cle in audit.montrees_a_tort[:EXEMPLES]]
    total = len(audit.failles) + len(audit.montrees_a_tort)
    return [
        f"{tete}{combien}, {avec_unite(total, 'faille', 'failles')}.",
        *(f"  - {ligne}" for ligne in (*tort, *failles)),
    ]


def _faille(constat: Constat) -> str:
    bornes = f"entre {nombre(constat.minimum, 1)} et {nombre(constat.maximum, 1)}"
    return f"peut être retrouvée, {bornes} : {_case(constat.cle)}"


def _case(cle: Cle) -> str:
    nom, du, au, croisement = cle
    cases = [libelle(dimension, modalite) for dimension, modalite in croisement]
    return ", ".join([nom.replace("_", " "), f"du {jour(du)} au {jour(au)}", *cases])
