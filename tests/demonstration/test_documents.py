"""The tables taken as they are from the published documents, and the choices told."""

import re

import pytest

from plie_metrics.chemins import PUBLICATIONS
from plie_metrics.demonstration.choix import CHOIX
from plie_metrics.publications.lecture import ouvrir


@pytest.fixture(scope="module")
def ml(snapshot):
    return snapshot.table("ml_indicateurs")


def test_chaque_mission_locale_garde_son_contrat(ml):
    paires = ml[["contrat", "mission_locale"]].astype(str).drop_duplicates()
    assert set(paires.itertuples(index=False, name=None)) == {
        ("Contrat d’objectifs 2009-2011", "Mission locale Drôme des Collines-Royans-Vercors"),
        ("Convention 2008", "Mission locale de l’arrondissement de Dijon"),
    }


def test_le_tableau_des_resultats_est_complet(ml):
    contrat = ouvrir(PUBLICATIONS, "contrat_objectifs_ml_2009_2011")
    for chiffre in contrat.tableau("resultats"):
        if chiffre.valeur is None:  # a line printed without figures
            continue
        lignes = ml[
            (ml["code"] == chiffre.modalites["code"])
            & (ml["nature"] == chiffre.nature)
            & (ml["fin"] == str(chiffre.fin))
        ]
        assert len(lignes) == 1, chiffre.id
        ligne = lignes.iloc[0]
        facteur = 100 if chiffre.unite == "pourcent" else 1
        assert ligne["valeur"] * facteur == pytest.approx(chiffre.nombre)
        assert ligne["intitule"] == chiffre.ligne
        if chiffre.numerateur is not None:
            assert (ligne["numerateur"], ligne["denominateur"]) == (
                chiffre.numerateur,
                chiffre.denominateur,
            )


def test_chaque_parent_existe(ml):
    for _, contrat in ml.groupby("contrat", observed=True):
        assert set(contrat["parent"].dropna()) <= set(contrat["code"])


def test_les_moyens_humains_n_ont_pas_de_sens_attendu(ml):
    etp = ml[ml["code"].astype(str).str.fullmatch(r"[ABC]\d+")]
    assert len(etp) == 47
    assert etp["sens"].isna().all()
    assert ml.drop(etp.index)["sens"].eq("hausse").all()


def test_les_entrees_fixees_a_la_mission_locale_de_dijon(ml):
    dijon = ml[ml["contrat"] == "Convention 2008"].set_index("code")["valeur"]
    assert dijon.to_dict() == {
        "actions_jeunes.parrainage.max": 100,
        "actions_jeunes.parrainage.min": 80,
        "cooperation_plie.entrees": 85,
    }


def test_les_actions_ont_leurs_effectifs_et_leur_objectif(snapshot):
    actions = snapshot.table("actions")
    remobilisation = actions[actions["action"] == "Remobilisation autour des compétences"]
    assert remobilisation["effectif"].tolist() == [93, 65, 54, 10, 10, 23, 11]
    assert remobilisation["objectif"].dropna().tolist() == [150]
    assert remobilisation["rang"].tolist() == [1, 2, 3, 4, 5, 6, 7]


def test_la_seule_somme_imprimee(snapshot):
    finances = snapshot.table("finances")
    assert finances[["annee", "poste", "realise"]].to_dict("records") == [
        {"annee": 2016, "poste": "Enveloppe souple", "realise": 18044.3}
    ]


def test_les_choix_citent_des_chiffres_publies(rapport):
    for choix in CHOIX:
        for identifiant in choix.chiffres:
            rapport.chiffre(identifiant)


@pytest.mark.parametrize("choix", CHOIX, ids=lambda c: c.sujet)
def test_les_choix_sont_ecrits_en_phrases(choix):
    for phrase in (choix.question, choix.choix):
        assert re.match(r"[A-ZÀ-ÜŒ0-9«]", phrase)
        assert phrase.endswith(".")
        assert "'" not in phrase


def test_les_nombres_des_choix_sont_ceux_de_l_extrait(rapport, sorties, accompagnes):
    """The figures told in the choices about exits and quartiers, counted again."""
    texte = " ".join(choix.choix for choix in CHOIX)
    positives = int(rapport.valeur("ra2016.sorties_sexe.total.sorties_positives"))
    neutres = sorties["motif_sortie"].isin(["demenagement", "sante", "retraite", "deces"]).sum()
    assert f"{positives} sur {len(sorties) - neutres} sorties" in texte
    qpv = accompagnes["qpv"].astype(object).value_counts()
    assert f"{qpv['QP021004']} aux Grésilles, {qpv['QP021002']} au Mail" in texte
    reste = qpv["QP021005"] + qpv["QP021006"]
    assert f"les {reste} restantes" in texte
