"""The Synthèse on Panel: the same figures and Vega specifications, another framework.

`python -m tests.bench.page_panel PORT` serves it. Panel rather than Dash: as Streamlit, it keeps a
session in Python for each visitor, speaks to the page by websocket and draws Vega-Lite itself (Dash
has no Vega component of its own). One filter, « Commune », is enough to compare.
"""

import sys
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from html import escape
from typing import Any

import panel as pn

from plie_metrics.chemins import PUBLICATIONS, SNAPSHOTS, TERRITOIRE
from plie_metrics.configuration import lire
from plie_metrics.erreurs import ErreurPlie
from plie_metrics.filtres import Filtres
from plie_metrics.periodes import annee_a_date
from plie_metrics.planches.alertes import alertes
from plie_metrics.planches.avancement import (
    EnCours,
    objectifs_en_cours,
    projection_dite,
    rythme_dit,
    trajectoire_dite,
    verdict,
)
from plie_metrics.planches.cles import CLES, chiffre_cle
from plie_metrics.planches.planche import Planche
from plie_metrics.planches.regard import Identite, Regard
from plie_metrics.planches.registre import fabriquer
from plie_metrics.planches.retenir import a_retenir
from plie_metrics.planches.synthese import constat
from plie_metrics.presentation.formats import nombre
from plie_metrics.presentation.graphiques.puce import puce
from plie_metrics.presentation.tableau import Tableau
from plie_metrics.publications.lecture import ouvrir as ouvrir_publication
from plie_metrics.qualite import controler, criteres_regles, normes_regles
from plie_metrics.secret.ouverture import ouvrir as ouvrir_porte
from plie_metrics.secret.profils import COORDINATION
from plie_metrics.secret.reglages import valider
from plie_metrics.stockage import en_usage, ouvrir
from plie_metrics.territoire.lecture import lire_territoire

SVG = {"usermeta": {"embedOptions": {"renderer": "svg", "actions": False}}}


class Source:
    """What the server holds for everybody, as the dashboard's caches do."""

    def __init__(self) -> None:
        self.territoire = lire_territoire(TERRITOIRE)
        avant, apres = [ouvrir(entree.chemin) for entree in en_usage(SNAPSHOTS)][-2:]
        self.regards = [self._regard(snapshot) for snapshot in (avant, apres)]
        self.communes = {nom: code for code, nom in self._noms(apres.arrete)["commune"].items()}
        tables = {nom: apres.table(nom) for nom in apres.tables}
        self.qualite = controler(tables, apres.arrete, criteres_regles(), normes_regles())

    def _noms(self, arrete: Any) -> Any:
        return self.territoire.noms(arrete)

    def _regard(self, snapshot: Any) -> Regard:
        identite = Identite(
            snapshot.nom,
            snapshot.arrete,
            snapshot.empreinte,
            snapshot.source,
            snapshot.demonstration,
        )
        noms = self._noms(snapshot.arrete)
        porte = ouvrir_porte(COORDINATION, (snapshot,), valider(lire("secret")), connues=noms)
        publication = partial(ouvrir_publication, PUBLICATIONS)
        periode = annee_a_date(snapshot.arrete)
        return Regard(identite, porte, periode, Filtres(), self.territoire, publication)

    def regarder(self, communes: Sequence[str]) -> Regard:
        """The look under these communes, beside the arrêté before."""
        filtres = Filtres(commune=tuple(self.communes[nom] for nom in communes))
        avant, apres = (replace(r, filtres=filtres, _memoire={}) for r in self.regards)
        return replace(apres, avant=avant, comparaison="depuis l’arrêté précédent", _memoire={})


def contenu(source: Source, communes: Sequence[str], tour: int) -> list[Any]:
    """Everything that the page shows below its filter."""
    vu = source.regarder(communes)
    en_cours = objectifs_en_cours(vu)
    cles = "".join(
        f"<div><dt>{escape(cle.nom)}</dt><dd>{escape(cle.valeur)}</dd>"
        f"<dd>{escape(cle.note)}</dd><dd>{escape(cle.evolution)}</dd></div>"
        for cle in (chiffre_cle(vu, ident) for ident in CLES)
    )
    phrases = "".join(
        f"<li><strong>{escape(p.essentiel)}</strong> {escape(p.suite)}</li>" for p in a_retenir(vu)
    )
    dites = "".join(f"<li>{escape(a.texte)}</li>" for a in alertes(vu, source.qualite))
    return [
        pn.pane.HTML(f"<h1>{escape(constat(vu))}</h1>"),
        pn.Row(*(_carte(objectif) for objectif in en_cours)),
        pn.pane.HTML(f'<dl style="display:flex;gap:24px">{cles}</dl>'),
        pn.Row(
            _planche("synthese.sorties", vu),
            pn.pane.HTML(f"<ol>{phrases}</ol><ul>{dites}</ul>"),
        ),
        _planche("synthese.objectifs", vu),
        pn.pane.HTML(f'<span id="tour-{tour}"></span>'),
    ]


def _carte(en_cours: EnCours) -> pn.Column:
    suites = (trajectoire_dite(en_cours), projection_dite(en_cours), rythme_dit(en_cours))
    return pn.Column(
        pn.pane.HTML(
            f"<h2>{escape(en_cours.indicateur.titre_court)}</h2>"
            f"<p>{nombre(en_cours.realise)} sur {nombre(en_cours.cible)} visées</p>"
        ),
        pn.pane.Vega({**puce(en_cours.realise, en_cours.cible), **SVG}),
        pn.pane.HTML("".join(f"<p>{escape(s)}</p>" for s in (verdict(en_cours), *suites) if s)),
    )


def _planche(cle: str, vu: Regard) -> Any:
    try:
        return _montree(fabriquer(cle, vu))
    except ErreurPlie as refus:
        return pn.pane.HTML(f"<p>{escape(str(refus))}</p>")


def _montree(planche: Planche) -> pn.Column:
    return pn.Column(
        pn.pane.HTML(f"<h2>{escape(planche.titre)}</h2><p>{escape(planche.sous_titre)}</p>"),
        pn.pane.Vega({**(planche.specification or {}), **SVG}),
        pn.Card(pn.pane.HTML(_tableau(planche.tableau)), title="Voir les chiffres", collapsed=True),
        pn.pane.HTML(f"<p>{escape(planche.source)}</p>"),
    )


def _tableau(tableau: Tableau) -> str:
    rangees = "".join(
        f"<tr>{''.join(f'<td>{escape(texte)}</td>' for texte in ligne)}</tr>"
        for ligne in tableau.textes()
    )
    return f"<table>{rangees}</table>"


def page(source: Source) -> pn.Column:
    """One session: the filter, and what follows it."""
    choix = pn.widgets.MultiSelect(name="Commune", options=sorted(source.communes), size=12)
    dessous = pn.Column(*contenu(source, (), 0))
    tours = 0

    def changer(_: Any) -> None:
        nonlocal tours
        tours += 1
        dessous.objects = contenu(source, choix.value, tours)

    choix.param.watch(changer, "value")
    return pn.Row(choix, dessous)


if __name__ == "__main__":
    pn.extension("vega")
    commune = Source()
    pn.serve(lambda: page(commune), port=int(sys.argv[1]), show=False, title="Synthèse")
