"""What cannot hold together in the 2016 report, and what the demonstration does about it.

Readable by the « Méthode » page. The published figures are cited by their id in data/publications.
"""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True)
class Choix:
    """A contradiction or a silence of the report: the ids at stake, the question, the choice."""

    sujet: str
    chiffres: tuple[str, ...]
    question: str
    choix: str


CHOIX: Final[tuple[Choix, ...]] = (
    Choix(
        "Nombre de sorties positives",
        (
            "ra2016.activite.sorties_positives",
            "ra2016.portage.sorties_positives.realisation",
            "ra2016.sorties_sexe.total.sorties_positives",
        ),
        "Le rapport imprime « plus de 311 », puis 311, puis 314 dans le tableau par sexe.",
        "La démonstration retient 314, seul nombre qui donne 729 sorties avec les 415 autres "
        "sorties. Le nombre 311 n’est pas reproduit.",
    ),
    Choix(
        "Sorties positives sans type",
        (
            "ra2016.sorties_positives_type.emploi.nombre",
            "ra2016.sorties_positives_type.emploi_aide.nombre",
            "ra2016.sorties_positives_type.formation_qualifiante.nombre",
        ),
        "Les trois types imprimés font 310, quatre de moins que 314.",
        "Les quatre sorties restantes sont des seniors en chantier d’insertion, critère que le "
        "rapport cite et que son tableau omet. Les parts de 65 % et 72 %, calculées sur 310, "
        "deviennent 64 % et 71 % sur 314.",
    ),
    Choix(
        "Stock au 31 décembre",
        ("ra2016.participants.accompagnes", "ra2016.participants.file_active"),
        "1 525 personnes accompagnées moins 729 sorties font 796 ; le rapport imprime 799.",
        "Trois personnes sortent puis reviennent dans l’année : 1 528 parcours pour "
        "1 525 personnes, donc 799 parcours ouverts. Le stock au 1er janvier, qui n’est pas "
        "imprimé, vaut alors 958.",
    ),
    Choix(
        "Taux net de 49 %",
        ("ra2016.activite.taux_net", "ra2016.autres_sorties.autre.nombre"),
        "Le calcul retire les retraites, qu’aucune ligne n’imprime ; sans elles le taux vaut "
        "47,9 %.",
        "Des 16 sorties « Autre », 12 sont des retraites et 4 d’autres motifs : 314 sur 643 "
        "sorties, soit 48,8 %, imprimé 49 %.",
    ),
    Choix(
        "Sorties vers l’emploi",
        ("ra2016.sorties_positives_type.emploi.nombre",),
        "Le rapport ne distingue pas CDI, CDD, intérim et création d’activité.",
        "La répartition des 201 sorties entre ces quatre motifs est une hypothèse.",
    ),
    Choix(
        "Âge des entrées",
        (
            "ra2016.entrees_age.15_24.part",
            "ra2016.entrees_age.25_44.part",
            "ra2016.entrees_age.45_54.part",
            "ra2016.entrees_age.55_64.part",
        ),
        "Les parts imprimées (5, 68, 21 et 6 %) ne découlent pas des effectifs imprimés.",
        "Les effectifs (37, 365, 127, 41) sont reproduits ; les parts qui en découlent sont "
        "6, 64, 22 et 7 %. Les phrases « 68 % » et « 27 % » ne sont pas reproduites.",
    ),
    Choix(
        "Entrées par prescripteur",
        (
            "ra2016.entrees_prescripteur.mission_locale.part",
            "ra2016.entrees_prescripteur.operateur.part",
            "ra2016.entrees_prescripteur.phrase.pe_cd",
        ),
        "7 % et 8 % sont imprimés pour 43 et 50 entrées sur 570 ; 73 % pour 411.",
        "Les effectifs sont reproduits ; les parts qui en découlent sont 8, 9 et 72 %.",
    ),
    Choix(
        "Habitants de Dijon",
        ("ra2016.communes.phrase.dijon", "ra2016.communes.dijon.part"),
        "« 2/3 des participants » contredit les 61 % du tableau.",
        "Le tableau est reproduit : 934 personnes sur 1 525.",
    ),
    Choix(
        "Quartiers prioritaires",
        ("ra2016.qpv_accompagnes.part",),
        "Seules des parts sont imprimées, et trois quartiers sur cinq.",
        "24 % des 1 525 personnes font 366 : 146 aux Grésilles, 81 au Mail, 29 à Fontaine "
        "d’Ouche ; les 110 restantes vont au Belvédère et au Bief du Moulin selon leur population. "
        "Les habitants des quartiers de veille s’y ajoutent, sans être en QPV.",
    ),
    Choix(
        "Autres communes",
        ("ra2016.communes.autres.nombre",),
        "Le rapport réunit 112 personnes sous « Autres ».",
        "Elles se répartissent entre les dix-neuf autres communes selon leur population, avec "
        "deux personnes au moins dans chacune.",
    ),
    Choix(
        "Mises à l’emploi",
        ("ra2016.etapes.mises_emploi", "ra2016.mises_emploi.cddi.part"),
        "Les cinq parts imprimées font 89 % ; les effectifs ne sont pas imprimés.",
        "Les effectifs sont ceux dont l’arrondi donne ces parts ; le reste est fait de contrats "
        "aidés et de créations d’activité. Les 126 étapes en chantier d’insertion n’en font pas "
        "partie.",
    ),
    Choix(
        "Durée moyenne des parcours",
        ("ra2016.duree_parcours.duree_moyenne",),
        "La population des 17 mois n’est pas dite.",
        "Elle est calculée sur les 729 sorties de l’année.",
    ),
    Choix(
        "Sorties après 30 mois",
        ("ra2016.autres_sorties.plus_30_mois.nombre",),
        "91 sorties ont ce motif ; le rapport ne dit rien des autres sorties après 30 mois.",
        "Aucune autre sortie de la démonstration ne dépasse 30 mois.",
    ),
    Choix(
        "Salariés des clauses",
        (
            "ra2016.clauses_contrats.total.salaries",
            "ra2016.clauses_salaries.total",
            "ra2016.clauses_salaries.btp",
            "ra2016.clauses_salaries.services",
        ),
        "135 salariés par contrat, 131 par secteur, 126 personnes.",
        "Neuf personnes ont un CTTI puis un contrat de professionnalisation, comme le rapport le "
        "dit ; cinq hommes travaillent dans les deux secteurs.",
    ),
    Choix(
        "Candidats validés",
        ("ra2016.clauses_validations.total", "ra2016.clauses_validations.part_qpv"),
        "67 et 39 validations pour 104 candidats, dont 32 % des quartiers prioritaires.",
        "Deux candidats sont validés dans les deux secteurs ; 33 candidats validés habitent un "
        "quartier prioritaire, aucun un quartier de veille.",
    ),
    Choix(
        "Orientations par secteur",
        (
            "ra2016.clauses_orientations.ensemble.services",
            "ra2016.clauses_orientations.ensemble.batiment",
        ),
        "70 et 94 sont imprimés en face des 77 orientations du PLIE.",
        "Ils portent sur les 164 orientations.",
    ),
    Choix(
        "Sorties des clauses",
        ("ra2016.clauses_sorties.part_dispositif", "ra2016.clauses_sorties_qpv.bief_guynemer"),
        "« 39 % des sorties positives » n’a pas de dénominateur imprimé ; « Bief / Guynemer » "
        "réunit un quartier prioritaire et un quartier de veille.",
        "La part n’est pas reproduite ; la sortie de Longvic est au Bief du Moulin.",
    ),
    Choix(
        "Temps de travail des référents",
        ("ra2016.portage.referents", "ra2016.portage.file_active.objectif"),
        "Les objectifs de 700 entrées et 889 personnes supposent 12,5 et 12,7 équivalents temps "
        "plein aux normes de 56 et 70 ; 14 référents sont imprimés.",
        "Quatorze référents dans les dix structures imprimées, pour 12,6 équivalents temps plein.",
    ),
    Choix(
        "Seniors",
        ("ra2016.action_seminaire_seniors.part_entrees",),
        "« 21 % » des entrées « entre 2015 et 2016 » ont plus de 50 ans : la période n’est pas "
        "claire.",
        "21 % des entrées des deux années ont 50 ans ou plus, dont 70 % de demandeurs d’emploi "
        "de longue durée.",
    ),
    Choix(
        "Remobilisation",
        ("ra2016.action_remobilisation.objectif",),
        "On ne sait si l’objectif de 150 entrées porte sur le diagnostic ou sur la remédiation.",
        "Il est placé sur le diagnostic.",
    ),
    Choix(
        "Années 2014 et 2015",
        (),
        "Aucun rapport n’est disponible pour ces années.",
        "Leur activité est inventée, à un volume proche, sans objectif.",
    ),
)
