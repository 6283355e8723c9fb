"""Méthode: the catalogue of indicators, readable, and the conventions of calculation."""

import streamlit as st

from pages._acces.identite import visiteur
from pages._composants.entete import entete
from pages._composants.fiche import afficher_fiche
from pages._composants.graphique import titre_de_bloc
from pages._composants.publies import titres_des_documents
from pages._composants.retrospective import essai_sur_le_passe
from pages._composants.texte import sans_mise_en_forme, sur
from plie_metrics.catalogue import charger
from plie_metrics.configuration import lire
from plie_metrics.demonstration.choix import CHOIX
from plie_metrics.objectifs.explication import EXPLICATIONS
from plie_metrics.presentation.conventions import RAPPORT, conventions_de
from plie_metrics.presentation.fiches import familles, fiches
from plie_metrics.presentation.formats import avec_unite
from plie_metrics.secret.explication import expliquer
from plie_metrics.secret.reglages import valider

catalogue = charger()
noms = familles(catalogue)

entete(
    "Méthode · définitions version 1 · sources : les cinq documents publiés",
    f"{avec_unite(len(catalogue), 'indicateur', 'indicateurs')}, chacun défini une seule fois "
    "pour tous les écrans",
)

gauche, droite = st.columns([3, 1], gap="large", vertical_alignment="bottom")
with gauche:
    famille = st.segmented_control(
        "Famille d'indicateurs",
        list(noms),
        default=next(iter(noms)),
        format_func=noms.__getitem__,
        key="famille",
        bind="query-params",
        required=True,
    )
with droite:
    cherche = st.text_input(
        "Chercher un mot",
        key="mot",
        bind="query-params",
        placeholder="RSA, durée, clause…",
        max_chars=60,
    )

documents = titres_des_documents()
trouvees = fiches(catalogue, documents, famille=famille or next(iter(noms)), cherche=cherche or "")
if not trouvees:
    st.info(
        sans_mise_en_forme(
            f"Aucun indicateur ne parle de « {cherche} ». Effacez le mot pour revoir la famille."
        )
    )
colonnes = st.columns(2, gap="medium")
for rang, fiche in enumerate(trouvees):
    with colonnes[rang % 2]:
        afficher_fiche(fiche)

titre_de_bloc("Conventions communes à tous les calculs")
st.html(
    "<dl class='conventions'>"
    + "".join(f"<dt>{sur(c.titre)}</dt><dd>{sur(c.texte)}</dd>" for c in conventions_de(documents))
    + "</dl>"
)

titre_de_bloc(
    "Comment une projection est calculée",
    "La commande « indicateurs » la donne pour chaque objectif en cours à la date de l'arrêté",
)
st.html(
    "<dl class='conventions'>"
    + "".join(f"<dt>{sur(e.titre)}</dt><dd>{sur(e.texte)}</dd>" for e in EXPLICATIONS)
    + "</dl>"
)

titre_de_bloc(
    "Comment le secret statistique est appliqué",
    "Ce que voient les financeurs et le public, et pourquoi une case est masquée",
)
st.html(
    "<dl class='conventions'>"
    + "".join(
        f"<dt>{sur(section.titre)}</dt><dd>{sur(' '.join(section.paragraphes))}</dd>"
        for section in expliquer(valider(lire("secret")))
    )
    + "</dl>"
)

if RAPPORT in documents:
    titre_de_bloc(
        "Données de démonstration : ce qui ne tient pas dans le rapport, et le choix fait",
        "Elles reproduisent à l'unité les tableaux de 2016 ; ce qui se contredit est tranché ici",
    )
    st.html(
        "<dl class='conventions'>"
        + "".join(
            f"<dt>{sur(c.sujet)}</dt><dd>{sur(c.question)} <strong>{sur(c.choix)}</strong></dd>"
            for c in CHOIX
        )
        + "</dl>"
    )

essai_sur_le_passe(visiteur())  # last: it takes seconds the first time
