"""The cases as a table, and where their figures are printed."""

from collections.abc import Mapping, Sequence

from plie_metrics.presentation.rapprochement.arithmetique import calcul, explication
from plie_metrics.presentation.rapprochement.verdicts import verdict
from plie_metrics.presentation.tableau import Tableau, tableau, texte
from plie_metrics.publications.rapprochement.cas import Cas


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
        (un.titre, verdict(un).libelle, calcul(un), explication(un), provenance(un, titres))
        for un in cas
    ]
    return tableau(legende, colonnes, lignes)
