"""The indicators a second time, from the text of the contract, in plain loops over plain rows.

Written without looking at plie_metrics.calcul: no engine, no shared constant.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

Ligne = dict[str, Any]
Extrait = dict[str, list[Ligne]]

POSITIFS = {
    "emploi_cdi",
    "emploi_cdd_6_mois",
    "emploi_interim_6_mois",
    "creation_activite",
    "emploi_aide",
    "formation_qualifiante",
    "chantier_insertion_senior",
}
NEUTRES = {"demenagement", "sante", "retraite", "deces"}
EMPLOIS = {
    "cdd_moins_6_mois",
    "cdd_6_mois_et_plus",
    "cdi",
    "interim",
    "clause_insertion",
    "cddi",
    "contrat_aide",
    "creation_activite",
}
PERSONNE = ("commune", "qpv", "sexe")
PARCOURS = ("referent", "structure", "prescripteur")


def classe(annee: int, naissance: int) -> str:
    age = annee - naissance
    for nom, bas, haut in (
        ("15-24", 15, 24),
        ("25-44", 25, 44),
        ("45-54", 45, 54),
        ("55-64", 55, 64),
        ("65+", 65, 150),
    ):
        if bas <= age <= haut:
            return nom
    return "inconnu"


def trente_mois_avant(jour: date) -> date:
    annee, mois = jour.year - 2, jour.month - 6
    if mois < 1:
        annee, mois = annee - 1, mois + 12
    quantieme = jour.day
    while True:
        try:
            return date(annee, mois, quantieme)
        except ValueError:
            quantieme -= 1


class Oracle:
    """Answers for one extract, one set of filters, one period."""

    def __init__(self, extrait: Extrait, filtres: dict[str, tuple[str, ...]], du: date, au: date):
        self.e, self.f, self.du, self.au = extrait, filtres, du, au
        self.personnes = {p["participant_id"]: p for p in extrait["participants"]}
        self.tous = {q["parcours_id"]: q for q in extrait["parcours"]}

    # what the filters keep

    def personne_gardee(self, personne: Ligne) -> bool:
        for nom in PERSONNE:
            valeur = personne[nom] or ("hors_qpv" if nom == "qpv" else "inconnu")
            if self.f.get(nom) and valeur not in self.f[nom]:
                return False
        return True

    def parcours_garde(self, parcours: Ligne) -> bool:
        for nom in PARCOURS:
            valeur = parcours["referent_id" if nom == "referent" else nom]
            if self.f.get(nom) and valeur not in self.f[nom]:
                return False
        return self.personne_gardee(self.personnes[parcours["participant_id"]])

    def clause_gardee(self, ligne: Ligne) -> bool:
        if not self.f:
            return True
        qui = ligne["participant_id"]
        if qui is None:
            return False
        if any(nom in self.f for nom in PARCOURS):
            return any(
                q["participant_id"] == qui and self.parcours_garde(q) for q in self.e["parcours"]
            )
        return self.personne_gardee(self.personnes[qui])

    # modalities

    def de_la_personne(self, qui: str | None, annee: int) -> Ligne:
        if qui is None:
            noms = ("sexe", "classe_age", "commune", "qpv", "niveau_formation")
            return dict.fromkeys(noms, "inconnu")
        p = self.personnes[qui]
        return {
            "sexe": p["sexe"],
            "classe_age": classe(annee, p["annee_naissance"]),
            "commune": p["commune"],
            "qpv": p["qpv"] or "hors_qpv",
            "niveau_formation": p["niveau_formation"] or "inconnu",
        }

    def du_parcours(self, q: Ligne, annee: int) -> Ligne:
        return {
            **self.de_la_personne(q["participant_id"], annee),
            "referent": q["referent_id"],
            "structure": q["structure"],
            "prescripteur": q["prescripteur"],
        }

    # units: each yields (unit, modalities, row)

    def dans(self, jour: date | None) -> bool:
        return jour is not None and self.du <= jour <= self.au

    def accompagnees(self) -> Iterator[tuple[str, Ligne, Ligne]]:
        for q in self.e["parcours"]:
            sortie = q["date_sortie"]
            present = q["date_entree"] <= self.au and (sortie is None or sortie >= self.du)
            if present and self.parcours_garde(q):
                yield q["participant_id"], self.du_parcours(q, self.au.year), q

    def ouverts(self) -> Iterator[tuple[str, Ligne, Ligne]]:
        for q in self.e["parcours"]:
            sortie = q["date_sortie"]
            ouvert = q["date_entree"] <= self.au and (sortie is None or sortie > self.au)
            if ouvert and self.parcours_garde(q):
                yield q["participant_id"], self.du_parcours(q, self.au.year), q

    def dates(self, champ: str) -> Iterator[tuple[str, Ligne, Ligne]]:
        for q in self.e["parcours"]:
            if self.parcours_garde(q) and self.dans(q[champ]):
                modalites = self.du_parcours(q, q[champ].year)
                modalites["motif_sortie"] = q["motif_sortie"] or "inconnu"
                yield q["parcours_id"], modalites, q

    def etapes(self) -> Iterator[tuple[str, Ligne, Ligne]]:
        for etape in self.e["etapes"]:
            q = self.tous[etape["parcours_id"]]
            if self.parcours_garde(q) and self.dans(etape["date_debut"]):
                modalites = self.du_parcours(q, etape["date_debut"].year)
                modalites["type_etape"] = etape["type_etape"]
                yield etape["etape_id"], modalites, etape

    def prescriptions(self) -> Iterator[tuple[str, Ligne, Ligne]]:
        for p in self.e["prescriptions"]:
            commune = p["commune"] or "inconnu"
            garde = all(
                not self.f.get(nom) or valeur in self.f[nom]
                for nom, valeur in (("commune", commune), ("prescripteur", p["prescripteur"]))
            )
            if garde and self.dans(p["date"]):
                yield (
                    p["prescription_id"],
                    {"commune": commune, "prescripteur": p["prescripteur"]},
                    p,
                )

    def heures(self, tout: bool = False) -> Iterator[tuple[str, Ligne, Ligne]]:
        contrats = {c["contrat_id"]: c for c in self.e["clauses_contrats"]}
        for h in self.e["clauses_heures"]:
            c = contrats[h["contrat_id"]]
            if self.dans(h["mois"]) and (tout or self.clause_gardee(c)):
                qui = c["participant_id"]
                modalites = {
                    **self.de_la_personne(qui, h["mois"].year),
                    "type_contrat": c["type_contrat"],
                    "secteur": c["secteur"],
                    "age_fin": self.de_la_personne(qui, self.au.year)["classe_age"],
                }
                yield qui or f"contrat {c['contrat_id']}", modalites, {**h, **c}

    def orientations(self, tout: bool = False) -> Iterator[tuple[str, Ligne, Ligne]]:
        for o in self.e["clauses_orientations"]:
            if self.dans(o["date"]) and (tout or self.clause_gardee(o)):
                qui = o["participant_id"]
                modalites = {
                    **self.de_la_personne(qui, o["date"].year),
                    "qpv": o["qpv"] or "hors_qpv",
                    "prescripteur": o["prescripteur"],
                    "secteur": o["secteur"],
                    "age_fin": self.de_la_personne(qui, self.au.year)["classe_age"],
                }
                yield o["candidat_id"], modalites, o

    def sorties_clauses(self, tout: bool = False) -> Iterator[tuple[str, Ligne, Ligne]]:
        for s in self.e["clauses_sorties"]:
            if self.dans(s["date"]) and (tout or self.clause_gardee(s)):
                modalites = {
                    **self.de_la_personne(s["participant_id"], s["date"].year),
                    "qpv": s["qpv"] or "hors_qpv",
                }
                yield s["sortie_id"], modalites, s

    # indicators

    def recue(self, qui: str) -> bool:
        premier = date(self.au.year, self.au.month, 1)
        return any(
            premier <= t["date"] <= self.au and self.tous[t["parcours_id"]]["participant_id"] == qui
            for t in self.e["entretiens"]
        )

    def valeur(self, indicateur: str, unites: list[tuple[str, Ligne, Ligne]]) -> float | None:
        """The value over a list of units (people are made distinct here)."""
        lignes = [ligne for _, _, ligne in unites]
        qui = {unite for unite, _, _ in unites}
        gens = [self.personnes[q] for q in qui if q in self.personnes]
        positives = sum(q.get("motif_sortie") in POSITIFS for q in lignes)
        connus = [p for p in gens if p["niveau_formation"]]
        calculs: dict[str, Callable[[], float | None]] = {
            "personnes_accompagnees": lambda: len(qui),
            "file_active": lambda: len(qui),
            "entrees": lambda: len(lignes),
            "sorties": lambda: len(lignes),
            "sorties_positives": lambda: positives,
            "taux_sorties_positives_brut": lambda: rapport(positives, len(lignes)),
            "taux_sorties_positives_net": lambda: rapport(
                positives, sum(q["motif_sortie"] not in NEUTRES for q in lignes)
            ),
            "duree_moyenne_parcours": lambda: rapport(
                sum((q["date_sortie"] - q["date_entree"]).days for q in lignes) / 30.4375,
                len(lignes),
            ),
            "parcours_plus_30_mois": lambda: sum(
                q["date_entree"] < trente_mois_avant(self.au) for q in lignes
            ),
            "etapes": lambda: len(lignes),
            "mises_emploi": lambda: sum(x["type_etape"] in EMPLOIS for x in lignes),
            "part_femmes": lambda: rapport(sum(p["sexe"] == "F" for p in gens), len(gens)),
            "part_qpv": lambda: rapport(
                sum((p["qpv"] or "")[:2] in ("QP", "QN") for p in gens), len(gens)
            ),
            "part_qpv_et_veille": lambda: rapport(
                sum(p["qpv"] is not None for p in gens), len(gens)
            ),
            "part_brsa": lambda: rapport(sum(p["brsa"] is True for p in gens), len(gens)),
            "part_deld": lambda: rapport(sum(p["deld"] is True for p in gens), len(gens)),
            "part_niveau_v_infra": lambda: rapport(
                sum(p["niveau_formation"] in ("V", "Vbis", "VI") for p in connus), len(connus)
            ),
            "age_moyen": lambda: rapport(
                sum(self.au.year - p["annee_naissance"] for p in gens), len(gens)
            ),
            "taux_entretien_mensuel": lambda: rapport(sum(self.recue(q) for q in qui), len(qui)),
            "prescriptions": lambda: len(lignes),
            "taux_entree_sur_prescription": lambda: rapport(
                sum(p["suite"] == "entree" for p in lignes), len(lignes)
            ),
            "clauses_heures": lambda: sum(h["heures"] for h in lignes),
            "clauses_etp": lambda: sum(h["heures"] for h in lignes) / 1607,
            "clauses_salaries": lambda: len({u for u, _, h in unites if h["heures"] > 0}),
            "clauses_orientations": lambda: len(lignes),
            "clauses_orientations_validees": lambda: sum(o["validee"] for o in lignes),
            "clauses_candidats_valides": lambda: len({u for u, _, o in unites if o["validee"]}),
            "clauses_sorties_positives": lambda: len(lignes),
        }
        return calculs[indicateur]()

    def unites(self, indicateur: str, tout: bool = False) -> list[tuple[str, Ligne, Ligne]]:
        comptees: dict[str, Callable[[], Iterator[tuple[str, Ligne, Ligne]]]] = {
            "file_active": self.ouverts,
            "parcours_plus_30_mois": self.ouverts,
            "taux_entretien_mensuel": self.ouverts,
            "entrees": lambda: self.dates("date_entree"),
            "sorties": lambda: self.dates("date_sortie"),
            "sorties_positives": lambda: self.dates("date_sortie"),
            "taux_sorties_positives_brut": lambda: self.dates("date_sortie"),
            "taux_sorties_positives_net": lambda: self.dates("date_sortie"),
            "duree_moyenne_parcours": lambda: self.dates("date_sortie"),
            "etapes": self.etapes,
            "mises_emploi": self.etapes,
            "prescriptions": self.prescriptions,
            "taux_entree_sur_prescription": self.prescriptions,
            "clauses_heures": lambda: self.heures(tout),
            "clauses_etp": lambda: self.heures(tout),
            "clauses_salaries": lambda: self.heures(tout),
            "clauses_orientations": lambda: self.orientations(tout),
            "clauses_orientations_validees": lambda: self.orientations(tout),
            "clauses_candidats_valides": lambda: self.orientations(tout),
            "clauses_sorties_positives": lambda: self.sorties_clauses(tout),
        }
        return list(comptees.get(indicateur, self.accompagnees)())

    def impossible(self, indicateur: str) -> bool:
        """Null because the filters cannot act on what is counted."""
        if "prescription" in indicateur:
            return any(nom not in ("commune", "prescripteur") for nom in self.f)
        if "clauses" in indicateur and self.f:
            toutes = self.unites(indicateur, tout=True)
            if indicateur == "clauses_salaries":
                toutes = [u for u in toutes if u[2]["heures"] > 0]
            if indicateur == "clauses_candidats_valides":
                toutes = [u for u in toutes if u[2]["validee"]]
            return bool(toutes) and all(u[2]["participant_id"] is None for u in toutes)
        return False

    def total(self, indicateur: str) -> float | None:
        if self.impossible(indicateur):
            return None
        return self.valeur(indicateur, self.unites(indicateur))

    def ventilation(self, indicateur: str, dims: tuple[str, ...]) -> dict[tuple[str, ...], Any]:
        """Cells that are neither zero nor undefined."""
        if self.impossible(indicateur):
            return {}
        groupes: dict[tuple[str, ...], list[tuple[str, Ligne, Ligne]]] = defaultdict(list)
        for unite in self.unites(indicateur):
            modalites = dict(unite[1])
            if indicateur in ("clauses_salaries", "clauses_candidats_valides"):
                modalites["classe_age"] = modalites["age_fin"]
            groupes[tuple(modalites[d] for d in dims)].append(unite)
        cellules = {cle: self.valeur(indicateur, unites) for cle, unites in groupes.items()}
        return {cle: valeur for cle, valeur in cellules.items() if valeur is not None}


def rapport(numerateur: float, denominateur: float) -> float | None:
    return numerateur / denominateur if denominateur else None
