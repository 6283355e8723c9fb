"""The reconciliation as sentences and tables: the finding, the cases, what a file carries."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Final

from plie_metrics.presentation.formats import avec_unite, nombre
from plie_metrics.presentation.rapprochement.arithmetique import calcul, explication
from plie_metrics.presentation.tableau import Tableau, tableau, texte
from plie_metrics.publications.rapprochement.cas import Cas, Statut

COURTS: Final = {
    Statut.EGAL: "égal",
    Statut.NOTE: "note imprimée",
    Statut.HYPOTHESE: "hypothèse",
    Statut.INEXPLIQUE: "inexpliqué",
}
SIGNIFICATIONS: Final = {
    Statut.EGAL: "le calcul retrouve le chiffre imprimé, à son arrondi près",
    Statut.NOTE: "l'écart disparaît avec une note que les documents impriment",
    Statut.HYPOTHESE: "l'écart disparaît si l'on admet une hypothèse, dont le calcul est refait",
    Statut.INEXPLIQUE: "aucune note ni aucun calcul ne l'explique, ou il manque un chiffre",
}


def comptes(cas: Sequence[Cas]) -> dict[Statut, int]:
    """How many cases of each status, in the order of the statuses, zeros included."""
    trouves = Counter(un.statut for un in cas)
    return {statut: trouves[statut] for statut in Statut}


def constat(cas: Sequence[Cas]) -> str:
    """The finding: « 494 vérifications : 364 justes, 44 écarts expliqués, 86 inexpliqués… »."""
    par_statut = comptes(cas)
    expliques = par_statut[Statut.NOTE] + par_statut[Statut.HYPOTHESE]
    restent = par_statut[Statut.INEXPLIQUE]
    debut = f"{avec_unite(len(cas), 'vérification', 'vérifications')}"
    if not expliques and not restent:
        return f"{debut}, aucun écart : tous les chiffres publiés se recalculent"
    sans_base = sum(1 for un in cas if un.statut is Statut.INEXPLIQUE and not un.verifiable)
    fin = f", dont {nombre(sans_base)} faute de chiffres publiés" if sans_base else ""
    return (
        f"{debut} : {avec_unite(par_statut[Statut.EGAL], 'juste', 'justes')}, "
        f"{avec_unite(expliques, 'écart expliqué', 'écarts expliqués')}, "
        f"{avec_unite(restent, 'inexpliqué', 'inexpliqués')}{fin}"
    )


def a_voir_d_abord(cas: Sequence[Cas]) -> tuple[Cas, ...]:
    """The gaps that matter most for a committee, the first one first; an equality never is one."""
    retenus = [un for un in cas if un.rang > 0 and un.statut is not Statut.EGAL]
    return tuple(sorted(retenus, key=lambda un: un.rang))


def ordonner(cas: Sequence[Cas], documents: Sequence[str]) -> tuple[Cas, ...]:
    """The cases to know first, then document by document, what nothing explains before the rest."""
    gravite = (Statut.INEXPLIQUE, Statut.HYPOTHESE, Statut.NOTE, Statut.EGAL)

    def place(un: Cas) -> tuple[int, int, int, bool]:
        premier = min(documents.index(document) for document in un.documents)
        return (un.rang or len(cas), premier, gravite.index(un.statut), not un.verifiable)

    return tuple(sorted(cas, key=place))


def filtrer(
    cas: Sequence[Cas], statuts: Sequence[Statut] = (), document: str = ""
) -> tuple[Cas, ...]:
    """The cases with one of these statuses and a figure of this document; empty means all."""
    return tuple(
        un
        for un in cas
        if (not statuts or un.statut in statuts) and (not document or document in un.documents)
    )


def verdict(cas: Cas) -> str:
    """« ≠ inexpliqué », « ≠ invérifiable »: the sign and the words, never a colour alone."""
    if cas.statut is Statut.INEXPLIQUE and not cas.verifiable:
        return f"{cas.statut.signe} {cas.statut.libelle} (invérifiable)"
    return f"{cas.statut.signe} {cas.statut.libelle}"


def provenance(cas: Cas, titres: Mapping[str, str]) -> str:
    """« Rapport d'activité 2016 du PLIE : Les entrées ; Les sorties », document by document."""
    sections: dict[str, list[str]] = {}
    for document, section in cas.sources:
        sections.setdefault(document, []).append(section)
    return ". ".join(
        f"{titres[document]} : {' ; '.join(noms)}" for document, noms in sections.items()
    )


def tableau_des_cas(legende: str, cas: Sequence[Cas], titres: Mapping[str, str]) -> Tableau:
    """The cases as a table to read and to download, arithmetic and explanation included."""
    colonnes = [
        texte(titre)
        for titre in ("Vérification", "Statut", "Calcul ≠ imprimé", "Explication", "Sources")
    ]
    lignes = [
        (un.titre, verdict(un), calcul(un), explication(un), provenance(un, titres)) for un in cas
    ]
    return tableau(legende, colonnes, lignes)
