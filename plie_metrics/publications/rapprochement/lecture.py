"""The declared cases of data/publications/rapprochements/ (files are read here)."""

from pathlib import Path
from typing import Final

from plie_metrics.erreurs import ErreurPlie
from plie_metrics.publications.integrite import (
    DECLARATIONS,
    PublicationIllisible,
    lire_toml_verifie,
    manifeste,
    nommer,
)
from plie_metrics.publications.rapprochement.declaration import (
    Declaration,
    DeclarationInvalide,
    declarations,
)

DOSSIER: Final = "rapprochements"


def lire_declarations(dossier: Path) -> tuple[Declaration, ...]:
    """Every declared case, file by file, each id used once.

    `dossier` is data/publications. The files must be those of the manifest, none less, none
    altered: a missing case would only look like a gap less. Raises PublicationIllisible, naming
    the file, and DeclarationInvalide: no file at all, or a bad case.
    """
    noms = _noms(dossier)
    cas = [cas for nom in noms for cas in _lire(dossier, nom)]
    vus: set[str] = set()
    for declaration in cas:
        if declaration.id in vus:
            raise DeclarationInvalide(f"Le cas « {declaration.id} » est déclaré deux fois.")
        vus.add(declaration.id)
    return tuple(cas)


def lire_lisibles(dossier: Path) -> tuple[tuple[Declaration, ...], tuple[ErreurPlie, ...]]:
    """The declared cases of every sound file, and why each of the others cannot be used.

    A damaged or missing file stops only its own cases; a case declared twice counts once, and the
    second file that declares it is told. Raises PublicationIllisible for the manifest alone.
    """
    prevus = {nom for nom in manifeste(dossier)[DECLARATIONS] if nom.startswith(f"{DOSSIER}/")}
    presents = {f"{DOSSIER}/{fichier.name}" for fichier in (dossier / DOSSIER).glob("*.toml")}
    cas: dict[str, Declaration] = {}
    erreurs: list[ErreurPlie] = []
    for nom in sorted(prevus | presents):
        try:
            lus = _lire_present(dossier, nom, nom in presents)
            if doubles := sorted({un.id for un in lus} & set(cas)):
                raise DeclarationInvalide(
                    f"Le fichier {nommer(nom)} déclare le cas « {doubles[0]} », déjà déclaré."
                )
        except ErreurPlie as erreur:
            erreurs.append(erreur)
        else:
            cas |= {un.id: un for un in lus}
    return tuple(cas.values()), tuple(erreurs)


def _lire_present(dossier: Path, nom: str, present: bool) -> tuple[Declaration, ...]:
    if not present:
        raise PublicationIllisible(
            f"Le fichier {nommer(nom)} manque. Rétablissez-le depuis l'archive du projet."
        )
    return _lire(dossier, nom)


def _noms(dossier: Path) -> list[str]:
    presents = {f"{DOSSIER}/{fichier.name}" for fichier in (dossier / DOSSIER).glob("*.toml")}
    if not presents:
        raise DeclarationInvalide(
            f"Le dossier {nommer(DOSSIER)}/ manque ou est vide : rétablissez-le "
            "depuis l'archive du projet."
        )
    prevus = {nom for nom in manifeste(dossier)[DECLARATIONS] if nom.startswith(f"{DOSSIER}/")}
    if manquants := sorted(prevus - presents):
        raise PublicationIllisible(
            f"Le fichier {nommer(manquants[0])} manque. Rétablissez-le depuis l'archive du projet."
        )
    return sorted(presents)


def _lire(dossier: Path, nom: str) -> tuple[Declaration, ...]:
    contenu = lire_toml_verifie(dossier, nom)
    if not isinstance(contenu.get("cas"), list):
        raise DeclarationInvalide(f"Le fichier {nommer(nom)} ne contient aucun cas ([[cas]]).")
    return declarations(Path(nom).name, contenu)
