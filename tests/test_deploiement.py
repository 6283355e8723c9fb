"""The files of deployment, checked as far as they can be without containers or Windows."""

import configparser
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from plie_metrics.commandes import analyseur

RACINE = Path(__file__).resolve().parent.parent
DEPLOIEMENT = RACINE / "docs" / "deploiement"
DOCKERFILE = (DEPLOIEMENT / "Dockerfile").read_text(encoding="utf-8")
EXPLOITATION = (RACINE / "docs" / "exploitation.md").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def compose():
    return yaml.safe_load((DEPLOIEMENT / "compose.yaml").read_text(encoding="utf-8"))


def test_le_dockerfile_passe_hadolint():
    hadolint = Path(sys.executable).with_name("hadolint")
    passe = subprocess.run(
        [hadolint, DEPLOIEMENT / "Dockerfile"],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert (passe.returncode, passe.stdout) == (0, "")


def test_l_image_tourne_sans_droits_et_dit_sa_sante():
    derniere = DOCKERFILE.rsplit("\nFROM ", 1)[1]
    assert re.search(r"^USER 10001$", derniere, re.MULTILINE)
    assert "/_stcore/health" in derniere
    assert 'VOLUME ["/donnees"]' in derniere
    assert "PLIE_DONNEES=/donnees" in derniere


def test_ce_que_l_image_copie_existe_et_n_est_pas_ignore():
    ignores = (DEPLOIEMENT / "Dockerfile.dockerignore").read_text(encoding="utf-8").split()
    sources = [
        mots[1]
        for mots in map(str.split, DOCKERFILE.splitlines())
        if mots[:1] == ["COPY"] and not mots[1].startswith("--")
    ]
    assert {"app.py", "pages", "plie_metrics", "data", "requirements.txt"} <= set(sources)
    for source in sources:
        assert (RACINE / source).exists()
        assert any(ligne.startswith(f"!{source}") for ligne in ignores)
    assert not [ligne for ligne in ignores if re.match(r"!.*(snapshots|secrets|copil)", ligne)]


def test_la_composition_ferme_tout_sauf_le_mandataire(compose):
    tableau, caddy = compose["services"]["tableau"], compose["services"]["caddy"]
    assert "ports" not in tableau
    assert caddy["ports"] == ["80:80", "443:443"]
    for service in (tableau, caddy):
        assert service["read_only"] is True
        assert service["cap_drop"] == ["ALL"]
        assert service["security_opt"] == ["no-new-privileges:true"]
    assert caddy["depends_on"]["tableau"]["condition"] == "service_healthy"
    nommes = {v.split(":")[0] for s in (tableau, caddy) for v in s["volumes"]} - {
        "./secrets.toml",
        "./Caddyfile",
    }
    assert nommes == set(compose["volumes"])
    assert (DEPLOIEMENT / tableau["build"]["context"] / "app.py").is_file()
    assert "tableau:8501" in (DEPLOIEMENT / "Caddyfile").read_text(encoding="utf-8")


def test_le_service_systemd():
    unite = configparser.ConfigParser(strict=False, interpolation=None)
    unite.optionxform = str
    unite.read(DEPLOIEMENT / "plie.service", encoding="utf-8")
    service = unite["Service"]
    assert service["User"] == "plie"
    assert service["ProtectSystem"] == "strict"
    assert shlex.split(service["ExecStart"])[1:5] == ["-m", "streamlit", "run", "app.py"]


def test_le_guide_ne_cite_que_des_commandes_qui_existent():
    connues = set(next(a for a in analyseur([])._actions if a.choices).choices)
    citees = set(re.findall(r"python -m\s+plie_metrics (\w+)", EXPLOITATION))
    assert {"sauvegarder", "restaurer", "effacer", "purger", "conserver"} <= citees <= connues
    fichiers = set(re.findall(r"docs/deploiement/[\w.]+\w", EXPLOITATION))
    absents = {f for f in fichiers if not (RACINE / f).exists()}
    assert absents == {"docs/deploiement/secrets.toml"}  # made by who installs


def test_le_script_windows_fait_ce_que_fait_make_run():
    script = (DEPLOIEMENT / "demarrer.ps1").read_text(encoding="utf-8")
    for etape in (
        "-m venv .venv",
        "-r requirements.txt",
        "plie_metrics demo",
        "streamlit run app.py",
    ):
        assert etape in script
