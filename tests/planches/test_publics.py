"""Publics: mirrored ages, shares, entries beside the stock, parts of the population."""

from dataclasses import replace
from datetime import date

import pytest

from plie_metrics.calcul.lot import Lot
from plie_metrics.calcul.mesure import Mesure
from plie_metrics.calcul.ventilation import Ventilation
from plie_metrics.filtres import Filtres
from plie_metrics.periodes import annee
from plie_metrics.planches.planche import PlancheIndisponible
from plie_metrics.planches.publics import PARTS, PLANCHES, constat
from plie_metrics.secret.profils import PROFILS
from plie_metrics.secret.requetes import RequeteRefusee
from tests.planches.fabrique import PorteEcrite, regard

FINE, INSECABLE = "\u202f", "\u00a0"


def vu(*gens, parcours=None, **reste):
    personnes = [{"participant_id": f"P{i}", **p} for i, p in enumerate(gens, 1)]
    suivis = parcours or [{"participant_id": p["participant_id"]} for p in personnes]
    return regard(participants=personnes, parcours=suivis, **reste)


def test_le_constat_dit_le_rsa_la_longue_duree_et_les_quartiers():
    dit = constat(vu({"brsa": True, "deld": True}, {"brsa": True}, {}, {"qpv": "QP021004"}))
    assert dit == (
        f"4 personnes accompagnées{INSECABLE}: 50{FINE}% au RSA, 25{FINE}% demandeurs d’emploi de "
        f"longue durée et 25{FINE}% en quartier prioritaire"
    )


def test_chaque_part_porte_ses_deux_termes():
    planche = PLANCHES["publics.fragilites"](vu({"deld": True}, {}, {}))
    lignes = {ligne[0]: ligne[1:] for ligne in planche.tableau.lignes}
    assert lignes["DELD"] == (pytest.approx(1 / 3), "1 sur 3")


def test_une_part_hors_de_la_liste_fermee_est_simplement_absente():
    class Fermee(PorteEcrite):
        def lire(self, periode, filtres=None, dimensions=(), identifiants=None):
            if identifiants and "part_deld" in identifiants:
                raise RequeteRefusee("Ce chiffre n’est pas proposé.")
            return super().lire(periode, filtres, dimensions, identifiants)

    mesures = {"personnes_accompagnees": Mesure(40), "part_femmes": Mesure(0.5, 20, 40)}
    mesures |= dict.fromkeys(PARTS[1:4] + PARTS[5:], Mesure(None, motif="non proposé"))
    lots = {(): Lot(annee(2016), Filtres(), mesures, {}, (), {})}
    planche = PLANCHES["publics.fragilites"](replace(vu({}), porte=Fermee(lots), _memoire={}))
    assert planche.tableau.textes() == [["Femmes", f"50,0{FINE}%", "20 sur 40"]]


def test_les_ages_croisent_le_sexe():
    planche = PLANCHES["publics.ages"](
        vu({"sexe": "F"}, {"sexe": "H"}, {"sexe": "H"}, {"sexe": "F", "annee_naissance": 1960})
    )
    lignes = {ligne[0]: ligne[1:] for ligne in planche.tableau.lignes}
    assert lignes == {"25-44 ans": (1, 2), "55-64 ans": (1, 0)}
    assert planche.titre == f"Les 25-44 ans sont 75{FINE}% du public"


class DeuxDemandes(PorteEcrite):
    """A closed list: one filter and one breakdown, never two breakdowns."""

    def lire(self, _periode, filtres=None, dimensions=(), identifiants=None):
        del identifiants
        assert len(dimensions) <= 1
        return self.lots[filtres.sexe, dimensions]


def test_un_profil_protege_demande_un_sexe_apres_l_autre_et_le_masque_reste():
    masque = Mesure(None, motif="masqué : moins de 5", masque="primaire")
    commun, ident = (annee(2016), Filtres()), "personnes_accompagnees"

    def par_age(cellules):
        par = Ventilation(("classe_age",), True, cellules)
        return Lot(*commun, {}, {}, ("classe_age",), {ident: par})

    lots = {
        (("F",), ("classe_age",)): par_age({("25-44",): Mesure(20)}),
        (("H",), ("classe_age",)): par_age({("25-44",): Mesure(12), ("65+",): masque}),
        ((), ()): Lot(*commun, {ident: Mesure(34)}, {}, (), {}),
    }
    protege = replace(vu({}), porte=DeuxDemandes(lots), _memoire={})
    planche = PLANCHES["publics.ages"](protege)
    assert planche.tableau.textes() == [
        ["25-44 ans", "20", "12"],
        ["65 ans et plus", "0", "masqué : moins de 5"],
    ]
    assert planche.titre == "Les personnes accompagnées par âge et par sexe"
    filtre = replace(protege, filtres=Filtres(commune=("21231",)), _memoire={})
    with pytest.raises(PlancheIndisponible, match="Retirez le filtre"):
        PLANCHES["publics.ages"](filtre)


def test_les_entrees_se_comparent_a_la_file_active():
    parcours = [
        {"participant_id": "P1"},
        {"participant_id": "P2"},
        {"participant_id": "P3", "date_entree": date(2015, 1, 1)},
        {"participant_id": "P4", "date_entree": date(2015, 1, 1)},
    ]
    gens = [{"sexe": s} for s in "FFHF"]
    planche = PLANCHES["publics.entrees_stock"](
        vu(*gens, parcours=parcours, choix={"selon": "sexe"})
    )
    assert planche.tableau.lignes == (("Femmes", 1.0, 0.75, 2, 3), ("Hommes", 0.0, 0.25, 0, 1))
    assert planche.titre.startswith("Femmes : 25,0")


def test_une_case_masquee_interdit_de_dire_que_les_publics_se_ressemblent():
    masque = Mesure(None, motif="masqué : moins de 5", masque="primaire")

    def par(cellules):
        return Ventilation(("classe_age",), True, cellules)

    ventiles = {"entrees": par({("25-44",): masque}), "file_active": par({("25-44",): Mesure(9)})}
    commun = (annee(2016), Filtres())
    lots = {
        ("classe_age",): Lot(*commun, {}, {}, ("classe_age",), ventiles),
        (): Lot(*commun, {"entrees": Mesure(12), "file_active": Mesure(9)}, {}, (), {}),
    }
    planche = PLANCHES["publics.entrees_stock"](
        replace(vu({}), porte=PorteEcrite(lots, PROFILS["financeur"]), _memoire={})
    )
    assert planche.titre == "Les entrées et la file active, par classe d’âge"


def test_la_part_dans_la_population_se_lit_en_nombre_de_fois():
    dijon, chenove = [{"commune": "21231"}] * 20, [{"commune": "21166"}] * 20
    planche = PLANCHES["publics.representation_communes"](vu(*dijon, *chenove))
    fois = {ligne[0]: ligne[5] for ligne in planche.tableau.lignes}
    # half of the public, 13 802 inhabitants out of 251 897
    assert fois["Chenôve"] == pytest.approx(0.5 / (13802 / 251897))
    assert planche.titre == "Plus que leur part dans la population : Chenôve (9,1 fois)"
    assert "population municipale 2016" in planche.source.lower()


def test_deux_personnes_ne_font_pas_un_constat():
    gens = [{"commune": "21231"}] * 30 + [{"commune": "21166"}] * 2
    planche = PLANCHES["publics.representation_communes"](vu(*gens))
    assert planche.titre == ("Plus que leur part dans la population : Dijon (1,5 fois)")


def test_sous_un_filtre_de_lieu_la_population_ne_se_compare_pas():
    with pytest.raises(PlancheIndisponible, match="tout le territoire"):
        PLANCHES["publics.representation_quartiers"](
            vu({"qpv": "QP021004"}, filtres=Filtres(commune=("21231",)))
        )


def test_les_prescripteurs_par_trimestre():
    parcours = [
        {"participant_id": "P1", "date_entree": date(2016, 11, 2)},
        {"participant_id": "P2", "date_entree": date(2016, 12, 2)},
        {"participant_id": "P3", "date_entree": date(2016, 5, 2), "prescripteur": "spip"},
    ]
    planche = PLANCHES["publics.prescripteurs"](vu({}, {}, {}, parcours=parcours))
    assert [c.titre for c in planche.tableau.colonnes[1:]][-4:] == [
        "T1 16",
        "T2 16",
        "T3 16",
        "T4 16",
    ]
    lignes = {ligne[0]: ligne[-4:] for ligne in planche.tableau.lignes}
    assert lignes == {"Pôle emploi": (0, 0, 0, 2), "SPIP": (0, 1, 0, 0)}
