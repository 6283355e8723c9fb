"""Relations between counts: stocks and flows, totals and the modalities they are made of."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise

from plie_metrics.periodes import Periode
from plie_metrics.schema import (
    AUTRES,
    MOTIFS_NEUTRES,
    MOTIFS_POSITIFS,
    NIVEAUX_V_INFRA,
    TYPES_ETAPE_EMPLOI,
    VEILLES,
    est_qpv,
)
from plie_metrics.secret.calendrier import morceaux
from plie_metrics.secret.grandeurs import Cle, Croisement, cle, croiser
from plie_metrics.secret.index import Index

Relation = list[tuple[Cle, int]]


def stocks(index: Index) -> Iterator[Relation]:
    """Stock = earlier stock + entries − exits; people accompanied = stock + exits."""
    suivies = ("personnes", "file_active")
    croisements = {c for (nom, _, _), cs in index.groupes.items() if nom in suivies for c in cs}
    for croisement in croisements:
        if index.isolee(croisement):
            continue
        niveau = len(croisement)
        fins = {p.au for p in index.periodes(niveau)}
        vues = sorted(f for f in fins if index.connue(("file_active", f, f, croisement)))
        for avant, apres in pairwise(vues):
            if avant.year != apres.year and "classe_age" in dict(croisement):
                continue  # everybody has grown a year older
            yield _mouvement(index, avant, apres, croisement)
        yield from _enchainements(index, croisement)
        for periode in index.periodes(niveau):
            yield [
                (cle("personnes", periode, croisement), 1),
                (cle("file_active", periode, croisement), -1),
                (cle("sorties", periode, croisement), -1),
            ]


def _enchainements(index: Index, croisement: Croisement) -> Iterator[Relation]:
    """People of a period = those of the one before − its exits + the entries, stocks left out."""
    periodes = index.periodes(len(croisement))
    debuts: dict[date, list[Periode]] = {p.du: [] for p in periodes}
    for periode in periodes:
        debuts[periode.du].append(periode)
    for avant in periodes:
        for apres in debuts.get(avant.au + timedelta(days=1), ()):
            if avant.au.year != apres.au.year and "classe_age" in dict(croisement):
                continue
            yield [
                (cle("personnes", apres, croisement), 1),
                (cle("personnes", avant, croisement), -1),
                (cle("entrees", apres, croisement), -1),
                (cle("sorties", avant, croisement), 1),
            ]


def _mouvement(index: Index, avant: date, apres: date, croisement: Croisement) -> Relation:
    entre = Periode(avant + timedelta(days=1), apres)
    pieces = morceaux(index.periodes(len(croisement)))
    parties = [m for m in pieces if m.commun(entre) == m]
    return [
        (("file_active", apres, apres, croisement), 1),
        (("file_active", avant, avant, croisement), -1),
        *((cle("entrees", m, croisement), -1) for m in parties),
        *((cle("sorties", m, croisement), 1) for m in parties),
    ]


def liens(index: Index) -> Iterator[Relation]:
    """Counts that are sums of the modalities of another one."""
    quartiers = {m for _, _, _, c in index.valeurs for d, m in c if d == "qpv"}
    fondues = {AUTRES} if all(index.liste.fond("qpv", q) for q in VEILLES) else set()
    proches = fondues or set(VEILLES)
    parties = {
        "qpv": ("personnes", "qpv", {q for q in quartiers if est_qpv(q)}),
        "quartiers": ("personnes", "qpv", {q for q in quartiers if est_qpv(q) or q in proches}),
        "niveau_bas": ("personnes", "niveau_formation", set(NIVEAUX_V_INFRA)),
        "mises_emploi": ("etapes", "type_etape", set(TYPES_ETAPE_EMPLOI)),
        "positives": ("sorties", "motif_sortie", set(MOTIFS_POSITIFS)),
    }
    for nom, du, au, croisement in index.valeurs:
        periode = Periode(du, au)
        if index.isolee(croisement):
            continue
        if nom in parties and len(croisement) < index.niveau(nom, du, au):
            source, dimension, modalites = parties[nom]
            if dimension not in dict(croisement):
                yield [
                    ((nom, du, au, croisement), 1),
                    *(
                        (cle(source, periode, croiser(croisement, (dimension, m))), -1)
                        for m in sorted(modalites)
                    ),
                ]
        if nom == "non_neutres":
            yield from _neutres(index, periode, croisement)
        if nom == "candidats":
            yield [((nom, du, au, croisement), 1), (cle("validees", periode, croisement), -1)]
        if nom == "ages_connus":
            yield [((nom, du, au, croisement), 1), (cle("personnes", periode, croisement), -1)]
        if nom == "niveau_connu" and len(croisement) < index.niveau(nom, du, au):
            yield [
                ((nom, du, au, croisement), 1),
                (cle("personnes", periode, croisement), -1),
                (
                    cle("personnes", periode, croiser(croisement, ("niveau_formation", "inconnu"))),
                    1,
                ),
            ]


def _neutres(index: Index, periode: Periode, croisement: Croisement) -> Iterator[Relation]:
    """Exits = those of the net rate + the neutral ones, where these stand apart."""
    motifs = [
        cle("sorties", periode, croiser(croisement, ("motif_sortie", motif)))
        for motif in sorted(MOTIFS_NEUTRES)
    ]
    vus = [motif for motif in motifs if motif in index.valeurs]
    if vus:
        yield [
            (cle("sorties", periode, croisement), 1),
            (cle("non_neutres", periode, croisement), -1),
            *((motif, -1) for motif in vus),
        ]
