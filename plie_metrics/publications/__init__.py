"""Published figures: transcribed documents, read with their integrity checked, and reconciled."""
