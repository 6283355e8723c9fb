"""The clauses d'insertion in words, charts and tables: figures in, what a page shows out."""
