"""The planches of the missions locales: a contract chosen, its indicators against their targets."""

from collections.abc import Callable, Mapping
from typing import Final

from plie_metrics.calcul.contrats_objectifs import Contrat, Suivi, Valeur, contrats, suivre
from plie_metrics.filtres import Filtres
from plie_metrics.periodes import Periode
from plie_metrics.planches.absence import exiger
from plie_metrics.planches.mots import la_periode, provenance
from plie_metrics.planches.planche import Planche, PlancheIndisponible
from plie_metrics.planches.regard import Regard
from plie_metrics.presentation.formats import avec_unite, jour, liste, nombre, pourcent
from plie_metrics.presentation.graphiques.barres_titrees import LigneTitree, Segment, barres_titrees
from plie_metrics.presentation.phrases import majuscule
from plie_metrics.presentation.tableau import Tableau, effectif, tableau, texte
from plie_metrics.publications.progression import SANS_REALISE, Sens, progression
from plie_metrics.schema import TABLES

TABLE: Final = "ml_indicateurs"
FLECHES: Final = {"hausse": "↑\u00a0hausse", "baisse": "↓\u00a0baisse", None: "non dit"}
ENTREES_DU_PLIE: Final = "cooperation_plie.entrees"
"""Code of the entries that a convention expects of the référent of the mission locale."""
NON_DIT: Final = "–"
LECTURE: Final = (
    "Objectif de la première année du contrat · mi-année à part, annualisée (× 12 ÷ mois, à rythme "
    "constant) pour les seuls effectifs : ni un taux ni une moyenne ne s’annualise"
)
UNITES: Final = "l’objectif et le réalisé n’ont pas la même unité"


def contrats_offerts(regard: Regard) -> tuple[Contrat, ...]:
    """Those of the PLIE's own territory first.

    Raises TablesAbsentes, and DetailRefuse: a contract counts few people, no threshold applies.
    """
    exiger(regard, TABLE)
    trouves = contrats(regard.porte.detail().tables[TABLE])
    return tuple(sorted(trouves, key=lambda c: (not du_territoire(regard, c), c)))


def du_territoire(regard: Regard, contrat: Contrat) -> bool:
    """True when the name of the mission locale bears a commune of the PLIE."""
    noms = regard.territoire.noms(regard.identite.arrete)["commune"].values()
    mots = contrat.mission_locale.replace("’", " ").replace("'", " ").replace("-", " ").split()
    return any(nom in mots for nom in noms)


def intitule(regard: Regard, contrat: Contrat) -> str:
    """« Convention 2008 · Mission locale de … Dijon »; another territory is said."""
    ailleurs = "" if du_territoire(regard, contrat) else " · autre territoire"
    return f"{contrat.nom} · {contrat.mission_locale}{ailleurs}"


def choisi(regard: Regard) -> Contrat:
    """The contract that the page lets choose (`contrat`), else the first."""
    offerts = contrats_offerts(regard)
    if not offerts:
        raise PlancheIndisponible(
            f"La table « {TABLES[TABLE].libelle} » ne contient aucun contrat."
        )
    voulu = regard.choix.get("contrat")
    return next((c for c in offerts if intitule(regard, c) == voulu), offerts[0])


def constat(regard: Regard) -> str:
    """« … : 24 objectifs ; aucun n’a encore de réalisé de sa période »."""
    contrat = choisi(regard)
    suivis = [s for s in _suivis(regard, contrat) if s.cible]
    debut = f"{contrat.mission_locale}, {contrat.nom}"
    if not suivis:
        return f"{debut} : aucun objectif chiffré"
    connus = [s for s in suivis if s.atteint]
    combien = avec_unite(len(suivis), "objectif", "objectifs")
    if not connus:
        return f"{debut} : {combien}, aucun réalisé sur leur période"
    return f"{debut} : {_tenus(sum(_tenu(s) is True for s in connus), len(connus))}"


def _tenus(tenus: int, mesures: int) -> str:
    if mesures == 1:
        return f"le seul objectif mesuré {'est' if tenus else 'n’est pas'} atteint"
    verbe = "sont atteints" if tenus > 1 else "est atteint"
    return f"{nombre(tenus)} des {nombre(mesures)} objectifs mesurés {verbe}"


def indicateurs(regard: Regard) -> Planche:
    """Every indicator that has an objective or a regional mean, and what it becomes."""
    contrat = choisi(regard)
    suivis = [s for s in _suivis(regard, contrat) if s.objectifs or s.region]
    if not suivis:
        raise PlancheIndisponible("Ce contrat ne porte ni objectif ni moyenne régionale.")
    combien = avec_unite(len(suivis), "indicateur", "indicateurs")
    titre = f"{contrat.mission_locale} : {combien} face à l’objectif et à la région"
    return Planche(
        "mission_locale.indicateurs",
        titre,
        resume=f"{titre}. Le détail par indicateur est dans le tableau.",
        tableau=_tableau(contrat, suivis),
        sous_titre=LECTURE,
        phrases=(f"{titre}.",),
        source=f"{provenance(regard)}. Table « {TABLES[TABLE].libelle} »."
        + ("" if du_territoire(regard, contrat) else " Aucun de ces chiffres n’est du PLIE."),
        filtree=False,
    )


def etats(regard: Regard) -> Planche:
    """The indicators without an objective nor a mean: states and parts (« dont »)."""
    contrat = choisi(regard)
    suivis = [s for s in _suivis(regard, contrat) if not s.objectifs and not s.region]
    if not suivis:
        raise PlancheIndisponible("Ce contrat n’a pas d’autre indicateur.")
    titre = f"{avec_unite(len(suivis), 'indicateur', 'indicateurs')} sans objectif ni moyenne"
    lignes = [(_nom(s), _ecrit(s.realisees[-1] if s.realisees else None), _date(s)) for s in suivis]
    return Planche(
        "mission_locale.etats",
        titre,
        resume=f"{titre}. Le détail est dans le tableau.",
        tableau=tableau(
            f"Autres indicateurs · {contrat.nom}, {contrat.mission_locale}",
            [texte("Indicateur"), effectif("Valeur", str), texte("Période")],
            lignes,
        ),
        phrases=(f"{titre}.",),
        source=provenance(regard),
        filtree=False,
    )


def entrees_du_referent(regard: Regard) -> Planche:
    """The entries expected of the mission locale's référent, beside those of that year only.

    Raises PlancheIndisponible where the contract expects none, where the extract does not hold
    the year, and ErreurPlie where the profile may not filter by structure.
    """
    contrat = choisi(regard)
    suivi = next((s for s in _suivis(regard, contrat) if s.code == ENTREES_DU_PLIE), None)
    if suivi is None or suivi.cible is None:
        raise PlancheIndisponible("Ce contrat n’attend pas d’entrées dans le PLIE.")
    attendues = suivi.cible
    structure, faites = _entrees(regard, attendues.periode)
    titre = (
        f"{nombre(faites)} entrées de la structure « {structure} » pour "
        f"{nombre(attendues.valeur)} attendues ({la_periode(attendues.periode)})"
    )
    ligne = LigneTitree(
        avec_unite(faites, "entrée", "entrées"),
        f"{pourcent(faites / attendues.valeur, 1)} de l’objectif",
        (Segment(faites, titre),),
        attendues.valeur,
    )
    return Planche(
        "mission_locale.entrees",
        titre,
        resume=f"{titre}.",
        tableau=tableau(
            f"Entrées attendues du référent de la mission locale, {contrat.nom}",
            [texte("Période"), effectif("Entrées"), effectif("Attendues")],
            [(majuscule(la_periode(attendues.periode)), faites, attendues.valeur)],
        ),
        sous_titre=f"Entrées de cette structure, {la_periode(attendues.periode)} seulement",
        specification=barres_titrees([ligne], borne=max(faites, attendues.valeur)),
        phrases=(f"{titre}.",),
        indicateurs=("entrees",),
        source=provenance(regard),
        filtree=False,
    )


def _entrees(regard: Regard, periode: Periode) -> tuple[str, float]:
    """The structure of the mission locale and its entries; the year must be in the extract."""
    attente = (
        f"{majuscule(la_periode(periode))} : {{}} La comparaison n’est pas faite avec une autre "
        "année."
    )
    detail = regard.porte.detail()
    premiere = detail.tables["parcours"]["date_entree"].min().date()
    if premiere > periode.au or periode.au > regard.identite.arrete:
        raise PlancheIndisponible(
            attente.format(
                f"l’extrait ne contient aucune entrée de cette période (la première est du "
                f"{jour(premiere)})."
            )
        )
    noms = sorted(n for n in regard.porte.modalites["structure"] if "mission locale" in n.lower())
    if len(noms) != 1:
        raise PlancheIndisponible(
            attente.format("une seule structure « mission locale » est attendue dans l’extrait.")
        )
    filtres = Filtres(structure=(noms[0],))
    mesure = regard.lot((), ("entrees",), periode=periode, filtres=filtres).mesures["entrees"]
    return noms[0], float(mesure.valeur or 0)


def _suivis(regard: Regard, contrat: Contrat) -> tuple[Suivi, ...]:
    table = regard.porte.detail().tables[TABLE]
    return regard.calculer_une_fois(f"mission_locale.{contrat}", lambda: suivre(table, contrat))


def _tableau(contrat: Contrat, suivis: list[Suivi]) -> Tableau:
    """A column that the contract says nothing in is left out."""
    titres = (
        *("Indicateur", "Sens attendu", "Réalisé", "Moyenne régionale", "Mi-année, annualisée"),
        *("Objectif", "Années suivantes", "Progression"),
    )
    lignes = [_ligne(s) for s in suivis]
    dites = [rang for rang in range(len(titres)) if any(li[rang] != NON_DIT for li in lignes)]
    return tableau(
        f"{contrat.nom}, {contrat.mission_locale}",
        [texte(titres[rang]) for rang in dites],
        [tuple(ligne[rang] for rang in dites) for ligne in lignes],
    )


def _ligne(suivi: Suivi) -> tuple[str, ...]:
    milieux = [v for v in suivi.realisees if v.mi_annee]
    milieu = milieux[-1] if milieux else None
    faite = suivi.atteint or suivi.depart
    return (
        _nom(suivi),
        FLECHES[suivi.sens],
        _datee(faite),
        _datee(suivi.region[-1] if suivi.region else None),
        _annualisee(milieu),
        _datee(suivi.cible),
        liste([f"{v.periode.au.year} : {_ecrit(v)}" for v in suivi.objectifs[1:]]) or NON_DIT,
        _progression(suivi),
    )


def _annualisee(milieu: Valeur | None) -> str:
    if milieu is None or milieu.annualisee is None:
        return _datee(milieu)
    return f"{_datee(milieu)}, {nombre(milieu.annualisee)} en un an"


def _nom(suivi: Suivi) -> str:
    return f"{'— ' * suivi.dont}{suivi.intitule}"


def _ecrit(valeur: Valeur | None) -> str:
    if valeur is None:
        return NON_DIT
    if valeur.unite == "taux":
        return pourcent(valeur.valeur, 1)
    return nombre(valeur.valeur, 0 if valeur.valeur == int(valeur.valeur) else 1)


def _datee(valeur: Valeur | None) -> str:
    if valeur is None:
        return NON_DIT
    termes = ""
    if valeur.numerateur is not None and valeur.denominateur is not None:
        deux = (valeur.numerateur, valeur.denominateur)
        termes = " = " + " ÷ ".join(nombre(t, 0 if t == int(t) else 2) for t in deux)
    return f"{_ecrit(valeur)}{termes} ({_quand(valeur.periode)})"


def _quand(periode: Periode) -> str:
    if periode.du == periode.au:
        return jour(periode.au)
    annuelle = (periode.du.month, periode.du.day, periode.au.month) == (1, 1, 12)
    return str(periode.au.year) if annuelle else f"au {jour(periode.au)}"


def _date(suivi: Suivi) -> str:
    return _quand(suivi.realisees[-1].periode) if suivi.realisees else NON_DIT


def _progression(suivi: Suivi) -> str:
    if suivi.cible is None:
        return "sans objectif"
    if suivi.sens not in ("hausse", "baisse"):
        return "sens attendu non dit"
    if suivi.depart is not None and not suivi.comparables:
        return UNITES
    depart = suivi.depart.valeur if suivi.depart else None
    realise = suivi.atteint.valeur if suivi.atteint else None
    sens: Sens = "hausse" if suivi.sens == "hausse" else "baisse"
    fait = progression(depart, suivi.cible.valeur, realise, sens)
    if fait.taux is not None:
        return f"{pourcent(fait.taux.valeur)} du chemin vers l’objectif"
    if fait.motif == SANS_REALISE:
        return f"aucun réalisé de {_quand(suivi.cible.periode)}"
    return fait.motif or NON_DIT


def _tenu(suivi: Suivi) -> bool | None:
    if suivi.atteint is None or suivi.cible is None or suivi.sens is None:
        return None
    ecart = suivi.atteint.valeur - suivi.cible.valeur
    return ecart >= 0 if suivi.sens == "hausse" else ecart <= 0


PLANCHES: Final[Mapping[str, Callable[[Regard], Planche]]] = {
    "mission_locale.indicateurs": indicateurs,
    "mission_locale.etats": etats,
    "mission_locale.entrees": entrees_du_referent,
}
