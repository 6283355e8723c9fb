"""What the Territoire page says: its findings, its cards, its charts' lines and its tables."""
