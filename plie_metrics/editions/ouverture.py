"""Open what an edition is made from, without a browser: for the commands and the tests."""

from functools import cache
from pathlib import Path

from plie_metrics.chemins import PUBLICATIONS, SNAPSHOTS, TERRITOIRE
from plie_metrics.configuration import lire
from plie_metrics.editions.atelier import Acces, Atelier
from plie_metrics.pilotage import lire_pilotage
from plie_metrics.planches.regard import Identite
from plie_metrics.publications.chiffre import Publication
from plie_metrics.publications.lecture import ouvrir as ouvrir_publication
from plie_metrics.secret.ouverture import chaine
from plie_metrics.secret.ouverture import ouvrir as ouvrir_porte
from plie_metrics.secret.profils import profil
from plie_metrics.secret.publies import masquer_publication
from plie_metrics.secret.reglages import Reglages, valider
from plie_metrics.stockage import Snapshot, ouvrir
from plie_metrics.stockage.solutions import CoffreDisque
from plie_metrics.territoire.lecture import lire_territoire


def atelier_de(
    nom_profil: str, dossier: Path = SNAPSHOTS, *, reglages: Reglages | None = None
) -> Atelier:
    """The workshop of a profile over a folder of snapshots; raises ProfilInconnu, ErreurPlie.

    `reglages`: those of the secrecy, by default those of data/plie.toml.
    """
    qui, territoire = profil(nom_profil), lire_territoire(TERRITOIRE)
    regles = reglages or valider(lire("secret"))

    @cache
    def acces(nom: str) -> Acces:
        snapshot = ouvrir(dossier / nom)
        suite = chaine(snapshot, regles) if qui.protege else (snapshot,)
        connues = territoire.noms(snapshot.arrete)
        coffre = CoffreDisque(dossier)
        porte = ouvrir_porte(qui, suite, regles, connues=connues, coffre=coffre)
        return identite_de(snapshot), porte

    @cache
    def publication(document: str) -> Publication:
        return masquer_publication(ouvrir_publication(PUBLICATIONS, document), qui, regles)

    return Atelier(acces, territoire, publication, lire_pilotage().protocole_debut)


def identite_de(snapshot: Snapshot) -> Identite:
    """Which snapshot it is, for a look."""
    return Identite(
        snapshot.nom, snapshot.arrete, snapshot.empreinte, snapshot.source, snapshot.demonstration
    )
