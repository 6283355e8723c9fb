"""Colours by meaning. Contrasts on white are measured; a word or a shape always says the same."""

from typing import Final

REALISE: Final = "#12436D"
SECONDE: Final = "#D1661C"
SECONDE_TEXTE: Final = "#A84E10"
TROISIEME: Final = "#2073BC"
RETARD: Final = "#9A3324"
REPERE: Final = "#7A7F87"
REPERE_TEXTE: Final = "#5B6770"
TEXTE: Final = "#1C2733"
SECONDAIRE: Final = "#5B6770"
BORDURE: Final = "#DDE3E9"
FOND: Final = "#F4F6F8"
PISTE: Final = "#E9EEF3"
CATEGORIES: Final = (REALISE, SECONDE, TROISIEME, RETARD, REPERE)
SEQUENCE: Final = ("#DEE9F3", "#A9C8E2", "#689DCB", "#2B6EAA", "#12436D")
NON_DETAILLE: Final = "#EEF0F2"
BLANC: Final = "#FFFFFF"
LIMITE: Final = "#B4BEC8"
