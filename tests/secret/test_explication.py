"""The method page says the thresholds in force."""

from plie_metrics.secret.explication import expliquer
from tests.secret.exemples import reglages


def test_l_explication_dit_les_seuils_en_vigueur():
    texte = "\n".join(p for s in expliquer(reglages()) for p in s.paragraphes)
    assert "tout effectif de 1 à 4 est masqué" in texte
    assert "tout effectif de 1 à 10 l’est" in texte
    assert "85 %" in texte
    assert "une commune moins ses quartiers" in texte


def test_chaque_section_a_un_titre_et_des_phrases():
    for section in expliquer(reglages()):
        assert section.titre
        assert all(paragraphe.endswith(".") for paragraphe in section.paragraphes)
