"""Sorties positives that the étapes do not support, and those that they would support."""

from typing import Final

import pandas as pd

from plie_metrics.periodes import Periode
from plie_metrics.qualite.appuis import TYPES, appuyes
from plie_metrics.qualite.donnees import Donnees, jour, releve
from plie_metrics.qualite.modele import Constat, Gravite, Regle
from plie_metrics.qualite.regles_sorties import Criteres
from plie_metrics.schema import MOTIFS_NEUTRES, MOTIFS_POSITIFS, TYPES_ETAPE, libelle

EXIGENCES: Final = {
    "emploi_cdi": "un CDI à mi-temps au moins, au terme de {presence_cdi} mois de présence",
    "emploi_cdd_6_mois": "des CDD qui totalisent {cumul_cdd} mois dans les {fenetre_cdd} mois",
    "emploi_interim_6_mois": (
        "de l’intérim qui totalise {cumul_interim} mois dans les {fenetre_interim} mois"
    ),
    "creation_activite": "une création d’activité suivie {suivi_creation} mois",
    "emploi_aide": "un contrat aidé de plus de {duree_contrat_aide} mois, hors chantier",
    "formation_qualifiante": "une étape de formation",
    "chantier_insertion_senior": (
        "{age_senior} ans et plus, et {presence_senior} mois en chantier d’insertion"
    ),
}
REMEDE: Final = "Complétez les étapes du parcours ou corrigez le motif de sortie."
POSSIBLES: Final = tuple(motif for motif in MOTIFS_POSITIFS if motif != "formation_qualifiante")
"""A training alone does not tell whether it qualifies: it reveals no forgotten exit."""
OUVERT_APPUYE: Final = Regle(
    "sortie_positive_possible",
    Gravite.A_VERIFIER,
    "parcours",
    "Des parcours en cours ont déjà les étapes d’une sortie positive.",
    "Présentez-les à la commission de validation, ou notez pourquoi le suivi continue.",
    "sorties_positives",
)
AUTRE_APPUYEE: Final = Regle(
    "sortie_positive_manquee",
    Gravite.A_VERIFIER,
    "parcours",
    "Des sorties comptées comme non positives ont les étapes d’une sortie positive.",
    "Vérifiez le motif de sortie.",
    "sorties_positives",
)


def regle_non_soutenue(motif: str, criteres: Criteres) -> Regle:
    """The rule that a positive exit of this motif must be supported by its étapes."""
    exigence = EXIGENCES[motif].format(**vars(criteres))
    return Regle(
        f"sortie_non_soutenue_{motif}",
        Gravite.NON_JUSTIFIE,
        "parcours",
        f"Des sorties « {libelle('motif_sortie', motif)} » ne sont pas soutenues par les "
        f"étapes : il faut {exigence}.",
        REMEDE,
        "sorties_positives",
    )


def controler_sorties(
    donnees: Donnees, periode: Periode, criteres: Criteres
) -> tuple[Constat, ...]:
    """One finding a motif, over the exits of the period, then the exits that could be positive.

    () when the extract has no étapes. Source: rapport d'activité 2016, « Les critères de sorties
    positives du PLIE ».
    """
    if donnees.etapes is None:
        return ()
    etapes = donnees.etapes.assign(jalon=donnees.etapes["fin_suivi"])
    du, au = pd.Timestamp(periode.du), pd.Timestamp(periode.au)
    sorties = donnees.parcours[donnees.parcours["date_sortie"].between(du, au)]
    soutien = {motif: appuyes(etapes, motif, criteres) for motif in MOTIFS_POSITIFS}
    # a job that has ended since does not make a positive exit today
    encore = {motif: soutien[motif] & _en_cours(etapes, motif) for motif in POSSIBLES}
    return (
        *(_non_soutenues(sorties, etapes, motif, soutien, criteres) for motif in MOTIFS_POSITIFS),
        *_possibles(donnees, sorties, encore),
    )


def _en_cours(etapes: pd.DataFrame, motif: str) -> set[str]:
    utiles = etapes[etapes["type_etape"].isin(TYPES[motif])]
    durent = utiles["date_fin"].isna() | (utiles["date_fin"] >= utiles["jalon"])
    return set(utiles.loc[durent, "parcours_id"])


def _non_soutenues(
    sorties: pd.DataFrame,
    etapes: pd.DataFrame,
    motif: str,
    soutien: dict[str, set[str]],
    criteres: Criteres,
) -> Constat:
    concernees = sorties[sorties["motif_sortie"] == motif]
    fautif = ~concernees["parcours_id"].isin(soutien[motif])
    du_motif = etapes["type_etape"].isin(TYPES[motif])
    vues = etapes[du_motif & etapes["parcours_id"].isin(concernees["parcours_id"][fautif])]
    par_parcours = dict(iter(vues.groupby("parcours_id")))

    def detail(ligne: pd.Series) -> str:
        trouvees = par_parcours.get(ligne["parcours_id"])
        dites = "" if trouvees is None else _decrire(trouvees)
        return f"sortie du {jour(ligne['date_sortie'])} ; " + (dites or "aucune étape en appui")

    regle = regle_non_soutenue(motif, criteres)
    return releve(regle, concernees, fautif, "parcours_id", detail)


def _possibles(
    donnees: Donnees, sorties: pd.DataFrame, soutien: dict[str, set[str]]
) -> tuple[Constat, Constat]:
    appuis = {identifiant: motif for motif in reversed(POSSIBLES) for identifiant in soutien[motif]}

    def detail(ligne: pd.Series) -> str:
        return f"appui : {libelle('motif_sortie', appuis[ligne['parcours_id']])}"

    autres = sorties[~sorties["motif_sortie"].isin((*MOTIFS_POSITIFS, *MOTIFS_NEUTRES))]
    return tuple(  # type: ignore[return-value]
        releve(regle, lignes, lignes["parcours_id"].isin(appuis), "parcours_id", detail)
        for regle, lignes in ((OUVERT_APPUYE, donnees.ouverts), (AUTRE_APPUYEE, autres))
    )


def _decrire(etapes: pd.DataFrame) -> str:
    return ", ".join(_une_etape(etape) for _, etape in etapes.sort_values("date_debut").iterrows())


def _une_etape(etape: pd.Series) -> str:
    fin = "en cours" if pd.isna(etape["date_fin"]) else f"au {jour(etape['date_fin'])}"
    heures = etape.get("heures_hebdo")
    duree = "" if heures is None or pd.isna(heures) else f", {heures:g} h".replace(".", ",")
    nom = TYPES_ETAPE[etape["type_etape"]]
    return f"{nom} du {jour(etape['date_debut'])} {fin}{duree}"
