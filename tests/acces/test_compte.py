"""From claims to an account."""

import pytest

from pages._acces.compte import CompteRefuse, ConnexionExpiree, trouver_compte, verifier_date
from pages._acces.droits import Compte, Droits
from plie_metrics.secret.profils import COORDINATION, EQUIPE, FINANCEUR, REFERENT

PAR_TABLE = Droits(
    fournisseurs=(None,),
    comptes={"a@b.fr": Compte(REFERENT, "R2"), "fermee@b.fr": Compte(None)},
)
PAR_ROLES = Droits(
    fournisseurs=(None,),
    revendication="roles",
    revendication_referent="numero",
    roles={"chef": COORDINATION, "suivi": REFERENT, "etat": FINANCEUR, "bureau": EQUIPE},
    comptes={"fermee@b.fr": Compte(None), "a@b.fr": Compte(FINANCEUR)},
)


@pytest.mark.parametrize(
    ("droits", "dit", "attendu"),
    [
        (PAR_TABLE, {"email": "a@b.fr"}, Compte(REFERENT, "R2")),
        (PAR_TABLE, {"email": " A@B.FR ", "email_verified": True}, Compte(REFERENT, "R2")),
        (PAR_ROLES, {"email": "x@b.fr", "roles": ["etat", "autre"]}, Compte(FINANCEUR)),
        (PAR_ROLES, {"email": "x@b.fr", "roles": "etat"}, Compte(FINANCEUR)),
        (PAR_ROLES, {"email": "x@b.fr", "roles": ["etat", "chef"]}, Compte(COORDINATION)),
        (
            PAR_ROLES,
            {"email": "x@b.fr", "roles": ["suivi"], "numero": "R7"},
            Compte(REFERENT, "R7"),
        ),
        (PAR_ROLES, {"email": "x@b.fr", "roles": ["suivi"], "numero": 7}, Compte(REFERENT)),
        (PAR_ROLES, {"email": "a@b.fr", "roles": ["chef"]}, Compte(FINANCEUR)),
    ],
)
def test_un_compte(droits, dit, attendu):
    assert trouver_compte(dit, droits) == attendu


@pytest.mark.parametrize(
    ("droits", "dit", "raison"),
    [
        (PAR_TABLE, {}, "ne donne pas « email »"),
        (PAR_TABLE, {"email": ""}, "ne donne pas « email »"),
        (PAR_TABLE, {"email": ["a@b.fr"]}, "ne donne pas « email »"),
        (PAR_TABLE, {"email": "inconnue@b.fr"}, "inconnue@b.fr n’ouvre pas"),
        (PAR_TABLE, {"email": "a@b.fr", "email_verified": False}, "n’est pas vérifiée"),
        (PAR_TABLE, {"email": "a@b.fr", "email_verified": "false"}, "n’est pas vérifiée"),
        (PAR_TABLE, {"email": "a@b.fr", "roles": ["chef"]}, None),
        (PAR_TABLE, {"email": "x@b.fr", "roles": ["chef"]}, "x@b.fr n’ouvre pas"),
        (PAR_ROLES, {"email": "x@b.fr", "roles": ["inconnu", 3]}, "x@b.fr n’ouvre pas"),
        (PAR_ROLES, {"email": "x@b.fr", "roles": {"chef": 1}}, "x@b.fr n’ouvre pas"),
        (PAR_ROLES, {"email": "fermee@b.fr", "roles": ["chef"]}, "fermee@b.fr n’ouvre pas"),
    ],
)
def test_un_refus(droits, dit, raison):
    if raison is None:
        assert trouver_compte(dit, droits).profil is REFERENT  # roles are not read unless asked for
        return
    with pytest.raises(CompteRefuse) as refus:
        trouver_compte(dit, droits)
    assert raison in str(refus.value)


HEURE = 3600


@pytest.mark.parametrize("age", [0, 11 * HEURE, 12 * HEURE, -200])
def test_une_connexion_recente(age):
    verifier_date({"iat": 1_000_000 - age}, 12, 1_000_000)


@pytest.mark.parametrize(
    "dit",
    [{"iat": 1_000_000 - 12 * HEURE - 1}, {"iat": 1_000_400}, {}, {"iat": "hier"}, {"iat": True}],
)
def test_une_connexion_trop_ancienne_ou_sans_date(dit):
    with pytest.raises(ConnexionExpiree, match="12 heures"):
        verifier_date(dit, 12, 1_000_000)
