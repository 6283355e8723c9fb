"""Monthly bars in two parts, the months that will still rise drawn pale with what is expected."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any, Final

import altair as alt

from plie_metrics.presentation import palette
from plie_metrics.presentation.formats import mois_court, nombre
from plie_metrics.presentation.graphiques.modele import Modele, jeu, modele, trou, trou_texte
from plie_metrics.presentation.graphiques.socle import SANS_MARGE, a_la_largeur

HAUTEUR: Final = 240


@dataclass(frozen=True)
class Mois:
    """A month: its first day, its count, the part apart, and what is expected once complete.

    `attendu` is None for a month that is not provisional.
    """

    du: date
    total: float
    partie: float
    attendu: float | None = None


def mois_provisoires(mois: Sequence[Mois], mot_partie: str, mot_reste: str) -> dict[str, Any]:
    """Bars from zero, the part at the bottom; a dashed outline goes up to what is expected."""
    attendus = [_donnee(m) for m in mois if m.attendu is not None]
    return _modele(bool(attendus)).remplir(
        mois=[_donnee(m) for m in mois],
        attendus=attendus,
        nom_partie=mot_partie.capitalize(),
        partie=[{"mot": f"■ {mot_partie}"}],
        reste=[{"mot": f"■ {mot_reste}"}],
        depart_reste=30 + 8 * len(mot_partie),
    )


@cache
def _modele(avec_attendus: bool) -> Modele:
    base = alt.Chart(jeu("mois")).encode(
        x=alt.X(
            "mois:N",
            sort=None,
            title=None,
            axis=alt.Axis(labelAngle=0, labelOverlap=True, labelColor=palette.TEXTE),
        ),
        tooltip=[
            alt.Tooltip("mois:N", title="Mois"),
            alt.Tooltip("ecrit:N", title="Sorties"),
            alt.Tooltip("ecrit_partie:N", title=trou_texte("nom_partie")),
            alt.Tooltip("ecrit_attendu:N", title="Attendues une fois saisies"),
        ],
    )
    y = alt.Y("zero:Q", title=None, axis=alt.Axis(tickCount=4))
    pale = alt.Opacity("opacite:Q", scale=None)
    partie = base.mark_bar(color=palette.REALISE).encode(y=y, y2=alt.Y2("partie:Q"), opacity=pale)
    reste = base.mark_bar(color=palette.REPERE).encode(
        y=alt.Y("partie:Q"), y2=alt.Y2("total:Q"), opacity=pale
    )
    mots = base.mark_text(dy=-8, color=palette.SECONDAIRE).encode(
        y=alt.Y("sommet:Q"), text=alt.Text("mot:N")
    )
    couches = [partie, reste, *([_attendus()] if avec_attendus else []), mots, *_cle()]
    marge = {**SANS_MARGE, "top": 26}
    return modele(a_la_largeur(alt.layer(*couches)).properties(height=HAUTEUR, padding=marge))


def _attendus() -> Any:
    return (
        alt.Chart(jeu("attendus"))
        .mark_bar(fillOpacity=0, stroke=palette.SECONDE, strokeDash=[4, 3], strokeWidth=1.5)
        .encode(
            x=alt.X("mois:N", sort=None),
            y=alt.Y("zero:Q"),
            y2=alt.Y2("attendu:Q"),
        )
    )


def _donnee(mois: Mois) -> dict[str, Any]:
    provisoire = mois.attendu is not None
    return {
        "mois": f"{mois_court(mois.du)} {mois.du:%y}",
        "zero": 0,
        "total": mois.total,
        "partie": mois.partie,
        "attendu": mois.attendu,
        "sommet": max(mois.total, mois.attendu or 0),
        "opacite": 0.55 if provisoire else 1,
        "mot": f"{nombre(mois.total)} prov." if provisoire else nombre(mois.total),
        "ecrit": nombre(mois.total),
        "ecrit_partie": nombre(mois.partie),
        "ecrit_attendu": nombre(mois.attendu) if provisoire else "déjà complètes",
    }


def _cle() -> list[Any]:
    """What the two parts are, written over the chart in their own colours."""
    return [
        alt.Chart(jeu(nom))
        .mark_text(align="left", baseline="bottom", y=-14, color=couleur, fontWeight="bold")
        .encode(x=alt.XValue(x), text=alt.Text("mot:N"))
        for nom, couleur, x in (
            ("partie", palette.REALISE, 0),
            ("reste", palette.REPERE_TEXTE, trou("depart_reste")),
        )
    ]
