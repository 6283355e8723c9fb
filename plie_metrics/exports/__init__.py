"""From figures to files."""
