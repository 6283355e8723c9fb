"""The notes of the speaker: what to say, what the figures mean, where they come from."""

from typing import Any

from plie_metrics.editions.modele import Edition, VueFigee
from plie_metrics.exports.mentions import DEMONSTRATION, pied
from plie_metrics.exports.pptx.textes import ecrire
from plie_metrics.typographie import typographier


def annoter(diapositive: Any, edition: Edition, vue: VueFigee) -> None:
    """Write the notes of a view."""
    ecrire_notes(diapositive, lignes_de(edition, vue))


def ecrire_notes(diapositive: Any, lignes: list[str]) -> None:
    """Write notes, one paragraph a line."""
    zone = diapositive.notes_slide.notes_placeholder
    ecrire(zone, [typographier(ligne) for ligne in lignes])


def lignes_de(edition: Edition, vue: VueFigee) -> list[str]:
    """The paragraphs of the notes of a view."""
    lignes = [vue.notes, vue.commentaire, f"Ce que montre la vue : {vue.resume}"]
    lignes += [
        f"{definition.titre} (définition, version {definition.version}) : "
        f"{definition.definition} Calcul : {definition.formule}."
        for definition in edition.definitions_de(vue)
    ]
    lignes.append(f"Source : {vue.source}" if vue.source else "")
    lignes.append(DEMONSTRATION if edition.demonstration else "")
    lignes += pied(edition, vue)
    return [ligne for bloc in lignes for ligne in bloc.splitlines() if ligne.strip()]
