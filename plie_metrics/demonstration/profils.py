"""The people: year of birth, level of training, RSA, long-term unemployment."""

from collections.abc import Mapping
from typing import Any, Final

import numpy as np
import numpy.typing as npt
import pandas as pd

from plie_metrics.demonstration import hypotheses as h
from plie_metrics.demonstration.cibles import Cibles
from plie_metrics.demonstration.repartition import Entiers, Reels, repartir, tirer_exact
from plie_metrics.demonstration.sexe_et_age import CLASSES, SEXES

AGE_SENIOR: Final = 50
AGE_MINIMAL: Final = 18


def personnes(
    parcours: pd.DataFrame, cellule: Entiers, cibles: Cibles, rng: np.random.Generator
) -> pd.DataFrame:
    """One row a person (index = `personne`): sexe, classe, annee_naissance, de_l_annee.

    People of the published year take their cell; those of 2014 and 2015 only are drawn alike.
    The first year of birth is drawn in the class, then the published share of seniors among the
    entrées of the last two years is met by the 45-54 who enter in the published year.
    """
    premier = parcours.assign(cellule=cellule).sort_values(
        ["personne", "cellule"], ascending=[True, False], kind="stable"
    )
    choisi = premier.drop_duplicates("personne").set_index("personne").sort_index()
    case = choisi["cellule"].to_numpy(copy=True)
    hors = case < 0
    case[hors] = _cases_hors_annee(choisi[hors], cibles, rng)
    table = pd.DataFrame(
        {
            "sexe": np.array(SEXES)[case // len(CLASSES)],
            "classe": np.array(CLASSES)[case % len(CLASSES)],
            "motif_sortie": choisi["motif_sortie"],
            "reference": np.where(hors, choisi["date_sortie"].dt.year, cibles.annee).astype(int),
            "de_l_annee": ~hors,
        },
        index=choisi.index,
    )
    table["annee_naissance"] = _naissances(table, parcours, cibles, rng)
    return table[["sexe", "classe", "annee_naissance", "de_l_annee"]]


def _cases_hors_annee(sortis: pd.DataFrame, cibles: Cibles, rng: np.random.Generator) -> Entiers:
    """Cells (sex, class at the exit) of people followed in 2014 or 2015 only."""
    poids = np.array([cibles.accompagnes[s, c] for s in SEXES for c in CLASSES], dtype=float)
    case = rng.choice(len(poids), len(sortis), p=poids / poids.sum())
    motif = sortis["motif_sortie"].to_numpy()
    case[motif == "maternite"] = len(CLASSES) + CLASSES.index("25-44")
    doyens = np.isin(motif, ["retraite", "chantier_insertion_senior"])
    case[doyens] = (case[doyens] // len(CLASSES)) * len(CLASSES) + CLASSES.index("55-64")
    return case.astype(np.int64)


def _naissances(
    table: pd.DataFrame, parcours: pd.DataFrame, cibles: Cibles, rng: np.random.Generator
) -> Entiers:
    classe = np.where(table["motif_sortie"] == "retraite", "retraite", table["classe"])
    classe = np.where(table["motif_sortie"] == "maternite", "maternite", classe)
    age = np.zeros(len(table), dtype=np.int64)
    for nom, poids in h.AGES.items():
        places = np.flatnonzero(classe == nom)
        age[places] = _tirer_ages(poids, len(places), rng)
    jeunes = np.flatnonzero((classe == "maternite") & (age == 0))
    age[jeunes] = np.where(
        table["classe"].iloc[jeunes] == "15-24", 24, rng.integers(25, 39, len(jeunes))
    )
    naissance = table["reference"].to_numpy() - age
    _fixer_seniors(naissance, table, parcours, cibles, rng)
    premiere = parcours.groupby("personne")["date_entree"].min().dt.year.to_numpy()
    au_plus_tard: Entiers = np.minimum(naissance, premiere - AGE_MINIMAL)
    return au_plus_tard


def _tirer_ages(poids: Mapping[int, float], nombre: int, rng: np.random.Generator) -> Any:
    """`nombre` ages whose counts follow the weights as near as whole numbers allow."""
    return rng.permutation(np.repeat(list(poids), repartir(nombre, list(poids.values()))))


def entrees_seniors(
    naissance: Entiers, parcours: pd.DataFrame, annees: tuple[int, ...]
) -> npt.NDArray[np.bool_]:
    """Mask of the parcours entered in these years by someone of 50 or more."""
    entree = parcours["date_entree"].dt.year.to_numpy()
    age = entree - naissance[parcours["personne"].to_numpy()]
    seniors: npt.NDArray[np.bool_] = np.isin(entree, annees) & (age >= AGE_SENIOR)
    return seniors


def _fixer_seniors(
    naissance: Entiers,
    table: pd.DataFrame,
    parcours: pd.DataFrame,
    cibles: Cibles,
    rng: np.random.Generator,
) -> None:
    """Move the 45-54 who enter in the published year on either side of 50, in place."""
    annees = (cibles.annee - 1, cibles.annee)
    entree = parcours["date_entree"].dt.year.to_numpy()
    qui = parcours["personne"].to_numpy()[entree == cibles.annee]
    mobiles = rng.permutation(np.unique(qui[table["classe"].to_numpy()[qui] == "45-54"]))
    naissance[mobiles] = cibles.annee - rng.integers(45, AGE_SENIOR, len(mobiles))
    manque = round(np.isin(entree, annees).sum() * cibles.part_seniors / 100) - int(
        entrees_seniors(naissance, parcours, annees).sum()
    )
    doyens = mobiles[:manque]
    naissance[doyens] = cibles.annee - rng.integers(AGE_SENIOR, 55, len(doyens))


def niveaux(table: pd.DataFrame, rng: np.random.Generator) -> Any:
    """Levels of training, the usual shares among the people of the year, a few unknown (None)."""
    niveau = np.empty(len(table), dtype=object)
    for qui in (True, False):
        places = np.flatnonzero(table["de_l_annee"].to_numpy() == qui)
        inconnus = round(len(places) * h.PART_NIVEAU_INCONNU)
        effectifs = repartir(len(places) - inconnus, list(h.NIVEAUX.values()))
        connus = np.repeat(np.array(list(h.NIVEAUX), dtype=object), effectifs)
        niveau[places] = rng.permutation(np.concatenate([connus, np.full(inconnus, None)]))
    return niveau


def deld(
    table: pd.DataFrame, parcours: pd.DataFrame, cibles: Cibles, rng: np.random.Generator
) -> npt.NDArray[np.bool_]:
    """Long-term unemployed: the published share of the senior entrants, a usual one elsewhere."""
    entrants = entrees_seniors(
        table["annee_naissance"].to_numpy(), parcours, (cibles.annee - 1, cibles.annee)
    )
    senior = np.zeros(len(table), dtype=bool)
    senior[parcours["personne"].to_numpy()[entrants]] = True
    masque = np.zeros(len(table), dtype=bool)
    for qui, part in ((senior, cibles.part_seniors_deld / 100), (~senior, h.PART_DELD)):
        places = np.flatnonzero(qui)
        masque[places] = tirer_exact(rng, np.full(len(places), 0.5), round(len(places) * part))
    return masque


def brsa(
    table: pd.DataFrame, parcours: pd.DataFrame, cibles: Cibles, rng: np.random.Generator
) -> npt.NDArray[np.bool_]:
    """Recipients of the RSA: likelier when the Département prescribes, none under 25."""
    dernier = parcours.drop_duplicates("personne", keep="last").set_index("personne").sort_index()
    selon = dernier["prescripteur"].map(h.BRSA_SELON_PRESCRIPTEUR).to_numpy(dtype=float)
    age = cibles.annee - table["annee_naissance"].to_numpy()
    probable: Reels = np.where(age < h.AGE_MINIMAL_BRSA, 0.0, selon)
    masque = np.zeros(len(table), dtype=bool)
    for annee in (True, False):
        places = np.flatnonzero(table["de_l_annee"].to_numpy() == annee)
        masque[places] = tirer_exact(rng, probable[places], round(len(places) * h.PART_BRSA))
    return masque
