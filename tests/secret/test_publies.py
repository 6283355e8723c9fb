"""Published reference values under the rules of a profile."""

import pytest

from plie_metrics.configuration import lire
from plie_metrics.publications.chiffre import Chiffre, ChiffreMasque, Publication
from plie_metrics.secret.cellules import EXTREME, POUR_UNE_AUTRE
from plie_metrics.secret.profils import PROFILS
from plie_metrics.secret.publies import CROISEE, masquer_publication, masques_publies
from plie_metrics.secret.reglages import valider

REGLAGES = valider(lire("secret"))
FINANCEUR, PUBLIC = PROFILS["financeur"], PROFILS["public"]


def chiffre(ident, valeur, *, nature="realisation", unite="nombre", modalites=None, **autres):
    parts = {"numerateur": None, "denominateur": None, "ligne": ident, "colonne": "Nombre"}
    fixes = {"document": "d", "section": "s", "debut": None, "fin": None, "note": ""}
    return Chiffre(
        id=ident,
        tableau="t",
        nature=nature,
        unite=unite,
        valeur=valeur,
        modalites=modalites or {},
        imprime=str(valeur),
        indicateur="",
        **{**fixes, **parts, **autres},
    )


@pytest.mark.parametrize(
    ("profil", "valeur", "masque"),
    [
        ("financeur", 0, False),
        ("financeur", 1, True),
        ("financeur", 4, True),
        ("financeur", 5, False),
        ("public", 10, True),
        ("public", 11, False),
        ("coordination", 1, False),
        ("referent", 4, True),
    ],
)
def test_un_effectif_de_un_a_seuil_moins_un(profil, valeur, masque):
    trouves = masques_publies([chiffre("a", valeur)], PROFILS[profil], REGLAGES)
    assert bool(trouves) == masque


@pytest.mark.parametrize("nature", ["objectif", "norme", "regle", "caracteristique", "engagement"])
def test_une_cible_ou_une_regle_n_est_pas_un_effectif(nature):
    assert masques_publies([chiffre("a", 3, nature=nature)], FINANCEUR, REGLAGES) == {}


@pytest.mark.parametrize(
    ("haut", "bas", "motif"),
    [
        (3, 60, "masqué : moins de 5"),
        (58, 60, "masqué : moins de 5"),
        (40, 60, None),
        (12, 12, EXTREME),
        (0, 12, EXTREME),
        (60, 60, None),
    ],
)
def test_un_taux_suit_ses_termes(haut, bas, motif):
    taux = chiffre(
        "t", 100 * haut / bas, nature="taux", unite="pourcent", numerateur=haut, denominateur=bas
    )
    assert masques_publies([taux], FINANCEUR, REGLAGES).get("t") == motif


def test_une_modalite_sensible_n_est_jamais_croisee():
    croisee = chiffre("a", 20, modalites={"prescripteur": "spip", "sexe": "F"})
    seule = chiffre("b", 20, modalites={"prescripteur": "spip"})
    assert masques_publies([croisee, seule], FINANCEUR, REGLAGES)["a"] == CROISEE
    assert "b" not in masques_publies([seule], FINANCEUR, REGLAGES)
    assert masques_publies([seule], PUBLIC, REGLAGES)["b"] == CROISEE


def test_seul_masque_de_sa_colonne_il_en_masque_un_autre():
    trouves = masques_publies(
        [chiffre("a", 3), chiffre("b", 8), chiffre("c", 20), chiffre("total", 31)],
        FINANCEUR,
        REGLAGES,
    )
    assert trouves == {"a": "masqué : moins de 5", "b": POUR_UNE_AUTRE}


def test_le_document_masque_n_a_plus_la_valeur(rapport):
    vu = masquer_publication(rapport, FINANCEUR, REGLAGES)
    masques = masques_publies(rapport, FINANCEUR, REGLAGES)
    assert masques
    assert [c.id for c in vu] == [c.id for c in rapport]
    for avant, apres in zip(rapport, vu, strict=True):
        if avant.id in masques:
            assert (apres.valeur, apres.imprime) == (None, masques[avant.id])
        else:
            assert apres == avant
    montres = [
        c.valeur for c in vu if (c.nature, c.unite) == ("realisation", "nombre") and c.valeur
    ]
    assert min(montres) >= 5


def test_la_coordination_voit_le_document_entier(rapport):
    assert masquer_publication(rapport, PROFILS["coordination"], REGLAGES) == rapport
    assert isinstance(rapport, Publication)


def test_un_chiffre_cache_ne_se_lit_ni_ne_se_cite():
    """Its number is refused with a sentence, and its note, which may repeat it, is gone."""
    publie = Publication("d", "D", (chiffre("a", 3, note="soit 3 personnes"),))
    (cache,) = masquer_publication(publie, FINANCEUR, REGLAGES)
    assert (cache.masque, cache.note) == ("masqué : moins de 5", "")
    with pytest.raises(ChiffreMasque, match="« Document publié »"):
        _ = cache.nombre
