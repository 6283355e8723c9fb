"""What the past imposes on a new arrêté."""

from datetime import date

from plie_metrics.secret.memoire import Memoire, contraintes
from plie_metrics.secret.releve import Releve
from tests.secret.exemples import REGLES

JOUR = date(2016, 12, 31)


def cle(nom):
    return nom, JOUR, JOUR, ()


def passe(masquees=(), **valeurs):
    return Memoire("avant", {cle(n): v for n, v in valeurs.items()}, frozenset(map(cle, masquees)))


def releve(**valeurs):
    cellules = {cle(n): v for n, v in valeurs.items()}
    return Releve(cellules, frozenset(cellules), frozenset(), {})


def test_une_case_montree_et_inchangee_est_connue():
    trouvees = contraintes([passe(entrees=20)], releve(entrees=20), REGLES)
    assert trouvees.connues == {cle("entrees")}
    assert trouvees.retenues == {}


def test_une_petite_revision_est_a_masquer():
    trouvees = contraintes([passe(entrees=20)], releve(entrees=23), REGLES)
    assert trouvees.connues == frozenset()
    cellule = trouvees.retenues[cle("entrees")]
    assert cellule.sensible
    assert cellule.vise_min < 23 < cellule.vise_max


def test_une_grande_revision_est_libre():
    trouvees = contraintes([passe(entrees=20)], releve(entrees=25), REGLES)
    assert (trouvees.connues, trouvees.retenues) == (frozenset(), {})


def test_une_case_masquee_qui_change_peu_reste_masquee():
    avant = passe(["entrees"], entrees=20)
    assert cle("entrees") in contraintes([avant], releve(entrees=20), REGLES).retenues
    assert cle("entrees") not in contraintes([avant], releve(entrees=26), REGLES).retenues


def test_un_seul_arrete_qui_l_a_montree_suffit_a_la_savoir():
    avant = [passe(entrees=20), passe(["entrees"], entrees=20)]
    trouvees = contraintes(avant, releve(entrees=20), REGLES)
    assert trouvees.connues == {cle("entrees")}
    assert trouvees.retenues == {}


def test_un_souvenir_se_relit_a_l_identique():
    souvenir = passe(["sorties"], entrees=20, sorties=7)
    relu = Memoire.depuis_octets(souvenir.en_octets())
    assert (relu.nom, relu.valeurs, relu.masquees) == (
        souvenir.nom,
        souvenir.valeurs,
        souvenir.masquees,
    )
