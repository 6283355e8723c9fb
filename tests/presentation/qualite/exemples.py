"""Findings that state their own figures."""

from datetime import date

from plie_metrics.qualite import Cas, Constat, Gravite, Regle

ARRETE = date(2016, 12, 31)


def constat(  # one finding has many attributes
    code,
    *,
    n=1,
    gravite=Gravite.A_VERIFIER,
    indicateur="sorties_positives",
    portee=None,
    base=350.0,
    referents=("R1",),
):
    """`n` cases S0, S1…, of the référents in turn, among 100 rows."""
    regle = Regle(
        code, gravite, "parcours", "Des parcours étonnent : il faut voir.", "Voyez.", indicateur
    )
    cas = tuple(
        Cas(f"S{rang}", f"P{rang}", referents[rang % len(referents)], "vu") for rang in range(n)
    )
    return Constat(regle, cas, 100, float(n) if portee is None else portee, base)
