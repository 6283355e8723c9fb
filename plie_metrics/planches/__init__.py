"""Planches: one picture that stands alone — finding, chart, words, table — made from a look.

A page shows planches, an edition freezes them, an export writes them: all three call the same
function of a `Regard`, found by its key in `registre`.
"""
