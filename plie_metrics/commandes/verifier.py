"""`verifier`: integrity of a snapshot, then what to repair in it first."""

import argparse
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from plie_metrics.calcul.cible import lire_objectifs, verifier_objectifs
from plie_metrics.catalogue import Indicateur, charger
from plie_metrics.configuration import lire
from plie_metrics.presentation.formats import avec_unite, jour_long, nombre, pourcent
from plie_metrics.presentation.secret import lignes_audit
from plie_metrics.qualite import (
    LIBELLES_GRAVITE,
    Cas,
    Completude,
    Constat,
    Rapport,
    controler,
    criteres_regles,
    normes_regles,
)
from plie_metrics.secret.ouverture import chaine
from plie_metrics.secret.reglages import valider
from plie_metrics.secret.silence import muet
from plie_metrics.secret.verification import auditer_arrete
from plie_metrics.stockage import Snapshot, ouvrir
from plie_metrics.stockage.solutions import CoffreDisque

EXEMPLES: Final = 5


def declarer(commandes: Any) -> None:
    """Add the command to the parser."""
    commande = commandes.add_parser(
        "verifier",
        help="vérifie l’intégrité et la qualité d’un arrêté",
        description="Vérifie qu’un arrêté est intact, puis dit ce qu’il faut y réparer d’abord.",
    )
    commande.add_argument("snapshot", type=Path, metavar="SNAPSHOT", help="dossier de l’arrêté")
    commande.add_argument(
        "--tout", action="store_true", help="liste tous les cas, pas seulement les premiers"
    )
    commande.add_argument(
        "--secret",
        action="store_true",
        help="vérifie aussi qu’aucune case masquée ne peut être retrouvée, pour chaque profil",
    )
    commande.set_defaults(executer=executer)


def executer(demande: argparse.Namespace) -> int:
    """Print the report; raises ErreurPlie, told by the caller, when the snapshot cannot be used.

    It is damaged, or an objective aims at an indicator that does not exist.
    """
    snapshot = ouvrir(demande.snapshot)
    print("\n".join(_integrite(snapshot)), flush=True)
    criteres, normes = criteres_regles(), normes_regles()
    tables = {nom: snapshot.table(nom) for nom in snapshot.tables}
    rapport = controler(tables, snapshot.arrete, criteres, normes)
    limite = None if demande.tout else EXEMPLES
    print("\n".join([*_completude(rapport), *_constats(rapport, limite)]), flush=True)
    verifier_objectifs(lire_objectifs(tables.get("objectifs")))
    return _secret(snapshot) if demande.secret else 0


def _secret(snapshot: Snapshot) -> int:
    """Audit what each protected profile may see; 1 if something can be worked out."""
    reglages = valider(lire("secret"))
    coffre = CoffreDisque(snapshot.chemin.parent)
    suite = chaine(snapshot, reglages)
    surs = True
    print()
    for profil, seuil in reglages.seuils.items():
        with muet():
            audit = auditer_arrete(suite, reglages, profil, coffre)
        print("\n".join(lignes_audit(profil, seuil, audit)), flush=True)
        surs = surs and audit.sur
    return 0 if surs else 1


def _integrite(snapshot: Snapshot) -> list[str]:
    demonstration = " — données de démonstration" if snapshot.demonstration else ""
    lignes = [
        f"Arrêté au {jour_long(snapshot.arrete)} ({snapshot.nom}){demonstration}",
        f"Source : {snapshot.source} ; produit le {jour_long(snapshot.produit_le)}.",
        "Intégrité : l’arrêté est intact, chaque fichier a l’empreinte de son manifeste.",
    ]
    if snapshot.retrait is not None:
        le = jour_long(snapshot.retrait.le)
        lignes.append(f"Attention : arrêté retiré le {le} ({snapshot.retrait.motif}).")
    lignes += [
        f"  {nom} : {avec_unite(rangs, 'ligne', 'lignes')}"
        for nom, rangs in snapshot.tables.items()
    ]
    lignes += [f"Avertissement à l’import : {texte}" for texte in snapshot.avertissements]
    return [*lignes, f"Empreinte : {snapshot.empreinte}", ""]


def _completude(rapport: Rapport) -> list[str]:
    incomplets = [c for c in rapport.completudes if c.remplies < c.lignes]
    if not incomplets:
        return ["Complétude : tous les champs sont renseignés.", ""]
    return ["Complétude des champs", *map(_champ, incomplets), ""]


def _champ(champ: Completude) -> str:
    return (
        f"  {champ.table}.{champ.colonne} : {pourcent(champ.taux, 1)} "
        f"({nombre(champ.remplies)} sur {nombre(champ.lignes)})"
    )


def _constats(rapport: Rapport, limite: int | None) -> list[str]:
    if not rapport.constats:
        return ["Qualité : rien à réparer."]
    titres = charger()
    lignes = ["Qualité, à réparer dans cet ordre"]
    for rang, constat in enumerate(rapport.constats, 1):
        lignes += [f"{rang}. {_titre(constat, titres)}", f"   {constat.regle.remede}"]
        lignes += [f"   - {_cas(cas)}" for cas in constat.cas[:limite]]
        reste = constat.effectif - len(constat.cas[:limite])
        if reste:
            lignes.append(f"   … et {avec_unite(reste, 'autre cas', 'autres cas')} (--tout)")
    return lignes


def _titre(constat: Constat, titres: Mapping[str, Indicateur]) -> str:
    regle = constat.regle
    enjeu = ""
    if constat.enjeu is not None:
        titre = titres[regle.indicateur].titre_court
        enjeu = f" ; enjeu : {pourcent(constat.enjeu, 1)} de « {titre} »"
    return (
        f"[{LIBELLES_GRAVITE[regle.gravite]}] {regle.phrase} "
        f"({nombre(constat.effectif)} sur {nombre(constat.sur)}{enjeu})"
    )


def _cas(cas: Cas) -> str:
    referent = (
        f" (référent {cas.referent_id})" if cas.referent_id not in (None, cas.identifiant) else ""
    )
    detail = f" : {cas.detail}" if cas.detail else ""
    return f"{cas.identifiant}{referent}{detail}"
