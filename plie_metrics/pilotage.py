"""The frame of the steering: table [pilotage] of data/plie.toml."""

from datetime import date
from typing import Annotated, Final, Self

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from plie_metrics.configuration import ConfigurationInvalide, lire
from plie_metrics.periodes import debut_mois, decaler_mois, fin_mois

TABLE: Final = "pilotage"


class Pilotage(BaseModel):
    """The protocole in force, both days included, and the months between two arrêtés."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)

    protocole_debut: date
    protocole_fin: date
    mois_entre_arretes: Annotated[int, Field(ge=1, le=12)]

    @model_validator(mode="after")
    def _ordonne(self) -> Self:
        if self.protocole_fin < self.protocole_debut:
            raise ValueError("protocole_fin précède protocole_debut")
        return self

    def prochain_arrete(self, arrete: date) -> date:
        """The month end at which the next arrêté is expected."""
        return fin_mois(decaler_mois(debut_mois(arrete), self.mois_entre_arretes))


def lire_pilotage() -> Pilotage:
    """The settings as they stand; raises ConfigurationInvalide, in French."""
    try:
        return Pilotage.model_validate(lire(TABLE))
    except ValidationError as erreur:
        fautes = ", ".join(
            ".".join([TABLE, *(str(partie) for partie in detail["loc"])])
            for detail in erreur.errors()
        )
        raise ConfigurationInvalide(
            f"data/plie.toml, table [{TABLE}] : vérifiez {fautes}. Il faut protocole_debut et "
            "protocole_fin (dates, dans l’ordre) et mois_entre_arretes (de 1 à 12)."
        ) from None
