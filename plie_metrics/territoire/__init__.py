"""The territory of the PLIE: communes with their dates, quartiers, outlines, and their figures."""
