"""What changed between two arrêtés: each cause alone, by hand, then every cause at random."""

from copy import deepcopy
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from plie_metrics.filtres import Filtres
from plie_metrics.objectifs.changements import Changement, changements
from plie_metrics.objectifs.evolution import (
    Arrete,
    ArretesMalRanges,
    Enregistre,
    Parts,
    evolution,
)
from plie_metrics.objectifs.listes import Mouvement
from tests.calcul.extraits import extrait, tables
from tests.calcul.tirages import extraits

JUIN, SEPTEMBRE = date(2016, 6, 30), date(2016, 9, 30)
GENS = [{"participant_id": f"P{rang}"} for rang in range(1, 6)]


def suivi(rang, entree, sortie=None, motif=None, **autres):
    return {
        "parcours_id": f"Q{rang}",
        "participant_id": f"P{rang}",
        "date_entree": entree,
        "date_sortie": sortie,
        "motif_sortie": motif or ("autre" if sortie else None),
        **autres,
    }


def comparer(ancien, nouveau, *noms, **options):
    arretes = [
        Arrete(jour, tables(extrait(participants=GENS, **lignes)))
        for jour, lignes in ((JUIN, ancien), (SEPTEMBRE, nouveau))
    ]
    return evolution(*arretes, indicateurs=noms, **options)


def parcours(*lignes):
    return {"parcours": list(lignes)}


MARS, MAI, AOUT = date(2016, 3, 10), date(2016, 5, 20), date(2016, 8, 5)
UN = suivi(1, MARS)


@pytest.mark.parametrize(
    ("avant", "apres", "entrees", "sorties"),
    [
        pytest.param([UN], [UN], (0, 0, 0), (0, 0, 0), id="rien"),
        pytest.param([UN], [UN, suivi(2, AOUT)], (1, 0, 0), (0, 0, 0), id="entree nouvelle"),
        pytest.param([UN], [UN, suivi(2, MAI)], (0, 1, 0), (0, 0, 0), id="entree tardive"),
        pytest.param([UN], [suivi(1, MARS, AOUT)], (0, 0, 0), (1, 0, 0), id="sortie nouvelle"),
        pytest.param([UN], [suivi(1, MARS, MAI)], (0, 0, 0), (0, 1, 0), id="sortie tardive"),
        pytest.param(
            [UN], [UN, suivi(2, MAI, AOUT)], (0, 1, 0), (1, 0, 0), id="entree tardive, sortie"
        ),
        pytest.param([suivi(1, MARS, MAI)], [UN], (0, 0, 0), (0, 0, -1), id="sortie annulee"),
        pytest.param([UN, suivi(2, MAI)], [UN], (0, 0, -1), (0, 0, 0), id="suppression"),
        pytest.param(
            [UN], [suivi(1, date(2015, 12, 31))], (0, 0, -1), (0, 0, 0), id="date corrigee"
        ),
        pytest.param([UN], [suivi(1, AOUT)], (1, 0, -1), (0, 0, 0), id="date repoussee"),
    ],
)
def test_chaque_cause_seule(avant, apres, entrees, sorties):
    """(activity, late entries, corrections) of the entrées and of the sorties."""
    trouvees = comparer(parcours(*avant), parcours(*apres), "entrees", "sorties")
    for nom, attendues in (("entrees", entrees), ("sorties", sorties)):
        evolue = trouvees[nom]
        assert evolue.parts == Parts(*attendues, 0)
        assert evolue.parts.total == evolue.apres - evolue.avant


def test_un_motif_corrige_change_les_sorties_positives():
    avant = parcours(suivi(1, MARS, MAI, "autre"))
    apres = parcours(suivi(1, MARS, MAI, "emploi_cdi"))
    trouvees = comparer(avant, apres, "sorties", "sorties_positives", "taux_sorties_positives_brut")
    assert trouvees["sorties"].parts == Parts(0, 0, 0, 0)
    assert trouvees["sorties_positives"].parts == Parts(0, 0, 1, 0)
    assert trouvees["taux_sorties_positives_brut"].parts == Parts(0, 0, 1, 0)
    assert trouvees["sorties_positives"].listes.corrections == (Mouvement("Q1", (0.0,), (1.0,)),)


def test_une_case_vide_qui_se_remplit_n_est_pas_une_correction():
    """The level of the second person becomes known: 1 of 1, then 1 of 2."""
    ancien, nouveau = (
        {
            "participants": [{"niveau_formation": "VI"}, {"niveau_formation": niveau}],
            "parcours": [suivi(1, MARS), suivi(2, MARS)],
        }
        for niveau in (None, "IV")
    )
    arretes = [Arrete(j, tables(extrait(**e))) for j, e in ((JUIN, ancien), (SEPTEMBRE, nouveau))]
    evolue = evolution(*arretes, indicateurs=["part_niveau_v_infra"])["part_niveau_v_infra"]
    assert evolue.parts == Parts(0, -0.5, 0, 0)
    assert changements(arretes[0].tables, arretes[1].tables) == ()


def test_un_quartier_trouve_est_une_correction():
    """An empty quarter says « hors QPV »: it was a value."""
    gens = [
        {"participants": [{"qpv": qpv}], "parcours": [suivi(1, MARS)]} for qpv in (None, "QP021001")
    ]
    arretes = [
        Arrete(jour, tables(extrait(**e))) for jour, e in zip((JUIN, SEPTEMBRE), gens, strict=True)
    ]
    evolue = evolution(*arretes, indicateurs=["part_qpv"])["part_qpv"]
    assert evolue.parts == Parts(0, 0, 1, 0)
    assert changements(arretes[0].tables, arretes[1].tables) == (
        Changement("participants", "P1", "qpv", None, "QP021001"),
    )


def test_une_orientation_validee_depuis_est_une_saisie_tardive():
    avant, apres = (
        {"clauses_orientations": [{"date": MAI, "validee": validee}]} for validee in (False, True)
    )
    evolue = comparer(avant, apres, "clauses_orientations_validees")
    assert evolue["clauses_orientations_validees"].parts == Parts(0, 1, 0, 0)
    assert evolue["clauses_orientations_validees"].listes.saisie_tardive is None


def test_des_heures_corrigees_et_des_heures_tardives():
    """100 h become 90, 40 h of May come late, 50 h of August are new."""
    contrats = {"clauses_contrats": [{"date_debut": MARS}]}
    heures = [{"mois": date(2016, m, 1), "heures": h} for m, h in ((3, 90.0), (5, 40.0), (8, 50.0))]
    avant = contrats | {"clauses_heures": [{"mois": date(2016, 3, 1), "heures": 100.0}]}
    trouvees = comparer(avant, contrats | {"clauses_heures": heures}, "clauses_heures")
    assert trouvees["clauses_heures"].parts == Parts(50, 40, -10, 0)


def test_la_file_active_et_ses_listes():
    """Q1 leaves in August, Q2 had left in May (entered since), Q3 comes in August."""
    avant = parcours(UN, suivi(2, MARS))
    apres = parcours(suivi(1, MARS, AOUT), suivi(2, MARS, MAI), suivi(3, AOUT))
    evolue = comparer(avant, apres, "file_active")["file_active"]
    assert (evolue.avant, evolue.apres) == (2, 1)
    assert evolue.parts == Parts(0, -1, 0, 0)
    assert [m.parcours_id for m in evolue.listes.activite] == ["Q1", "Q3"]
    assert [m.parcours_id for m in evolue.listes.saisie_tardive] == ["Q2"]
    assert evolue.listes.corrections == ()


def etape(rang, parcours_id, debut):
    return {"etape_id": f"E{rang}", "parcours_id": parcours_id, "date_debut": debut}


def test_une_etape_d_avant_son_parcours_vient_avec_lui():
    """The étape is dated 20/05, its parcours begins in August: both are new activity."""
    apres = {**parcours(UN, suivi(2, AOUT)), "etapes": [etape(1, "Q2", MAI)]}
    evolue = comparer(parcours(UN), apres, "etapes")["etapes"]
    assert evolue.parts == Parts(1, 0, 0, 0)
    assert evolue.listes.activite == (Mouvement("Q2", (0.0,), (1.0,)),)
    assert evolue.listes.saisie_tardive == evolue.listes.corrections == ()


def test_une_etape_deplacee_quitte_son_parcours_et_attend_le_nouveau():
    """Entered in March for Q1, given since to Q2, which begins in August."""
    avant = {**parcours(UN), "etapes": [etape(1, "Q1", MAI)]}
    apres = {**parcours(UN, suivi(2, AOUT)), "etapes": [etape(1, "Q2", MAI)]}
    evolue = comparer(avant, apres, "etapes")["etapes"]
    assert evolue.parts == Parts(1, 0, -1, 0)
    assert evolue.listes.corrections == (Mouvement("Q1", (1.0,), (0.0,)),)
    assert evolue.listes.activite == (Mouvement("Q2", (0.0,), (1.0,)),)


def test_les_heures_d_un_contrat_repousse_l_attendent():
    """The contract moves from March to August: its hours leave the old period with it."""
    heures = {"clauses_heures": [{"mois": date(2016, 5, 1), "heures": 40.0}]}
    avant, apres = (heures | {"clauses_contrats": [{"date_debut": j}]} for j in (MARS, AOUT))
    assert comparer(avant, apres, "clauses_heures")["clauses_heures"].parts == Parts(40, 0, -40, 0)


def test_un_changement_de_referent_deplace_la_file_active():
    avant = parcours(UN)
    apres = parcours({**UN, "referent_id": "R2"})
    un, deux = (
        comparer(avant, apres, "file_active", filtres=Filtres(referent=(nom,)))["file_active"]
        for nom in ("R1", "R2")
    )
    assert un.parts == Parts(0, 0, -1, 0)
    assert deux.parts == Parts(0, 0, 1, 0)


def test_un_changement_de_definition():
    """The old edition showed 3 entrées under version 0; today's definition finds 1 then."""
    evolue = comparer(
        parcours(UN), parcours(UN), "entrees", enregistres={"entrees": Enregistre(3, 0)}
    )["entrees"]
    assert evolue.parts == Parts(0, 0, 0, -2)
    assert (evolue.avant, evolue.apres, evolue.versions) == (3, 1, (0, 1))


def test_ce_qui_n_est_pas_defini_ne_se_decompose_pas():
    evolue = comparer(parcours(UN), parcours(suivi(1, MARS, AOUT)), "duree_moyenne_parcours")
    assert evolue["duree_moyenne_parcours"].parts is None
    assert "pas définie" in evolue["duree_moyenne_parcours"].motif


def test_les_arretes_se_suivent():
    vide = tables(extrait(participants=GENS))
    with pytest.raises(ArretesMalRanges, match=r"30/06/2016 précède celui du 30/09/2016"):
        evolution(Arrete(SEPTEMBRE, vide), Arrete(JUIN, vide))


def test_les_changements_case_par_case():
    avant = tables(extrait(participants=GENS, **parcours(UN, suivi(2, MAI), suivi(3, MAI))))
    apres = tables(extrait(participants=GENS, **parcours(suivi(1, MAI, AOUT), suivi(3, MAI))))
    assert changements(avant, apres) == (
        Changement("parcours", "Q2", None, None, None),
        Changement("parcours", "Q1", "date_entree", MARS, MAI),
    )


@st.composite
def deux_arretes(tirer):
    """A new extract, and an old one made from it: cut at its day, rows altered, added, lost."""
    nouveau = tirer(extraits())
    ancien = deepcopy(nouveau)
    jours = {"parcours": "date_entree", "etapes": "date_debut", "prescriptions": "date"}
    jours |= {"entretiens": "date", "clauses_orientations": "date", "clauses_sorties": "date"}
    for nom, colonne in jours.items():
        ancien[nom] = [
            ligne for ligne in ancien[nom] if ligne[colonne] <= JUIN and tirer(st.integers(0, 4))
        ]
    for ligne in ancien["parcours"]:
        if ligne["date_sortie"] and (ligne["date_sortie"] > JUIN or not tirer(st.integers(0, 3))):
            ligne |= {"date_sortie": None, "motif_sortie": None}
        if not tirer(st.integers(0, 3)):
            ligne["date_entree"] = min(ligne["date_entree"], date(2016, 2, 1))
    gardes = {ligne["parcours_id"] for ligne in ancien["parcours"]}
    for nom in ("etapes", "entretiens"):
        ancien[nom] = [ligne for ligne in ancien[nom] if ligne["parcours_id"] in gardes]
    if ancien["parcours"] and tirer(st.booleans()):
        perdu = {**ancien["parcours"][0], "parcours_id": "Q99"}
        ancien["parcours"].append(perdu)
    return ancien, nouveau


FIN = date(2017, 12, 31)
EXACTS = ("entrees", "sorties_positives", "file_active", "etapes", "prescriptions")
APPROCHES = ("taux_sorties_positives_net", "duree_moyenne_parcours", "part_qpv", "clauses_heures")


@settings(deadline=None, max_examples=4, suppress_health_check=list(HealthCheck))
@given(deux_arretes())
def test_les_parts_font_la_difference(couple):
    """To the unit for the counts, to the rounding for the rates."""
    ancien, nouveau = (
        Arrete(jour, tables(lignes)) for jour, lignes in zip((JUIN, FIN), couple, strict=True)
    )
    for nom, evolue in evolution(ancien, nouveau, indicateurs=EXACTS + APPROCHES).items():
        if evolue.parts is None:
            assert evolue.motif
            continue
        difference = evolue.apres - evolue.avant
        exact = nom in EXACTS
        assert evolue.parts.total == (difference if exact else pytest.approx(difference))


@settings(deadline=None, max_examples=5, suppress_health_check=list(HealthCheck))
@given(deux_arretes())
def test_les_sorties_une_seconde_fois(couple):
    """The same split in plain loops, from the words of the definition."""
    avant, apres = ({q["parcours_id"]: q for q in extrait_["parcours"]} for extrait_ in couple)
    debut = date(2016, 1, 1)

    def dedans(ligne, au):
        return int(ligne["date_sortie"] is not None and debut <= ligne["date_sortie"] <= au)

    corrections = tardives = activite = 0
    for cle, ligne in avant.items():
        if cle not in apres:
            corrections -= dedans(ligne, JUIN)
        elif ligne["date_sortie"] is not None:
            corrections += dedans(apres[cle], JUIN) - dedans(ligne, JUIN)
    for cle, ligne in apres.items():
        inconnue = cle not in avant or avant[cle]["date_sortie"] is None
        tardives += inconnue and dedans(ligne, JUIN)
        activite += dedans(ligne, FIN) - dedans(ligne, JUIN)
    arretes = [Arrete(j, tables(e)) for j, e in zip((JUIN, FIN), couple, strict=True)]
    trouvee = evolution(*arretes, indicateurs=["sorties"])["sorties"]
    assert trouvee.parts == Parts(activite, tardives, corrections, 0)
    listes = trouvee.listes
    for liste, part in (
        (listes.activite, activite),
        (listes.saisie_tardive, tardives),
        (listes.corrections, corrections),
    ):
        assert sum(m.apres[0] - m.avant[0] for m in liste) == part
