"""The lists of files of a référent, as tables: for the screen and the CSV of who may list them."""

from collections.abc import Sequence
from typing import Final

from plie_metrics.dossiers.carnet import Carnet, Dossier, SortieAttendue
from plie_metrics.presentation.formats import avec_unite, jour
from plie_metrics.presentation.tableau import Tableau, tableau, texte
from plie_metrics.schema import libelle

AUCUN_ENTRETIEN: Final = "aucun"


def tableau_dossiers(legende: str, dossiers: Sequence[Dossier]) -> Tableau:
    """Number of file, référent, structure, entry, last entretien, day of the 30 months."""
    colonnes = ["Dossier", "Référent", "Structure", "Entrée", "Dernier entretien", "30 mois le"]
    return tableau(
        legende,
        [texte(nom) for nom in colonnes],
        [
            (
                *(d.dossier, d.referent, d.structure, jour(d.entree)),
                jour(d.dernier_entretien) if d.dernier_entretien else AUCUN_ENTRETIEN,
                jour(d.echeance),
            )
            for d in dossiers
        ],
    )


def tableau_sorties(legende: str, sorties: Sequence[SortieAttendue]) -> Tableau:
    """Number of file, référent, motive, day of exit, six months, validation."""
    colonnes = ["Dossier", "Référent", "Motif", "Sortie", "Six mois le", "Validation"]
    return tableau(
        legende,
        [texte(nom) for nom in colonnes],
        [
            (
                *(s.dossier, s.referent, libelle("motif_sortie", s.motif), jour(s.sortie)),
                *(jour(s.six_mois), jour(s.validation) if s.validation else "en attente"),
            )
            for s in sorties
        ],
    )


def listes(carnet: Carnet) -> tuple[tuple[str, str, str, Tableau], ...]:
    """Each list: its key, its finding, what it holds, its table. An empty list says so."""
    quand = f"au {jour(carnet.arrete)}"
    return (
        (
            "a-voir",
            f"{_personnes(len({d.dossier for d in carnet.a_voir}))} à voir ce mois-ci",
            f"En parcours {quand}, sans entretien depuis le 1er du mois",
            tableau_dossiers(f"À voir, {quand}", carnet.a_voir),
        ),
        (
            "30-mois-depasses",
            f"{_parcours(len(carnet.depassees))} au-delà de 30 mois",
            f"Parcours ouverts {quand}, commencés depuis plus de 30 mois",
            tableau_dossiers(f"Plus de 30 mois, {quand}", carnet.depassees),
        ),
        (
            "30-mois-proches",
            f"{_parcours(len(carnet.prochaines))} à 30 mois dans les trois mois",
            f"Parcours ouverts {quand} dont les 30 mois tombent dans les trois mois",
            tableau_dossiers(f"Bientôt 30 mois, {quand}", carnet.prochaines),
        ),
        (
            "sorties-en-attente",
            f"{_sorties(len(carnet.en_attente))} en emploi à confirmer",
            f"Sorties en emploi non validées, ou de moins de six mois {quand}",
            tableau_sorties(f"Sorties à confirmer, {quand}", carnet.en_attente),
        ),
        (
            "portefeuille",
            f"{_parcours(len(carnet.portefeuille))} en cours",
            f"Tous les parcours ouverts {quand}, par numéro de dossier",
            tableau_dossiers(f"Portefeuille, {quand}", carnet.portefeuille),
        ),
    )


def _personnes(combien: int) -> str:
    return avec_unite(combien, "personne", "personnes")


def _parcours(combien: int) -> str:
    return avec_unite(combien, "parcours", "parcours")


def _sorties(combien: int) -> str:
    return avec_unite(combien, "sortie", "sorties")
