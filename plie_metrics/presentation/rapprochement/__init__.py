"""The reconciliation in French: the arithmetic of a case, its explanation, its tables."""
