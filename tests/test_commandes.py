"""`python -m plie_metrics …`: each command loads its own code and no other's."""

import subprocess
import sys
from pkgutil import iter_modules

import pytest

from plie_metrics import commandes
from plie_metrics.chemins import RACINE

NOMS = sorted(module.name for module in iter_modules(commandes.__path__))
CHARGES = """
import sys
from plie_metrics.commandes import analyseur
analyseur([sys.argv[1]])
print(*sorted(nom.rpartition(".")[2] for nom in sys.modules
              if nom.startswith("plie_metrics.commandes.")))
"""


def test_une_commande_n_en_charge_pas_d_autre():
    sortie = subprocess.run(
        [sys.executable, "-c", CHARGES, "verifier"],
        cwd=RACINE,
        capture_output=True,
        text=True,
        check=True,
    )
    assert sortie.stdout.split() == ["verifier"]


@pytest.mark.parametrize("nom", NOMS)
def test_chaque_module_declare_la_commande_de_son_nom(nom, capsys):
    with pytest.raises(SystemExit) as fin:
        commandes.principal([nom, "--help"])
    assert fin.value.code == 0
    assert f"plie_metrics {nom}" in capsys.readouterr().out


def test_l_aide_et_une_commande_inconnue_montrent_toutes_les_commandes(capsys):
    for arguments, code in ((["--help"], 0), (["indicateur"], 1)):
        with pytest.raises(SystemExit) as fin:
            commandes.principal(arguments)
        assert fin.value.code == code
        sorties = capsys.readouterr()
        assert all(nom in sorties.out + sorties.err for nom in NOMS)
