"""The actions of the programming in words, charts and tables."""
