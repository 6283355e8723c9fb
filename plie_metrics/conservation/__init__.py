"""How long case data are kept: erase a person, purge what is older than the obligation.

`personnes` says which rows are a person's; `effacement` rewrites the snapshots; `anciennete` finds
what is too old; `registre` keeps the record, which names nobody. Files are read and written here.
"""
