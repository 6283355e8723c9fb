"""One verification: precision of print, arithmetic, status that comes from it, French line."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plie_metrics.presentation.rapprochement.arithmetique import calcul, explication
from plie_metrics.publications.chiffre import Chiffre
from plie_metrics.publications.rapprochement.cas import Statut
from plie_metrics.publications.rapprochement.declaration import DeclarationInvalide, declarations
from plie_metrics.publications.rapprochement.precision import arrondir, concorde, pas, tronquer
from plie_metrics.publications.rapprochement.verification import verifier

FINE = "\u202f"


def chiffre(identifiant, valeur, imprime=None, *, unite="personnes", **autres):
    defauts = {
        "document": "rapport",
        "section": "Sorties",
        "tableau": "t",
        "ligne": identifiant,
        "colonne": "",
        "modalites": {},
        "debut": None,
        "fin": None,
        "nature": "realisation",
        "numerateur": None,
        "denominateur": None,
        "indicateur": "",
        "note": "",
    }
    texte = str(valeur) if imprime is None else imprime
    return Chiffre(
        id=identifiant, valeur=valeur, imprime=texte, unite=unite, **{**defauts, **autres}
    )


def juger(chiffres, **cas):
    declare = {"id": "c", "titre": "Titre", **cas}
    (declaration,) = declarations("essai.toml", {"cas": [declare]})
    return verifier(declaration, {c.id: c for c in chiffres})


BTP, SERVICES = chiffre("btp", 67), chiffre("services", 39)
TOTAL = chiffre("total", 104)


@pytest.mark.parametrize(
    ("valeur", "imprime", "attendu"),
    [
        (61, "61 %", 1),
        (455.2, "455,2", 0.1),
        (72333, "72 333 heures", 1),
        (16_500_000, "16,5 millions", 100_000),
        (18044.3, "18 044,30 Euros", 0.01),
        (2, "Deux formations", 1),
        (17.5, "17H50", 0.1),
        (85, "85 entrées en 2008", 1),
    ],
)
def test_le_pas_est_celui_de_la_forme_imprimee(valeur, imprime, attendu):
    assert pas(chiffre("x", valeur, imprime)) == pytest.approx(attendu)


@pytest.mark.parametrize(
    ("valeur", "imprime", "recalcule", "attendu"),
    [
        (30, "30 %", 30.49, True),
        (31, "31 %", 30.5, True),
        (30, "30 %", 30.5, False),
        (311, "plus de 311", 314, True),
        (311, "plus de 311", 311, False),
        (12, "une moyenne de plus de 12 points", 12.06, True),
        (12, "une moyenne de plus de 12 points", 11.9, False),
    ],
)
def test_concorde_a_l_arrondi_imprime_pres(valeur, imprime, recalcule, attendu):
    assert concorde(recalcule, chiffre("x", valeur, imprime)) is attendu


@given(st.integers(-10_000, 10_000), st.sampled_from((1, 10, 100)))
def test_un_multiple_du_pas_s_arrondit_a_lui_meme(multiple, echelle):
    valeur = multiple / echelle
    assert arrondir(valeur, 1 / echelle) == pytest.approx(valeur)
    assert tronquer(valeur, 1 / echelle) == pytest.approx(valeur)


def test_une_somme_qui_tombe_juste_est_egale_quoi_que_dise_le_fichier():
    cas = juger(
        [BTP, SERVICES, chiffre("total", 106)],
        imprime="total",
        genre="somme",
        termes=["btp", "services"],
        hypothese={"texte": "Inutile", "genre": "somme", "termes": ["btp"]},
    )
    assert (cas.statut, cas.recalcule, cas.ecart) == (Statut.EGAL, 106, 0)
    assert calcul(cas) == "67 + 39 = 106"
    assert explication(cas) == ""


def test_un_ecart_sans_explication_est_inexplique_avec_sa_raison():
    cas = juger(
        [BTP, SERVICES, TOTAL],
        imprime="total",
        genre="somme",
        termes=["btp", "services"],
        raison="Rien n'est imprimé.",
    )
    assert (cas.statut, cas.imprime, cas.recalcule, cas.ecart) == (Statut.INEXPLIQUE, 104, 106, -2)
    assert calcul(cas) == "67 + 39 = 106 ≠ 104"
    assert explication(cas) == "Rien n'est imprimé."
    assert cas.sources == (("rapport", "Sorties"),)


def test_une_inconnue_est_cherchee_de_zero_a_son_maximum():
    doubles = {
        "texte": "Validés deux fois",
        "genre": "somme",
        "termes": ["btp", "services"],
        "inconnue": {"maximum": "services", "cote": "haut", "signe": "-"},
    }
    cas = juger(
        [BTP, SERVICES, TOTAL],
        imprime="total",
        genre="somme",
        termes=["btp", "services"],
        hypothese=doubles,
    )
    assert (cas.statut, cas.solutions) == (Statut.HYPOTHESE, (2,))
    assert "pour x = 2" in explication(cas).replace("\u00a0", " ")


def test_une_hypothese_dont_le_calcul_ne_tient_pas_laisse_l_ecart_inexplique():
    cas = juger(
        [BTP, SERVICES, TOTAL],
        imprime="total",
        genre="somme",
        termes=["btp", "services"],
        hypothese={"texte": "Fausse piste", "genre": "egalite", "termes": ["btp"]},
    )
    assert cas.statut is Statut.INEXPLIQUE
    assert explication(cas) == "L'explication proposée ne résiste pas au calcul."


@pytest.mark.parametrize(
    ("citation", "statut"),
    [("9 salariés", Statut.NOTE), ("dix salariés", Statut.INEXPLIQUE)],
)
def test_une_note_doit_etre_imprimee_et_son_calcul_tenir(citation, statut):
    contrats, doubles = chiffre("contrats", 135), chiffre("doubles", 9, "9 salariés")
    cas = juger(
        [contrats, doubles, chiffre("personnes", 126)],
        imprime="personnes",
        genre="egalite",
        termes=["contrats"],
        note_imprimee={
            "texte": "Comptés deux fois",
            "citation": citation,
            "chiffre": "doubles",
            "genre": "somme",
            "termes": ["contrats", "-doubles"],
        },
    )
    assert cas.statut is statut
    assert calcul(cas) == "135 ≠ 126"


def test_la_note_du_transcripteur_n_est_pas_une_note_imprimee():
    douteux = chiffre("douteux", 9, note="9 comptés deux fois ; le texte dit « neuf salariés »")
    cas = {"imprime": "total", "genre": "egalite", "termes": ["btp"]}
    for citation, statut in (
        ("comptés deux fois", Statut.INEXPLIQUE),
        ("neuf salariés", Statut.NOTE),
    ):
        note = {"texte": "x", "citation": citation, "chiffre": "douteux"}
        assert juger([BTP, TOTAL, douteux], note_imprimee=note, **cas).statut is statut


@pytest.mark.parametrize(
    ("mode", "parts", "imprime", "genre", "statut"),
    [
        ("troncature", (5, 12), 41, "rapport", Statut.HYPOTHESE),
        ("troncature", (5, 12), 40, "rapport", Statut.INEXPLIQUE),
        ("cumul_arrondis", (27, 71, 3), 27, "cent", Statut.HYPOTHESE),
        ("cumul_arrondis", (26, 21, 19), 26, "cent", Statut.INEXPLIQUE),
        ("autre_base", (40, 22, 8), 24, "inclusion", Statut.HYPOTHESE),
        ("autre_base", (40, 52, 9), 24, "inclusion", Statut.INEXPLIQUE),
    ],
)
def test_les_modes_d_arrondi_sont_verifies(mode, parts, imprime, genre, statut):
    unite = "pourcent" if genre != "rapport" else "personnes"
    valeurs = [chiffre(f"p{n}", valeur, unite=unite) for n, valeur in enumerate(parts)]
    cible = chiffre("cible", imprime, unite="pourcent")
    ids = [valeur.id for valeur in valeurs]
    formule = (
        {"termes": ids[:1], "denominateur": ids[1:]} if genre == "rapport" else {"termes": ids}
    )
    cas = juger(
        [*valeurs, cible],
        imprime="cible",
        genre=genre,
        hypothese={"texte": "Arrondi", "mode": mode},
        **formule,
    )
    assert cas.statut is statut


def test_un_rapport_montre_assez_de_decimales_pour_convaincre():
    part = chiffre("part", 30, "30%", unite="pourcent")
    cas = juger(
        [chiffre("a", 465), chiffre("n", 1525), part],
        imprime="part",
        genre="rapport",
        termes=["a"],
        denominateur=["n"],
    )
    assert cas.statut is Statut.EGAL
    assert calcul(cas) == f"465 / 1{FINE}525 = 30,49{FINE}%, arrondi à 30{FINE}%"


def test_un_denominateur_nul_ne_donne_rien():
    cas = juger(
        [chiffre("a", 1), chiffre("zero", 0), chiffre("part", 30, unite="pourcent")],
        imprime="part",
        genre="rapport",
        termes=["a"],
        denominateur=["zero"],
    )
    assert (cas.recalcule, cas.ecart, cas.statut) == (None, None, Statut.INEXPLIQUE)


def test_un_chiffre_inverifiable_n_est_jamais_egal():
    cas = juger([TOTAL], imprime="total", genre="inverifiable", raison="Base non imprimée.")
    assert (cas.statut, cas.verifiable) == (Statut.INEXPLIQUE, False)
    assert calcul(cas) == "imprimé : « 104 »"


def test_les_autres_genres():
    noms = [chiffre(f"nom{n}", None, "APSALC", unite="texte") for n in range(3)]
    millions = chiffre("millions", 16_500_000, "16,5 millions", unite="euros")
    taux = chiffre("taux", 13.2, "13,2%", unite="pourcent", numerateur=416.0, denominateur=3150.0)
    base = [*noms, millions, taux, BTP, TOTAL, chiffre("entrees", 33000), chiffre("cout", 500)]
    assert juger(
        [*base, chiffre("deux", 2)],
        imprime="deux",
        genre="comptage",
        termes=["nom0", "nom1", "nom2"],
    ).ecart == pytest.approx(-1)
    produit = juger(base, imprime="millions", genre="produit", termes=["entrees", "cout"])
    assert produit.statut is Statut.EGAL
    assert juger(base, imprime="taux", genre="fraction").statut is Statut.EGAL
    assert juger(base, imprime="total", genre="inclusion", termes=["btp"]).statut is Statut.EGAL
    trop = juger(base, imprime="btp", genre="inclusion", termes=["total"])
    assert (trop.statut, calcul(trop)) == (Statut.INEXPLIQUE, "104 > 67")


@pytest.mark.parametrize(
    ("faute", "message"),
    [
        ({"genre": "moyenne"}, "genres prévus"),
        ({"genre": "inverifiable"}, "raison"),
        ({"statut": "egal"}, "champ inconnu « statut »"),
        ({"imprime": None}, "« imprime » manque"),
        ({"note_imprimee": {"texte": "sans citation"}}, "se cite"),
        ({"hypothese": {"texte": "x", "mode": "au pif"}}, "modes prévus"),
        (
            {"hypothese": {"texte": "x", "genre": "egalite", "termes": ["total"]}},
            "ne peut pas se servir du chiffre expliqué",
        ),
        (
            {"hypothese": {"texte": "x"}, "note_imprimee": {"texte": "x"}},
            "choisissez",
        ),
    ],
)
def test_une_declaration_fautive_est_nommee(faute, message):
    brut = {"id": "c", "titre": "t", "imprime": "total", "genre": "somme", "termes": ["btp"]}
    contenu = {cle: valeur for cle, valeur in {**brut, **faute}.items() if valeur is not None}
    with pytest.raises(DeclarationInvalide, match=message):
        declarations("essai.toml", {"cas": [contenu]})


def test_un_modele_se_deplie():
    modele = {"id": "a.{c}", "titre": "{c}", "imprime": "x.{c}", "genre": "somme"}
    produit = declarations("e", {"cas": [{**modele, "pour": {"c": ["f", "h"]}}]})
    assert [d.imprime for d in produit] == ["x.f", "x.h"]
    ensemble = declarations("e", {"cas": [{**modele, "pour": [{"c": "f"}, {"c": "total"}]}]})
    assert [d.id for d in ensemble] == ["a.f", "a.total"]
