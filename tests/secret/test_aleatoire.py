"""Random small extracts, from the tables to the gate: the audit finds nothing."""

from dataclasses import replace

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from plie_metrics.secret.audit import auditer
from plie_metrics.secret.probleme import lire_exacts, poser, regles_de
from plie_metrics.secret.resolution import resoudre
from tests.calcul.extraits import extrait
from tests.secret.exemples import liste, source

COMMUNES = ("21231", "21355", "21166")


@st.composite
def suivis(tirer):
    """Up to sixty people, each with one parcours of 2016."""
    nombre = tirer(st.integers(0, 60))
    alea = tirer(st.randoms(use_true_random=False))
    personnes, parcours = [], []
    for rang in range(nombre):
        sortie = alea.random() < 0.6
        mois = alea.randint(1, 6)
        personnes.append({"sexe": alea.choice("FFH"), "commune": alea.choice(COMMUNES)})
        parcours.append(
            {
                "participant_id": f"P{rang + 1}",
                "prescripteur": alea.choice(["pole_emploi", "pole_emploi", "spip", "operateur"]),
                "date_entree": f"2016-{mois:02d}-10",
                "date_sortie": f"2016-{mois + alea.randint(0, 6):02d}-20" if sortie else None,
                "motif_sortie": alea.choice(["emploi_cdi", "sante", "autre"]) if sortie else None,
            }
        )
    return extrait(participants=personnes, parcours=parcours)


@settings(
    max_examples=8,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow],
)
@given(suivis(), st.sampled_from(["financeur", "public"]))
def test_l_audit_ne_trouve_que_ce_qui_est_annonce(tables, profil):
    depart, ferme = source(tables), liste()
    solution = resoudre(depart, ferme, profil)
    probleme = poser(depart, ferme, profil)
    audit = auditer(probleme, solution.protegees, regles_de(ferme, profil))
    assert audit.montrees_a_tort == ()
    assert {constat.cle for constat in audit.failles} <= set(solution.irreductibles)


@settings(
    max_examples=4,
    phases=(Phase.generate,),  # a smaller counter-example would take minutes to find
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow],
)
@given(suivis())
def test_les_masques_ne_dependent_pas_de_l_ordre_de_lecture(tables):
    """Solved again, elsewhere or later: two different answers could complete each other."""
    depart, ferme = source(tables), liste()
    exacts = lire_exacts(depart, ferme)
    lues = exacts.lecture
    a_rebours = {nom: dict(reversed(getattr(lues, nom).items())) for nom in ("offertes", "entre")}
    autres = replace(exacts, lecture=replace(lues, **a_rebours))
    deux = [resoudre(depart, ferme, "public", exacts=lus).protegees for lus in (exacts, autres)]
    assert deux[0].masques == deux[1].masques
