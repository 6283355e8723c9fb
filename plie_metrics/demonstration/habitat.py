"""Where the participants live: communes and quartiers, to the printed counts."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd

from plie_metrics.demonstration import hypotheses as h
from plie_metrics.demonstration.cibles import Cibles
from plie_metrics.demonstration.repartition import Entiers, etaler, repartir


@dataclass(frozen=True)
class Territoire:
    """What the demonstration needs of the territory of the published year.

    `communes`: INSEE code → inhabitants; `quartiers`: code of the quartier (QP of 2015 and
    quartiers de veille) → INSEE code of its commune; `habitants_qpv`: QP code → inhabitants.
    """

    communes: Mapping[str, int]
    quartiers: Mapping[str, str]
    habitants_qpv: Mapping[str, int]


def effectifs(cibles: Cibles, territoire: Territoire) -> dict[tuple[str, str | None], int]:
    """People of the published year by (commune, quartier or None)."""
    quartiers = {**_quartiers_prioritaires(cibles, territoire), **h.VEILLE_PAR_QUARTIER}
    table: dict[tuple[str, str | None], int] = {
        (territoire.quartiers[code], code): n for code, n in quartiers.items()
    }
    for commune, total in _communes(cibles, territoire).items():
        logees = sum(n for (ici, _), n in table.items() if ici == commune)
        table[commune, None] = total - logees
    return table


def _quartiers_prioritaires(cibles: Cibles, territoire: Territoire) -> dict[str, int]:
    """The printed share of the QPV, split as printed; the rest in proportion to inhabitants."""
    total = round(cibles.personnes * cibles.part_qpv / 100)
    imprimes = {code: round(total * part / 100) for code, part in cibles.parts_quartiers.items()}
    autres = [code for code in territoire.habitants_qpv if code not in imprimes]
    reste = repartir(
        total - sum(imprimes.values()), [territoire.habitants_qpv[code] for code in autres]
    )
    return imprimes | dict(zip(autres, reste.tolist(), strict=True))


def _communes(cibles: Cibles, territoire: Territoire) -> dict[str, int]:
    """The printed communes; « autres » by inhabitants, with a few people in each."""
    imprimees = {code: n for code, n in cibles.communes.items() if code != "autres"}
    autres = [code for code in territoire.communes if code not in imprimees]
    reste = cibles.communes["autres"] - h.MINIMUM_PAR_COMMUNE * len(autres)
    parts = h.MINIMUM_PAR_COMMUNE + repartir(reste, [territoire.communes[c] for c in autres])
    return imprimees | dict(zip(autres, parts.tolist(), strict=True))


def loger(
    table: pd.DataFrame, cibles: Cibles, territoire: Territoire, rng: np.random.Generator
) -> pd.DataFrame:
    """Commune and qpv (None = hors QPV) of each person; people of the year to the exact counts.

    Each place has its share of women and men.
    """
    comptes = effectifs(cibles, territoire)
    cases = list(comptes)
    case = np.empty(len(table), dtype=np.int64)
    for annee in (True, False):
        places = rng.permutation(np.flatnonzero(table["de_l_annee"].to_numpy() == annee))
        par_sexe = places[np.argsort(table["sexe"].to_numpy()[places], kind="stable")]
        case[par_sexe] = _entrelacer(repartir(len(places), list(comptes.values())), rng)
    return pd.DataFrame(
        {
            "commune": np.array([commune for commune, _ in cases])[case],
            "qpv": np.array([quartier for _, quartier in cases], dtype=object)[case],
        },
        index=table.index,
    )


def _entrelacer(effectifs_: Entiers, rng: np.random.Generator) -> Entiers:
    """The index of each cell as many times as its count, evenly spread along the sequence."""
    cellules = etaler(effectifs_)
    rangs = np.concatenate([(np.arange(n) + rng.random()) / n for n in effectifs_ if n > 0])
    return cellules[np.argsort(rangs, kind="stable")]
