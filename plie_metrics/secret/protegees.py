"""What a profile may see of one arrêté: shown values and masks, nothing else. Serialisable."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any, Final

from pydantic import TypeAdapter

from plie_metrics.calcul.mesure import Masque
from plie_metrics.objectifs.suivi import Suivi
from plie_metrics.secret.grandeurs import GRANDEURS, Cle, Croisement

SUIVIS: Final = TypeAdapter(dict[str, Suivi])


@dataclass(frozen=True)
class Protegees:
    """The solved closed list of an arrêté; a cell neither in `valeurs` nor in `masques` is zero.

    `masques` also tells the remainders that make a rate be masked. `motifs`: by indicator, why it
    cannot be computed. `suivis`: projections of the whole territory, `refus_suivis`: why there is
    none, by indicator. `reserves`: French sentences on what could not be checked.
    """

    arrete: date
    arretes: tuple[date, ...]
    seuil: int
    valeurs: Mapping[Cle, float]
    masques: Mapping[Cle, Masque]
    motifs: Mapping[str, str]
    reserves: tuple[str, ...] = ()
    suivis: Mapping[str, Suivi] = field(default_factory=dict)
    refus_suivis: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def croisements(self) -> Mapping[tuple[str, date, date], tuple[Croisement, ...]]:
        """The crossings that are not zero, by count and period."""
        groupes: dict[tuple[str, date, date], list[Croisement]] = {}
        for nom, du, au, croisement in (*self.valeurs, *self.masques):
            groupes.setdefault((nom, du, au), []).append(croisement)
        return {groupe: tuple(liste) for groupe, liste in groupes.items()}

    def en_octets(self) -> bytes:
        """As JSON."""
        corps = {
            "arrete": self.arrete.isoformat(),
            "arretes": [jour.isoformat() for jour in self.arretes],
            "seuil": self.seuil,
            "valeurs": [[*ecrire_cle(cle), valeur] for cle, valeur in self.valeurs.items()],
            "masques": [[*ecrire_cle(cle), masque] for cle, masque in self.masques.items()],
            "motifs": dict(self.motifs),
            "reserves": list(self.reserves),
            "suivis": SUIVIS.dump_python(dict(self.suivis), mode="json"),
            "refus_suivis": dict(self.refus_suivis),
        }
        return json.dumps(corps, ensure_ascii=False, separators=(",", ":")).encode("utf-8")

    @classmethod
    def depuis_octets(cls, octets: bytes) -> "Protegees":
        """The reverse; raises ValueError or KeyError on anything else."""
        corps = json.loads(octets)
        return cls(
            date.fromisoformat(corps["arrete"]),
            tuple(date.fromisoformat(jour) for jour in corps["arretes"]),
            int(corps["seuil"]),
            {lire_cle(ligne): ligne[4] for ligne in corps["valeurs"]},
            {lire_cle(ligne): ligne[4] for ligne in corps["masques"]},
            corps["motifs"],
            tuple(corps["reserves"]),
            SUIVIS.validate_python(corps["suivis"]),
            corps["refus_suivis"],
        )


def ecrire_cle(cle: Cle) -> list[Any]:
    """A key as JSON takes it."""
    nom, du, au, croisement = cle
    return [nom, du.isoformat(), au.isoformat(), [list(paire) for paire in croisement]]


def lire_cle(ligne: list[Any]) -> Cle:
    """A key as `en_octets` writes it."""
    croisement = tuple((str(d), str(m)) for d, m in ligne[3])
    return str(ligne[0]), date.fromisoformat(ligne[1]), date.fromisoformat(ligne[2]), croisement


def nombre(cle: Cle, valeur: float) -> float:
    """A count as a whole number."""
    grandeur = GRANDEURS.get(cle[0])
    return valeur if grandeur is not None and grandeur.somme else int(valeur)
