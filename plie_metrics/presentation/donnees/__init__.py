"""The import of an extract and the list of the snapshots, in words and tables (pure)."""
