"""The months of an objective: is this one unusual? And what the prescriptions became."""

from datetime import date
from typing import Final

from plie_metrics.calcul.mesure import Mesure
from plie_metrics.calcul.registre import definition
from plie_metrics.objectifs.variations import Verdict
from plie_metrics.periodes import annee_a_date
from plie_metrics.planches.mois_habituels import MoisHabituels, mois_habituels
from plie_metrics.planches.mots import brut, chiffre, la_periode, les_filtres, parties, provenance
from plie_metrics.planches.objectif_choisi import indicateur_choisi
from plie_metrics.planches.planche import Forme, Planche, PlancheIndisponible
from plie_metrics.planches.regard import Regard
from plie_metrics.planches.repartition import HACHURE
from plie_metrics.presentation.formats import liste, mois_court, mois_long, nombre, pourcent
from plie_metrics.presentation.graphiques.mois_limites import BarreMois, mois_limites
from plie_metrics.presentation.graphiques.mois_suites import MoisSuite, mois_suites
from plie_metrics.presentation.tableau import Tableau, effectif, tableau, texte

FLUX: Final = {"file_active": "sorties"}
"""The flow shown for a level: what empties it (what fills it is an objective of its own)."""
PRESCRIPTIONS: Final = ("prescriptions", "taux_entree_sur_prescription")


def mensuel(regard: Regard) -> Planche:
    """Two years of months between their limits of usual variation, provisional ones apart."""
    objectif = indicateur_choisi(regard).id
    ident = FLUX.get(objectif, objectif)
    mois = mois_habituels(regard, ident, objectif)
    titre = _titre(ident, mois)
    return Planche(
        "objectifs.mensuel",
        titre,
        resume=f"{titre}.{_provisoires(mois)}",
        tableau=_tableau(regard, ident, mois),
        sous_titre=_sous_titre(regard, ident, mois),
        specification=mois_limites([_barre(ident, j, m, mois) for j, m in mois.mesures.items()]),
        forme=Forme("barres", "Mois", (definition(ident).titre_court,)),
        phrases=(f"{titre}.",),
        indicateurs=(ident,),
        source=f"{provenance(regard)}. Limites : moyenne ± 2,66 fois l’écart moyen d’un mois à "
        f"l’autre, au rythme habituel des saisons.{_provisoires(mois)}",
    )


def _titre(ident: str, mois: MoisHabituels) -> str:
    nom = definition(ident).titre_court
    if mois.variations.verdict is Verdict.TROP_COURT:
        return f"{nom} : moins de huit mois complets, trop peu pour dire ce qui est habituel"
    if mois.variations.verdict is Verdict.HABITUEL:
        return f"{nom} : aucun mois ne sort des variations habituelles"
    hors, suite = sorted(mois.hors_habitudes), mois.derniere_suite
    if not hors and suite is not None:
        cote = "au-dessus" if suite.hausse else "au-dessous"
        return (
            f"{nom} : {cote} de la moyenne de {mois_long(suite.mois[0])} à "
            f"{mois_long(suite.mois[-1])}, sans interruption"
        )
    if len(hors) > 3:
        return f"{nom} : {len(hors)} mois sur {len(mois.mesures)} sortent de l’habitude"
    return f"{nom} : {liste([mois_long(j) for j in hors])} hors des variations habituelles"


def _sous_titre(regard: Regard, ident: str, mois: MoisHabituels) -> str:
    jours = sorted(mois.mesures)
    quand = f"de {mois_long(jours[0])} à {mois_long(jours[-1])}"
    traits = " · traits : limites habituelles" if mois.variations.limites else ""
    pales = " · en clair, provisoire" if mois.provisoires & set(jours) else ""
    return f"{definition(ident).titre} par mois, {quand} · {les_filtres(regard)}{traits}{pales}"


def _provisoires(mois: MoisHabituels) -> str:
    noms = [mois_long(j) for j in sorted(mois.provisoires & set(mois.mesures))]
    return f" Provisoire, saisie incomplète : {liste(noms)}." if noms else ""


def _barre(ident: str, jour: date, mesure: Mesure, mois: MoisHabituels) -> BarreMois:
    limites = mois.limites_de(jour)
    mot = chiffre(ident, mesure) if mesure.masque is None else HACHURE.strip()
    return BarreMois(
        mois_court(jour),
        str(jour.year),
        None if mesure.valeur is None else float(mesure.valeur),
        mot,
        None if limites is None else limites.basse,
        None if limites is None else limites.haute,
        jour in mois.hors_habitudes,
        jour in mois.provisoires,
    )


def _tableau(regard: Regard, ident: str, mois: MoisHabituels) -> Tableau:
    colonnes = [
        texte("Mois"),
        effectif(definition(ident).titre_court),
        effectif("Limite basse", lambda v: nombre(v, 1)),
        effectif("Limite haute", lambda v: nombre(v, 1)),
        texte("Lecture"),
    ]
    lignes = []
    for jour, mesure in mois.mesures.items():
        limites = mois.limites_de(jour)
        lecture = "provisoire" if jour in mois.provisoires else ""
        lecture = "inhabituel" if jour in mois.hors_habitudes else lecture
        bornes = (None, None) if limites is None else (limites.basse, limites.haute)
        lignes.append((mois_long(jour), brut(mesure), *bornes, lecture))
    return tableau(f"{definition(ident).titre} par mois, {les_filtres(regard)}", colonnes, lignes)


def prescriptions(regard: Regard) -> Planche:
    """The prescriptions of each month and the part that led to an entry, pending ones told."""
    periode = annee_a_date(regard.identite.arrete)
    lot = regard.lot(("mois",), PRESCRIPTIONS, periode=periode)
    toutes, taux = (lot.ventilation[ident] for ident in PRESCRIPTIONS)
    ensemble = lot.mesures["taux_entree_sur_prescription"]
    if toutes.motif or not toutes.cellules:
        raise PlancheIndisponible(toutes.motif or "Aucune prescription sur cette période.")
    mois = [
        _suite(cle, mesure, taux.cellules.get((cle,))) for (cle,), mesure in toutes.cellules.items()
    ]
    titre = "Les prescriptions et leurs suites"
    if ensemble.valeur is not None:
        titre = (
            f"{pourcent(ensemble.valeur)} des prescriptions ont mené à une entrée : "
            f"{parties(ensemble)}"
        )
    return Planche(
        "objectifs.prescriptions",
        titre,
        resume=f"{titre}.{_attente(ensemble)}",
        tableau=_tableau_suites(regard, mois),
        sous_titre="Prescriptions du mois : suivies d’une entrée (foncé), en attente (clair), "
        f"sans suite (gris) · {la_periode(periode)} · {les_filtres(regard)}",
        specification=mois_suites(mois),
        forme=Forme("barres_groupees", "Mois", ("Prescriptions", "Suivies d’une entrée")),
        phrases=(f"{titre}.",),
        indicateurs=PRESCRIPTIONS,
        source=f"{provenance(regard)}. L’entrée peut venir après la période.{_attente(ensemble)}",
    )


def _suite(cle: str, mesure: Mesure, taux: Mesure | None) -> MoisSuite:
    jour = date.fromisoformat(f"{cle}-01")
    nom, an, total = mois_court(jour), str(jour.year), float(mesure.valeur or 0)
    if taux is None or taux.valeur is None:
        return MoisSuite(nom, an, total, None, None, HACHURE.strip() if mesure.masque else "")
    attente = 0.0
    if taux.bornes is not None and taux.denominateur:
        attente = round((taux.bornes[1] - taux.bornes[0]) * taux.denominateur)
    au_moins = "≥ " if attente else ""
    return MoisSuite(nom, an, total, taux.numerateur, attente, f"{au_moins}{pourcent(taux.valeur)}")


def _attente(ensemble: Mesure) -> str:
    if ensemble.bornes is None:
        return ""
    basse, haute = (pourcent(borne) for borne in ensemble.bornes)
    return f" Entre {basse} et {haute} selon la suite des prescriptions en attente."


def _tableau_suites(regard: Regard, mois: list[MoisSuite]) -> Tableau:
    colonnes = [
        texte("Mois"),
        effectif("Prescriptions"),
        effectif("Suivies d’une entrée"),
        effectif("En attente"),
        effectif("Part", str),
    ]
    lignes = [(f"{m.nom} {m.annee}", m.total, m.suivies, m.attente, m.taux) for m in mois]
    return tableau(f"Prescriptions par mois, {les_filtres(regard)}", colonnes, lignes)
