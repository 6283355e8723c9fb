"""The national rules of co-traitance as they are read: the finding, the rules, the network."""

from plie_metrics.presentation import palette
from plie_metrics.presentation.essentiel import ChiffreCle
from plie_metrics.presentation.formats import (
    avec_unite,
    euros,
    millions_euros,
    nombre,
    pourcent,
)
from plie_metrics.presentation.graphiques.barres import Barre
from plie_metrics.presentation.graphiques.barres_titrees import LigneTitree, Segment
from plie_metrics.presentation.tableau import Tableau, effectif, tableau, texte
from plie_metrics.publications.chiffre import Publication
from plie_metrics.publications.cotraitance import (
    Financement,
    Volumes,
    cout,
    volumes,
)

RESEAU = "cnml2009.reseau"
FINANCEURS = {
    "etat": "État",
    "communes_epci": "Communes et EPCI",
    "regions": "Régions",
    "departements": "Départements",
}


def constat(rapport: Publication) -> str:
    """France: the yearly volume, who is paid for, and how much it makes."""
    v, c = volumes(rapport), cout(rapport)
    return (
        f"France : {avec_unite(v.annuel, 'jeune', 'jeunes')} par an confiés aux missions locales, "
        f"dont {nombre(v.indemnises)} payés {euros(c.unitaire)} chacun, soit "
        f"{millions_euros(c.total)}"
    )


def phrase_cout(rapport: Publication) -> str:
    """The arithmetic of the amount, beside the one that the report prints."""
    c = cout(rapport)
    accord = "le montant imprimé" if c.total == c.imprime else "et non le montant imprimé"
    return (
        f"{nombre(c.entrees)} × {euros(c.unitaire)} = {euros(c.total)}, {accord} "
        f"({millions_euros(c.imprime)}) : un plafond calculé, non une dépense constatée."
    )


def note_unite(rapport: Publication) -> str:
    """The unit cost is printed with four units: which one binds."""
    mois = rapport.valeur("cnml2009.cotraitance_financement.forfait_mois")
    return (
        f"Le rapport écrit aussi ces {euros(cout(rapport).unitaire)} « par parcours » (note 4), "
        f"« pour {avec_unite(mois, 'mois', 'mois')} » (objectif 2) et « par jeune par an » "
        "(questionnaire) : seul l'article 2.6, par jeune indemnisé entrant, engage. "
        "L'avenant reconduit volume et coût pour 2009 sans les réimprimer."
    )


def lignes_volumes(vol: Volumes) -> list[LigneTitree]:
    """Two cuts of the yearly volume: who is paid for, which parcours."""
    autres = vol.annuel - vol.indemnises
    return [
        LigneTitree(
            f"{nombre(vol.indemnises)} indemnisés, payés",
            f"{nombre(autres)} autres, non payés",
            (
                Segment(vol.indemnises, f"{nombre(vol.indemnises)} indemnisés"),
                Segment(autres, f"{nombre(autres)} autres", palette.SEQUENCE[1]),
            ),
        ),
        LigneTitree(
            f"{pourcent(vol.accompagnee / vol.annuel)} en recherche accompagnée",
            f"{pourcent(vol.mobilisation / vol.annuel)} en mobilisation vers l'emploi",
            (
                Segment(vol.accompagnee, f"{nombre(vol.accompagnee)} en recherche accompagnée"),
                Segment(
                    vol.mobilisation,
                    f"{nombre(vol.mobilisation)} en mobilisation",
                    palette.SEQUENCE[1],
                ),
            ),
        ),
    ]


def titre_volumes(vol: Volumes) -> str:
    """Who is paid for, as a share."""
    return f"Un volume payé pour {pourcent(vol.part_indemnises.valeur)} des jeunes"


def chiffres_cles(rapport: Publication) -> tuple[ChiffreCle, ...]:
    """The network's key figures: structures, places, people, money, the part of co-traitance."""
    v = rapport.valeur
    return (
        ChiffreCle(
            "structures",
            nombre(v(f"{RESEAU}.structures")),
            f"{nombre(v(f'{RESEAU}.missions_locales'))} missions locales, "
            f"{nombre(v(f'{RESEAU}.paio'))} PAIO, fin 2007",
        ),
        ChiffreCle(
            "points d'accueil",
            nombre(v(f"{RESEAU}.points_accueil")),
            f"plus de {nombre(v(f'{RESEAU}.points_par_structure'))} par structure",
        ),
        ChiffreCle(
            "salariés environ",
            nombre(v(f"{RESEAU}.salaries")),
            f"{nombre(v(f'{RESEAU}.etp'))} équivalents temps plein",
        ),
        ChiffreCle(
            "de financement en 2007",
            millions_euros(v("cnml2009.financement.total")),
            "toutes missions locales",
        ),
        ChiffreCle(
            "pour la co-traitance",
            millions_euros(v("cnml2009.financement.cotraitance")),
            f"{nombre(cout(rapport).entrees)} × {euros(cout(rapport).unitaire)}",
        ),
        ChiffreCle(
            "ETP de l'ANPE affectés",
            nombre(v("cnml2009.personnels_anpe.etp_affectes")),
            f"sur {nombre(v('cnml2009.personnels_anpe.etp_contractualises'))} contractualisés",
        ),
    )


def titre_financement(fin: Financement) -> str:
    """Who pays the most."""
    premiere = max(fin.parts, key=lambda part: part.nombre)
    nom = FINANCEURS[premiere.modalites["financeur"]]
    return f"{nom} : {pourcent(premiere.nombre / 100, 1)} des {millions_euros(fin.total)}"


def barres_financement(fin: Financement) -> list[Barre]:
    """The printed shares, and in grey what they leave unsaid."""
    barres = [
        Barre(FINANCEURS[part.modalites["financeur"]], part.nombre, pourcent(part.nombre / 100, 1))
        for part in fin.parts
    ]
    reste = Barre(
        "Non détaillé", fin.non_detaille, pourcent(fin.non_detaille / 100, 1), palette.REPERE
    )
    return [*barres, reste]


def tableau_financement(fin: Financement) -> Tableau:
    """Shares as printed; the amounts are computed from them."""
    return tableau(
        "Financement des missions locales en 2007, France ; montants calculés d'après les parts",
        [texte("Financeur"), effectif("Part imprimée", str), effectif("Montant", millions_euros)],
        [
            (barre.nom, barre.etiquette, fin.total * barre.valeur / 100)
            for barre in barres_financement(fin)
        ],
    )
