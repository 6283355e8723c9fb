"""Import of an extract: read as text, mapped, checked whole, reported, then published.

with analyser(source, arrete, correspondance) as rapport:   # nothing is published yet
    if rapport.publiable:
        chemin = publier(rapport, dossier)
    else:
        octets = classeur_erreurs(rapport)                  # XLSX, faulty cells coloured
"""
