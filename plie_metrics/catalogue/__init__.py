"""What each indicator is: one definition file per indicator, and their validation."""

from plie_metrics.catalogue.chargement import DefinitionInvalide, charger
from plie_metrics.catalogue.modele import CONTRAT, Dimension, Famille, Indicateur

__all__ = ["CONTRAT", "DefinitionInvalide", "Dimension", "Famille", "Indicateur", "charger"]
