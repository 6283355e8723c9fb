"""The words that every planche needs: names of modalities, measures written, what is looked at."""

from typing import Any

from plie_metrics.calcul.mesure import Mesure
from plie_metrics.calcul.registre import definition
from plie_metrics.erreurs import ErreurPlie
from plie_metrics.filtres import NOMS
from plie_metrics.periodes import Periode, annee, debut_mois, fin_mois
from plie_metrics.planches.regard import Regard
from plie_metrics.presentation.formats import jour, liste, mois_long, nombre, pourcent
from plie_metrics.presentation.indicateurs import lisible
from plie_metrics.presentation.tableau import Colonne, Masquee, effectif
from plie_metrics.schema import libelle


def nommer(regard: Regard, dimension: str, code: str) -> str:
    """The French name of a modality at the day of the arrêté; the code where it has none."""
    try:
        if dimension == "commune":
            return regard.territoire.commune(code, regard.identite.arrete).nom
        if dimension == "qpv" and libelle(dimension, code) == code:
            return regard.territoire.quartier(code).nom
    except ErreurPlie:
        return libelle(dimension, code)
    return libelle(dimension, code)


def chiffre(ident: str, mesure: Mesure) -> str:
    """The value alone, as a card shows it: « 570 », « 49,5 % », « masqué : moins de 5 »."""
    if mesure.masque is not None:
        return mesure.motif or "masqué"
    indicateur = definition(ident)
    if indicateur.forme == "pourcent":
        return pourcent(mesure.valeur, indicateur.decimales)
    return nombre(mesure.valeur, indicateur.decimales)


def avec_son_unite(ident: str, mesure: Mesure) -> str:
    """« 570 entrées », « 49,5 % », « masqué : moins de 5 »."""
    if mesure.masque is not None:
        return mesure.motif or "masqué"
    return lisible(definition(ident), mesure.valeur)


def parties(mesure: Mesure) -> str:
    """« 314 sur 634 »; empty for a count or a masked rate."""
    if mesure.numerateur is None or mesure.denominateur is None:
        return ""
    return f"{_partie(mesure.numerateur)} sur {_partie(mesure.denominateur)}"


def brut(mesure: Mesure) -> Any:
    """The raw value for a table: the words of the mask where there is one."""
    return mesure.valeur if mesure.masque is None else Masquee(mesure.motif or "masqué")


def masque_avec(mesure: Mesure, valeur: float | None) -> Any:
    """A value drawn from a measure (a share, a term of a rate): hidden when the measure is."""
    return valeur if mesure.masque is None else brut(mesure)


def colonne(ident: str, titre: str = "") -> Colonne:
    """A column of values of an indicator, in its French form."""
    indicateur = definition(ident)

    def forme(valeur: Any) -> str:
        if indicateur.forme == "pourcent":
            return pourcent(valeur, indicateur.decimales)
        return nombre(valeur, indicateur.decimales)

    return effectif(titre or indicateur.titre_court, forme)


def la_periode(periode: Periode) -> str:
    """« année 2016 », « août 2016 », « du 01/01/2016 au 30/09/2016 »."""
    if periode == annee(periode.du.year):
        return f"année {periode.du.year}"
    if periode.du == debut_mois(periode.du) and periode.au == fin_mois(periode.du):
        return mois_long(periode.du)
    return f"du {jour(periode.du)} au {jour(periode.au)}"


def les_filtres(regard: Regard) -> str:
    """« commune : Dijon et Chenôve ; sexe : femmes », « ensemble du PLIE » without any."""
    actifs = regard.filtres.actifs
    if not actifs:
        return "ensemble du PLIE"
    return " ; ".join(
        f"{NOMS[nom]} : {liste([nommer(regard, nom, valeur) for valeur in valeurs])}"
        for nom, valeurs in actifs.items()
    )


def de_quoi(regard: Regard, *, filtree: bool = True) -> str:
    """Period and filters in one line, for a subtitle; `filtree`: False where no filter acts."""
    tous = "tout le PLIE, quels que soient les filtres"
    qui = les_filtres(regard) if filtree or not regard.filtres.actifs else tous
    return f"{la_periode(regard.periode)} · {qui}"


def provenance(regard: Regard) -> str:
    """« Arrêté du 31/12/2016 (données de démonstration) »."""
    demo = " (données de démonstration)" if regard.identite.demonstration else ""
    return f"Arrêté du {jour(regard.identite.arrete)}{demo}"


def _partie(valeur: float) -> str:
    return nombre(valeur, 0 if float(valeur).is_integer() else 1)
