"""Examine a whole extract: every error of every table at once, nothing published."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Final

import duckdb

from plie_metrics.chemins import TERRITOIRE
from plie_metrics.importation.anomalie import Anomalie, Avertissement, SourceIllisible
from plie_metrics.importation.appariement import apparier
from plie_metrics.importation.atelier import Atelier, ouvrir_atelier
from plie_metrics.importation.chargement import charger
from plie_metrics.importation.controles import controler
from plie_metrics.importation.correspondance import Correspondance
from plie_metrics.importation.lecture import Lecture, lectures
from plie_metrics.importation.limites import LIMITES, Limites
from plie_metrics.importation.pseudonymes import SECRETS, cle_pseudonymes
from plie_metrics.importation.rapport import Rapport
from plie_metrics.importation.reperage import reperer
from plie_metrics.importation.source import Source, ouvrir_source
from plie_metrics.importation.table_lue import TableLue
from plie_metrics.importation.texte_normalise import TableRefusee
from plie_metrics.importation.vraisemblance import signaler
from plie_metrics.territoire.lecture import lire_territoire

Progression = Callable[[float, str], None]
PART_LECTURE: Final = 0.7  # of the time; the checks take the rest
SATURATION: Final = (
    "L’extrait est trop gros pour la mémoire ou le disque de cette machine : libérez de la place "
    "dans le dossier temporaire, ou découpez l’extrait."
)


def analyser(
    source: Path,
    arrete: date,
    correspondance: Correspondance | None = None,
    *,
    progression: Progression = lambda _part, _quoi: None,
    limites: Limites = LIMITES,
    secrets: Path = SECRETS,
) -> Rapport:
    """Read and check the folder or the workbook `source`, as known on `arrete`.

    `progression` is told the part done (0 to 1) and what is being done, in French. `secrets`: the
    file that holds the key of the pseudonyms. The caller closes the report. Raises
    SourceIllisible (no such source, damaged workbook), SecretsIllisibles.
    """
    atelier = ouvrir_atelier(limites)
    try:
        with ouvrir_source(source, limites) as ouverte:
            regles = correspondance or Correspondance()
            examen = _Examen(atelier, ouverte, regles, progression, secrets)
            examen.lire()
            nom = ouverte.nom
        avertissements = examen.controler(arrete)
        progression(1.0, "Contrôles terminés")
        lignes = {table: chargee.lignes for table, chargee in atelier.tables.items()}
        return Rapport(nom, arrete, lignes, tuple(avertissements), atelier.nombre(), atelier)
    except duckdb.OutOfMemoryException:
        atelier.fermer()
        raise SourceIllisible(SATURATION) from None
    except BaseException:
        atelier.fermer()
        raise


@dataclass
class _Examen:
    """One pass over a source: tables are read one after the other, then checked together."""

    atelier: Atelier
    source: Source
    regles: Correspondance
    progression: Progression
    secrets: Path
    avertissements: list[Avertissement] = field(default_factory=list)
    refusees: set[str] = field(default_factory=set)

    def lire(self) -> None:
        reperage = reperer(self.source.origines, self.regles)
        self.atelier.generales += reperage.anomalies
        self.avertissements += reperage.avertissements
        self.refusees |= {anomalie.table for anomalie in reperage.anomalies}
        with lectures(self.source, reperage.tables, self.atelier.dossier) as prevues:
            for rang, prevue in enumerate(prevues):
                try:
                    self._lire_table(prevue, rang / len(prevues), 1 / len(prevues))
                except TableRefusee as refus:
                    self.refusees.add(prevue.table.nom)
                    self.atelier.generales.append(_anomalie(prevue, refus))
        self._laisser_les_vides()

    def _laisser_les_vides(self) -> None:
        """A sheet of the template that nobody filled in is no table of the extract."""
        vides = [
            nom
            for nom, chargee in self.atelier.tables.items()
            if chargee.lignes == 0 and not chargee.lue.table.requise
        ]
        for nom in vides:
            del self.atelier.tables[nom]
        if vides:
            texte = f"ces tables n’ont aucune ligne et sont laissées de côté : {', '.join(vides)}"
            self.avertissements.append(Avertissement(self.source.nom, texte))

    def controler(self, arrete: date) -> list[Avertissement]:
        self.progression(PART_LECTURE, "Contrôle des règles")
        dits = controler(self.atelier, arrete, frozenset(self.refusees))
        if not self.atelier.generales:  # a missing column would leave nothing to ask
            dits += signaler(self.atelier, arrete, lire_territoire(TERRITOIRE))
        return [*self.avertissements, *dits]

    def _lire_table(self, prevue: Lecture, faite: float, pas: float) -> None:
        table, origine = prevue.table, prevue.origine

        def avancer(part: float) -> None:
            self.progression((faite + part * pas) * PART_LECTURE, f"Lecture de {origine}")

        avancer(0)  # a small file is read before anybody waits for it
        texte = prevue.attendre(avancer)
        appariement = apparier(table, origine, texte.entetes, self.regles.table(table.nom))
        self.atelier.generales += appariement.anomalies
        self.avertissements += appariement.avertissements
        if appariement.table.colonnes:
            charger(self.atelier, appariement.table, texte, self._cle(appariement.table))

    def _cle(self, table: TableLue) -> bytes | None:
        """The key of the pseudonyms, drawn only when a column needs it."""
        besoin = any(lue.nominative for lue in table.colonnes)
        return cle_pseudonymes(self.secrets) if besoin else None


def _anomalie(prevue: Lecture, refus: TableRefusee) -> Anomalie:
    raison = f"({prevue.origine}) {refus.raison}"
    return Anomalie(prevue.table.nom, raison, refus.remede, refus.ligne)
