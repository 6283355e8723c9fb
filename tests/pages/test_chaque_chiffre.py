"""Every figure on the pages is the one that `indicateurs` gives for the same period and filters.

The pages are opened through the real entry; what they show (key figures, cards, tables of their
planches) is read as it is shown, then compared with an answer computed beside them.
"""

import re
from dataclasses import dataclass
from datetime import date

import pytest
from streamlit.testing.v1 import AppTest

from pages._menu import MENU
from plie_metrics.calcul.lot import TABLES_UTILES, preparer, repondre
from plie_metrics.calcul.registre import definition
from plie_metrics.chemins import RACINE, TERRITOIRE
from plie_metrics.filtres import Filtres
from plie_metrics.periodes import Periode, annee, mois_de
from plie_metrics.presentation.formats import mois_court, mois_long, nombre, pourcent
from plie_metrics.presentation.tableau import Masquee
from plie_metrics.schema import libelle
from plie_metrics.stockage import ouvrir
from plie_metrics.territoire.lecture import lire_territoire

JOUR, AN = date(2016, 12, 31), annee(2016)
PAGES = [entree for section in MENU.values() for entree in section if entree.regarde]
REGARDS = {"tout": {}, "commune": {"commune": "21166"}}  # Chenôve
REFERENTS = re.compile(r"(?:.* · )?(\w+)$")


@dataclass(frozen=True)
class Lu:
    """How a table is read: what its rows are, and the indicator under each heading.

    `lignes`: a dimension; « indicateurs » when each row is one, named by its short title.
    `partielle`: it shows a part of the modalities only. `quand`: its own period. `partout`: of the
    whole territory, the place filtered being only outlined.
    """

    lignes: str
    colonnes: dict[str, str]
    partielle: bool = False
    quand: Periode = AN
    partout: bool = False


def effectifs(lignes, ident, **autres):
    return Lu(lignes, {definition(ident).titre_court: ident}, **autres)


ACCOMPAGNEES, BRUT = "personnes_accompagnees", "taux_sorties_positives_brut"
DEUX_ANS = Periode(date(2015, 1, 1), JOUR)
PAR_REFERENT = {
    "QPV": "part_qpv",
    "Niveau V et moins": "part_niveau_v_infra",
    "BRSA": "part_brsa",
    "DELD": "part_deld",
}
TABLEAUX = {
    "synthese.sorties": effectifs("motif_sortie", "sorties"),
    "synthese.objectifs": Lu("indicateurs", {"Réalisé": ""}, partielle=True),
    "objectifs.mensuel": effectifs("mois", "entrees", quand=DEUX_ANS),
    "objectifs.prescriptions": Lu("mois", {"Prescriptions": "prescriptions"}),
    "objectifs.annuel": Lu("indicateurs", {"Réalisé au 31/12/2016": ""}, partielle=True),
    "objectifs.par_structure": Lu("structure", {"Entrées": "entrees", **PAR_REFERENT}),
    "objectifs.par_referent": Lu("referent", {"Entrées": "entrees", **PAR_REFERENT}),
    "publics.niveau": effectifs("niveau_formation", ACCOMPAGNEES),
    "publics.fragilites": Lu("indicateurs", {"Part": ""}, partielle=True),
    "publics.qpv": effectifs("qpv", ACCOMPAGNEES),
    "publics.communes": effectifs("commune", ACCOMPAGNEES),
    "publics.representation_communes": Lu(
        "commune", {"Personnes accompagnées": ACCOMPAGNEES}, partielle=True
    ),
    "publics.representation_quartiers": Lu(
        "qpv", {"Personnes accompagnées": ACCOMPAGNEES}, partielle=True
    ),
    "publics.entrees_stock": Lu("classe_age", {"Entrées": "entrees", "File active": "file_active"}),
    "territoire.communes": effectifs("commune", ACCOMPAGNEES, partout=True),
    "territoire.quartiers": effectifs("qpv", ACCOMPAGNEES, partielle=True, partout=True),
    "parcours.etapes": Lu("type_etape", {"Étapes": "etapes"}),
    "parcours.mises_emploi": effectifs("sexe", "mises_emploi"),
    "parcours.entretiens": Lu(
        "mois", {"Part reçue": "taux_entretien_mensuel", "File active": "file_active"}
    ),
    "sorties.positives": Lu("motif_sortie", {"Sorties": "sorties"}, partielle=True),
    "sorties.motifs": Lu("motif_sortie", {"Sorties": "sorties"}),
    "sorties.par": Lu("commune", {"Taux brut": BRUT, "Sorties": "sorties"}),
    "sorties.mois": Lu("mois", {"Sorties": "sorties", "Positives": "sorties_positives"}),
    "clauses.contrats": Lu(
        "type_contrat",
        {
            "Heures clauses": "clauses_heures",
            "ETP clauses": "clauses_etp",
            "Salariés clauses": "clauses_salaries",
        },
    ),
    "clauses.mois": Lu("mois", {"Heures": "clauses_heures"}),
    "clauses.chemin": Lu("titres", {"Effectif": ""}, partielle=True),
    "clauses.qpv": Lu("titres", {"Ensemble": ""}, partielle=True),
    "clauses.secteurs": effectifs("secteur", "clauses_heures"),
    "clauses.sexe": effectifs("sexe", "clauses_salaries"),
    "clauses.prescripteurs": effectifs("prescripteur", "clauses_orientations"),
    "referents.charge": Lu("referent", {"File active": "file_active", **PAR_REFERENT}),
    "referents.rythme": Lu(
        "referent",
        {
            "Entrées": "entrees",
            "Sorties": "sorties",
            "Sorties positives": "sorties_positives",
        },
    ),
}
ENSEMBLES = {
    "parcours.flux": {"sorties_positives": (0, "Ensemble")},
    "parcours.echeances": {
        "file_active": (-1, "Parcours"),
        "parcours_plus_30_mois": (-2, "Parcours"),
    },
    "parcours.derniers_entretiens": {"file_active": (-1, "Personnes")},
    "sorties.taux": {
        "sorties_positives": (0, "Sorties positives"),
        "sorties": (0, "Sorties comptées"),
        BRUT: (0, "Valeur"),
        "taux_sorties_positives_net": (1, "Valeur"),
    },
    "sorties.positives": {"sorties_positives": (-1, "Sorties")},
    "sorties.croisement": {"sorties_positives": (0, "Comptées"), "sorties": (0, "Champ")},
    "clauses.maitres_ouvrage": {
        "clauses_heures": (-1, "Heures réalisées"),
        "clauses_salaries": (-1, "Salariés"),
    },
    "clauses.operations": {"clauses_heures": (-1, "Heures réalisées")},
    "clauses.sorties": {"clauses_sorties_positives": (-1, "Sorties")},
    "clauses.communs": {"clauses_salaries": (-1, "Personnes")},
    "objectifs.trajectoire": {"entrees": (-1, "Constaté")},
}
"""Tables whose rows are no modality of a dimension: indicator → (row, heading) of its value."""
AUTREMENT = {
    "publics.ages": "crossed by age and sex: its own test below",
    "publics.prescripteurs": "by quarter: its own test below",
    "sorties.ecarts_fse": "rules that no indicator carries: tests/planches/test_sorties.py",
    "sorties.ecarts_iae": "the same",
    "parcours.duree": "a survival curve: tests/planches/test_parcours.py",
    "actions.une": "a table of its own: tests/planches/test_actions.py",
    "actions.toutes": "the same",
    "mission_locale.indicateurs": "published figures: tests/planches/test_mission_locale.py",
    "moyens.cout": "a cost: tests/planches/test_moyens.py",
    "moyens.postes": "the same",
    "rapprochement.ecarts": "published beside computed: tests/planches/test_rapprochement.py",
    "rapprochement.retrouves": "the same",
}


MOIS = {
    ecrit: mois_long(mois.du)
    for mois in mois_de(DEUX_ANS)
    for ecrit in (mois_long(mois.du), f"{mois_court(mois.du)} {mois.du.year}")
}


@dataclass
class Montre:
    """What the pages have shown."""

    planches: dict
    cles: list
    cartes: list


class Reponses:
    """What `indicateurs` answers on this snapshot under these filters."""

    def __init__(self, snapshot, filtres):
        contenu = {nom: snapshot.table(nom) for nom in TABLES_UTILES if nom in snapshot.tables}
        self.donnees = preparer(snapshot.arrete, contenu)
        self.filtres = Filtres(**{nom: (code,) for nom, code in filtres.items()})
        self._lots = {}
        self.partout = Reponses(snapshot, {}) if filtres else self

    def lot(self, dimensions=(), periode=AN, idents=None):
        cle = (dimensions, periode, idents)
        if cle not in self._lots:
            self._lots[cle] = repondre(self.donnees, periode, self.filtres, dimensions, idents)
        return self._lots[cle]

    def valeur(self, ident, periode=AN):
        return self.lot((), periode, (ident,)).mesures[ident].valeur

    def cellules(self, ident, *dimensions, periode=AN):
        cellules = self.lot(dimensions, periode, (ident,)).ventilation[ident].cellules
        return {codes: mesure.valeur for codes, mesure in cellules.items()}


@pytest.fixture(scope="module")
def territoire():
    return lire_territoire(TERRITOIRE)


@pytest.fixture(scope="module", params=REGARDS)
def vu(request, snapshots_prets, territoire):
    """The pages walked once under each look, and the answers they are compared with."""
    filtres = REGARDS[request.param]
    adresse = {"commune": territoire.commune(filtres["commune"], JOUR).nom} if filtres else {}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("pages._composants.arretes.SNAPSHOTS", snapshots_prets)
        montre = parcourir(patch, adresse)
    snapshot = ouvrir(snapshots_prets / "2016-12-31")
    return montre, Reponses(snapshot, filtres)


def parcourir(patch, adresse):
    """Every page that looks at an arrêté, in one session; what each has drawn is written down."""
    montre = Montre({}, [], [])

    def noter(chemin, garder):
        module, nom = chemin.rsplit(".", 1)
        vraie = getattr(__import__(module, fromlist=[nom]), nom)

        def ecouter(quoi, *autres, **options):
            garder(quoi)
            vraie(quoi, *autres, **options)

        patch.setattr(chemin, ecouter)

    noter("pages._composants.planche.afficher", lambda p: montre.planches.update({p.cle: p}))
    noter("pages._composants.cartes.rangee_de_cles", montre.cles.extend)
    noter("pages._composants.cartes.carte_en_cours", montre.cartes.append)
    essai = AppTest.from_file(str(RACINE / "pages" / "_cadre.py"), default_timeout=120)
    for nom, valeur in adresse.items():
        essai.query_params[nom] = valeur
    essai.run()
    for entree in PAGES:
        if entree.fichier != "synthese.py":
            essai.switch_page(entree.fichier).run()
        assert not essai.exception
        assert [e.value for e in essai.error] == []
    return montre


def test_aucun_tableau_montre_n_echappe_a_la_comparaison(vu):
    montre, reponses = vu
    assert set(montre.planches) <= {*TABLEAUX, *ENSEMBLES, *AUTREMENT}
    if not reponses.filtres.actifs:
        assert set(montre.planches) == {*TABLEAUX, *ENSEMBLES, *AUTREMENT}


def test_chaque_chiffre_cle_et_chaque_carte_est_celui_des_indicateurs(vu):
    montre, reponses = vu
    assert len(montre.cles) > 25
    for cle in montre.cles:
        valeur, indicateur = reponses.valeur(cle.ident), definition(cle.ident)
        forme = pourcent if indicateur.forme == "pourcent" else nombre
        assert (cle.ident, cle.valeur.split("\u00a0")[0]) == (
            cle.ident,
            forme(valeur, indicateur.decimales).split("\u00a0")[0],
        )
    for carte in montre.cartes:
        assert carte.realise == reponses.valeur(carte.indicateur.id)


def test_chaque_tableau_par_modalite_est_celui_des_indicateurs(vu, territoire):
    montre, reponses = vu
    for cle in sorted(TABLEAUX.keys() & montre.planches.keys()):
        comparer(cle, montre.planches[cle].tableau, TABLEAUX[cle], reponses, territoire)


def comparer(cle, tableau, lu, reponses, territoire):
    titres = [colonne.titre for colonne in tableau.colonnes]
    reponses = reponses.partout if lu.partout else reponses
    for ordre, (titre, ident) in enumerate(lu.colonnes.items()):
        rang = titres.index(titre)
        montres = {nom_de(ligne[0], lu): ligne[rang] for ligne in tableau.lignes}
        ensemble = montres.pop("Ensemble", None) if tableau.total else None
        attendus = attendre(lu, ident, reponses, territoire)
        assert not any(isinstance(v, Masquee) for v in montres.values())
        for nom, valeur in montres.items():
            assert egaux(valeur, attendus.get(nom)), (cle, titre, nom, valeur, attendus.get(nom))
        if not lu.partielle and ordre == 0:  # the rows are those of the first figure
            oublies = {nom for nom, v in attendus.items() if v and nom not in montres}
            assert oublies == set(), (cle, titre)
        if ensemble is not None and not lu.partielle:
            assert egaux(ensemble, reponses.valeur(ident, lu.quand)), (cle, titre, "Ensemble")


def egaux(montre, attendu):
    """Equal; a modality that the answer leaves out counts nobody."""
    return (montre or 0) == pytest.approx(attendu or 0, rel=1e-9)


def nom_de(texte, lu):
    texte = texte.replace(" (quartier de veille)", "").replace(" (provisoire)", "")
    if lu.lignes == "referent" and (trouve := REFERENTS.match(texte)):
        return trouve.group(1)
    return MOIS.get(texte.lower(), texte) if lu.lignes == "mois" else texte


def attendre(lu, ident, reponses, territoire):
    """Name → value, as `indicateurs` says."""
    if lu.lignes == "indicateurs":
        lot = reponses.lot(periode=lu.quand)
        return {definition(i).titre_court: m.valeur for i, m in lot.mesures.items()}
    if lu.lignes == "titres":
        return {definition(i).titre: m.valeur for i, m in reponses.lot().mesures.items()}
    if lu.lignes == "mois":
        return par_mois(ident, lu.quand, reponses)
    cellules = reponses.cellules(ident, lu.lignes, periode=lu.quand)
    return {nommer(lu.lignes, code, territoire): v for (code,), v in cellules.items()}


def par_mois(ident, quand, reponses):
    """Each month asked for by itself: a month is a period like another."""
    return {mois_long(mois.du): reponses.valeur(ident, mois) for mois in mois_de(quand)}


def nommer(dimension, code, territoire):
    if dimension == "commune" and code.isdigit():
        return territoire.commune(code, JOUR).nom
    if dimension == "qpv" and libelle(dimension, code) == code:
        return territoire.quartier(code).nom.replace(" (quartier de veille)", "")
    nom = code if dimension == "referent" else libelle(dimension, code)
    return nom.replace(" (quartier de veille)", "")


def test_chaque_total_sans_modalite_est_celui_des_indicateurs(vu):
    montre, reponses = vu
    for cle in sorted(ENSEMBLES.keys() & montre.planches.keys()):
        tableau = montre.planches[cle].tableau
        titres = [colonne.titre for colonne in tableau.colonnes]
        for ident, (ligne, titre) in ENSEMBLES[cle].items():
            montree = tableau.lignes[ligne][titres.index(titre)]
            assert egaux(montree, reponses.valeur(ident)), (cle, ident, montree)


def test_les_ages_et_les_prescripteurs_sont_ceux_des_indicateurs(vu):
    montre, reponses = vu
    croises = reponses.cellules(ACCOMPAGNEES, "classe_age", "sexe")
    noms = {libelle("classe_age", age) for age, _ in croises}
    for age, femmes, hommes in montre.planches["publics.ages"].tableau.lignes:
        code = next(a for a, _ in croises if libelle("classe_age", a) == age)
        assert (femmes, hommes) == (croises.get((code, "F"), 0), croises.get((code, "H"), 0))
        noms.discard(age)
    assert noms == set()
    trimestre = Periode(date(2016, 10, 1), JOUR)
    dernier = reponses.cellules("entrees", "prescripteur", periode=trimestre)
    for ligne in montre.planches["publics.prescripteurs"].tableau.lignes:
        codes = [c for (c,) in dernier if libelle("prescripteur", c) == ligne[0]]
        assert egaux(ligne[-1], sum(dernier[code,] for code in codes)), ligne
    assert sum(dernier.values()) == sum(
        ligne[-1] for ligne in montre.planches["publics.prescripteurs"].tableau.lignes
    )
