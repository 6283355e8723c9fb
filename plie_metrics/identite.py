"""Who this PLIE is: its names, its logos, its norms, its documents (data/plie.toml).

    qui = lire_identite()
    qui.nom, qui.territoire            # « PLIE de Dijon Métropole », « Dijon Métropole »

Nothing on screen or in an export names a territory otherwise.
"""

from pathlib import Path
from typing import Annotated, Final

from pydantic import Field, field_validator

from plie_metrics.chemins import DONNEES, LIVREES
from plie_metrics.configuration import CONFIGURATION, ConfigurationInvalide, Fige, lire, modeler

TABLE: Final = "plie"
SANS_NOM: Final = "PLIE"
"""What a browser's tab says while the settings cannot be used."""
Texte = Annotated[str, Field(min_length=1)]
Mois = Annotated[int, Field(ge=1)]
Positif = Annotated[float, Field(gt=0, strict=False)]


class Logo(Fige):
    """A financeur and the image that its rules of publicity ask for, under the data folder."""

    nom: Texte
    fichier: Texte

    @field_validator("fichier")
    @classmethod
    def _present(cls, fichier: str) -> str:
        return _image(fichier)

    @property
    def chemin(self) -> Path:
        """Where the image is."""
        return image(self.fichier)


class Normes(Fige):
    """What one full-time référent is expected to follow, and to take in over a year."""

    file_active: Positif
    entrees: Positif


class CriteresSorties(Fige):
    """What a sortie positive asks: durations in calendar months, `mi_temps` in hours a week.

    `age_senior` in years. Source: rapport d'activité 2016, « Les critères de sorties positives ».
    """

    presence_cdi: Mois
    mi_temps: Positif
    cumul_interim: Mois
    fenetre_interim: Mois
    cumul_cdd: Mois
    fenetre_cdd: Mois
    suivi_creation: Mois
    duree_contrat_aide: Mois
    presence_senior: Mois
    age_senior: Mois


class Documents(Fige):
    """The published documents that pages open (names in data/publications); "" = none.

    `rapport`: the activity report; `convention`: the agreement with the mission locale of this
    territory; `contrat_exemple`: a contract of another territory, shown as an example.
    """

    rapport: str
    convention: str
    contrat_exemple: str


class Identite(Fige):
    """The table [plie]; `porteur`: the legal entity; `logo`: an image under data/, "" = none."""

    nom: Texte
    territoire: Texte
    porteur: Texte
    site: str
    contact: str
    logo: str
    logos_financeurs: Annotated[tuple[Logo, ...], Field(strict=False)]
    normes_referent: Normes
    criteres_sorties: CriteresSorties
    documents: Documents

    @field_validator("logo")
    @classmethod
    def _present(cls, logo: str) -> str:
        return _image(logo) if logo else ""

    @property
    def chemin_logo(self) -> Path | None:
        """Where the logo is, None without one."""
        return image(self.logo) if self.logo else None


def lire_identite(fichier: Path = CONFIGURATION) -> Identite:
    """Who this PLIE is, as the settings say now; raises ConfigurationInvalide, in French."""
    return modeler(Identite, TABLE, lire(TABLE, fichier))


def nom_ou_defaut() -> str:
    """The name of this PLIE, or « PLIE » while the settings cannot be used: never raises."""
    try:
        return lire_identite().nom
    except ConfigurationInvalide:
        return SANS_NOM


def image(fichier: str) -> Path:
    """An image of the settings: in the data folder of this installation, else as delivered."""
    propre = DONNEES / fichier
    return propre if propre.is_file() else LIVREES / fichier


def _image(fichier: str) -> str:
    """Its path, checked; an image that is not there is told where it is missed (exports.charte)."""
    if Path(fichier).is_absolute() or ".." in Path(fichier).parts:
        raise ValueError("donnez un chemin sous le dossier des données, par exemple logos/fse.png")
    return fichier
