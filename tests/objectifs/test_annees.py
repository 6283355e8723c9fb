"""Which years may teach."""

from datetime import date

from plie_metrics.objectifs.annees import annees_offertes, avant

FIN_2016 = date(2016, 12, 31)


def serie(*annees, sauf=()):
    return {
        date(an, m, 1): 5.0 for an in annees for m in range(1, 13) if date(an, m, 1) not in sauf
    }


def test_les_annees_ou_l_extrait_est_entier():
    """Entrées since 2012 of those still there, exits since 2014: 2014 is the first year."""
    assert annees_offertes(serie(2012, 2013, 2014, 2015), serie(2014, 2015), date(2016, 6, 30)) == (
        2014,
        2015,
    )


def test_l_annee_de_l_arrete_compte_si_elle_est_finie():
    pleine = serie(2015, 2016)
    assert annees_offertes(pleine, pleine, FIN_2016) == (2015, 2016)
    assert annees_offertes(pleine, pleine, date(2016, 12, 30)) == (2015,)


def test_un_mois_vide_coupe_ce_qui_precede():
    sorties = serie(2014, 2015, 2016, sauf=[date(2015, 8, 1)])
    assert annees_offertes(serie(2014, 2015, 2016), sorties, FIN_2016) == (2016,)


def test_la_fin_de_la_derniere_annee_peut_n_etre_pas_saisie():
    """In early January the exits of December are not entered yet: 2014 still teaches."""
    sorties = serie(2014, 2015, sauf=[date(2015, 12, 1)])
    assert annees_offertes(serie(2014, 2015), sorties, date(2016, 1, 5)) == (2014,)


def test_une_date_perdue_dans_le_passe_ne_donne_pas_d_annee():
    sorties = {date(2003, 3, 1): 1.0} | serie(2016)
    assert annees_offertes(serie(2016), sorties, FIN_2016) == (2016,)


def test_avant_le_debut_d_une_periode():
    assert avant((2014, 2015, 2016), date(2016, 1, 1)) == (2014, 2015)
    assert avant((2014, 2015, 2016), date(2016, 7, 1)) == (2014, 2015)
