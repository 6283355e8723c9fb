"""A plain text file into the engine: kept columns only, blanks trimmed, names hashed at once."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from plie_metrics.importation.atelier import RANGS, Atelier, Controle, TableChargee
from plie_metrics.importation.conversion import convertie, date_bornee, date_lue, nettoyee
from plie_metrics.importation.moteur import citer, litteral
from plie_metrics.importation.pseudonymes import masques, pseudonyme_sql
from plie_metrics.importation.table_lue import ColonneLue, TableLue, brut
from plie_metrics.importation.texte_normalise import Blancs, TableRefusee, TexteNormalise
from plie_metrics.importation.traduction import a_traduire, traductions
from plie_metrics.schema import Type

LOT: Final = 10_000
MARGE_LIGNE: Final = 2
SANS_ANNEE: Final = "date de naissance illisible"

TROP_DE_CASES: Final = Controle(
    "",
    "la ligne a {nombre} cases, alors que l’en-tête en a %d.",
    "Vérifiez les séparateurs de cette ligne, et les guillemets autour d’un texte qui en contient.",
)
LIGNE_VIDE: Final = Controle(
    "", "la ligne est vide au milieu de la table.", "Supprimez-la ou complétez-la."
)


def charger(atelier: Atelier, lue: TableLue, texte: TexteNormalise, cle: bytes | None) -> None:
    """Load a table; its text file is erased. `cle`: the key of the pseudonyms, when needed."""
    nom = lue.nom
    lus = ", ".join(_lu(colonne, texte.blancs) for colonne in lue.colonnes)
    gardes = ", ".join(_garde(colonne) for colonne in lue.colonnes)
    parametres = dict(zip(("interne", "externe"), masques(cle), strict=True)) if cle else {}
    atelier.moteur.execute(
        f"CREATE TABLE brut_{nom} AS SELECT {gardes} "
        f"FROM (SELECT {lus} FROM {_lecture(texte, atelier)})",
        parametres,
    )
    texte.fichier.unlink()
    _verifier_compte(atelier, nom, texte)
    expressions = {colonne.nom: _expression(atelier, nom, colonne) for colonne in lue.colonnes}
    lignes = _lignes_remplies(atelier, lue)
    atelier.tables[nom] = TableChargee(lue, lignes, texte.numeros, expressions)
    _creer_vue(atelier, lue, expressions, lignes)
    _constater_forme(atelier, lue, texte, lignes)


def _lu(lue: ColonneLue, blancs: Blancs) -> str:
    """The text of a column, and its date at once when it is one."""
    champ = _champ(lue, blancs)
    texte = f"{champ} AS {citer(brut(lue.nom))}"
    if lue.colonne.type is not Type.DATE:
        return texte
    return f"{texte}, {date_lue(champ, lue.dates)} AS {citer(lue.nom)}"


def _garde(lue: ColonneLue) -> str:
    """What is kept of it: an ISO date tells its own text."""
    texte, date = citer(brut(lue.nom)), citer(lue.nom)
    if lue.colonne.type is not Type.DATE:
        return texte
    bornee = date_bornee(date)
    autre = f"CASE WHEN ({bornee}) IS NULL OR {texte}[5] <> '-' THEN {texte} END"
    return f"{bornee} AS {date}, {autre} AS {texte}"


def _champ(lue: ColonneLue, blancs: Blancs) -> str:
    champ = nettoyee(f"c{lue.rang}", blancs)
    if lue.vides:
        vides = ", ".join(map(litteral, lue.vides))
        champ = f"(CASE WHEN {champ} IN ({vides}) THEN NULL ELSE {champ} END)"
    if lue.nominative:
        return pseudonyme_sql(champ)
    if lue.naissance:
        lu = f"({date_lue(champ, lue.dates)})"
        annee = f"CAST(year({date_bornee(lu)}) AS VARCHAR)"
        seule = f"CASE WHEN regexp_full_match({champ}, '\\d{{4}}') THEN {champ} END"
        illisible = f"CASE WHEN {champ} IS NOT NULL THEN {litteral(SANS_ANNEE)} END"
        return f"coalesce({annee}, {seule}, {illisible})"
    return champ


def _lecture(texte: TexteNormalise, atelier: Atelier) -> str:
    colonnes = ", ".join(f"'c{rang}': 'VARCHAR'" for rang in range(len(texte.entetes)))
    return (
        f"read_csv({litteral(str(texte.fichier))}, auto_detect = false, header = false, "
        f"delim = {litteral(texte.delimiteur)}, quote = '\"', escape = '\"', "
        f"columns = {{{colonnes}}}, new_line = '\\n', "
        f"max_line_size = {MARGE_LIGNE * atelier.limites.ligne}, "
        f"parallel = {'false' if texte.blancs is Blancs.SAUTS else 'true'})"
    )


def _verifier_compte(atelier: Atelier, nom: str, texte: TexteNormalise) -> None:
    lues = atelier.moteur.execute(f"SELECT count(*) FROM brut_{nom}").fetchone()[0]
    if lues != texte.enregistrements:  # two readers must agree, or line numbers would lie
        raise TableRefusee(
            f"la table compte {texte.enregistrements} lignes, mais {lues} ont pu être lues.",
            "Enregistrez-la de nouveau en CSV depuis le tableur.",
        )


def _expression(atelier: Atelier, nom: str, lue: ColonneLue) -> str:
    """SQL of the typed value of a column; the text itself when every one is already right."""
    champ = citer(lue.nom if lue.colonne.type is Type.DATE else brut(lue.nom))
    if _est_fidele(atelier, nom, lue):
        return champ
    return convertie(lue, champ, _traductions(atelier, nom, lue) if a_traduire(lue) else {})


def _est_fidele(atelier: Atelier, nom: str, lue: ColonneLue) -> bool:
    if lue.colonne.type is not Type.CATEGORIE or lue.valeurs or lue.echelle_2019:
        return False
    return all(map(lue.colonne.accepte, _distinctes(atelier.moteur, nom, lue.nom)))


def _traductions(atelier: Atelier, nom: str, lue: ColonneLue) -> Mapping[str, str]:
    connues = traductions(lue, _distinctes(atelier.moteur, nom, lue.nom))
    if len(connues) > atelier.limites.graphies:
        raise TableRefusee(
            f"la colonne {lue.nom} écrit ses valeurs de {len(connues)} façons différentes.",
            "Vérifiez que cette colonne est la bonne.",
        )
    return connues


def _distinctes(moteur: Any, table: str, colonne: str) -> Iterator[str]:
    champ = citer(brut(colonne))
    lues = moteur.cursor().execute(
        f"SELECT DISTINCT {champ} FROM brut_{table} WHERE {champ} IS NOT NULL"
    )
    while lot := lues.fetchmany(LOT):
        yield from (valeur for (valeur,) in lot)


def _lignes_remplies(atelier: Atelier, lue: TableLue) -> int:
    """Rows up to the last that is not blank: the end of a sheet often holds empty ones."""
    if not lue.colonnes:
        return 0
    dernier = atelier.moteur.execute(
        f"SELECT max(rowid) FROM brut_{lue.nom} WHERE NOT ({_vide(lue)})"
    ).fetchone()[0]
    return 0 if dernier is None else int(dernier) + 1


def _creer_vue(
    atelier: Atelier, lue: TableLue, expressions: Mapping[str, str], lignes: int
) -> None:
    champs = ["rowid AS rang_ligne"]
    for nom in lue.noms:
        champs += [f"{expressions[nom]} AS {citer(nom)}", citer(brut(nom))]
    atelier.moteur.execute(
        f"CREATE VIEW net_{lue.nom} AS SELECT {', '.join(champs)} FROM brut_{lue.nom} "
        f"WHERE rowid < {lignes}"
    )


def _vide(lue: TableLue) -> str:
    """SQL: every cell of the row is empty."""
    textes = [brut(colonne.nom) for colonne in lue.colonnes]
    dates = [colonne.nom for colonne in lue.colonnes if colonne.colonne.type is Type.DATE]
    return " AND ".join(f"{citer(nom)} IS NULL" for nom in (*textes, *dates))


def _constater_forme(atelier: Atelier, lue: TableLue, texte: TexteNormalise, lignes: int) -> None:
    """Lines of the wrong width, blank lines: told once, and left out of the other checks."""
    nom, moteur = lue.nom, atelier.moteur
    ecarts = texte.ecarts[texte.ecarts[:, 0] < lignes]
    if len(ecarts):
        controle = Controle("", TROP_DE_CASES.raison % len(texte.entetes), TROP_DE_CASES.remede)
        atelier.constater_ecarts(nom, controle, ecarts)
    vides = f"rowid < {lignes} AND {_vide(lue)}"
    numero = atelier.numero(LIGNE_VIDE)
    atelier.constater(nom, f"SELECT rowid, {numero}, NULL, NULL FROM brut_{nom} WHERE {vides}")
    moteur.execute(
        f"CREATE TABLE ecartees_{nom} AS "
        f"SELECT DISTINCT rang FROM constats WHERE tableau = {RANGS[nom]}"
    )
    ecartees = moteur.execute(f"SELECT count(*) FROM ecartees_{nom}").fetchone()[0]
    sauf = f"WHERE rang_ligne NOT IN (FROM ecartees_{nom})" if ecartees else ""
    moteur.execute(f"CREATE VIEW retenues_{nom} AS SELECT * FROM net_{nom} {sauf}")
