"""The periods offered at an arrêté, and the same choice at another one."""

from datetime import date

from plie_metrics.periodes import Periode, annee, mois, trimestre
from plie_metrics.planches.calendrier import Choix, choix_offerts, meme_choix
from plie_metrics.secret.calendrier import Niveau, Offre

PROTOCOLE = date(2016, 1, 1)


def test_l_annee_a_date_d_abord_puis_les_annees_trimestres_et_mois_revolus():
    noms = [c.nom for c in choix_offerts(date(2016, 8, 31), PROTOCOLE)]
    assert noms[:5] == [
        "Cumul 2016 au 31/08/2016",
        "Année 2015",
        "Année 2014",
        "2e trimestre 2016",
        "1er trimestre 2016",
    ]
    assert "Août 2016" in noms
    assert "Septembre 2016" not in noms


def test_le_protocole_est_offert_quand_il_a_commence_avant_l_annee():
    offerts = choix_offerts(date(2018, 3, 31), PROTOCOLE)
    assert offerts[1] == Choix(
        "Depuis le début du protocole au 31/03/2018", Periode(PROTOCOLE, date(2018, 3, 31)), True
    )


def test_un_profil_protege_n_a_que_sa_liste():
    liste = [Offre(annee(2015), Niveau.CROISE), Offre(trimestre(2016, 1), Niveau.SIMPLE)]
    periodes = {c.periode for c in choix_offerts(date(2016, 3, 31), PROTOCOLE, liste)}
    assert periodes == {annee(2015), trimestre(2016, 1)}


def test_ce_qui_court_jusqu_a_l_arrete_court_jusqu_a_l_autre():
    ici, la = (choix_offerts(jour, PROTOCOLE) for jour in (date(2016, 12, 31), date(2016, 9, 30)))
    assert meme_choix(ici[0], la).periode == Periode(date(2016, 1, 1), date(2016, 9, 30))
    fevrier = next(c for c in ici if c.periode == mois(2016, 2))
    assert meme_choix(fevrier, la).periode == mois(2016, 2)
    decembre = next(c for c in ici if c.periode == mois(2016, 12))
    assert meme_choix(decembre, la) is None
