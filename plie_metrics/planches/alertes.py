"""« À surveiller »: what deserves attention in this look, each with the page that explains it."""

from collections.abc import Iterator
from typing import Final

from plie_metrics.calcul.registre import definition
from plie_metrics.periodes import decaler_mois
from plie_metrics.planches.avancement import EnCours, objectifs_en_cours
from plie_metrics.planches.mois_habituels import mois_habituels
from plie_metrics.planches.mots import chiffre
from plie_metrics.planches.regard import Regard
from plie_metrics.presentation.alertes import Alerte
from plie_metrics.presentation.formats import avec_unite, liste, mois_long, nombre, pourcent
from plie_metrics.presentation.phrases import minuscule
from plie_metrics.qualite import Rapport, charges, normes_regles
from plie_metrics.qualite.donnees import Donnees

SUIVIS: Final = ("entrees", "sorties_positives")
LOIN: Final = 0.2
"""Part of a norm beyond which a référent is far from it."""
RECENTS: Final = 3
"""Months in which a rupture is still news."""


def alertes(regard: Regard, qualite: Rapport | None = None) -> tuple[Alerte, ...]:
    """The most serious first; `qualite`: the report on the data, for who may read it.

    Under a filter, only what this filter concerns: the rest is about the whole PLIE.
    """
    return (
        *_retards(regard),
        *_provisoires(regard),
        *_ruptures(regard),
        *_longs(regard),
        *_normes(regard),
        *_qualite(None if regard.filtres.actifs else qualite),
    )


def _retards(regard: Regard) -> Iterator[Alerte]:
    for e in objectifs_en_cours(regard):
        if e.en_retard:
            nom = minuscule(e.indicateur.titre_court)
            yield Alerte(_retard(e, nom), f"objectifs?objectif={e.indicateur.titre_court}")


def _retard(e: EnCours, nom: str) -> str:
    if e.fini:
        return f"Objectif manqué : {nom}, {nombre(e.realise)} sur {nombre(e.cible)}"
    return f"En retard sur la trajectoire : {nom}"


def _provisoires(regard: Regard) -> Iterator[Alerte]:
    mois = sorted(
        {
            point.mois.du
            for suivi in regard.suivis().values()
            for point in suivi.points
            if point.provisoire and point.constate is not None
        }
    )
    if mois:
        noms = liste([mois_long(jour) for jour in mois])
        yield Alerte(f"Saisie incomplète, chiffres provisoires : {noms}", "objectifs")


def _ruptures(regard: Regard) -> Iterator[Alerte]:
    if regard.filtres.actifs:
        return
    arrete = regard.identite.arrete
    for ident in SUIVIS:
        recents = {
            jour
            for jour in mois_habituels(regard, ident, ident).hors_habitudes
            if jour > decaler_mois(arrete, -RECENTS)
        }
        if recents:
            noms = liste([mois_long(jour) for jour in sorted(recents)])
            titre = definition(ident).titre_court
            yield Alerte(
                f"Hors des variations habituelles : {minuscule(titre)} ({noms})",
                f"objectifs?objectif={titre}",
            )


def _longs(regard: Regard) -> Iterator[Alerte]:
    mesure = regard.mesure("parcours_plus_30_mois")
    if mesure.valeur:
        dits = chiffre("parcours_plus_30_mois", mesure)
        yield Alerte(f"{dits} parcours ouverts depuis plus de 30 mois", "parcours")


def _normes(regard: Regard) -> Iterator[Alerte]:
    if not regard.porte.profil.par_referent or regard.filtres.actifs:
        return
    detail = regard.porte.detail()
    hors = {
        c.referent_id
        for c in charges(Donnees(detail.tables, regard.identite.arrete, normes_regles()))
        if abs(c.ecart) >= LOIN * c.norme
    }
    if hors:
        sujet = avec_unite(len(hors), "référent", "référents")
        norme = "sa norme" if len(hors) == 1 else "leur norme"
        yield Alerte(f"{sujet} à plus de {pourcent(LOIN)} de {norme}", "referents")


def _qualite(qualite: Rapport | None) -> Iterator[Alerte]:
    if qualite is None:
        return
    graves = [c for c in qualite.constats if c.enjeu]
    if graves:
        cas = avec_unite(sum(c.effectif for c in graves), "fiche à vérifier", "fiches à vérifier")
        yield Alerte(f"Qualité des données : {cas}, dont dépendent les objectifs", "qualite")
