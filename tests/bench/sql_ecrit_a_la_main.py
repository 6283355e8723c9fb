"""The yardstick at national size: the same figures as SQL that a person would write for DuckDB."""

from datetime import date
from pathlib import Path
from typing import Any, Final

import duckdb

POSITIFS: Final = (
    "('emploi_cdi', 'emploi_cdd_6_mois', 'emploi_interim_6_mois', 'creation_activite', "
    "'emploi_aide', 'formation_qualifiante', 'chantier_insertion_senior')"
)
EMPLOIS: Final = (
    "('cdd_moins_6_mois', 'cdd_6_mois_et_plus', 'cdi', 'interim', 'clause_insertion', 'cddi', "
    "'contrat_aide', 'creation_activite')"
)
REQUETES: Final = {
    "personnes": """
        WITH gens AS (SELECT * FROM {participants} WHERE {personne} AND participant_id IN (
            SELECT participant_id FROM {parcours} WHERE date_entree <= $au
            AND (date_sortie IS NULL OR date_sortie >= $du)))
        SELECT count(*) AS personnes_accompagnees,
            avg((sexe = 'F')::INT) AS part_femmes,
            avg((qpv IS NOT NULL AND qpv[:2] IN ('QP', 'QN'))::INT) AS part_qpv,
            avg((qpv IS NOT NULL)::INT) AS part_qpv_et_veille,
            avg(brsa::INT) AS part_brsa,
            avg((niveau_formation IN ('V', 'Vbis', 'VI'))::INT) AS part_niveau_v_infra,
            avg(year($au) - annee_naissance) AS age_moyen
        FROM gens""",
    "parcours": """
        SELECT count(DISTINCT participant_id) FILTER (ouvert) AS file_active,
            count(*) FILTER (ouvert AND date_entree < $limite) AS parcours_plus_30_mois,
            count(*) FILTER (date_entree BETWEEN $du AND $au) AS entrees,
            count(*) FILTER (sorti) AS sorties,
            count(*) FILTER (sorti AND motif_sortie IN {positifs}) AS sorties_positives,
            sorties_positives / nullif(sorties, 0) AS taux_sorties_positives_brut,
            sorties_positives / nullif(count(*) FILTER (sorti AND motif_sortie NOT IN
                ('demenagement', 'sante', 'retraite', 'deces')), 0) AS taux_sorties_positives_net,
            avg(date_sortie - date_entree) FILTER (sorti) / 30.4375 AS duree_moyenne_parcours
        FROM (SELECT *, date_entree <= $au AND (date_sortie IS NULL OR date_sortie > $au) AS ouvert,
              date_sortie BETWEEN $du AND $au AS sorti FROM {parcours}
              WHERE {de_la_personne})""",
    "etapes": """
        SELECT count(*) AS etapes, count(*) FILTER (type_etape IN {emplois}) AS mises_emploi
        FROM {etapes} WHERE date_debut BETWEEN $du AND $au AND parcours_id IN
            (SELECT parcours_id FROM {parcours} WHERE {de_la_personne})""",
    "entretiens": """
        SELECT count(DISTINCT participant_id) FILTER (recue) / count(DISTINCT participant_id)
            AS taux_entretien_mensuel
        FROM (SELECT participant_id, participant_id IN (
                SELECT participant_id FROM {parcours} JOIN {entretiens} USING (parcours_id)
                WHERE "date" BETWEEN date_trunc('month', $au) AND $au) AS recue
              FROM {parcours} WHERE date_entree <= $au
              AND (date_sortie IS NULL OR date_sortie > $au) AND {de_la_personne})""",
}
"""The tables stand for `read_parquet(…)`; `personne` is the filter."""


def compter(
    snapshot: Path, du: date, au: date, limite: date, personne: str = "true"
) -> dict[str, Any]:
    """The indicators by id; `limite` is `au` less thirty months, `personne` an SQL condition."""
    tables = {
        nom: f"read_parquet('{snapshot / nom}.parquet')"
        for nom in ("participants", "parcours", "etapes", "entretiens")
    }
    de_la_personne = (
        "true"
        if personne == "true"
        else f"participant_id IN (SELECT participant_id FROM {tables['participants']} "
        f"WHERE {personne})"
    )
    mots = {
        **tables,
        "positifs": POSITIFS,
        "emplois": EMPLOIS,
        "personne": personne,
        "de_la_personne": de_la_personne,
    }
    moteur = duckdb.connect()
    moteur.execute("SET enable_progress_bar = false")
    valeurs: dict[str, Any] = {}
    for requete in REQUETES.values():
        ecrite = requete.format(**mots)
        utiles = {
            n: v for n, v in (("du", du), ("au", au), ("limite", limite)) if f"${n}" in ecrite
        }
        resultat = moteur.execute(ecrite, utiles)
        noms = [colonne[0] for colonne in resultat.description]
        valeurs |= dict(zip(noms, resultat.fetchone(), strict=True))
    return valeurs
