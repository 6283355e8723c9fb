"""Published reference values under the rules of a profile."""

from dataclasses import replace

import pytest

from plie_metrics.chemins import PUBLICATIONS
from plie_metrics.configuration import lire
from plie_metrics.publications.chiffre import Chiffre, ChiffreMasque, Publication
from plie_metrics.publications.lecture import documents_publies, ouvrir
from plie_metrics.secret.cellules import EXTREME, POUR_UNE_AUTRE
from plie_metrics.secret.deductions import MESURES
from plie_metrics.secret.profils import PROFILS
from plie_metrics.secret.publies import (
    CROISEE,
    NOTE,
    masquer_publication,
    masques_publies,
)
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


@pytest.mark.parametrize("unite", ["personnes", "salaries", "sorties", "candidats", "contrats"])
def test_un_effectif_est_masque_quelle_que_soit_son_unite(unite):
    assert masques_publies([chiffre("a", 2, unite=unite)], FINANCEUR, REGLAGES)


@pytest.mark.parametrize("unite", ["heures", "euros", "mois", "structures"])
def test_une_mesure_n_est_pas_un_effectif(unite):
    assert masques_publies([chiffre("a", 2, unite=unite)], FINANCEUR, REGLAGES) == {}


@pytest.mark.parametrize("document", documents_publies(PUBLICATIONS))
@pytest.mark.parametrize(("profil", "seuil"), [(FINANCEUR, 5), (PUBLIC, 11)])
def test_aucun_petit_effectif_d_un_document_n_est_montre(document, profil, seuil):
    vu = masquer_publication(ouvrir(PUBLICATIONS, document), profil, REGLAGES)
    petits = [
        c.id
        for c in vu
        if c.nature == "realisation" and c.unite not in MESURES and 0 < (c.valeur or 0) < seuil
    ]
    assert petits == []


def test_a_cote_d_un_effectif_masque_ni_part_ni_moyenne():
    ligne = {"ligne": "CDI"}
    trouves = masques_publies(
        [
            chiffre("n", 3, unite="salaries", **ligne),
            chiffre("heures", 6845.0, unite="heures", **ligne),
            chiffre("part", 7.0, unite="pourcent", nature="part", **ligne),
            chiffre("ailleurs", 900.0, unite="heures"),
        ],
        FINANCEUR,
        REGLAGES,
    )
    assert trouves.keys() == {"n", "heures", "part"}


def test_une_part_sans_termes_de_peu_de_gens_est_masquee():
    total = chiffre("total", 46, unite="personnes")
    parts = {
        ident: chiffre(ident, part, unite="pourcent", nature="part")
        for ident, part in (("tres_peu", 3.0), ("presque_tous", 98.0), ("assez", 30.0))
    }
    trouves = masques_publies([total, *parts.values()], FINANCEUR, REGLAGES)
    assert trouves.keys() == {"tres_peu", "presque_tous"}


def test_une_part_masquee_seule_ne_se_lit_pas_dans_ce_qui_reste_de_cent():
    total = chiffre("total", 46, unite="personnes", colonne="Nombre")
    parts = [
        chiffre(ident, part, unite="pourcent", nature="part", colonne="%")
        for ident, part in (("emploi", 27.0), ("formation", 70.0), ("stage", 3.0))
    ]
    trouves = masques_publies([total, *parts], FINANCEUR, REGLAGES)
    assert trouves == {"stage": "masqué : moins de 5", "emploi": POUR_UNE_AUTRE}


def test_le_nom_d_une_ligne_ne_dit_pas_de_combien_de_gens():
    heures = chiffre("a", 1300, unite="heures", ligne="Heures réalisées par ces 3 personnes")
    autres = [
        chiffre(nom, 1300, unite="heures", ligne=f"Heures réalisées par {nom} personnes")
        for nom in ("13", "2\u202f003")
    ]
    vue = masquer_publication(Publication("d", "Document", (heures, *autres)), FINANCEUR, REGLAGES)
    dits = [c.ligne for c in vue]
    assert dits == ["Heures réalisées par ces ▨ personnes", *(c.ligne for c in autres)]


def test_la_note_d_un_chiffre_montre_ne_cite_pas_un_petit_effectif():
    cite = chiffre("a", 135, unite="salaries", note="135 contrats : 3 salariés en ont eu deux")
    muette = chiffre("b", 135, unite="salaries", note="135 = 100 + 35, soit 3 % de plus")
    vue = masquer_publication(Publication("d", "Document", (cite, muette)), FINANCEUR, REGLAGES)
    assert [c.note for c in vue] == [NOTE, muette.note]


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
            assert apres in (avant, replace(avant, note=NOTE))
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
