"""What a reader gets by subtraction, although no request shows it."""

from datetime import date
from types import SimpleNamespace

from plie_metrics.periodes import annee, trimestre
from plie_metrics.secret.audit import auditer
from plie_metrics.secret.differences import differences
from plie_metrics.secret.grandeurs import cle
from plie_metrics.secret.probleme import Probleme, regles_de
from plie_metrics.secret.regles import classer
from plie_metrics.secret.relations import relations
from tests.secret.exemples import liste, reglages

AN, TRIMESTRE = annee(2016), trimestre(2016, 2)
JOUR = date(2016, 12, 31)


def fermee(**changements):
    """Entrées by commune and quarter, crossed over the year; by quarter of the year, not."""
    base = reglages().requetes.familles[0].model_dump(mode="json")
    flux = {**base, "filtres": ["commune", "qpv"], "ventilations": ["commune", "qpv"]}
    flux |= {"par_trimestre": True, **changements}
    nets = {**flux, "indicateurs": ["taux_sorties_positives_net"], "croisees": False}
    motifs = {**flux, "indicateurs": ["sorties"], "ventilations": ["motif_sortie"]}
    groupe = {
        "dimension": "motif_sortie",
        "fondues": ["sante", "deces", "demenagement", "retraite", "maternite", "autre"],
        "isolees_pour": ["sorties"],
    }
    requetes = {"annees": 1, "familles": [flux, nets, motifs]}
    return liste((JOUR,), requetes=requetes, regroupements=[groupe])


def entrees(periode, *paires):
    return cle("entrees", periode, tuple(sorted(paires)))


CHENOVE, MAIL = ("commune", "21166"), ("qpv", "QP021004")
CROISEES = {entrees(AN, CHENOVE, MAIL): 70, entrees(AN, CHENOVE, ("qpv", "hors_qpv")): 20}


def test_une_commune_moins_son_quartier_se_deduit_la_ou_ils_ne_sont_pas_croises():
    valeurs = CROISEES | {entrees(TRIMESTRE, CHENOVE): 23, entrees(TRIMESTRE, MAIL): 20}
    trouvees = differences(valeurs, fermee())
    hors = trouvees["hors quartiers entrees", TRIMESTRE.du, TRIMESTRE.au, (CHENOVE,)]
    assert hors.valeur == 3
    assert hors.termes == ((entrees(TRIMESTRE, CHENOVE), 1), (entrees(TRIMESTRE, MAIL), -1))


def test_pas_la_ou_le_croisement_est_une_case_de_la_liste():
    valeurs = CROISEES | {entrees(AN, CHENOVE): 90, entrees(AN, MAIL): 70}
    assert not [c for c in differences(valeurs, fermee()) if c[0].startswith("hors")]


def test_un_quartier_a_cheval_sur_deux_communes_ne_dit_rien():
    ailleurs = {entrees(AN, ("commune", "21231"), MAIL): 2}
    valeurs = CROISEES | ailleurs | {entrees(TRIMESTRE, CHENOVE): 23, entrees(TRIMESTRE, MAIL): 20}
    assert not [c for c in differences(valeurs, fermee()) if c[0].startswith("hors")]


def test_les_motifs_autres_moins_les_neutres_disent_maternite_et_autre():
    autres = cle("sorties", AN, (("motif_sortie", "autres"),))
    valeurs = {cle("sorties", AN): 60, cle("non_neutres", AN): 50, autres: 12}
    trouvees = differences(valeurs, fermee())
    assert trouvees["autres non neutres", AN.du, AN.au, ()].valeur == 2


def test_les_motifs_neutres_isoles_font_la_difference_du_taux_net():
    sante = cle("sorties", AN, (("motif_sortie", "sante"),))
    retraite = cle("sorties", AN, (("motif_sortie", "retraite"),))
    valeurs = {cle("sorties", AN): 60, cle("non_neutres", AN): 50, sante: 3, retraite: 7}
    attendue = {cle("sorties", AN): 1, cle("non_neutres", AN): -1, retraite: -1, sante: -1}
    assert attendue in [dict(relation) for relation in relations(valeurs, fermee())]


def audite(masques):
    """The audit of Chenôve (23) and its quarter (20) when these two may be masked."""
    valeurs = {entrees(TRIMESTRE, CHENOVE): 23.0, entrees(TRIMESTRE, MAIL): 20.0} | CROISEES
    ferme, publiees = fermee(), frozenset(valeurs)
    regles = regles_de(ferme, "financeur")
    ecarts = differences(valeurs, ferme)
    liens = [[(r, 1), *((t, -s) for t, s in e.termes)] for r, e in ecarts.items()]
    probleme = Probleme(
        SimpleNamespace(valeurs=valeurs, publiees=publiees),
        classer(valeurs, publiees, ecarts, frozenset(), regles),
        tuple(liens),
    )
    montrees = {c: v for c, v in valeurs.items() if c not in masques}
    protegees = SimpleNamespace(valeurs=montrees, masques=dict.fromkeys(masques, "secondaire"))
    return auditer(probleme, protegees, regles)


def test_l_audit_voit_un_reste_que_deux_cases_montrees_donnent():
    audit = audite(())
    assert [constat.cle[0] for constat in audit.failles] == ["hors quartiers entrees"]
    assert (audit.failles[0].minimum, audit.failles[0].maximum) == (3, 3)


def test_l_audit_admet_le_reste_d_une_commune_masquee():
    audit = audite((entrees(TRIMESTRE, CHENOVE),))
    assert (audit.deduites, audit.failles) == (1, ())
