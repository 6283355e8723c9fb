"""The report of an edition: A4 landscape, cover, contents, one view a page, definitions."""

from collections.abc import Mapping
from typing import Any

from plie_metrics.editions.modele import Edition, TableauFige, VueFigee
from plie_metrics.exports.avancement import Avancer, sans_suivi
from plie_metrics.exports.charte import Charte, Marque, lire_charte
from plie_metrics.exports.images import en_svg
from plie_metrics.exports.mentions import (
    DEMONSTRATION,
    empreinte,
    lire,
    notice,
    origines,
    paragraphes,
    pied,
    sources,
    utiles,
)
from plie_metrics.exports.pdf.composition import composer
from plie_metrics.exports.pdf.plan import A_COTE, planifier
from plie_metrics.exports.series import dessin, en_image
from plie_metrics.presentation.formats import jour_long
from plie_metrics.typographie import typographier


def en_pdf(edition: Edition, charte: Charte | None = None, avancer: Avancer = sans_suivi) -> bytes:
    """The report as a tagged PDF; raises ComposeImpossible."""
    marques = charte or lire_charte()
    images: dict[str, bytes] = {}
    vues = []
    for rang, vue in enumerate(edition.vues):
        avancer(rang, len(edition.vues) + 1, vue.titre)
        vues.append(_vue(vue, f"vue{rang}.svg", images))
    avancer(len(edition.vues), len(edition.vues) + 1, "Mise en pages")
    donnees = {**_edition(edition), **en_marques(marques), "vues": vues}
    octets = composer("rapport", donnees, images, edition.fige_le or edition.cree_le)
    avancer(len(edition.vues) + 1, len(edition.vues) + 1, "Rapport prêt")
    return octets


def en_marques(charte: Charte) -> dict[str, Any]:
    """The logos as the templates read them."""
    return {
        "logo": _marque(charte.logo) if charte.logo else None,
        "financeurs": [_marque(marque) for marque in charte.financeurs],
    }


def en_table(table: TableauFige) -> dict[str, Any]:
    """A table as the templates read it: texts only."""
    return {
        "legende": table.legende,
        "total": table.total,
        "colonnes": [{"titre": c.titre, "numerique": c.numerique} for c in table.colonnes],
        "lignes": [
            [{"texte": lire(cellule), "masque": cellule.masque} for cellule in ligne]
            for ligne in table.lignes
        ],
    }


def _edition(edition: Edition) -> dict[str, Any]:
    dits = dict(notice(edition))
    attendus = ("Données", "Période et population", "Profil et secret", "Correction")
    return {
        "titre": edition.titre,
        "auteur": edition.auteur,
        "empreinte": edition.empreinte,
        "contexte": edition.contexte,
        "plie": edition.plie,
        "seance": jour_long(edition.seance),
        "alerte": DEMONSTRATION if edition.demonstration else "",
        "reperes": [*(dits[nom] for nom in attendus if nom in dits), empreinte(edition)],
        "pied": list(pied(edition)),
        "decisions": list(edition.decisions),
        "notice": [*notice(edition), *(("Source", source) for source in sources(edition))],
        "definitions": [
            {
                "titre": d.titre,
                "version": d.version,
                "definition": typographier(d.definition),
                "formule": typographier(d.formule),
                "origines": typographier(origines(d)),
            }
            for d in edition.definitions
        ],
    }


def _vue(vue: VueFigee, fichier: str, images: dict[str, bytes]) -> Mapping[str, Any]:
    table, commentaire = utiles(vue.tableau), paragraphes(vue.commentaire)
    plan = planifier(table, commentaire, vue.titre)
    image = vue.specification if en_image(vue) or dessin(vue) else None
    if image is not None:
        svg = en_svg(image, plan.pixels)
        images[fichier] = svg.encode()
        plan = plan.avec(svg)
    taille, air = plan.corps
    return {
        "titre": vue.titre,
        "sous_titre": vue.sous_titre,
        "resume": vue.resume,
        "source": vue.source,
        "commentaire": commentaire,
        "image": None if image is None else fichier,
        "large": plan.large,
        "place": plan.place,
        "part": plan.part,
        "taille": taille,
        "largeur_table": 65 if len(table.colonnes) <= A_COTE[1] and plan.etendu else 100,
        "tableau": {**en_table(table), "air": air, "etendu": plan.etendu},
    }


def _marque(marque: Marque) -> dict[str, Any]:
    """The bytes as numbers: the compiler takes no other file than texts from memory."""
    return {"nom": marque.nom, "octets": list(marque.octets)}
