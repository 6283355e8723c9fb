"""Ten parcours written by hand, enough to count each thing on one's fingers."""

from datetime import date

from tests.calcul.extraits import extrait, tables


def ligne(entree, sortie=None, motif=None, **autres):
    return {"date_entree": entree, "date_sortie": sortie, "motif_sortie": motif, **autres}


PARCOURS = [
    ligne(date(2013, 1, 10)),  # open for 47 months
    ligne(date(2014, 6, 30)),  # exactly 30 months before 31/12/2016 (clipped): not yet « beyond »
    ligne(date(2014, 8, 1)),  # beyond 30 months on 01/02/2017: near
    ligne(date(2015, 3, 1), date(2016, 3, 1), "emploi_cdi"),
    ligne(date(2015, 5, 1), date(2016, 6, 1), "sante"),
    ligne(date(2015, 6, 1), date(2016, 12, 31), "suivi_impossible"),
    ligne(date(2016, 2, 1), date(2016, 9, 1), "formation_qualifiante"),
    ligne(date(2016, 5, 1)),
    ligne(date(2016, 11, 1), structure="CREATIV"),
    ligne(date(2015, 1, 1), date(2015, 12, 31), "emploi_cdi"),  # before the year 2016
]


def dix():
    """Ten people, one parcours each; the even ones live in Chenôve (21166), in QP021002."""
    gens = [
        {"commune": "21166", "qpv": "QP021002"} if rang % 2 else {"commune": "21231"}
        for rang in range(10)
    ]
    for rang, (parcours, personne) in enumerate(zip(PARCOURS, gens, strict=True), 1):
        parcours["participant_id"] = personne["participant_id"] = f"P{rang}"
    entretiens = [
        {"parcours_id": "Q1", "date": date(2016, 12, 1)},
        {"parcours_id": "Q2", "date": date(2016, 11, 30)},
        {"parcours_id": "Q3", "date": date(2016, 11, 29)},
        {"parcours_id": "Q8", "date": date(2016, 1, 1)},
        {"parcours_id": "Q8", "date": date(2015, 1, 1)},
    ]
    return tables(extrait(participants=gens, parcours=PARCOURS, entretiens=entretiens))
