"""Reconciliation of the published figures: every total recomputed, every figure printed twice
compared. Pure, but for `lecture`: the cases are declared in data, their status is computed.
"""
