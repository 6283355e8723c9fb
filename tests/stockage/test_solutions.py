"""Solutions kept beside the snapshots."""

from plie_metrics.stockage import lister
from plie_metrics.stockage.solutions import CoffreDisque


def test_ce_qui_est_garde_se_relit(tmp_path):
    coffre = CoffreDisque(tmp_path)
    coffre.ecrire("2016-12-31.public.tables", b"contenu")
    assert coffre.lire("2016-12-31.public.tables") == b"contenu"
    assert lister(tmp_path) == ()


def test_absent_ou_abime_vaut_rien(tmp_path):
    coffre = CoffreDisque(tmp_path)
    assert coffre.lire("rien") is None
    coffre.ecrire("a", b"contenu")
    fichier = tmp_path / ".secret" / "a.gz"
    octets = bytearray(fichier.read_bytes())
    octets[-12] ^= 1
    fichier.write_bytes(bytes(octets))
    assert coffre.lire("a") is None


def test_un_dossier_qui_ne_peut_pas_etre_cree_n_empeche_rien(tmp_path):
    (tmp_path / ".secret").write_text("pris", encoding="utf-8")
    coffre = CoffreDisque(tmp_path)
    coffre.ecrire("a", b"contenu")
    assert coffre.lire("a") is None


def test_lisible_par_l_application_seule(tmp_path):
    CoffreDisque(tmp_path).ecrire("a", b"contenu")
    assert (tmp_path / ".secret" / "a.gz").stat().st_mode & 0o077 == 0
