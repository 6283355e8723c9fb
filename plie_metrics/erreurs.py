"""Errors that a user can meet: one French sentence that names the thing and the remedy."""


class ErreurPlie(Exception):
    """Base of every error shown to a user; `str(erreur)` is the French text, ready to show."""


class SansObjet(ErreurPlie):
    """Nothing is wrong: this installation has not what a page shows, and the text says how to."""
