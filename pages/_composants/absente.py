"""A page without its data: no arrêté yet, or an extract without the tables; how to add them."""

import streamlit as st

from pages._composants.entete import bandeau, entete, entete_regard
from pages._composants.texte import sur
from plie_metrics.identite import nom_ou_defaut
from plie_metrics.planches.absence import absentes, colonnes_attendues, phrase
from plie_metrics.planches.regard import Regard
from plie_metrics.schema import TABLES
from plie_metrics.typographie import typographier


def sans_arrete(quoi: str, comment: str, refus: str | None) -> None:
    """A whole page before the first arrêté. `comment`: how to have one, in Markdown; `refus`: why
    the real ones, if any, are not shown."""
    entete(f"{quoi} · {nom_ou_defaut()}", "Aucun arrêté à montrer")
    st.markdown(typographier(comment))
    if refus:
        bandeau(refus)


def manque(quoi: str, regard: Regard, *noms: str) -> bool:
    """True when one of these tables is absent; the page then says so, and shows nothing else."""
    manquantes = absentes(regard, noms)
    if not manquantes:
        return False
    entete_regard(quoi, f"{quoi} : l’extrait ne contient pas les données", regard)
    afficher_absentes(regard, manquantes)
    return True


def afficher_absentes(regard: Regard, manquantes: tuple[str, ...]) -> None:
    """What is missing and how to supply it, for a page or a part of it."""
    lignes = "".join(
        f"<li><code>{nom}</code> : {sur(TABLES[nom].libelle)}. Colonnes : "
        f"<code>{sur(colonnes_attendues(nom))}</code></li>"
        for nom in manquantes
    )
    st.html(
        f'<div class="indisponible" role="note"><p>{sur(phrase(regard, manquantes))}</p>'
        f"<ul>{lignes}</ul><p>{sur('Depuis la page « Données », ou :')} "
        "<code>python -m plie_metrics importer DOSSIER --arrete AAAA-MM-JJ</code></p></div>"
    )
