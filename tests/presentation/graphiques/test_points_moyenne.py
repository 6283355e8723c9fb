"""Dots against a mean."""

from plie_metrics.presentation.graphiques.points_moyenne import LignePoint, points_moyenne

LIGNES = (
    LignePoint("Talant", 11.7, "11,7 · 137 pers."),
    LignePoint("Les autres", 2.1, "2,1 · 112 pers.", plein=False, choisi=False),
)


def par_nom(specification):
    """The rows of the chart, wherever the specification keeps them."""
    if isinstance(specification, dict):
        ici = {specification["nom"]: specification} if "valeur" in specification else {}
        return ici | par_nom(list(specification.values()))
    if isinstance(specification, list):
        return {nom: ligne for element in specification for nom, ligne in par_nom(element).items()}
    return {}


def test_chaque_lieu_garde_son_ordre_sa_valeur_et_ses_mots():
    lignes = par_nom(points_moyenne(LIGNES, 6.05, "métropole"))
    assert list(lignes) == ["Talant", "Les autres"]
    assert lignes["Talant"]["valeur"] == 11.7
    assert lignes["Les autres"]["etiquette"] == "2,1 · 112 pers."


def test_un_groupe_est_creux_et_ce_qui_n_est_pas_choisi_s_efface():
    lignes = par_nom(points_moyenne(LIGNES, 6.05, "métropole"))
    assert lignes["Talant"]["fond"] == lignes["Talant"]["couleur"]
    assert lignes["Les autres"]["fond"] == "white"
    assert lignes["Talant"]["opacite"] == 1 > lignes["Les autres"]["opacite"] > 0


def test_l_echelle_part_de_zero_et_contient_la_moyenne():
    texte = str(points_moyenne(LIGNES, 40.0, "métropole : 40"))
    assert "'domain': [0, 64.0]" in texte
    assert "métropole : 40" in texte
