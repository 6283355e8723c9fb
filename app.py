"""The entry: `streamlit run app.py` serves the ASGI application defined here.

The main script is `pages/_cadre.py`, not this file: Streamlit looks for a `pages/` folder beside
its main script and, when it finds one, runs a deep-linked page without the frame and its gate
until some session has called `st.navigation` (docs/decisions.md, « Le cadre d'abord »).
"""

import streamlit as st
from starlette.middleware import Middleware

from pages._acces.demarrage import demarrer
from pages._acces.depots import DepotsReserves
from pages._acces.presentations import Presentations
from pages._acces.retour import RetourDemande
from pages._composants.adresses import AdressesConnues
from pages._composants.entetes_http import EntetesHttp
from pages._composants.imprevu import montrer_imprevu

demarrer()
app = st.App(
    "pages/_cadre.py",
    middleware=[
        Middleware(EntetesHttp),
        Middleware(Presentations),
        Middleware(RetourDemande),
        Middleware(AdressesConnues),
        Middleware(DepotsReserves),
    ],
    on_script_error=montrer_imprevu,
)
