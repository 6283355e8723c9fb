"""A file found again: from which edition, and whether it was changed since."""

import io
import zipfile
import zlib

import pytest

from plie_metrics.editions import remises
from plie_metrics.editions.fichiers import DepotIndisponible
from plie_metrics.editions.mots import phrase_examen
from plie_metrics.editions.remises import examiner, noter
from tests.editions.exemples import FIGEE, brouillon, edition

COPIL = edition()
AUTRE = edition(titre="Autre")
CONNUES = (AUTRE, COPIL)


def en_zip(contenu):
    flux = io.BytesIO()
    with zipfile.ZipFile(flux, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("ppt/slides/slide1.xml", contenu)
    return flux.getvalue()


def en_pdf(contenu):
    return b"%PDF-1.7\n1 0 obj <<>> stream\n" + zlib.compress(contenu) + b"\nendstream"


@pytest.mark.parametrize("emballer", [bytes, en_zip, en_pdf])
def test_une_empreinte_de_pied_de_page_suffit_a_retrouver_l_edition(tmp_path, emballer):
    fichier = emballer(f"<p>Empreinte {COPIL.empreinte_courte}</p>".encode())
    examen = examiner(fichier, CONNUES, tmp_path)
    assert (examen.verdict, examen.edition) == ("modifié", COPIL)
    assert "il a été modifié" in phrase_examen(examen, "copil.pptx")


def test_le_fichier_remis_est_intact_un_octet_change_est_dit(tmp_path):
    fichier = f"diaporama {COPIL.empreinte}".encode()
    noter(COPIL, "html", fichier, FIGEE, tmp_path)
    noter(COPIL, "html", fichier, FIGEE, tmp_path)
    (remise,) = remises.remises(tmp_path)
    assert remise.format == "html"
    intact = examiner(fichier, CONNUES, tmp_path)
    assert (intact.verdict, intact.edition) == ("intact", COPIL)
    assert "intact, tel que fait le 17/01/2017" in phrase_examen(intact, "x.html")
    assert examiner(fichier + b" ", CONNUES, tmp_path).verdict == "modifié"
    perdue = examiner(fichier, (AUTRE,), tmp_path)
    assert (perdue.verdict, perdue.edition) == ("intact", None)


@pytest.mark.parametrize("contenu", [b"", b"PK\x03\x04abime", b"%PDF", b"a" * 12, b"ff" * 400])
def test_un_fichier_etranger_est_inconnu(tmp_path, contenu):
    examen = examiner(contenu, CONNUES, tmp_path)
    assert examen.verdict == "inconnu"
    assert "aucune édition" in phrase_examen(examen, "x")


def test_un_brouillon_ne_laisse_pas_de_trace(tmp_path):
    noter(brouillon(), "html", b"x", FIGEE, tmp_path)
    assert remises.remises(tmp_path) == ()


def test_une_ligne_abimee_du_registre_n_emporte_pas_les_autres(tmp_path):
    noter(COPIL, "html", b"x", FIGEE, tmp_path)
    registre = tmp_path / remises.REGISTRE
    registre.write_bytes(b"{abime\n" + registre.read_bytes())
    assert len(remises.remises(tmp_path)) == 1


def test_un_registre_qui_ne_s_ecrit_pas_est_dit(tmp_path):
    (tmp_path / remises.REGISTRE).mkdir()
    with pytest.raises(DepotIndisponible, match="registre des fichiers remis"):
        noter(COPIL, "html", b"x", FIGEE, tmp_path)
