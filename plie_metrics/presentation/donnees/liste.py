"""The snapshots of the folder, as a list to read, and each in detail."""

from collections.abc import Sequence
from typing import Final

from plie_metrics.presentation.formats import avec_unite, jour, jour_long, nombre
from plie_metrics.presentation.tableau import Tableau, effectif, tableau, texte
from plie_metrics.schema import TABLES
from plie_metrics.stockage import Entree, Geste, Manifeste

COURTE: Final = 12  # characters of a fingerprint that tell snapshots apart at a glance
GESTES: Final = {"retrait": "Retiré", "retablissement": "Rétabli"}


def constat_donnees(entrees: Sequence[Entree], *, tout_montre: bool) -> str:
    """What the folder holds; `tout_montre`: False when only the demonstrations may be seen."""
    demos = [e for e in entrees if e.manifeste is not None and e.manifeste.demonstration]
    reels = [e for e in entrees if e.etat == "publie" and e not in demos]
    en_cours = [e for e in demos if e.etat == "publie"]
    fictifs = avec_unite(len(en_cours), "arrêté de démonstration", "arrêtés de démonstration")
    if reels:
        dernier = max(reels, key=lambda e: (e.arrete, e.edition))
        if len(reels) == 1:
            return f"Un arrêté réel publié, au {jour_long(dernier.arrete)}"
        return (
            f"{nombre(len(reels))} arrêtés réels publiés, le dernier au {jour_long(dernier.arrete)}"
        )
    if not tout_montre:
        return f"{fictifs} ; les arrêtés réels ne sont pas montrés ici"
    if en_cours:
        return f"Aucun extrait réel n’est encore publié : {fictifs}"
    return "Aucun arrêté n’est encore publié"


def tableau_arretes(entrees: Sequence[Entree]) -> Tableau:
    """Every snapshot, the latest first."""
    return tableau(
        "Dossier des arrêtés, du plus récent au plus ancien",
        (
            texte("Arrêté"),
            effectif("Édition"),
            texte("État"),
            texte("Données"),
            texte("Source"),
            texte("Produit le"),
            effectif("Lignes"),
            texte("Empreinte"),
        ),
        [
            (
                jour(entree.arrete),
                entree.edition,
                etat(entree),
                nature(entree.manifeste),
                entree.manifeste.source if entree.manifeste else "",
                jour(entree.manifeste.produit_le) if entree.manifeste else "",
                lignes(entree.manifeste),
                entree.manifeste.empreinte[:COURTE] if entree.manifeste else "",
            )
            for entree in reversed(entrees)
        ],
    )


def etat(entree: Entree) -> str:
    """« publié », « retiré le 3/4/2017 : mauvais fichier », « illisible : … »."""
    if entree.etat == "illisible":
        return f"illisible : {entree.erreur}"
    if entree.retrait is not None:
        return f"retiré le {jour(entree.retrait.le)} : {entree.retrait.motif}"
    return "publié"


def nature(manifeste: Manifeste | None) -> str:
    """« démonstration », « réelles », empty when the manifest cannot be read."""
    if manifeste is None:
        return ""
    return "démonstration" if manifeste.demonstration else "réelles"


def lignes(manifeste: Manifeste | None) -> int | None:
    """Rows of all the tables together."""
    return sum(fiche.lignes for fiche in manifeste.tables.values()) if manifeste else None


def tableau_tables(nom: str, manifeste: Manifeste) -> Tableau:
    """The tables of one snapshot, with their rows and fingerprints in full."""
    return tableau(
        f"Tables de l’arrêté {nom} ; empreintes SHA-256",
        (
            texte("Table"),
            texte("Contenu"),
            effectif("Lignes"),
            effectif("Octets"),
            texte("Empreinte"),
        ),
        [
            (table, TABLES[table].libelle, fiche.lignes, fiche.octets, fiche.sha256)
            for table, fiche in manifeste.tables.items()
        ],
    )


def phrases_journal(gestes: Sequence[Geste]) -> list[str]:
    """« Retiré le 03/04/2017 : mauvais fichier. », oldest first."""
    return [f"{GESTES[g.geste]} le {jour(g.le)} : {g.motif.rstrip('.')}." for g in gestes]


def annonce_edition(entrees: Sequence[Entree], arrete_le: object) -> str:
    """What publishing for this date will do to what is already there, in a sentence."""
    memes = [entree for entree in entrees if entree.arrete == arrete_le]
    if not memes:
        return "Ce sera la première édition de cet arrêté."
    prochaine = max(entree.edition for entree in memes) + 1
    quoi = " de démonstration" if all(_est_demo(entree) for entree in memes) else ""
    return (
        f"Un arrêté{quoi} existe déjà à cette date : ce sera l’édition {nombre(prochaine)}, qui le "
        "remplace à l’écran ; l’ancienne reste dans la liste."
    )


def _est_demo(entree: Entree) -> bool:
    return entree.manifeste is not None and entree.manifeste.demonstration
