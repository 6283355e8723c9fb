"""The enveloppe souple in figures: what was spent, for whom, on what."""

from plie_metrics.presentation.essentiel import ChiffreCle
from plie_metrics.presentation.formats import avec_unite, euros, nombre, pourcent
from plie_metrics.presentation.graphiques.barres_titrees import LigneTitree, Segment
from plie_metrics.presentation.tableau import Tableau, effectif, tableau, texte
from plie_metrics.publications.enveloppe_souple import Enveloppe


def titre_enveloppe(enveloppe: Enveloppe) -> str:
    """« Enveloppe souple : 18 044,30 € pour 46 personnes »."""
    personnes = avec_unite(enveloppe.personnes, "personne", "personnes")
    return f"Enveloppe souple : {euros(enveloppe.montant, 2)} pour {personnes}"


def titre_parts(enveloppe: Enveloppe) -> str:
    """« D'abord pour la formation (71 %) »."""
    objet, part = enveloppe.parts[0]
    return f"D'abord pour {_objet(objet)} ({pourcent(part)})"


def chiffres_enveloppe(enveloppe: Enveloppe) -> tuple[ChiffreCle, ...]:
    """Amount, requests, people, women, and the two means with both terms."""
    montant = euros(enveloppe.montant, 2)
    femmes = enveloppe.part_femmes
    hommes = enveloppe.personnes - enveloppe.femmes
    return (
        ChiffreCle("utilisés dans l'année", montant, "montant total imprimé"),
        ChiffreCle(
            "demandes traitées",
            nombre(enveloppe.demandes),
            f"{nombre(enveloppe.demandes_par_personne.valeur, 1)} par personne aidée",
        ),
        ChiffreCle(
            "personnes aidées",
            nombre(enveloppe.personnes),
            f"{avec_unite(enveloppe.femmes, 'femme', 'femmes')}, "
            f"{avec_unite(hommes, 'homme', 'hommes')}",
        ),
        ChiffreCle(
            "de femmes",
            pourcent(femmes.valeur),
            f"{nombre(femmes.numerateur)} sur {nombre(femmes.denominateur)}"
            f"{_ecart_imprime(enveloppe)}",
        ),
        ChiffreCle(
            "par personne",
            euros(enveloppe.par_personne.valeur, 2),
            f"{montant} ÷ {avec_unite(enveloppe.personnes, 'personne', 'personnes')}",
        ),
        ChiffreCle(
            "par demande",
            euros(enveloppe.par_demande.valeur, 2),
            f"{montant} ÷ {avec_unite(enveloppe.demandes, 'demande', 'demandes')}",
        ),
    )


def lignes_enveloppe(enveloppe: Enveloppe) -> list[LigneTitree]:
    """One bar an object, as printed."""
    return [
        LigneTitree(f"{pourcent(part)} pour {_objet(objet)}", "", (Segment(part, objet),))
        for objet, part in enveloppe.parts
    ]


def note_enveloppe(enveloppe: Enveloppe) -> str:
    """What the printed shares do not say."""
    somme = sum(part for _, part in enveloppe.parts)
    detail = " + ".join(nombre(part * 100) for _, part in enveloppe.parts)
    arrondi = "" if pourcent(somme) == pourcent(1) else f" ({detail} = {nombre(somme * 100)})"
    return (
        f"Parts imprimées{arrondi}, sans dire si elles portent sur les euros ou sur les demandes ; "
        f"{pourcent(enveloppe.garde_enfants)} concernent la garde d'enfants, tous objets confondus."
    )


def tableau_enveloppe(enveloppe: Enveloppe) -> Tableau:
    """The printed shares."""
    return tableau(
        "Répartition de l'enveloppe souple, 2016, telle qu'imprimée",
        (texte("Objet"), effectif("Part", pourcent)),
        [(objet.capitalize(), part) for objet, part in enveloppe.parts],
    )


def _ecart_imprime(enveloppe: Enveloppe) -> str:
    imprimee = pourcent(enveloppe.part_femmes_imprimee)
    return "" if imprimee == pourcent(enveloppe.part_femmes.valeur) else f" ({imprimee} imprimé)"


def _objet(objet: str) -> str:
    return {"emploi": "l'emploi", "formation": "la formation", "stage": "le stage"}[objet]
