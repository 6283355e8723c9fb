"""The published figures that the demonstration reproduces, taken from the transcribed report."""

from collections.abc import Mapping
from dataclasses import dataclass

from plie_metrics.publications.chiffre import Chiffre, Publication


@dataclass(frozen=True)
class Cibles:
    """Whole-number targets of one published year (the annual report of 2016).

    Keys are the codes of the extract. `autres` in `communes`: every commune not printed.
    """

    annee: int
    accompagnes: Mapping[tuple[str, str], int]
    communes: Mapping[str, int]
    part_qpv: float
    parts_quartiers: Mapping[str, float]
    entrees: int
    entrees_age: Mapping[str, int]
    entrees_sexe: Mapping[str, int]
    entrees_prescripteur: Mapping[str, int]
    sorties_sexe: Mapping[str, int]
    positives_sexe: Mapping[str, int]
    positives_type: Mapping[str, int]
    autres_motifs: Mapping[str, int]
    file_active: int
    duree_mois: float
    etapes: int
    mises_emploi: int
    chantiers: int
    parts_mises_emploi: Mapping[str, float]
    part_seniors: float
    part_seniors_deld: float

    @property
    def personnes(self) -> int:
        """People accompanied in the year."""
        return sum(self.accompagnes.values())

    @property
    def sorties(self) -> int:
        """Exits of the year."""
        return sum(self.sorties_sexe.values())

    @property
    def positives(self) -> int:
        """Positive exits of the year (total of the table by sex)."""
        return sum(self.positives_sexe.values())

    @property
    def stock_initial(self) -> int:
        """Parcours open on the eve of the year: stock at the end − entrées + sorties."""
        return self.file_active - self.entrees + self.sorties

    @property
    def retours(self) -> int:
        """People who leave and come back within the year: parcours of the year − people."""
        return self.stock_initial + self.entrees - self.personnes

    @property
    def seniors_en_chantier(self) -> int:
        """Positive exits that the table by type omits."""
        return self.positives - sum(self.positives_type.values())


def cibles(rapport: Publication) -> Cibles:
    """The targets of the report; raises ChiffreAbsent when the transcription lacks one."""
    return Cibles(
        annee=2016,
        accompagnes={
            (c.modalites["sexe"], c.modalites["classe_age"]): entier(c)
            for c in _realisations(rapport, "ages_accompagnes", "sexe", "classe_age")
        },
        communes=comptes(rapport, "communes", "commune"),
        part_qpv=rapport.valeur("ra2016.qpv_accompagnes.part"),
        parts_quartiers=_parts(rapport, "qpv_accompagnes", "qpv"),
        entrees=entier(rapport.chiffre("ra2016.activite.entrees.realisation")),
        entrees_age=comptes(rapport, "entrees_age", "classe_age"),
        entrees_sexe=comptes(rapport, "entrees_sexe", "sexe"),
        entrees_prescripteur=comptes(rapport, "entrees_prescripteur", "prescripteur"),
        sorties_sexe=comptes(rapport, "sorties_sexe", "sexe", colonne="Sorties totales"),
        positives_sexe=comptes(rapport, "sorties_sexe", "sexe", colonne="Sorties positives"),
        positives_type=comptes(rapport, "sorties_positives_type", "motif_sortie"),
        autres_motifs=comptes(rapport, "autres_sorties", "motif_sortie"),
        file_active=entier(rapport.chiffre("ra2016.participants.file_active")),
        duree_mois=rapport.valeur("ra2016.duree_parcours.duree_moyenne"),
        etapes=entier(rapport.chiffre("ra2016.etapes.etapes")),
        mises_emploi=entier(rapport.chiffre("ra2016.etapes.mises_emploi")),
        chantiers=entier(rapport.chiffre("ra2016.etapes.chantier_insertion")),
        parts_mises_emploi=_parts(rapport, "mises_emploi", "type_etape"),
        part_seniors=rapport.valeur("ra2016.action_seminaire_seniors.part_entrees"),
        part_seniors_deld=rapport.valeur("ra2016.action_seminaire_seniors.part_deld"),
    )


def entier(chiffre: Chiffre) -> int:
    """A published count."""
    return round(chiffre.nombre)


def comptes(
    publication: Publication, tableau: str, modalite: str, **criteres: str
) -> dict[str, int]:
    """Modality → published count of a table's realised figures that carry this modality."""
    return {
        c.modalites[modalite]: entier(c)
        for c in publication.tableau(tableau, nature="realisation", **criteres)
        if modalite in c.modalites
    }


def _realisations(publication: Publication, tableau: str, *modalites: str) -> list[Chiffre]:
    return [
        c
        for c in publication.tableau(tableau, nature="realisation")
        if all(modalite in c.modalites for modalite in modalites)
    ]


def _parts(publication: Publication, tableau: str, modalite: str) -> dict[str, float]:
    return {
        c.modalites[modalite]: c.nombre
        for c in publication.tableau(tableau, nature="part")
        if modalite in c.modalites
    }
