"""Secrets and settings of the smallest kind."""

from pages._acces.reglages import Reglages, Rotation

REGLAGES = Reglages(
    exposition="demonstration",
    sans_compte="rien",
    duree_connexion=12,
    journal=Rotation(taille_max_ko=10, fichiers=2),
)
AUTH = """
[auth]
redirect_uri = "https://tableau.exemple.fr/oauth2callback"
cookie_secret = "0123456789abcdef0123456789abcdef"
client_id = "plie"
client_secret = "s"
server_metadata_url = "https://fournisseur.exemple.fr/.well-known/openid-configuration"
"""
COMPTES = """
[acces.comptes]
"coordination@exemple.fr" = "coordination"
"Martin@exemple.fr" = { profil = "referent", referent = "R2" }
"europe@exemple.fr" = "financeur"
"partie@exemple.fr" = "aucun"
"""
