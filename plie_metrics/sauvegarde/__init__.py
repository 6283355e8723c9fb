"""Save the data folder in one file, and restore it into an empty folder.

One ZIP that anybody can open: the files as they are, and `sauvegarde.json`, their fingerprints.
The secrets (.streamlit/secrets.toml) are not in it. Files are read and written here.
"""
