"""The planches of Parcours: what happens between the entry and the exit, and how long it takes."""

from collections.abc import Callable, Mapping
from typing import Final

from plie_metrics.planches.mots import chiffre, de_quoi, provenance
from plie_metrics.planches.parcours_durees import duree, echeances
from plie_metrics.planches.parcours_entretiens import derniers_entretiens, entretiens_par_mois
from plie_metrics.planches.parcours_flux import flux_des_parcours
from plie_metrics.planches.planche import Forme, Planche, PlancheIndisponible
from plie_metrics.planches.regard import Regard
from plie_metrics.planches.repartition import HACHURE, SANS_RANG, repartir
from plie_metrics.presentation import palette
from plie_metrics.presentation.formats import avec_unite, jour, nombre, pourcent
from plie_metrics.presentation.graphiques.barres import Barre, barres
from plie_metrics.presentation.tableau import Masquee, effectif, tableau, texte
from plie_metrics.schema import TYPES_ETAPE_EMPLOI, libelle

CLES: Final = (
    "file_active",
    "etapes",
    "mises_emploi",
    "duree_moyenne_parcours",
    "parcours_plus_30_mois",
    "taux_entretien_mensuel",
)
PAR: Final = ("sexe", "classe_age", "commune", "qpv", "prescripteur", "niveau_formation")
EMPLOI, AUTRE = "mise à l’emploi", "autre étape"


def constat(regard: Regard) -> str:
    """« 799 personnes en parcours au 31/12/2016 ; 27 parcours dépassent 30 mois »."""
    suivies, longs = regard.mesure("file_active"), regard.mesure("parcours_plus_30_mois")
    if suivies.valeur is None:
        return f"Les parcours au {jour(regard.periode.au)}"
    tete = avec_unite(suivies.valeur, "personne", "personnes")
    debut = f"{tete} en parcours au {jour(regard.periode.au)}"
    if longs.valeur is None:
        return debut
    if not longs.valeur:
        return f"{debut} ; aucun parcours ne dépasse 30 mois"
    verbe = "dépassent" if longs.valeur >= 2 else "dépasse"
    return f"{debut} ; {nombre(longs.valeur)} parcours {verbe} 30 mois"


def etapes_par_type(regard: Regard) -> Planche:
    """The étapes by type, those that put to work in the first colour; raises ErreurPlie."""
    lignes = regard.ventilation("etapes", "type_etape").cellules
    if not lignes:
        raise PlancheIndisponible(
            "Aucune étape n’a commencé dans cette période avec ces filtres : élargissez la période "
            "ou retirez un filtre."
        )
    rangees = sorted(
        ((code, mesure) for (code,), mesure in lignes.items()),
        key=lambda ligne: (ligne[0] in SANS_RANG, -(ligne[1].valeur or 0)),
    )
    corps = [
        (
            libelle("type_etape", code),
            EMPLOI if code in TYPES_ETAPE_EMPLOI else AUTRE,
            mesure.valeur if mesure.masque is None else Masquee(chiffre("etapes", mesure)),
        )
        for code, mesure in rangees
    ]
    total = regard.mesure("etapes")
    colonnes = [texte("Type d’étape"), texte("Nature"), effectif("Étapes")]
    titre = _titre_etapes(regard)
    return Planche(
        "parcours.etapes",
        titre,
        resume=f"{titre}. "
        + " ; ".join(f"{nom} : {_ecrit(valeur)}" for nom, _, valeur in corps)
        + ".",
        tableau=tableau(
            f"Étapes commencées, {de_quoi(regard)}",
            colonnes,
            [*corps, ("Ensemble", "", total.valeur)],
            total=True,
        ),
        sous_titre=f"Étapes commencées par type ; en bleu les mises à l’emploi · {de_quoi(regard)}",
        specification=barres([_barre(*ligne) for ligne in corps], pas=23),
        forme=Forme("barres", "Type d’étape", ("Étapes",)),
        phrases=(f"{titre}.",),
        indicateurs=("etapes", "mises_emploi"),
        source=provenance(regard),
    )


def mises_emploi(regard: Regard) -> Planche:
    """The mises à l'emploi by the dimension chosen on the page (`par`, sexe at first)."""
    return repartir(
        regard, "mises_emploi", regard.choix.get("par", PAR[0]), cle="parcours.mises_emploi"
    )


def _titre_etapes(regard: Regard) -> str:
    etapes, emploi = regard.mesure("etapes"), regard.mesure("mises_emploi")
    if not etapes.valeur or emploi.valeur is None:
        return "Les étapes commencées, par type"
    tete = avec_unite(etapes.valeur, "étape commencée", "étapes commencées")
    mises = avec_unite(emploi.valeur, "mise à l’emploi", "mises à l’emploi")
    return f"{tete}, dont {mises} ({pourcent(emploi.valeur / etapes.valeur)})"


def _barre(nom: str, nature: str, valeur: float | Masquee | None) -> Barre:
    if isinstance(valeur, Masquee):
        return Barre(nom, 0, f"{HACHURE}{valeur}", palette.REPERE)
    couleur = palette.REALISE if nature == EMPLOI else palette.REPERE
    return Barre(nom, float(valeur or 0), nombre(valeur), couleur)


def _ecrit(valeur: float | Masquee | None) -> str:
    return str(valeur) if isinstance(valeur, Masquee) else nombre(valeur)


PLANCHES: Final[Mapping[str, Callable[[Regard], Planche]]] = {
    "parcours.flux": flux_des_parcours,
    "parcours.etapes": etapes_par_type,
    "parcours.mises_emploi": mises_emploi,
    "parcours.duree": duree,
    "parcours.echeances": echeances,
    "parcours.entretiens": entretiens_par_mois,
    "parcours.derniers_entretiens": derniers_entretiens,
}
