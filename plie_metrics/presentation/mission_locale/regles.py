"""The rules of co-traitance, one a row: what, how much, printed where."""

from dataclasses import dataclass

from plie_metrics.presentation.formats import (
    INSECABLE,
    avec_unite,
    euros,
    jour,
    nombre,
    pourcent,
)
from plie_metrics.presentation.tableau import Tableau, effectif, tableau, texte
from plie_metrics.publications.chiffre import Publication
from plie_metrics.publications.cotraitance import ACCORD, provenance, volumes


@dataclass(frozen=True)
class _Regle:
    """A rule as it is read, and the id of the figure that says where it is printed."""

    nom: str
    valeur: str
    identifiant: str


def tableau_regles(rapport: Publication) -> Tableau:
    """Each rule, its value, and the article or the section where it is printed."""
    regles = (*_volumes(rapport), *_suivi(rapport), *_moyens(rapport), *_duree(rapport))
    return tableau(
        "Règles de l'accord-cadre du 29 juin 2006, de son avenant et du rapport qui en rend compte",
        [texte("Règle"), effectif("Valeur", str), texte("Article ou section")],
        [(regle.nom, regle.valeur, _source(rapport, regle)) for regle in regles],
    )


def _source(rapport: Publication, regle: _Regle) -> str:
    return provenance(rapport.chiffre(regle.identifiant)).replace(" ", INSECABLE)


def _volumes(rapport: Publication) -> tuple[_Regle, ...]:
    vol = volumes(rapport)
    bas, haut = vol.bornes
    parts = (vol.accompagnee / vol.annuel, vol.mobilisation / vol.annuel)
    return (
        _Regle(
            "Jeunes par an",
            f"{nombre(vol.annuel)}, dont {nombre(vol.indemnises)} indemnisés",
            f"{ACCORD}.effectif_annuel",
        ),
        _Regle(
            "Accompagnée / mobilisation",
            " / ".join(map(pourcent, parts)),
            f"{ACCORD}.part_accompagnee",
        ),
        _Regle(
            "Tolérance sur le volume annuel",
            f"± {pourcent(vol.tolerance)} : {nombre(bas)} à {nombre(haut)}",
            "cnml2009.cotraitance_volumes.tolerance",
        ),
    )


def _suivi(rapport: Publication) -> tuple[_Regle, ...]:
    delai = f"{ACCORD}.delai_2007"
    ensuite = rapport.chiffre(delai)
    entretiens = f"{ACCORD}.entretien_mensuel"
    return (
        _Regle(
            "Délai pour recevoir le jeune",
            f"{nombre(rapport.valeur(f'{ACCORD}.delai_initial'))} puis "
            f"{avec_unite(ensuite.valeur, 'jour ouvré', 'jours ouvrés')} ({jour(ensuite.debut)})",
            delai,
        ),
        _Regle("Entretiens par mois", f"{nombre(rapport.valeur(entretiens))} au moins", entretiens),
    )


def _moyens(rapport: Publication) -> tuple[_Regle, ...]:
    cout = f"{ACCORD}.cout_unitaire"
    return (
        _Regle("Payé par jeune indemnisé entrant", euros(rapport.valeur(cout)), cout),
        _etp(rapport, "Personnels ANPE prévus", f"{ACCORD}.personnels_etp"),
        _etp(rapport, "Personnels ANPE affectés", "cnml2009.personnels_anpe.etp_affectes"),
    )


def _etp(rapport: Publication, nom: str, identifiant: str) -> _Regle:
    chiffre = rapport.chiffre(identifiant)
    return _Regle(nom, f"{nombre(chiffre.valeur)} ETP au {jour(chiffre.fin)}", identifiant)


def _duree(rapport: Publication) -> tuple[_Regle, ...]:
    debut = rapport.chiffre(f"{ACCORD}.effet").debut
    terme, avenant = f"{ACCORD}.terme", "cnml2009.avenant.prolongation"
    return (
        _Regle("Durée de l'accord", f"{jour(debut)} au {jour(rapport.chiffre(terme).fin)}", terme),
        _Regle("Prolongation", f"jusqu'au {jour(rapport.chiffre(avenant).fin)}", avenant),
    )
