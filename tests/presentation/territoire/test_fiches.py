"""What the page says of one place."""

from plie_metrics.chemins import TERRITOIRE
from plie_metrics.presentation.territoire import fiches, tableaux
from plie_metrics.territoire.indicateurs import INDICATEURS, repartition
from plie_metrics.territoire.lecture import lire_territoire
from plie_metrics.territoire.participation import participations
from tests.territoire.fabrique import rapport_communes, referentiel


def test_la_fiche_d_une_commune():
    ensemble = participations(rapport_communes(), referentiel())
    fiche = fiches.fiche_commune(ensemble.lieux[0], ensemble)
    assert [(c.valeur, c.nom, c.note) for c in fiche] == [
        ("20", "participants", "dans l'année"),
        ("66,7\u202f%", "du total", "sur 30"),
        ("20,0", "pour 1\u202f000 hab.", "1\u202f000 habitants"),
        ("6,7 fois", "la moyenne", "1er taux sur 1"),
    ]


def test_le_groupe_n_a_pas_de_rang():
    ensemble = participations(rapport_communes(), referentiel())
    derniere = fiches.fiche_commune(ensemble.autres, ensemble)[-1]
    assert (derniere.valeur, derniere.note) == ("0,37 fois", "groupe, sans rang")


def lues(rapport, territoire):
    return [repartition(rapport, territoire, quoi) for quoi in INDICATEURS]


def test_ce_que_le_rapport_ne_detaille_pas_n_est_jamais_un_zero(rapport):
    territoire = lire_territoire(TERRITOIRE)
    belvedere = territoire.quartier("QP021006")
    fiche = fiches.fiche_quartier(belvedere, lues(rapport, territoire))
    assert [(c.valeur, c.note) for c in fiche] == [
        ("–", "dans « autres QPV », 30\u202f%"),
        ("10", "clauses"),
        ("9", "clauses"),
        ("0", "déduit du total"),
    ]


def test_bief_et_guynemer_restent_indissociables(rapport):
    territoire = lire_territoire(TERRITOIRE)
    bief, guynemer = map(territoire.quartier, ("QP021005", "VEILLE-LONGVIC-GUYNEMER"))
    sorties = lues(rapport, territoire)[3]
    assert fiches.provenance(sorties, bief) == "avec Longvic Guynemer"
    assert fiches.provenance(sorties, guynemer) == "avec Le Bief du Moulin"
    assert fiches.texte_du_quartier(sorties, bief) == "1 (non séparé)"


def test_un_quartier_de_veille_n_entre_pas_dans_la_part_des_qpv(rapport):
    territoire = lire_territoire(TERRITOIRE)
    centre = territoire.quartier("VEILLE-QUETIGNY-CENTRE")
    phrase = fiches.phrase_quartier(centre, lues(rapport, territoire))
    assert phrase == "4\u00a0candidats, 1\u00a0salarié, 0\u00a0sortie positive (déduit du total)"
    assert fiches.texte_du_quartier(lues(rapport, territoire)[0], centre) == "pas un QPV"


def test_les_tableaux_finissent_par_la_metropole(rapport):
    territoire = lire_territoire(TERRITOIRE)
    ensemble = participations(rapport, territoire)
    textes = tableaux.tableau_communes(ensemble, ensemble.lieux[:1]).textes()
    assert textes == [
        ["Talant", "137", "9,0\u202f%", "11\u202f702", "11,7", "+93\u202f%"],
        ["Dijon Métropole", "1\u202f525", "100,0\u202f%", "251\u202f897", "6,1", "0\u202f%"],
    ]


def test_les_barres_disent_le_reste_et_le_quartier_choisi(rapport):
    territoire = lire_territoire(TERRITOIRE)
    parts = lues(rapport, territoire)[0]
    barres = tableaux.barres_quartiers(parts)
    assert [(b.nom, b.etiquette) for b in barres] == [
        ("Les Grésilles", "40\u202f%"),
        ("Le Mail", "22\u202f%"),
        ("Fontaine d'Ouche", "8\u202f%"),
        ("Autres QPV, non détaillés", "30\u202f%"),
    ]
    choisies = tableaux.barres_quartiers(parts, "QP021002")
    assert len({b.couleur for b in choisies}) == 2
    assert choisies[1].couleur == barres[1].couleur
