"""The method in words says what the code does."""

from plie_metrics.objectifs.explication import EXPLICATIONS, SUR_DONNEES_SIMULEES


def texte(debut):
    return next(e.texte for e in EXPLICATIONS if e.titre.startswith(debut))


def test_les_chiffres_viennent_du_code():
    assert "20\u202f% environ" in texte("Projection d’un flux")
    assert "95\u202f%" in texte("Mois provisoires")
    assert "2 dernières années" in texte("Mois provisoires")
    assert "3 derniers mois" in texte("Rythmes")
    assert "2,66 fois" in texte("Variations")


def test_la_typographie_est_francaise():
    for explication in EXPLICATIONS:
        assert "'" not in explication.titre + explication.texte
        assert explication.texte.endswith(".")
    assert SUR_DONNEES_SIMULEES == (
        "sur données simulées : vérifie le calcul, ne prouve pas la prévision"
    )
