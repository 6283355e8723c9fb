"""Make the views of a draft, through the gate of the profile that the edition is for."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from plie_metrics.editions.brouillon import UN_AN, Demande
from plie_metrics.editions.gel import figer
from plie_metrics.editions.modele import VueFigee
from plie_metrics.periodes import Periode
from plie_metrics.planches.calendrier import Choix, choix_offerts, meme_choix
from plie_metrics.planches.comparaison import depuis, un_an_plus_tot
from plie_metrics.planches.regard import Identite, Regard
from plie_metrics.planches.registre import fabriquer
from plie_metrics.publications.chiffre import Publication
from plie_metrics.secret.porte import Porte
from plie_metrics.territoire.referentiel import Referentiel

Acces = tuple[Identite, Porte]


@dataclass(frozen=True, eq=False)
class Atelier:
    """`acces` opens an arrêté by its name, for the edition's profile; it keeps what it opened.

    `protocole`: first day of the protocole in force.
    """

    acces: Callable[[str], Acces]
    territoire: Referentiel
    publication: Callable[[str], Publication]
    protocole: date

    def vue(self, demande: Demande, comparer: str) -> VueFigee:
        """The view as it is today; raises ErreurPlie when the profile or the data forbid it."""
        regard = self.regard(demande, comparer)
        return figer(
            fabriquer(demande.cle, regard),
            regard,
            commentaire=demande.commentaire,
            notes=demande.notes,
        )

    def regard(self, demande: Demande, comparer: str) -> Regard:
        """The look of a view; without comparison when there is no such period then."""
        vu = replace(self._nu(demande.arrete, demande), choix=demande.choix)
        if comparer == UN_AN:
            return un_an_plus_tot(vu)
        if not comparer or comparer == demande.arrete:
            return vu
        choisi = self._choix_de(demande)
        avant = replace(self._nu(comparer, demande), choix=demande.choix)
        return depuis(vu, choisi, avant, self._choix(avant.porte))

    def periode_a(self, demande: Demande, arrete: str) -> Periode:
        """The period that says the same at another arrêté (a year to date goes on)."""
        choisi = self._choix_de(demande)
        la = meme_choix(choisi, self._choix(self.acces(arrete)[1]))
        return demande.periode if la is None else la.periode

    def _nu(self, arrete: str, demande: Demande) -> Regard:
        identite, porte = self.acces(arrete)
        return Regard(
            identite, porte, demande.periode, demande.filtres, self.territoire, self.publication
        )

    def _choix_de(self, demande: Demande) -> Choix:
        porte = self.acces(demande.arrete)[1]
        offerts = self._choix(porte)
        connu = next((c for c in offerts if c.periode == demande.periode), None)
        return connu or Choix("", demande.periode, demande.periode.au == porte.arrete)

    def _choix(self, porte: Porte) -> tuple[Choix, ...]:
        return choix_offerts(porte.arrete, self.protocole, porte.offres)
