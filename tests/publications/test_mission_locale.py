"""The contract's table of results, line by line."""

from datetime import date

import pytest

from plie_metrics.chemins import PUBLICATIONS
from plie_metrics.publications.chiffre import Chiffre, Publication
from plie_metrics.publications.lecture import PublicationIllisible, lire_declaration, ouvrir
from plie_metrics.publications.mission_locale import (
    DECLARATION,
    SensInvalide,
    indicateurs,
    lectures,
)
from plie_metrics.publications.progression import CONTRE_SENS, EGALITE, SANS_REALISE

COLONNES = {
    "realisation_2007": ("realisation", date(2007, 12, 31)),
    "moyenne_regionale_2007": ("moyenne_regionale", date(2007, 12, 31)),
    "realisation_2008_06": ("realisation", date(2008, 6, 30)),
    "objectif_2009": ("objectif", date(2009, 12, 31)),
}


def chiffre(code, colonne, valeur, unite="personnes", parent=""):
    nature, fin = COLONNES[colonne]
    return Chiffre(
        f"{code}.{colonne}", "essai", "", "resultats", f"Intitulé {code}", "",
        {"code": code, **({"parent": parent} if parent else {})},
        None, fin, nature, unite, valeur, None, None, str(valeur), "", "",
    )  # fmt: skip


def lecture(code, sens="hausse", **autres):
    return {"code": code, "libelle": code, "sens": sens, "justification": "Essai.", **autres}


def lire(chiffres, *declares):
    contrat = Publication("essai", "Essai", tuple(chiffres))
    return indicateurs(contrat, lectures({"indicateur": list(declares)}))


@pytest.fixture(scope="module")
def du_contrat():
    contrat = ouvrir(PUBLICATIONS, "contrat_objectifs_ml_2009_2011")
    lus = indicateurs(contrat, lectures(lire_declaration(PUBLICATIONS, DECLARATION)))
    return {indicateur.code: indicateur for indicateur in lus}


def test_chaque_colonne_trouve_sa_place():
    (lu,) = lire(
        [
            chiffre("A", "realisation_2007", 10),
            chiffre("A", "moyenne_regionale_2007", 11),
            chiffre("A", "realisation_2008_06", 4),
            chiffre("A", "objectif_2009", 12),
        ],
        lecture("A"),
    )
    assert [c.valeur for c in (lu.depart, lu.region, lu.semestre, lu.cible)] == [10, 11, 4, 12]
    assert lu.demande == "progres"
    assert lu.progression.motif == SANS_REALISE


def test_six_mois_ne_sont_jamais_le_realise_de_l_objectif():
    """The mid-year value already beats the target: still no rate of progression."""
    (lu,) = lire(
        [
            chiffre("A", "realisation_2007", 10),
            chiffre("A", "realisation_2008_06", 40),
            chiffre("A", "objectif_2009", 12),
        ],
        lecture("A"),
    )
    assert lu.progression.taux is None


def test_une_baisse_favorable_inverse_le_progres():
    chiffres = [chiffre("A", "realisation_2007", 10), chiffre("A", "objectif_2009", 12)]
    assert lire(chiffres, lecture("A", "baisse"))[0].demande == "recul"


def test_un_obstacle_interdit_tout_ecart():
    chiffres = [chiffre("A", "realisation_2007", 1.1), chiffre("A", "objectif_2009", 55)]
    (lu,) = lire(chiffres, lecture("A", obstacle="Unité non imprimée."))
    assert lu.bornes is None
    assert lu.demande == "indefinie"
    assert lu.progression.motif == "Unité non imprimée."


def test_un_indicateur_sans_sens_declare_est_nomme():
    with pytest.raises(SensInvalide, match=r"sens_mission_locale\.toml : l'indicateur « A »"):
        lire([chiffre("A", "realisation_2007", 10)])


@pytest.mark.parametrize(
    ("entree", "message"),
    [
        (lecture("A", "oblique"), "indicateur « A », clé sens : « oblique » n'est pas prévu"),
        ({"code": "A", "sens": "hausse"}, "indicateur « A » : les clés attendues sont"),
        (lecture("A", couleur="bleu"), "indicateur « A » : les clés attendues sont"),
    ],
)
def test_une_declaration_fautive_est_nommee(entree, message):
    with pytest.raises(SensInvalide, match=message):
        lectures({"indicateur": [entree]})


def test_un_fichier_de_sens_absent_ou_abime_est_nomme(tmp_path):
    with pytest.raises(PublicationIllisible, match=f"data/publications/{DECLARATION} manque"):
        lire_declaration(tmp_path, DECLARATION)
    (tmp_path / DECLARATION).write_text("[[indicateur", encoding="utf-8")
    with pytest.raises(PublicationIllisible, match=DECLARATION):
        lire_declaration(tmp_path, DECLARATION)


def test_les_dix_huit_lignes_imprimees_dans_leur_ordre(du_contrat):
    assert list(du_contrat) == [
        "TBG 1", "IO 300", "IO 301", "IO 331", "IO 341", "IO 234", "IO 233", "IO 222", "TBG 2",
        "IO 312", "TBG 3", "TBG 4", "TBG 5", "TBG 6", "TBG 7", "TBG 8", "IO 323", "TBG 9",
    ]  # fmt: skip
    assert du_contrat["IO 312"].vide
    assert [i.code for i in du_contrat.values() if i.parent] == [
        "IO 300", "IO 331", "TBG 4", "TBG 5", "TBG 7", "TBG 8",
    ]  # fmt: skip


def test_aucun_taux_de_progression_et_toujours_un_motif(du_contrat):
    progressions = {code: i.progression for code, i in du_contrat.items()}
    assert all(p.taux is None and p.motif for p in progressions.values())
    motifs = {code: p.motif for code, p in progressions.items()}
    assert motifs["TBG 1"] == SANS_REALISE
    assert motifs["TBG 3"] == motifs["TBG 4"] == CONTRE_SENS["hausse"]
    assert motifs["IO 222"] == motifs["TBG 9"] == EGALITE
    assert "Unité non imprimée" in motifs["IO 331"]


def test_chaque_sens_declare_sert_une_ligne_et_se_justifie(du_contrat):
    declares = lectures(lire_declaration(PUBLICATIONS, DECLARATION))
    assert set(declares) == set(du_contrat)
    assert all(d.justification.endswith(".") for d in declares.values())


def test_un_taux_imprime_suit_de_ses_deux_termes(du_contrat):
    """Naive recomputation: num/den × 100 rounds to the printed value, within its last digit."""
    controles = [
        (c.numerateur / c.denominateur * (100 if c.unite == "pourcent" else 1), c.valeur)
        for i in du_contrat.values()
        for c in (i.depart, i.semestre)
        if c is not None and c.numerateur is not None
    ]
    assert len(controles) == 12
    assert all(abs(calcule - imprime) <= 0.0501 for calcule, imprime in controles)
