"""Headings recognised: the column they hold, or the reason why they are left out."""

from collections.abc import Iterable, Mapping
from difflib import SequenceMatcher, get_close_matches
from types import MappingProxyType
from typing import Final

from plie_metrics.importation.textes import cle_texte
from plie_metrics.schema import TABLES, Table

SEUIL: Final = 0.75

NAISSANCES: Final = frozenset(
    ("date_naissance", "date_de_naissance", "ddn", "ne_le", "nee_le", "ne_e_le", "naissance")
)
_FORTS: Final = frozenset(
    (
        *("nom", "noms", "prenom", "prenoms", "patronyme", "adresse", "adresses", "rue", "voie"),
        *("domicile", "telephone", "telephones", "tel", "portable", "mobile", "fax", "gsm"),
        *("email", "mail", "courriel", "mel", "nir", "securite", "secu", "nss", "iban", "rib"),
        *("ddn", "naissance", "ne", "nee"),
    )
)
_NEUTRES: Final = frozenset(
    (
        *("de", "du", "d", "des", "la", "le", "l", "et", "e", "a", "usage", "famille", "jeune"),
        *("fille", "marital", "epouse", "participant", "personne", "beneficiaire", "usager"),
        *("numero", "n", "num", "no", "complet", "complete", "complement", "postale", "postal"),
        *("code", "ville", "date", "lieu", "pays", "sociale", "social", "fixe", "personnel"),
        *("electronique", "candidat", "salarie", "1", "2", "3"),
    )
)

SYNONYMES: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "participant_id": ("numero dossier", "no dossier", "id participant", "identifiant"),
        "sexe": ("genre", "civilite"),
        "annee_naissance": ("annee de naissance", "date de naissance", "date naissance"),
        "commune": ("code insee", "code commune", "insee", "commune insee"),
        "qpv": ("quartier prioritaire", "code qpv", "quartier"),
        "niveau_formation": ("niveau", "niveau de formation", "niveau d'etudes", "diplome"),
        "brsa": ("rsa", "beneficiaire rsa", "beneficiaire du rsa"),
        "deld": ("demandeur d'emploi longue duree", "chomage longue duree"),
        "parcours_id": ("numero parcours", "id parcours", "numero accompagnement"),
        "referent_id": ("referent", "conseiller", "referent plie", "id referent"),
        "structure": ("organisme", "operateur", "structure d'accueil", "antenne"),
        "prescripteur": ("orienteur", "origine", "prescrit par", "organisme prescripteur"),
        "date_entree": ("date d'entree", "entree", "debut accompagnement", "debut parcours"),
        "date_sortie": ("date de sortie", "sortie", "fin accompagnement", "fin parcours"),
        "motif_sortie": ("motif de sortie", "motif", "type de sortie", "resultat"),
        "etape_id": ("numero etape", "id etape"),
        "type_etape": ("type d'etape", "nature etape", "etape", "type d'action"),
        "date_debut": ("debut", "date de debut", "date debut etape"),
        "date_fin": ("fin", "date de fin", "date fin etape"),
        "entretien_id": ("numero entretien", "id entretien", "numero rendez-vous"),
        "date": ("date entretien", "date de l'entretien", "date du rendez-vous", "le"),
        "etp": ("equivalent temps plein", "temps de travail", "quotite"),
    }
)
"""Other headings met in the exports of case-management software, by column."""


def est_nominatif(titre: str) -> bool:
    """True for a name, an address, a phone, an e-mail, a full date of birth, a social number."""
    mots = set(cle_texte(titre).split("_"))
    if cle_texte(titre) in ("e_mail", "n_securite_sociale"):
        return True
    return bool(mots & _FORTS) and mots <= _FORTS | _NEUTRES and cle_texte(titre) not in _COLONNES


def est_naissance(titre: str) -> bool:
    """True for a full date of birth."""
    return cle_texte(titre) in NAISSANCES


def proche(texte: str, connus: Iterable[str]) -> str:
    """The known name that `texte` looks like most, empty when none is close."""
    cles = {cle_texte(connu): connu for connu in connus}
    trouves = get_close_matches(cle_texte(texte), list(cles), n=1, cutoff=SEUIL)
    return cles[trouves[0]] if trouves else ""


def ressemblance(titre: str, colonne: str) -> float:
    """From 0 to 1, how much a heading looks like a column, by its name, its label or a synonym."""
    cle = cle_texte(titre)
    noms = {cle_texte(nom) for nom in (colonne, *SYNONYMES.get(colonne, ()))}
    if cle in noms:
        return 1.0
    return max(SequenceMatcher(None, cle, nom).ratio() for nom in noms)


def table_de(nom: str) -> Table | None:
    """The table that a file or a sheet is named after: « Étapes.csv » is `etapes`."""
    return TABLES.get(cle_texte(nom))


_COLONNES: Final = frozenset(nom for table in TABLES.values() for nom in table.noms)
