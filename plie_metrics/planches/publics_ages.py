"""Ages × sexes. A protected profile asks twice, a filter and a breakdown, under its closed list."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from plie_metrics.calcul.mesure import Mesure
from plie_metrics.planches.mots import brut, chiffre, de_quoi, provenance
from plie_metrics.planches.planche import Forme, Planche, PlancheIndisponible
from plie_metrics.planches.regard import Regard
from plie_metrics.planches.repartition import HACHURE
from plie_metrics.presentation.formats import INSECABLE, pourcent
from plie_metrics.presentation.graphiques.pyramide import Etage, pyramide
from plie_metrics.presentation.tableau import effectif, tableau, texte
from plie_metrics.schema import CLASSES_AGE, INCONNU, SEXES, libelle

IDENT: Final = "personnes_accompagnees"
FEMMES, HOMMES = SEXES
NUL: Final = Mesure(0)
UN_SEUL_FILTRE: Final = (
    "Les âges par sexe ne sont pas montrés à ce profil avec ce filtre : ce serait croiser trois "
    "informations. Retirez le filtre pour les voir."
)
Cases = Mapping[tuple[str, str], Mesure]


def pyramide_des_ages(regard: Regard) -> Planche:
    """The people accompanied by age class and sex, mirrored; raises PlancheIndisponible."""
    cases = _cases(regard)
    if not cases:
        raise PlancheIndisponible("Personne n’est accompagné sur cette période avec ces filtres.")
    presentes = [c for c in (*CLASSES_AGE, INCONNU) if any((c, s) in cases for s in SEXES)]
    titre = _titre(regard, cases, presentes)
    return Planche(
        "publics.ages",
        titre,
        resume=f"{titre}. {_enumerer(cases, presentes)}.",
        tableau=tableau(
            f"Personnes accompagnées par âge et par sexe, {de_quoi(regard)}",
            [texte("Classe d’âge"), *(effectif(libelle("sexe", sexe)) for sexe in SEXES)],
            [(_nom(c), *(brut(cases.get((c, s), NUL)) for s in SEXES)) for c in presentes],
        ),
        sous_titre=f"Personnes accompagnées par classe d’âge et par sexe · {de_quoi(regard)}",
        specification=pyramide(
            [_etage(cases, c) for c in reversed(presentes)],
            libelle("sexe", FEMMES),
            libelle("sexe", HOMMES),
        ),
        forme=Forme(
            "barres_groupees", "Classe d’âge", tuple(libelle("sexe", sexe) for sexe in SEXES)
        ),
        phrases=(f"{titre}.",),
        indicateurs=(IDENT,),
        source=f"{provenance(regard)}. Âge : année du dernier jour moins année de naissance.",
    )


def _cases(regard: Regard) -> Cases:
    if regard.porte.seuil_pour(regard.filtres) is None:
        cellules = regard.ventilation(IDENT, "classe_age", "sexe").cellules
        return {(age, sexe): m for (age, sexe), m in cellules.items() if sexe in SEXES}
    if set(regard.filtres.actifs) - {"sexe"}:
        raise PlancheIndisponible(UN_SEUL_FILTRE)
    return {
        (age, sexe): mesure
        for sexe in regard.filtres.sexe or SEXES
        for (age,), mesure in regard.ventilation(
            IDENT, "classe_age", filtres=replace(regard.filtres, sexe=(sexe,))
        ).cellules.items()
    }


def _titre(regard: Regard, cases: Cases, presentes: list[str]) -> str:
    """The largest class, both sexes together, when nothing of it is hidden."""
    sommes = {
        c: sum(float(cases.get((c, s), NUL).valeur or 0) for s in SEXES)
        for c in presentes
        if c != INCONNU and all(cases.get((c, s), NUL).masque is None for s in SEXES)
    }
    total = regard.mesure(IDENT).valeur
    if not sommes or not total or any(m.masque for m in cases.values()):
        return "Les personnes accompagnées par âge et par sexe"
    premiere = max(sommes, key=lambda c: sommes[c])
    return f"Les {_nom(premiere)} sont {pourcent(sommes[premiere] / total)} du public"


def _etage(cases: Cases, age: str) -> Etage:
    femmes, hommes = (cases.get((age, sexe), NUL) for sexe in SEXES)
    return Etage(_nom(age), _longueur(femmes), _mot(femmes), _longueur(hommes), _mot(hommes))


def _longueur(mesure: Mesure) -> float:
    return float(mesure.valeur or 0)


def _mot(mesure: Mesure) -> str:
    dit = chiffre(IDENT, mesure)
    return dit if mesure.masque is None else f"{HACHURE}{dit}"


def _nom(age: str) -> str:
    return libelle("classe_age", age)


def _enumerer(cases: Cases, presentes: list[str]) -> str:
    return " ; ".join(
        f"{_nom(c)}{INSECABLE}: {_mot(cases.get((c, FEMMES), NUL))} femmes, "
        f"{_mot(cases.get((c, HOMMES), NUL))} hommes"
        for c in presentes
    )
