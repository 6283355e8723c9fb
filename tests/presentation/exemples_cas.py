"""Hand-made cases, of the four things that a verification can say."""

from plie_metrics.publications.chiffre import Chiffre
from plie_metrics.publications.rapprochement.cas import Cas, Statut
from plie_metrics.publications.rapprochement.declaration import Declaration
from plie_metrics.publications.rapprochement.formule import Formule


def cas(
    statut: Statut, document: str = "rapport", *, rang: int = 0, verifiable: bool = True
) -> Cas:
    """One case whose figure is printed in `document`."""
    imprime = Chiffre(
        id=f"{document}.x",
        document=document,
        section="Sorties",
        tableau="t",
        ligne="Sorties",
        colonne="",
        modalites={},
        debut=None,
        fin=None,
        nature="realisation",
        unite="personnes",
        valeur=3.0,
        numerateur=None,
        denominateur=None,
        imprime="3",
        indicateur="",
        note="",
    )
    return Cas(
        declaration=Declaration(
            id="c", titre="Sorties", imprime=imprime.id, formule=Formule("somme"), rang=rang
        ),
        statut=statut,
        imprime=3.0,
        recalcule=2.0 if verifiable else None,
        ecart=1.0 if verifiable else None,
        lus=(imprime,),
    )


def sans_base(document: str = "rapport") -> Cas:
    """In the data, « inexpliqué »; nothing to recompute."""
    return cas(Statut.INEXPLIQUE, document, verifiable=False)
