"""The référents: fourteen people in the ten printed structures, and their portfolios."""

from dataclasses import dataclass
from typing import Final

import numpy as np
import pandas as pd

from plie_metrics.demonstration import hypotheses as h
from plie_metrics.demonstration.repartition import Reels, affecter, repartir
from plie_metrics.publications.chiffre import Publication

AGE_MISSION_LOCALE: Final = 26


@dataclass(frozen=True)
class Structure:
    """A printed structure; `commune` is the INSEE code of a town that carries its own référent."""

    nom: str
    commune: str | None


def structures(rapport: Publication) -> tuple[Structure, ...]:
    """The ten structures of the call for projects, as printed (« Ville de » before a town)."""
    return tuple(
        Structure(c.colonne, c.modalites.get("commune"))
        for c in rapport.tableau("portage", ligne="Structures porteuses")
    )


def equipe(structures_: tuple[Structure, ...], copie: int) -> pd.DataFrame:
    """The référents: referent_id, structure, etp, nom_affiche, …, commune of their town."""
    lignes = [
        (structure.nom, structure.commune, etp)
        for structure in structures_
        for etp in h.ETP[structure.nom]
    ]
    numeros = [copie * len(lignes) + rang for rang in range(1, len(lignes) + 1)]
    return pd.DataFrame(
        {
            "referent_id": [f"R{numero:02d}" for numero in numeros],
            "structure": [nom for nom, _, _ in lignes],
            "etp": [etp for _, _, etp in lignes],
            "nom_affiche": [f"Référent·e {numero:02d} (démonstration)" for numero in numeros],
            "identifiant_connexion": [f"referent{numero:02d}" for numero in numeros],
            "debut": h.PREMIERE_ENTREE,
            "fin": np.datetime64("NaT", "D"),
            "commune": [commune for _, commune, _ in lignes],
        }
    )


def confier(
    parcours: pd.DataFrame, table: pd.DataFrame, equipe_: pd.DataFrame, rng: np.random.Generator
) -> list[int]:
    """Rank in the team of the référent of each parcours.

    Shared group by group (still open, out in 2016, 2015, 2014) in proportion to the working time,
    with a small gap: every portfolio stays near its norm. Towns keep their own residents first.
    """
    groupe = (
        parcours["bloc"]
        .map({"B": "ouvert", "D": "ouvert", "A": "sorti", "C": "sorti"})
        .fillna(parcours["bloc"])
    )
    charge = equipe_["etp"].to_numpy() * (
        1 + rng.uniform(-h.ECART_PORTEFEUILLE, h.ECART_PORTEFEUILLE, len(equipe_))
    )
    choix = np.empty(len(parcours), dtype=np.int64)
    for nom in sorted(groupe.unique()):
        ici = np.flatnonzero(groupe == nom)
        cout = _eloignement(parcours.iloc[ici], table, equipe_, rng)
        choix[ici] = affecter(cout, repartir(len(ici), charge))
    return [int(rang) for rang in choix]


def _eloignement(
    parcours: pd.DataFrame, table: pd.DataFrame, equipe_: pd.DataFrame, rng: np.random.Generator
) -> Reels:
    """Cost (parcours, référents): one's own town first, the young at the mission locale."""
    personne = table.loc[parcours["personne"]]
    commune = personne["commune"].to_numpy(dtype=object)[:, None]
    ville = equipe_["commune"].to_numpy(dtype=object)[None, :]
    age = parcours["date_entree"].dt.year.to_numpy() - personne["annee_naissance"].to_numpy()
    cout = rng.random((len(parcours), len(equipe_)))
    en_ville = np.array([isinstance(code, str) for code in ville[0]])
    cout += np.where(en_ville, np.where(commune == ville, -2.0, 1.0), 0.0)
    ml = (equipe_["structure"] == "Mission locale").to_numpy()
    cout[:, ml] += np.where(age < AGE_MISSION_LOCALE, -2.0, 0.6)[:, None]
    return cout
