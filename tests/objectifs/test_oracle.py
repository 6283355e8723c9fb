"""The evolution between two arrêtés and the crosswalk of exits, a second time in plain loops.

Written from the words of the method (page Méthode), on rows as dictionaries: no pandas, no module
of plie_metrics/objectifs.
"""

from collections import Counter
from datetime import date
from itertools import pairwise

import pandas as pd
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from plie_metrics.objectifs.croisement import croiser, ecarts
from plie_metrics.objectifs.evolution import Arrete, evolution
from plie_metrics.periodes import Periode
from plie_metrics.schema import MOTIFS_SORTIE, SITUATIONS_SORTIE
from tests.calcul.extraits import DEFAUTS, tables
from tests.calcul.oracle import Oracle
from tests.objectifs.test_evolution import deux_arretes

DEBUT, AVANT, APRES = date(2016, 1, 1), date(2016, 6, 30), date(2017, 12, 31)
JOURS = {
    "parcours": "date_entree",
    "etapes": "date_debut",
    "entretiens": "date",
    "prescriptions": "date",
    "clauses_contrats": "date_debut",
    "clauses_heures": "mois",
    "clauses_orientations": "date",
    "clauses_sorties": "date",
}
PAS_ENCORE = {("prescriptions", "suite"): "en_attente", ("clauses_orientations", "validee"): False}
INDICATEURS = (
    *("entrees", "sorties", "sorties_positives", "file_active", "personnes_accompagnees"),
    *("etapes", "mises_emploi", "prescriptions", "taux_entree_sur_prescription"),
    *("taux_sorties_positives_brut", "taux_sorties_positives_net", "duree_moyenne_parcours"),
    *("part_femmes", "part_qpv", "part_brsa", "part_niveau_v_infra", "age_moyen"),
    *("clauses_heures", "clauses_orientations_validees", "clauses_sorties_positives"),
)


def cle(nom, ligne):
    """What tells one row of a table from another."""
    premiere = next(iter(DEFAUTS[nom]))
    return (ligne[premiere], ligne["mois"]) if nom == "clauses_heures" else ligne[premiere]


def inconnue(nom, colonne, valeur):
    """An empty cell is not known yet, but an empty quarter says « hors QPV »."""
    return (valeur is None and colonne != "qpv") or PAS_ENCORE.get((nom, colonne)) == valeur


def corriger(nom, anciennes, nouvelles):
    """The old rows still there, known cells as they are now; new people count for nothing yet."""
    maintenant = {cle(nom, ligne): ligne for ligne in nouvelles}
    restees = [
        {c: v if inconnue(nom, c, v) else maintenant[cle(nom, ligne)][c] for c, v in ligne.items()}
        for ligne in anciennes
        if cle(nom, ligne) in maintenant
    ]
    connues = {cle(nom, ligne) for ligne in anciennes}
    arrivees = [ligne for ligne in nouvelles if cle(nom, ligne) not in connues]
    if nom not in JOURS:
        return restees + arrivees
    return [ligne for ligne in restees if ligne[JOURS[nom]] <= AVANT]


def completer(nom, nouvelles):
    """What the new arrêté says of the days up to the old one."""
    if nom not in JOURS:
        return nouvelles
    gardees = [dict(ligne) for ligne in nouvelles if ligne[JOURS[nom]] <= AVANT]
    for ligne in gardees if nom == "parcours" else ():
        if ligne["date_sortie"] and ligne["date_sortie"] > AVANT:
            ligne |= {"date_sortie": None, "motif_sortie": None}
    return gardees


RATTACHES = {
    "etapes": ("parcours", "parcours_id"),
    "entretiens": ("parcours", "parcours_id"),
    "clauses_heures": ("clauses_contrats", "contrat_id"),
}


def sans_orphelines(etat):
    """What is about a parcours or a contract that is not there yet counts for nothing."""
    for nom, (parente, colonne) in RATTACHES.items():
        presents = {ligne[colonne] for ligne in etat[parente]}
        etat[nom] = [ligne for ligne in etat[nom] if ligne[colonne] in presents]


@settings(
    deadline=None, max_examples=6, suppress_health_check=list(HealthCheck), phases=[Phase.generate]
)
@given(deux_arretes())
def test_chaque_part_d_une_evolution_est_celle_des_boucles(couple):
    ancien, nouveau = couple
    corrige = {nom: corriger(nom, ancien[nom], nouveau[nom]) for nom in ancien}
    complet = {nom: completer(nom, nouveau[nom]) for nom in ancien}
    for etat in (corrige, complet):
        sans_orphelines(etat)
    suite = ((ancien, AVANT), (corrige, AVANT), (complet, AVANT), (nouveau, APRES))
    oracles = [Oracle(etat, {}, DEBUT, fin) for etat, fin in suite]
    arretes = [Arrete(jour, tables(e)) for jour, e in zip((AVANT, APRES), couple, strict=True)]
    for nom, evolue in evolution(*arretes, indicateurs=INDICATEURS).items():
        valeurs = [oracle.total(nom) for oracle in oracles]
        assert (evolue.avant, evolue.apres) == pytest.approx((valeurs[0], valeurs[-1])), nom
        if None in valeurs:
            assert evolue.parts is None, nom
            continue
        parts = evolue.parts
        assert (parts.corrections, parts.saisie_tardive, parts.activite) == pytest.approx(
            tuple(b - a for a, b in pairwise(valeurs))
        ), nom


POSITIFS = {
    *("emploi_cdi", "emploi_cdd_6_mois", "emploi_interim_6_mois", "creation_activite"),
    *("emploi_aide", "formation_qualifiante", "chantier_insertion_senior"),
}
RETIREES = {
    "plie_net": ("demenagement", "sante", "retraite", "deces"),
    "iae_dynamique": ("deces", "sante", "maternite"),
}


def lire(regle, motif, situation):
    """oui, non, ? (undetermined) or - (out of the field), from the words of each rulebook."""
    attendue = {"EECR01": "recherche", "EECR02": "formation", "EECR04": "emploi"}.get(regle)
    if regle == "EECR03":
        return "?"
    if attendue:
        return "?" if situation is None else "oui" if situation == attendue else "non"
    if motif in RETIREES.get(regle, ()):
        return "-"
    if motif in POSITIFS:
        return "oui"
    return lire_iae(situation) if regle == "iae_dynamique" else "non"


def lire_iae(situation):
    """A short job counts; a training counts when it qualifies, which the extract does not say."""
    return {"emploi": "oui", "formation": "?", None: "?"}.get(situation, "non")


@settings(max_examples=20)
@given(
    st.lists(
        st.tuples(
            st.sampled_from(sorted(MOTIFS_SORTIE)),
            st.sampled_from([None, *sorted(SITUATIONS_SORTIE)]),
            st.sampled_from([date(2015, 12, 31), DEBUT, date(2016, 2, 29), AVANT, APRES, None]),
        ),
        min_size=1,
        max_size=12,
    )
)
def test_le_croisement_des_sorties_est_celui_des_boucles(sorties):
    parcours = pd.DataFrame(
        {
            "parcours_id": [f"Q{rang}" for rang in range(len(sorties))],
            "date_sortie": pd.to_datetime([jour for *_, jour in sorties]),
            "motif_sortie": [motif if jour else None for motif, _, jour in sorties],
            "situation_sortie": [situation if jour else None for _, situation, jour in sorties],
        }
    )
    croisement = croiser(parcours, Periode(DEBUT, AVANT))
    vues = [(m, s) for m, s, jour in sorties if jour and DEBUT <= jour <= AVANT]
    lus = {regle: Counter(lire(regle, m, s) for m, s in vues) for regle in croisement.comptes}
    for regle, compte in croisement.comptes.items():
        avis = lus[regle]
        assert compte.bornes == (avis["oui"], avis["oui"] + avis["?"]), regle
        assert compte.champ == len(vues) - avis["-"], regle
    for une, autre in (("plie_brut", "EECR04"), ("iae_dynamique", "plie_net")):
        differentes = sum(lire(une, m, s) != lire(autre, m, s) for m, s in vues)
        assert sum(ecart.nombre for ecart in ecarts(croisement, une, autre)) == differentes
