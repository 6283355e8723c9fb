"""The quality of an arrêté in words, bars and tables."""
