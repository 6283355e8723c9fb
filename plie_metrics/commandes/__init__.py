"""The commands `python -m plie_metrics …`: help and messages in French, exit 0 or 1."""

import argparse
import sys
from importlib import import_module
from pkgutil import iter_modules

from plie_metrics.erreurs import ErreurPlie


class AnalyseurFrancais(argparse.ArgumentParser):
    """argparse, with its own words in French."""

    def error(self, message: str) -> None:  # type: ignore[override]
        print(f"Commande incomplète ou inconnue : {message}", file=sys.stderr)
        print(f"Aide : {self.prog} --help", file=sys.stderr)
        raise SystemExit(1)


def principal(arguments: list[str]) -> int:
    """Run one command; a user's error is a French sentence on standard error and exit code 1."""
    demande = analyseur().parse_args(arguments)
    try:
        code: int = demande.executer(demande)
    except ErreurPlie as erreur:
        print(erreur, file=sys.stderr)
        return 1
    return code


def analyseur() -> argparse.ArgumentParser:
    """The parser with every command: each module of this package declares its own."""
    racine = AnalyseurFrancais(
        prog="python -m plie_metrics", description="Les commandes du tableau de bord du PLIE."
    )
    commandes = racine.add_subparsers(title="commandes", metavar="COMMANDE", required=True)
    for module in sorted(iter_modules(__path__), key=lambda module: module.name):
        import_module(f"{__name__}.{module.name}").declarer(commandes)
    return racine
