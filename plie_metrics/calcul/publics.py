"""Who the personnes accompagnées are: shares and mean age.

Sources: rapport d'activité 2016, « Les participants du PLIE »; appel à projets 2018, « Les chiffres
clés du PLIE ». A QPV is a code QP… or QN…; the quartiers de veille are counted apart.
"""

from collections.abc import Mapping
from typing import Final

from plie_metrics.calcul.file_active import ACCOMPAGNEES
from plie_metrics.calcul.recette import Recette

RECETTES: Final[Mapping[str, Recette]] = {
    "part_femmes": Recette(ACCOMPAGNEES, "femme", "un", inconnus="sexe_inconnu"),
    "part_qpv": Recette(ACCOMPAGNEES, "en_qpv", "un"),
    "part_qpv_et_veille": Recette(ACCOMPAGNEES, "en_quartier", "un"),
    "part_brsa": Recette(ACCOMPAGNEES, "brsa", "un", inconnus="brsa_inconnu"),
    "part_deld": Recette(ACCOMPAGNEES, "deld", "un", inconnus="deld_inconnu"),
    "part_niveau_v_infra": Recette(
        ACCOMPAGNEES,
        "niveau_bas",
        "niveau_connu",
        inconnus="niveau_inconnu",
        inconnus_inclus=False,
    ),
    "age_moyen": Recette(ACCOMPAGNEES, "age", "naissance_connue"),
}
