from plie_metrics.typographie import typographier


def test_plain_keyboard_text_becomes_printed_french():
    assert typographier("l'heure : « 1 607 » ; 5 %") == (
        "l’heure\u00a0: «\u00a01\u202f607\u00a0»\u202f; 5\u202f%"
    )


def test_a_year_is_left_alone():
    assert typographier("au 1er janvier 2024, 30 mois") == "au 1er janvier 2024, 30 mois"


def test_twice_is_once():
    une_fois = typographier("l'âge : « 1 607 » ; d'accord ?")
    assert typographier(une_fois) == une_fois
