"""The findings of the reconciliation, in sentences."""

from collections.abc import Sequence

from plie_metrics.presentation.formats import avec_unite
from plie_metrics.presentation.rapprochement.verdicts import Verdict, comptes
from plie_metrics.publications.rapprochement.cas import Cas


def constat(cas: Sequence[Cas]) -> str:
    """The finding on the documents of the PLIE, whose cases these are.

    « Documents du PLIE : 200 vérifications, 160 justes, 25 écarts expliqués, 15 inexpliqués »;
    what cannot be verified is not counted among the verifications.
    """
    nombres = comptes(cas)
    faites = len(cas) - nombres[Verdict.INVERIFIABLE]
    debut = f"Documents du PLIE : {avec_unite(faites, 'vérification', 'vérifications')}"
    if faites == nombres[Verdict.EGAL]:
        return f"{debut}, aucun écart"
    return f"{debut}, {', '.join(_verifies(cas))}"


def sans_base(cas: Sequence[Cas]) -> str:
    """« 24 autres chiffres ne peuvent pas être vérifiés… », empty when all can."""
    restent = comptes(cas)[Verdict.INVERIFIABLE]
    if not restent:
        return ""
    debut = avec_unite(restent, "autre n'est pas vérifiable", "autres ne sont pas vérifiables")
    return f"{debut} : il manque un chiffre ou un mot aux documents."


def ailleurs(cas: Sequence[Cas]) -> str:
    """The same of the documents of other territories, which no total of the PLIE includes."""
    if not cas:
        return ""
    restent = comptes(cas)[Verdict.INVERIFIABLE]
    morceaux = [*_verifies(cas), avec_unite(restent, "invérifiable", "invérifiables")]
    return f"Autres territoires, comptés à part : {', '.join(morceaux)}."


def resume(cas: Sequence[Cas]) -> str:
    """« 15 inexpliqués, 25 expliqués, 16 invérifiables »: the gaps of a document, none if zero."""
    nombres = comptes(cas)
    expliques = nombres[Verdict.NOTE] + nombres[Verdict.HYPOTHESE]
    comptees = (
        (nombres[Verdict.INEXPLIQUE], "inexpliqué", "inexpliqués"),
        (expliques, "expliqué", "expliqués"),
        (nombres[Verdict.INVERIFIABLE], "invérifiable", "invérifiables"),
    )
    return ", ".join(avec_unite(n, un, plusieurs) for n, un, plusieurs in comptees if n)


def _verifies(cas: Sequence[Cas]) -> list[str]:
    nombres = comptes(cas)
    expliques = nombres[Verdict.NOTE] + nombres[Verdict.HYPOTHESE]
    return [
        avec_unite(nombres[Verdict.EGAL], "juste", "justes"),
        avec_unite(expliques, "écart expliqué", "écarts expliqués"),
        avec_unite(nombres[Verdict.INEXPLIQUE], "inexpliqué", "inexpliqués"),
    ]
