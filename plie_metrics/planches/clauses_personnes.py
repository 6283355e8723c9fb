"""The people of the clauses: what they leave for, and which of them the PLIE follows too."""

from collections.abc import Callable, Mapping
from typing import Final

import pandas as pd

from plie_metrics.calcul.recouvrement import Recouvrement, recouvrement
from plie_metrics.planches.absence import exiger
from plie_metrics.planches.mots import de_quoi, provenance
from plie_metrics.planches.planche import Forme, Planche, PlancheIndisponible
from plie_metrics.planches.regard import Regard
from plie_metrics.presentation import palette
from plie_metrics.presentation.formats import INSECABLE, avec_unite, nombre, part
from plie_metrics.presentation.graphiques.barres import Barre, barres
from plie_metrics.presentation.tableau import effectif, tableau, texte
from plie_metrics.schema import TYPES_SORTIE_CLAUSES

SANS_DOUBLE: Final = (
    "Chaque personne une fois ; un contrat dont la personne est inconnue compte pour une."
)


def sorties_par_type(regard: Regard) -> Planche:
    """Positive exits of the clauses by type."""
    exiger(regard, "clauses_sorties")
    effectifs = _sorties(regard)
    total = sum(effectifs.values())
    if not total:
        raise PlancheIndisponible("Aucune sortie des clauses sur cette période avec ces filtres.")
    noms = {code: TYPES_SORTIE_CLAUSES.get(code, code) for code in effectifs}
    premier = next(iter(effectifs))
    titre = f"{noms[premier]}{INSECABLE}: {nombre(effectifs[premier])} des " + avec_unite(
        total, "sortie positive des clauses", "sorties positives des clauses"
    )
    lignes = [(noms[code], n, n / total) for code, n in effectifs.items()]
    return Planche(
        "clauses.sorties",
        titre,
        resume=f"{titre}. {' ; '.join(f'{nom} : {nombre(n)}' for nom, n, _ in lignes)}.",
        tableau=tableau(
            f"Sorties positives des clauses, {de_quoi(regard)}",
            [texte("Sortie"), effectif("Sorties"), effectif("Part", part)],
            [*lignes, ("Ensemble", total, 1.0)],
            total=True,
        ),
        sous_titre=f"Sorties positives par type · {de_quoi(regard)}",
        specification=barres([Barre(nom, n, f"{nombre(n)} · {part(p)}") for nom, n, p in lignes]),
        forme=Forme("barres", "Sortie", ("Sorties",)),
        phrases=(f"{titre}.",),
        indicateurs=("clauses_sorties_positives",),
        source=provenance(regard),
    )


def communs(regard: Regard) -> Planche:
    """Salariés of the clauses whom the PLIE follows, nobody counted twice."""
    exiger(regard, "clauses_contrats", "clauses_heures")
    vue = regard.porte.detail().contexte.vue(regard.filtres)
    gens = recouvrement(vue, regard.periode)
    if not gens.salaries:
        raise PlancheIndisponible("Aucun salarié des clauses sur cette période avec ces filtres.")
    titre = _titre_communs(gens)
    lignes = _lignes(gens)
    return Planche(
        "clauses.communs",
        titre,
        resume=f"{titre}. {' ; '.join(f'{nom} : {nombre(n)}' for nom, n in lignes)}. "
        f"{_ensemble(gens)}",
        tableau=tableau(
            f"PLIE et clauses, {de_quoi(regard)}. {SANS_DOUBLE}",
            [texte("Salariés des clauses"), effectif("Personnes")],
            [*lignes, ("Ensemble", gens.salaries)],
            total=True,
        ),
        sous_titre=f"{SANS_DOUBLE} {_ensemble(gens).rstrip('.')} · {de_quoi(regard)}",
        specification=barres([_barre(nom, n, gens) for nom, n in lignes]),
        forme=Forme("barres", "Salariés des clauses", ("Personnes",)),
        phrases=(f"{titre}.", _ensemble(gens)),
        indicateurs=("clauses_salaries", "personnes_accompagnees"),
        source=provenance(regard),
    )


def _sorties(regard: Regard) -> dict[str, int]:
    """The exits that `clauses_sorties_positives` counts, by type, the most frequent first."""
    detail, periode = regard.porte.detail(), regard.periode
    table = detail.tables["clauses_sorties"]
    gardees = table["date"].between(pd.Timestamp(periode.du), pd.Timestamp(periode.au))
    lignes = detail.contexte.vue(regard.filtres).sorties_clauses
    if regard.filtres.actifs and lignes is not None:
        rangs = lignes.select("personne").collect()["personne"].to_list()
        suivis = detail.tables["participants"]["participant_id"].iloc[rangs]
        gardees &= table["participant_id"].isin(suivis)
    comptes = table.loc[gardees, "type_sortie"].astype("string").value_counts()
    return {str(code): int(n) for code, n in comptes.items() if n}


def _titre_communs(gens: Recouvrement) -> str:
    salaries = avec_unite(gens.salaries, "salarié", "salariés")
    if gens.accompagnes == gens.salaries > 1:
        return f"Les {salaries} des clauses sont tous accompagnés par le PLIE"
    verbe = "sont accompagnés" if gens.accompagnes > 1 else "est accompagné"
    return f"{nombre(gens.accompagnes)} des {salaries} des clauses {verbe} par le PLIE"


def _lignes(gens: Recouvrement) -> list[tuple[str, int]]:
    return [
        ("Accompagnés par le PLIE dans la période", gens.accompagnes),
        ("Suivis par le PLIE à un autre moment", gens.connus),
        ("Personne inconnue du PLIE (par contrat)", gens.inconnus),
    ]


def _barre(nom: str, combien: int, gens: Recouvrement) -> Barre:
    couleur = palette.REALISE if combien == gens.accompagnes else palette.REPERE
    return Barre(nom, combien, f"{nombre(combien)} · {part(combien / gens.salaries)}", couleur)


def _ensemble(gens: Recouvrement) -> str:
    """« 1 525 accompagnées + 126 salariés − 126 communs = 1 525 personnes. »."""
    termes = [
        (gens.accompagnees, "accompagnée", "accompagnées"),
        (gens.salaries, "salarié", "salariés"),
        (gens.accompagnes, "commun", "communs"),
        (gens.personnes, "personne", "personnes"),
    ]
    suivies, au_travail, communs_, toutes = (avec_unite(*terme) for terme in termes)
    return f"{suivies} + {au_travail} − {communs_} = {toutes}."


PLANCHES: Final[Mapping[str, Callable[[Regard], Planche]]] = {
    "clauses.sorties": sorties_par_type,
    "clauses.communs": communs,
}
