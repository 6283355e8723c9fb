"""What a profile sees, in one line: shown in the sidebar, for pages and exports to print."""

from plie_metrics.configuration import lire
from plie_metrics.presentation.formats import nombre
from plie_metrics.secret.profils import Profil
from plie_metrics.secret.reglages import valider


def seuil(profil: Profil) -> int | None:
    """The threshold that applies to it; None when it sees exact figures.

    Raises ConfigurationInvalide.
    """
    if not profil.protege or profil.regles is None:
        return None
    return valider(lire("secret")).seuils[profil.regles]


def mention(profil: Profil) -> str:
    """« Profil Public · effectifs de 1 à 10 masqués (seuil : 11) »."""
    limite = seuil(profil)
    if limite is None:
        return f"Profil {profil.libelle} · chiffres exacts"
    masque = f"effectifs de 1 à {nombre(limite - 1)} masqués (seuil : {nombre(limite)})"
    return f"Profil {profil.libelle} · {masque}{', hors portefeuille' * profil.portefeuille}"
