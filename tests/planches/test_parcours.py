"""The planches of Parcours on ten parcours written by hand."""

import json
from dataclasses import replace
from datetime import date

import pytest

from plie_metrics.filtres import Filtres
from plie_metrics.planches import parcours
from plie_metrics.planches.planche import PlancheIndisponible
from plie_metrics.planches.registre import PLANCHES, fabriquer
from plie_metrics.presentation.formats import FINE, INSECABLE
from plie_metrics.secret.detail import DetailRefuse
from plie_metrics.secret.profils import PROFILS
from tests.dossiers.extrait import PARCOURS, dix
from tests.planches.fabrique import regard


def lignes():
    dix()  # gives each parcours its person
    gens = [
        {"participant_id": f"P{n}", "commune": "21166" if n % 2 == 0 else "21231"}
        for n in range(1, 11)
    ]
    etapes = [
        {"type_etape": "cdi", "parcours_id": "Q1"},
        {"type_etape": "cdi", "parcours_id": "Q2"},
        {"type_etape": "formation", "parcours_id": "Q1"},
        {"type_etape": "formation", "parcours_id": "Q1", "date_debut": date(2015, 1, 1)},
    ]
    entretiens = [{"parcours_id": "Q1"}, {"parcours_id": "Q2"}]
    return {
        "participants": gens,
        "parcours": PARCOURS,
        "etapes": etapes,
        "entretiens": entretiens,
    }


@pytest.fixture(scope="module")
def vu():
    return regard(**lignes())


def textes(planche):
    return planche.tableau.textes()


def test_le_constat_dit_la_file_active_et_les_parcours_longs(vu):
    assert parcours.constat(vu) == (
        f"5{INSECABLE}personnes en parcours au 31/12/2016 ; 1 parcours dépasse 30 mois"
    )


def test_le_flux_va_des_entrees_aux_sorties(vu):
    planche = fabriquer("parcours.flux", vu)
    assert planche.titre == (
        f"Sur 9{INSECABLE}parcours suivis, 4 sont terminés, dont 2 par une sortie positive"
    )
    assert textes(planche) == [
        ["Sorties positives", "1", "1", "2"],
        ["Sorties neutres", "1", "0", "1"],
        ["Autres sorties", "1", "0", "1"],
        ["Encore en parcours au 31/12/2016", "3", "2", "5"],
        ["Ensemble", "6", "3", "9"],
    ]


def test_les_etapes_disent_lesquelles_mettent_a_l_emploi(vu):
    planche = fabriquer("parcours.etapes", vu)
    assert planche.titre == (
        f"3{INSECABLE}étapes commencées, dont 2{INSECABLE}mises à l’emploi (67{FINE}%)"
    )
    assert textes(planche) == [
        ["CDI", "mise à l’emploi", "2"],
        ["Formation", "autre étape", "1"],
        ["Ensemble", "", "3"],
    ]


def test_les_trente_mois_annoncent_ceux_qui_viennent(vu):
    planche = fabriquer("parcours.echeances", vu)
    assert planche.titre == (
        "1 parcours est en cours depuis plus de 30 mois ; 2 autres le seront dans les trois mois"
    )
    assert textes(planche)[-2:] == [
        ["Plus de 30 mois", "1", f"20{FINE}%"],
        ["Ensemble", "5", f"100{FINE}%"],
    ]


def test_les_entretiens_de_decembre(vu):
    planche = fabriquer("parcours.entretiens", vu)
    assert planche.titre.startswith(f"40{FINE}% des personnes suivies ont été reçues en décembre")
    assert textes(planche)[-1] == ["décembre 2016", f"40,0{FINE}%", "2", "5"]
    derniers = fabriquer("parcours.derniers_entretiens", vu)
    assert derniers.titre.startswith("3 personnes sur 5")


def test_trop_peu_de_fins_le_dit(vu):
    with pytest.raises(PlancheIndisponible, match="trop peu"):
        fabriquer("parcours.duree", vu)


def test_la_duree_se_lit_sur_la_courbe():
    cycles = [
        {
            "date_entree": date(2015, 1, 1),
            "date_sortie": date(2016, 1, 1),
            "motif_sortie": "emploi_cdi",
            "participant_id": f"P{n}",
        }
        for n in range(1, 13)
    ]
    # an earlier exit, so that the parcours begun on 01/01/2015 are all in the extract
    cycles += [
        {
            "date_entree": date(2014, 1, 1),
            "date_sortie": date(2014, 6, 1),
            "motif_sortie": "autre",
            "participant_id": "P13",
        }
    ]
    gens = [{"participant_id": f"P{n}"} for n in range(1, 14)]
    planche = fabriquer("parcours.duree", regard(participants=gens, parcours=cycles))
    assert planche.titre == "Un parcours sur deux est terminé au bout de 12,0 mois"
    assert textes(planche)[0][:2] == ["0", f"100,0{FINE}%"]


@pytest.mark.parametrize("cle", [cle for cle in PLANCHES if cle.startswith("parcours.")])
@pytest.mark.parametrize("filtres", [Filtres(), Filtres(commune=("21166",))])
def test_chaque_planche_se_suffit_et_sans_cas_s_explique(cle, filtres):
    try:
        planche = fabriquer(cle, regard(filtres=filtres, **lignes()))
    except PlancheIndisponible as refus:
        assert str(refus).endswith(".")
        return
    assert planche.cle == cle
    assert planche.resume
    assert planche.source
    json.dumps(planche.specification)


@pytest.mark.parametrize(
    "cle", ["parcours.flux", "parcours.duree", "parcours.echeances", "parcours.derniers_entretiens"]
)
def test_les_dossiers_restent_fermes_aux_profils_proteges(vu, cle):
    class Fermee:
        profil, referent, arrete = PROFILS["financeur"], None, vu.porte.arrete

        def detail(self):
            raise DetailRefuse(self.profil)

    with pytest.raises(DetailRefuse, match="pas ouverte au profil financeur"):
        fabriquer(cle, replace(vu, porte=Fermee(), _memoire={}))


def test_un_referent_lit_son_propre_portefeuille(vu):
    """Under the filter of their own identifier, their files only; else refused."""

    class Sienne:
        profil, referent, arrete = PROFILS["referent"], "R1", vu.porte.arrete

        def detail(self):
            raise DetailRefuse(self.profil)

        def dossiers(self):
            return vu.porte.detail().de("R1")

    sien = replace(vu, porte=Sienne(), filtres=Filtres(referent=("R1",)), _memoire={})
    assert fabriquer("parcours.echeances", sien).tableau.lignes[-1][1] == 5
    with pytest.raises(DetailRefuse):
        fabriquer("parcours.echeances", replace(sien, filtres=Filtres(), _memoire={}))
