"""How the secrecy works, in French, for the method page."""

from dataclasses import dataclass

from plie_metrics.secret.reglages import Reglages


@dataclass(frozen=True)
class Section:
    """A title and its paragraphs."""

    titre: str
    paragraphes: tuple[str, ...]


def expliquer(reglages: Reglages) -> tuple[Section, ...]:
    """The whole explanation, with the thresholds of these settings."""
    return (
        _profils(reglages),
        _primaire(reglages),
        _liste(reglages),
        _secondaire(reglages),
        _temps(reglages),
        _projections(),
        _preuve(),
        _limites(),
    )


def _profils(reglages: Reglages) -> Section:
    financeur, public = reglages.seuils["financeur"], reglages.seuils["public"]
    return Section(
        "Qui voit quoi",
        (
            "La coordination voit tout. L’équipe voit les chiffres de tous les référents, sans "
            "dossier individuel. Un référent voit son portefeuille, et le reste comme un "
            "financeur.",
            f"Un financeur voit des agrégats où tout effectif de 1 à {financeur - 1} est masqué ; "
            f"le public, des agrégats où tout effectif de 1 à {public - 1} l’est. Un zéro est "
            "montré.",
        ),
    )


def _primaire(reglages: Reglages) -> Section:
    part = round(100 * reglages.dominance)
    return Section(
        "Ce qui est masqué d’abord",
        (
            "Un effectif de 1 à seuil moins 1 est masqué (« moins de … »). Un taux l’est dès que "
            "son numérateur, son dénominateur ou leur différence l’est, et à 0 % ou 100 % quand le "
            f"dénominateur est sous {reglages.facteur_extreme} fois le seuil. Une moyenne l’est "
            "avec l’effectif sur lequel elle est calculée.",
            "Les heures des clauses sont masquées quand elles viennent de trop peu de salariés, ou "
            f"quand une seule entreprise en fait plus de {part} % ; les heures d’une entreprise "
            "inconnue sont comptées avec celles de la première. Si l’extrait ne dit pas "
            "l’entreprise, la règle ne peut pas être appliquée et la page le dit.",
            "Les modalités sensibles (SPIP, santé, décès, maternité) ne sont croisées avec aucune "
            "autre dimension : elles se fondent dans « autres » avec des modalités ordinaires. "
            "Déménagement et retraite s’y fondent aussi, parce que le taux net donne les sorties "
            "neutres, dont la différence avec ces deux motifs livrerait santé et décès. Les "
            "petites communes et les anciens quartiers de veille sont fondus de même.",
        ),
    )


def _liste(reglages: Reglages) -> Section:
    return Section(
        "Une liste fermée de demandes",
        (
            f"Financeurs et public choisissent dans une liste : les {reglages.requetes.annees} "
            "dernières années civiles et le cumul de l’année à l’arrêté, avec au plus un filtre et "
            "une ventilation ; les trimestres et les cumuls aux arrêtés précédents, avec l’un ou "
            "l’autre ; les mois, pour l’ensemble du territoire. Jamais par référent ni par "
            "structure. Toute autre demande est refusée, quelles que soient les données.",
            "Un filtre suivi d’une ventilation est la même case que le croisement des deux : la "
            "liste entière est donc un ensemble fini de cases, que l’on protège toutes à la fois.",
        ),
    )


def _secondaire(reglages: Reglages) -> Section:
    part = round(100 * reglages.largeur)
    return Section(
        "Ce qui est masqué ensuite",
        (
            "Masquer une case ne suffit pas : un total moins les autres cases la redonne. On "
            "écrit donc toutes les égalités que chacun peut poser : les modalités font le total ; "
            "une commune moins ses quartiers laisse ses autres habitants ; "
            "les croisements font leurs marges ; les mois font les trimestres, qui font les "
            "années ; la file active est celle d’avant, plus les entrées, moins les sorties ; les "
            "personnes accompagnées sont la file active plus les sorties ; les parts redonnent "
            "leurs effectifs (femmes, QPV, niveaux) ; les taux brut et net redonnent les sorties "
            "neutres. Celles qui ne sont vraies qu’à quelques personnes près (celles qui "
            "reviennent) sont supposées connues exactement : on protège ainsi davantage.",
            "Une case masquée est protégée s’il existe d’autres tableaux, en accord avec tout ce "
            "qui est montré et avec le sens des marques, où elle vaut autre chose. On exige que "
            f"{part} % au moins des valeurs de 1 à seuil moins 1 restent possibles ; là où les "
            "zéros montrés l’interdisent, une autre valeur au moins. Quand la marque « moins de » "
            "d’un total et de ses parties suffit à les dire, le total prend la marque « masqué "
            "pour protéger une autre case », qui en dit moins.",
            "D’un arrêté à l’autre : une case déjà montrée et inchangée reste montrée ; une case "
            "masquée qui a peu changé reste masquée ; une case montrée qui a changé de quelques "
            "personnes est masquée, parce que la différence les montrerait.",
        ),
    )


def _projections() -> Section:
    return Section(
        "Les projections",
        (
            "Un objectif n’est projeté pour un financeur ou le public que pour tout le territoire, "
            "et si chaque mois sur lequel la projection repose leur est montré : elle ne révèle "
            "que des totaux mensuels et le rythme de saisie.",
        ),
    )


def _temps(reglages: Reglages) -> Section:
    return Section(
        "Perdre le moins d’information",
        (
            "Un programme linéaire (solveur HiGHS) cherche le tableau de rechange le moins cher "
            "qui fait varier à la fois beaucoup de cases à protéger : celles qu’il bouge sont "
            "masquées. Un total coûte plus qu’une ventilation, une ventilation plus qu’un "
            "croisement, une année plus qu’un mois. On recommence sur ce qui reste, puis on "
            "cherche à nouveau parmi les seules cases masquées, tant que la perte diminue.",
            "Un petit tableau (80 cases, 24 preuves au plus) est résolu exactement, par un "
            "programme en nombres entiers. Au-delà, la solution est bonne sans être prouvée la "
            "meilleure ; elle est en revanche prouvée sûre, case par case.",
            "Le travail est borné en nombre de calculs : partout le même résultat. Après "
            f"{reglages.temps_max} secondes de calcul, tout ce qui se tient avec une case encore "
            "sans preuve est masqué : plus, jamais moins. La solution est gardée à côté des "
            "arrêtés : elle fait partie de ce qui a été montré, et se sauvegarde avec eux.",
        ),
    )


def _preuve() -> Section:
    return Section(
        "La vérification",
        (
            "La commande « verifier --secret » repart des tableaux protégés : pour chaque case "
            "masquée, des programmes linéaires sur tout ce que la liste montre donnent "
            "l’intervalle des valeurs possibles, qui doit être assez large. Il en va de même des "
            "petits restes qu’aucun tableau ne montre et qu’une soustraction donnerait : une "
            "commune moins ses quartiers, les motifs « autres » moins les neutres, le complément "
            "d’un taux. Un essai d’attaque, dans les tests, pose lui-même les égalités et ces "
            "soustractions à partir des seules réponses.",
        ),
    )


def _limites() -> Section:
    return Section(
        "Ce que cela ne couvre pas",
        (
            "Les égalités sont celles des cases de la liste. Qu’un tableau croisé à trois "
            "dimensions ou plus doive exister derrière les tableaux à deux n’est pas exploité.",
            "Les intervalles sont ceux de la programmation linéaire : un raisonnement sur les "
            "nombres entiers peut les resserrer sans, en général, les fermer.",
            "Les zéros sont montrés : un taux de 0 % se déduit d’un zéro. Le nombre de personnes "
            "sorties puis revenues se déduit des totaux. Une petite révision d’une somme d’heures "
            "se voit. Un référent peut retrancher son portefeuille de ce qu’il voit par ailleurs.",
            "Changer les seuils ou la liste après une publication donne d’autres masques, qui "
            "pourraient compléter les premiers : on ne le fait qu’avec un nouvel arrêté.",
        ),
    )
