"""One indicator by modality: order, share, total, and masks that are told from zeros."""

from datetime import date

import pytest

from plie_metrics.calcul.lot import Lot
from plie_metrics.calcul.mesure import Mesure
from plie_metrics.calcul.ventilation import Ventilation
from plie_metrics.filtres import Filtres
from plie_metrics.periodes import annee
from plie_metrics.planches.planche import PlancheIndisponible
from plie_metrics.planches.regard import Regard
from plie_metrics.planches.repartition import repartir
from tests.planches.fabrique import PorteEcrite, regard

FINE, INSECABLE = "\u202f", "\u00a0"


def entrees(*prescripteurs):
    return [{"participant_id": f"P{i}", "prescripteur": p} for i, p in enumerate(prescripteurs, 1)]


def vu(*prescripteurs, **reste):
    lignes = entrees(*prescripteurs)
    personnes = [{"participant_id": ligne["participant_id"]} for ligne in lignes]
    return regard(parcours=lignes, participants=personnes, **reste)


def test_la_plus_grande_d_abord_avec_sa_part_et_le_total():
    planche = repartir(
        vu("spip", "pole_emploi", "pole_emploi", "pole_emploi"),
        "entrees",
        "prescripteur",
        cle="x.y",
    )
    assert planche.titre == f"Pôle emploi{INSECABLE}: 3{INSECABLE}entrées, soit 75{FINE}%"
    assert [ligne[1:] for ligne in planche.tableau.lignes] == [(3, 0.75), (1, 0.25), (4, 1.0)]
    assert planche.tableau.total
    assert planche.forme.series == ("Entrées",)


def test_rien_a_montrer_se_dit_avec_un_remede():
    with pytest.raises(PlancheIndisponible, match="Élargissez la période"):
        repartir(vu(), "entrees", "prescripteur", cle="x.y")


def test_un_taux_porte_ses_deux_termes():
    lignes = entrees("spip", "spip")
    sortie = {"date_sortie": date(2016, 6, 1)}
    lignes[0] |= sortie | {"motif_sortie": "emploi_cdi"}
    lignes[1] |= sortie | {"motif_sortie": "autre"}
    personnes = [{"participant_id": ligne["participant_id"]} for ligne in lignes]
    planche = repartir(
        regard(parcours=lignes, participants=personnes),
        "taux_sorties_positives_brut",
        "prescripteur",
        cle="x.y",
    )
    assert [ligne[1:] for ligne in planche.tableau.lignes] == [(0.5, 1, 2), (0.5, 1, 2)]


def test_une_case_masquee_n_est_ni_zero_ni_un_chiffre():
    masque = Mesure(None, motif="masqué : moins de 5", masque="primaire")
    cellules = {("pole_emploi",): Mesure(20), ("spip",): masque}
    par = Ventilation(("prescripteur",), True, cellules)
    commun = (annee(2016), Filtres())
    lots = {
        (): Lot(*commun, {"entrees": Mesure(23)}, {}, (), {}),
        ("prescripteur",): Lot(*commun, {}, {}, ("prescripteur",), {"entrees": par}),
    }
    exact = vu("spip")
    protege = Regard(
        exact.identite, PorteEcrite(lots), *commun, exact.territoire, exact.publication
    )
    planche = repartir(protege, "entrees", "prescripteur", cle="x.y")
    assert planche.tableau.textes()[1] == ["SPIP", *["masqué : moins de 5"] * 2]
    barre = next(d for d in planche.specification["data"]["values"] if d["nom"] == "SPIP")
    assert (barre["valeur"], barre["etiquette"]) == (0, "▨ masqué : moins de 5")
    assert "3" not in planche.resume.replace("23", "")
