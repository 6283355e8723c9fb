"""What a référent has to do at an arrêté: who to see, which deadlines come, which exits to confirm.

    carnet = Carnet(Fonds(tables), date(2016, 12, 31), Filtres(referent=("R03",)))
    carnet.a_voir, carnet.echeances, carnet.en_attente, carnet.portefeuille

Every list counts what an indicator counts: `portefeuille` the file active, `a_voir` the people of
it without entretien in the month (taux_entretien_mensuel), the passed `echeances` the
parcours_plus_30_mois.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any, Final

import pandas as pd

from plie_metrics.calcul.file_active import PARCOURS_LONG
from plie_metrics.dossiers.echeances import PROCHE
from plie_metrics.dossiers.fonds import Fonds
from plie_metrics.filtres import Filtres
from plie_metrics.periodes import debut_mois, decaler_mois
from plie_metrics.schema import MOTIFS_POSITIFS

AUCUN: Final = Filtres()
MAINTIEN: Final = 6
"""Months in employment that make an exit positive: appel à projets 2018, « Les critères »."""
EMPLOIS: Final = tuple(
    m for m in MOTIFS_POSITIFS if m not in ("formation_qualifiante", "chantier_insertion_senior")
)
IDENTITE: Final = ("participant_id", "referent_id", "structure")
DATES: Final = ("date_entree", "date_sortie", "date_validation")


@dataclass(frozen=True)
class Dossier:
    """An open parcours: its numbers, its référent, its entry, its last entretien (None = none)."""

    dossier: str
    referent: str
    structure: str
    entree: date
    dernier_entretien: date | None

    @property
    def echeance(self) -> date:
        """The day the parcours reaches 30 months (end of month clipped)."""
        return decaler_mois(self.entree, PARCOURS_LONG)


@dataclass(frozen=True)
class SortieAttendue:
    """An exit to employment that is not confirmed yet: its motive, its day, its validation."""

    dossier: str
    referent: str
    structure: str
    sortie: date
    motif: str
    validation: date | None

    @property
    def six_mois(self) -> date:
        """The day the six months are reached."""
        return decaler_mois(self.sortie, MAINTIEN)


@dataclass(frozen=True, eq=False)
class Carnet:
    """The lists of the parcours that the filters keep, at the evening of a day."""

    fonds: Fonds
    arrete: date
    filtres: Filtres = AUCUN

    @cached_property
    def portefeuille(self) -> tuple[Dossier, ...]:
        """The open parcours, by référent then number of file."""
        p, instant = self._parcours, pd.Timestamp(self.arrete)
        sortis = p["date_sortie"].notna() & (p["date_sortie"] <= instant)
        ouverts = p[(p["date_entree"] <= instant) & ~sortis]
        ouverts = ouverts.assign(dernier=self._derniers(ouverts["participant_id"]))
        colonnes = (*IDENTITE, "date_entree", "dernier")
        ordre = ("referent_id", "participant_id")
        return tuple(Dossier(*ligne) for ligne in _lignes(ouverts, colonnes, ordre))

    @property
    def a_voir(self) -> tuple[Dossier, ...]:
        """No entretien from the first of the arrêté's month; () when entretiens are not known."""
        premier = debut_mois(self.arrete)
        if "entretiens" not in self.fonds.tables:
            return ()
        return tuple(
            d
            for d in self.portefeuille
            if d.dernier_entretien is None or d.dernier_entretien < premier
        )

    @property
    def depassees(self) -> tuple[Dossier, ...]:
        """Begun more than 30 calendar months before the arrêté, the oldest first."""
        limite = decaler_mois(self.arrete, -PARCOURS_LONG)
        return _par_entree(d for d in self.portefeuille if d.entree < limite)

    @property
    def prochaines(self) -> tuple[Dossier, ...]:
        """Will reach 30 months within PROCHE months, the nearest first."""
        fin, passees = decaler_mois(self.arrete, PROCHE), set(self.depassees)
        return _par_entree(d for d in self.portefeuille if d.echeance <= fin and d not in passees)

    @cached_property
    def en_attente(self) -> tuple[SortieAttendue, ...]:
        """Exits to employment not validated, or whose six months are still to come."""
        p, instant = self._parcours, pd.Timestamp(self.arrete)
        limite = pd.Timestamp(decaler_mois(self.arrete, -MAINTIEN))
        emplois = p[p["motif_sortie"].isin(EMPLOIS) & (p["date_sortie"] <= instant)]
        sans = _sans_validation(emplois, instant)
        gardees = emplois[sans | (emplois["date_sortie"] > limite)]
        colonnes = (*IDENTITE, "date_sortie", "motif_sortie", "date_validation")
        ordre = ("date_sortie", "participant_id")
        return tuple(SortieAttendue(*ligne) for ligne in _lignes(gardees, colonnes, ordre))

    @cached_property
    def _parcours(self) -> pd.DataFrame:
        table = self.fonds.vus(self.filtres)
        textes = {nom: table[nom].astype("string") for nom in ("referent_id", "structure")}
        jours = {nom: table[nom].astype("datetime64[s]") for nom in DATES if nom in table}
        return table.assign(**textes, **jours)

    def _derniers(self, personnes: pd.Series) -> Any:
        """The last entretien of each person, on any of their parcours, up to the arrêté."""
        if "entretiens" not in self.fonds.tables:
            return pd.NaT
        return self.fonds.derniers(self.arrete).reindex(personnes.astype(object)).to_numpy()


def _sans_validation(exits: pd.DataFrame, instant: pd.Timestamp) -> Any:
    """True where the exit is not validated at that day; never where validations are not kept."""
    if "date_validation" not in exits:
        return pd.Series(False, index=exits.index)
    validees = exits["date_validation"]
    return validees.isna() | (validees > instant)


def _lignes(
    table: pd.DataFrame, colonnes: Sequence[str], ordre: Sequence[str]
) -> Iterator[tuple[Any, ...]]:
    """The rows in order, as plain values: days as dates; None where nothing is known."""
    triee = table.sort_values(list(ordre)).reindex(columns=list(colonnes))
    return zip(*(_valeurs(triee[nom]) for nom in colonnes), strict=True)


def _valeurs(colonne: pd.Series) -> list[Any]:
    jours = pd.api.types.is_datetime64_dtype(colonne)
    lues = colonne.dt.date if jours else colonne.astype("string").astype(object)
    valeurs: list[Any] = lues.astype(object).where(colonne.notna(), None).tolist()
    return valeurs


def _par_entree(dossiers: Any) -> tuple[Dossier, ...]:
    return tuple(sorted(dossiers, key=lambda d: (d.entree, d.dossier)))
