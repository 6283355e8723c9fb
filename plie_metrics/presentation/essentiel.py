"""What a committee should retain of the annual report: sentences and key figures, computed."""

from dataclasses import dataclass

from plie_metrics.objectifs.realisation import Realisation
from plie_metrics.presentation.formats import avec_unite, liste, mois_long, nombre, pourcent
from plie_metrics.presentation.phrases import Phrase
from plie_metrics.publications.chiffre import Chiffre, Publication


@dataclass(frozen=True)
class ChiffreCle:
    """A key figure as it is read: its name, its value written in French, what to know of it."""

    nom: str
    valeur: str
    note: str


def a_retenir(rapport: Publication, entrees: Realisation) -> tuple[Phrase, ...]:
    """The three sentences: the entrées and who orients them, the exits, the clauses."""
    return (_phrase_entrees(rapport, entrees), _phrase_sorties(rapport), _phrase_clauses(rapport))


def chiffres_cles(rapport: Publication) -> tuple[ChiffreCle, ...]:
    """The figures that every committee asks for, in the report's own terms."""
    v = rapport.valeur
    return (
        ChiffreCle(
            "personnes accompagnées",
            nombre(v("ra2016.participants.accompagnes")),
            f"dont {nombre(v('ra2016.participants.file_active'))} encore en parcours au 31/12",
        ),
        ChiffreCle(
            "mises à l'emploi",
            nombre(v("ra2016.etapes.mises_emploi")),
            f"sur {avec_unite(v('ra2016.etapes.etapes'), 'étape', 'étapes')} de parcours",
        ),
        ChiffreCle(
            "de sorties positives",
            pourcent(v("ra2016.sorties_taux.calcul.net") / 100),
            f"hors sorties indépendantes du suivi ; "
            f"{pourcent(v('ra2016.sorties_taux.calcul.brut') / 100)} de toutes",
        ),
        ChiffreCle(
            "mois de parcours en moyenne",
            nombre(v("ra2016.duree_parcours.duree_moyenne")),
            f"{nombre(v('ra2016.autres_sorties.plus_30_mois.nombre'))} sorties après 30 mois",
        ),
        ChiffreCle(
            "résident en quartier prioritaire",
            pourcent(v("ra2016.qpv_accompagnes.part") / 100),
            "à titre indicatif, selon le rapport",
        ),
        ChiffreCle(
            "heures de clauses d'insertion",
            nombre(v("ra2016.clauses_heures_secteur.total")),
            f"par {avec_unite(v('ra2016.clauses_salaries.total'), 'salarié', 'salariés')}",
        ),
    )


def note_sorties_positives(rapport: Publication) -> str:
    """Why two other totals of sorties positives stand in the same report (311, 314, 310)."""
    par_type = sum(c.nombre for c in rapport.tableau("sorties_positives_type", colonne="Nombre"))
    portage = rapport.valeur("ra2016.portage.sorties_positives.realisation")
    par_sexe = rapport.valeur("ra2016.sorties_sexe.total.sorties_positives")
    return (
        f"Sorties positives : {nombre(portage)} est le chiffre du bilan du portage ; le même "
        f"rapport en compte {nombre(par_sexe)} par sexe et {nombre(par_type)} par type."
    )


def _phrase_entrees(rapport: Publication, entrees: Realisation) -> Phrase:
    lignes = [
        c
        for c in rapport.tableau("entrees_prescripteur", colonne="Entrées")
        if "prescripteur" in c.modalites
    ]
    premiers = sorted(lignes, key=lambda c: -c.nombre)[:2]
    part = sum(c.nombre for c in premiers) / sum(c.nombre for c in lignes)
    baisse = rapport.chiffre("ra2016.activite.baisse_prescriptions")
    tete = (
        f"Il manque {avec_unite(-entrees.ecart, 'entrée', 'entrées')}."
        if not entrees.atteint
        else f"{avec_unite(entrees.realise, 'entrée', 'entrées')}, objectif atteint."
    )
    return Phrase(
        tete,
        f"{liste([_prescripteur(c) for c in premiers])} orientent {pourcent(part)} des entrées ; "
        f"les prescriptions diminuent {_depuis(baisse)}.",
    )


def _phrase_sorties(rapport: Publication) -> Phrase:
    positives = rapport.valeur("ra2016.sorties_sexe.total.sorties_positives")
    sorties = rapport.valeur("ra2016.sorties_sexe.total.sorties")
    net = rapport.valeur("ra2016.sorties_taux.calcul.net") / 100
    perdus = rapport.chiffre("ra2016.autres_sorties.suivi_impossible.nombre")
    return Phrase(
        f"{pourcent(positives / sorties)} des sorties sont positives",
        f"({nombre(positives)} sur {nombre(sorties)}) ; {pourcent(net)} hors déménagement, santé, "
        f"retraite et décès. {pourcent(perdus.nombre / sorties)} finissent par un suivi devenu "
        f"impossible ({nombre(perdus.nombre)}).",
    )


def _phrase_clauses(rapport: Publication) -> Phrase:
    heures = rapport.valeur("ra2016.clauses_heures_secteur.total")
    contrats = [
        c
        for c in rapport.tableau("clauses_contrats", unite="heures")
        if "type_contrat" in c.modalites
    ]
    premier = max(contrats, key=lambda c: c.nombre)
    salaries = rapport.valeur("ra2016.clauses_salaries.total")
    en_qpv = sum(
        c.nombre
        for c in rapport.tableau("clauses_salaries_qpv")
        if c.modalites["qpv"].startswith("QP")
    )
    return Phrase(
        f"{nombre(heures)} heures de clauses",
        f"dont {pourcent(premier.nombre / heures)} en {premier.modalites['type_contrat']} ; "
        f"{nombre(en_qpv)} des {nombre(salaries)} salariés habitent un quartier prioritaire "
        f"({pourcent(en_qpv / salaries)}).",
    )


def _prescripteur(chiffre: Chiffre) -> str:
    noms = {"pole_emploi": "Pôle emploi", "conseil_departemental": "le Conseil départemental"}
    nom = noms.get(chiffre.modalites["prescripteur"], chiffre.ligne)
    return f"{nom} ({nombre(chiffre.nombre)})"


def _depuis(chiffre: Chiffre) -> str:
    return chiffre.imprime if chiffre.debut is None else f"depuis {mois_long(chiffre.debut)}"
