"""The commands `python -m plie_metrics …`: help and messages in French, exit 0 or 1."""

import argparse
import os
import re
import sys
from collections.abc import Iterable
from importlib import import_module
from pkgutil import iter_modules
from typing import Any, Final

from plie_metrics.erreurs import ErreurPlie

EN_FRANCAIS: Final = (
    (r"the following arguments are required: (.+)", r"il manque \1"),
    (r"unrecognized arguments: (.+)", r"« \1 » n’est pas prévu"),
    (
        r"argument (.+?): invalid choice: '?(.*?)'? \(choose from (.+)\)",
        r"« \2 » n’existe pas ; valeurs possibles : \3",
    ),
    (r"argument (.+?): expected (?:one|at least one) argument", r"\1 attend une valeur"),
    (r"argument (.+?): ignored explicit argument '?(.*?)'?", r"\1 ne prend pas de valeur"),
    (r"argument (.+?): invalid \w+ value: '?(.*?)'?", r"« \2 » ne convient pas à \1"),
    (r"ambiguous option: (.+) could match (.+)", r"« \1 » est ambigu : \2"),
    (r"argument (.+?): (.+)", r"\1 : \2"),
)
"""What argparse says, in French; the last one keeps our own words."""


class MiseEnForme(argparse.HelpFormatter):
    """The help of argparse, in French."""

    def add_usage(
        self, usage: str | None, actions: Iterable[Any], groups: Any, prefix: str | None = None
    ) -> None:
        super().add_usage(usage, actions, groups, "Usage : " if prefix is None else prefix)


class AnalyseurFrancais(argparse.ArgumentParser):
    """argparse, with its own words in French."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**options, add_help=False, formatter_class=MiseEnForme)
        self._positionals.title = "arguments"
        self.add_argument("-h", "--help", action="help", help="affiche cette aide, puis s’arrête")

    def error(self, message: str) -> None:  # type: ignore[override]
        print(f"Commande incomplète ou inconnue : {en_francais(message)}.", file=sys.stderr)
        print(f"Aide : {self.prog} --help", file=sys.stderr)
        raise SystemExit(1)


def en_francais(message: str) -> str:
    """A message of argparse in French; as it is when argparse has said something new."""
    for modele, phrase in EN_FRANCAIS:
        trouve = re.fullmatch(modele, message, re.DOTALL)
        if trouve:
            return trouve.expand(phrase).replace("'", "")
    return message


def principal(arguments: list[str]) -> int:
    """Run one command; a user's error is a French sentence on standard error and exit code 1."""
    demande = analyseur(arguments).parse_args(arguments)
    try:
        code: int = demande.executer(demande)
    except ErreurPlie as erreur:
        print(erreur, file=sys.stderr)
        return 1
    except BrokenPipeError:  # the reader, `head` for one, has read enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    return code


def analyseur(arguments: list[str]) -> argparse.ArgumentParser:
    """The parser: each module of this package declares the command that bears its name.

    When `arguments` name a command, only its module is imported: the others take a second.
    """
    racine = AnalyseurFrancais(
        prog="python -m plie_metrics", description="Les commandes du tableau de bord du PLIE."
    )
    commandes = racine.add_subparsers(title="commandes", metavar="COMMANDE", required=True)
    noms = sorted(module.name for module in iter_modules(__path__))
    demandee = [nom for nom in noms if nom in arguments[:1]]
    for nom in demandee or noms:
        import_module(f"{__name__}.{nom}").declarer(commandes)
    return racine
