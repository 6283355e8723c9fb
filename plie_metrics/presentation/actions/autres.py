"""The actions that the report tells without a funnel, each in a line."""

from collections.abc import Sequence

from plie_metrics.presentation.formats import avec_unite, nombre, pourcent
from plie_metrics.presentation.tableau import Tableau, tableau, texte
from plie_metrics.publications.chiffre import Publication


def tableau_autres(rapport: Publication) -> Tableau:
    """The actions that the report tells without a funnel."""
    return tableau(
        "Autres actions décrites par le rapport d'activité 2016",
        (texte("Action"), texte("Opérateur"), texte("Ce que le rapport en dit")),
        [
            ("Clauses d'insertion, ARIQ BTP", "ARIQ BTP", _ariq(rapport)),
            *(
                (nom, _imprime(rapport, f"{action}.{qui}"), phrase)
                for nom, action, qui, phrase in _autres(rapport)
            ),
            ("Formation au Fonds social européen", "non imprimé", _fse(rapport)),
        ],
    )


def _ariq(rapport: Publication) -> str:
    v = _valeurs(rapport, "action_ariq_btp", ("prescriptions", "en_parcours", "contrats"))
    formations = rapport.valeur("ra2016.action_ariq_btp.formation")
    return (
        f"{avec_unite(v[0], 'prescription', 'prescriptions')}, {nombre(v[1])} personnes en "
        f"parcours, {nombre(v[2])} contrats signés, dont {nombre(formations)} formations "
        "qualifiantes"
    )


def _autres(rapport: Publication) -> Sequence[tuple[str, str, str, str]]:
    seniors = _valeurs(rapport, "action_seminaire_seniors", ("part_entrees", "part_deld"))
    atelier = _valeurs(rapport, "action_analyse_pratiques", ("atelier.min", "atelier.max"))
    (referents,) = _valeurs(rapport, "action_formation_abc", ("referents",))
    debut = _imprime(rapport, "action_formation_action.debut")
    fin = _imprime(rapport, "action_formation_action.fin")
    return (
        (
            "Séminaire seniors",
            "action_seminaire_seniors",
            "prestataire",
            f"Une journée : les plus de 50 ans font {pourcent(seniors[0] / 100)} des entrées "
            f"{_annees(rapport)}, dont {pourcent(seniors[1] / 100)} de chômeurs de longue durée",
        ),
        (
            "Analyse des pratiques",
            "action_analyse_pratiques",
            "prestataire",
            f"Ateliers de {nombre(atelier[0])} à {nombre(atelier[1])} référents",
        ),
        (
            "Formation-action des référents",
            "action_formation_action",
            "prestataire",
            f"De {debut} à {fin}",
        ),
        (
            "Formation au logiciel de saisie",
            "action_formation_abc",
            "prestataire",
            f"{avec_unite(referents, 'référent', 'référents')} et l'équipe d'animation",
        ),
    )


def _fse(rapport: Publication) -> str:
    formations, structures = _valeurs(rapport, "action_formation_fse", ("formations", "structures"))
    return (
        f"{avec_unite(formations, 'formation', 'formations')} ; "
        f"{avec_unite(structures, 'structure porteuse invitée', 'structures porteuses invitées')}"
    )


def _annees(rapport: Publication) -> str:
    chiffre = rapport.chiffre("ra2016.action_seminaire_seniors.part_entrees")
    if chiffre.debut is None or chiffre.fin is None:
        return ""
    return f"de {chiffre.debut.year}-{chiffre.fin.year}"


def _valeurs(rapport: Publication, action: str, noms: Sequence[str]) -> list[float]:
    return [rapport.valeur(f"ra2016.{action}.{nom}") for nom in noms]


def _imprime(rapport: Publication, nom: str) -> str:
    return rapport.chiffre(f"ra2016.{nom}").imprime
