"""One indicator by commune and by quartier, ready for a map, a picture and a table.

The filters on the place are left aside: the map always shows the whole territory, what is chosen
is outlined on it.
"""

from dataclasses import dataclass, replace
from typing import Final

from plie_metrics.calcul.mesure import Mesure
from plie_metrics.calcul.registre import definition
from plie_metrics.calcul.ventilation import Ventilation
from plie_metrics.planches.mots import avec_son_unite, chiffre, parties
from plie_metrics.planches.regard import Regard
from plie_metrics.presentation.cartes.lieux import Etat, Legende, Lieu, Nature
from plie_metrics.presentation.formats import avec_unite, nombre, part, pourcent
from plie_metrics.presentation.phrases import minuscule
from plie_metrics.quotient import Quotient
from plie_metrics.schema import AUTRES, HORS_QPV

POUR: Final = 1000


@dataclass(frozen=True)
class Quoi:
    """What the map shows: an indicator of the catalogue, in one of three forms.

    `forme`: « brut » as it is, « mille » per 1 000 inhabitants, « part » as a share of the whole.
    """

    nom: str
    titre: str
    ident: str
    forme: str = "brut"

    @property
    def en_part(self) -> bool:
        """True when its values are written in per cent."""
        return self.forme == "part" or definition(self.ident).forme == "pourcent"


QUOI: Final = {
    quoi.nom: quoi
    for quoi in (
        Quoi("pour_mille", "Pour 1 000 habitants", "personnes_accompagnees", "mille"),
        Quoi("accompagnees", "Personnes accompagnées", "personnes_accompagnees"),
        Quoi("part", "Part des accompagnées", "personnes_accompagnees", "part"),
        Quoi("entrees", "Entrées", "entrees"),
        Quoi("sorties_positives", "Sorties positives", "sorties_positives"),
        Quoi("taux_positives", "Sorties positives, taux", "taux_sorties_positives_brut"),
    )
}


@dataclass(frozen=True)
class LieuVu:
    """A place with its measure and its inhabitants (None where they are not known)."""

    lieu: Lieu
    mesure: Mesure
    habitants: int | None


@dataclass(frozen=True)
class LieuxVus:
    """Every commune and quartier of the day; `ailleurs`: the cells of no commune."""

    quoi: Quoi
    communes: tuple[LieuVu, ...]
    quartiers: tuple[LieuVu, ...]
    ensemble: Mesure
    ailleurs: dict[str, Mesure]
    legende: Legende

    def du_code(self, code: str) -> LieuVu | None:
        """The place of that code, None when it is not of that day."""
        return next((v for v in (*self.communes, *self.quartiers) if v.lieu.code == code), None)


def quoi_de(regard: Regard) -> Quoi:
    """What the page lets choose, per 1 000 inhabitants at first."""
    return QUOI.get(regard.choix.get("carte", ""), QUOI["pour_mille"])


def lieux_vus(regard: Regard) -> LieuxVus:
    """The places of the day of the arrêté; raises ErreurPlie when the profile may not ask."""
    return regard.calculer_une_fois(f"lieux {quoi_de(regard).nom}", lambda: _lire(regard))


def _lire(regard: Regard) -> LieuxVus:
    quoi, quand = quoi_de(regard), regard.identite.arrete
    filtres = replace(regard.filtres, commune=(), qpv=())
    ensemble = regard.mesure(quoi.ident, filtres=filtres)
    par_commune = regard.ventilation(quoi.ident, "commune", filtres=filtres)
    par_quartier = regard.ventilation(quoi.ident, "qpv", filtres=filtres)
    communes = [
        _Place(c.insee, c.nom, Nature.COMMUNE, c.population, (c.lon, c.lat))
        for c in regard.territoire.communes_au(quand)
    ]
    quartiers = [
        _Place(
            q.code, q.nom, Nature.QPV if q.est_qpv else Nature.VEILLE, q.population_2013, q.point
        )
        for q in regard.territoire.quartiers_au(quand)
    ]
    connus = {place.code for place in (*communes, *quartiers)} | {HORS_QPV, AUTRES}
    return LieuxVus(
        quoi,
        tuple(_vu(quoi, place, par_commune, ensemble) for place in communes),
        tuple(_vu(quoi, place, par_quartier, ensemble) for place in quartiers),
        ensemble,
        {code: mesure for (code,), mesure in par_commune.cellules.items() if code not in connus},
        _legende(quoi),
    )


@dataclass(frozen=True)
class _Place:
    code: str
    nom: str
    nature: Nature
    habitants: int | None
    point: tuple[float, float] | None


def _vu(quoi: Quoi, place: _Place, ventilation: Ventilation, ensemble: Mesure) -> LieuVu:
    mesure = _mesure(quoi, place.code, ventilation)
    valeur = _valeur(quoi, mesure, ensemble, place.habitants)
    etat = _etat(mesure, valeur)
    taille = 0.0 if mesure.masque else float(mesure.denominateur or mesure.valeur or 0)
    lieu = Lieu(
        place.code,
        place.nom,
        place.nature,
        etat,
        valeur,
        taille,
        _ecrit(quoi, mesure, valeur, etat),
        _detail(quoi, mesure, valeur, etat),
        place.point,
    )
    return LieuVu(lieu, mesure, place.habitants)


def _mesure(quoi: Quoi, code: str, ventilation: Ventilation) -> Mesure:
    """The cell; absent, a count is zero, a rate has no denominator, unless places are merged."""
    if (code,) in ventilation.cellules:
        return ventilation.cellules[code,]
    if (AUTRES,) in ventilation.cellules:
        return Mesure(None, motif="regroupé dans « Autres »", masque="secondaire")
    if definition(quoi.ident).denominateur is not None:
        return Mesure(None, 0, 0)
    return Mesure(0)


def _valeur(quoi: Quoi, mesure: Mesure, ensemble: Mesure, habitants: int | None) -> float | None:
    if mesure.valeur is None or mesure.masque is not None:
        return None
    if quoi.forme == "mille":
        return None if habitants is None else Quotient(mesure.valeur * POUR, habitants).valeur
    if quoi.forme == "part":
        return None if not ensemble.valeur else mesure.valeur / ensemble.valeur
    return float(mesure.valeur)


def _etat(mesure: Mesure, valeur: float | None) -> Etat:
    if mesure.masque is not None:
        return Etat.MASQUE
    if valeur is None:
        return Etat.SANS_DONNEE
    return Etat.VALEUR if valeur else Etat.ZERO


def _ecrit(quoi: Quoi, mesure: Mesure, valeur: float | None, etat: Etat) -> str:
    if etat is Etat.MASQUE:
        return "▨"
    if etat is Etat.SANS_DONNEE:
        return "n. d."
    if quoi.forme == "mille":
        return nombre(valeur, 1)
    return part(valeur) if quoi.forme == "part" else chiffre(quoi.ident, mesure)


def _detail(quoi: Quoi, mesure: Mesure, valeur: float | None, etat: Etat) -> str:
    """The sentence of a place; nothing in it comes from a hidden figure."""
    if etat is Etat.MASQUE:
        return f"{quoi.titre} : {mesure.motif or 'masqué'}"
    if quoi.forme == "brut":
        suite = f" ({parties(mesure)})" if parties(mesure) else ""
        return f"{_brut(quoi, mesure)}{suite}"
    dit = avec_son_unite(quoi.ident, mesure)
    if etat is Etat.SANS_DONNEE:
        return f"{dit} ; nombre d’habitants inconnu"
    if quoi.forme == "part":
        return f"{dit}, {part(valeur)} de l’ensemble"
    return f"{dit}, {nombre(valeur, 1)} pour {nombre(POUR)} habitants"


def _brut(quoi: Quoi, mesure: Mesure) -> str:
    if mesure.denominateur == 0:
        return "Aucune sortie"
    if definition(quoi.ident).forme == "pourcent":
        return f"{quoi.titre} : {chiffre(quoi.ident, mesure)}"
    return avec_son_unite(quoi.ident, mesure)


def _legende(quoi: Quoi) -> Legende:
    cercles = "sorties" if quoi.nom == "taux_positives" else minuscule(definition(quoi.ident).titre)
    decimales = 1 if quoi.forme == "mille" else 0
    return Legende(_titre_legende(quoi), cercles, decimales, quoi.en_part)


def _titre_legende(quoi: Quoi) -> str:
    return f"Accompagnées pour {nombre(POUR)} habitants" if quoi.forme == "mille" else quoi.titre


def de_l_ensemble(vus: LieuxVus, habitants: int) -> str:
    """The whole, in the form of the map: « 6,1 pour 1 000 habitants », « 1 525 personnes »."""
    quoi, mesure = vus.quoi, vus.ensemble
    if mesure.valeur is None:
        return chiffre(quoi.ident, mesure)
    if quoi.forme == "mille":
        taux = Quotient(mesure.valeur * POUR, habitants).valeur
        return f"{nombre(taux, 1)} pour {nombre(POUR)} habitants"
    if quoi.forme == "part":
        return pourcent(1.0)
    unite = definition(quoi.ident).unite
    if definition(quoi.ident).forme == "pourcent":
        return chiffre(quoi.ident, mesure)
    return avec_unite(mesure.valeur, unite.singulier, unite.pluriel)
