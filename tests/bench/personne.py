"""A light visitor: speaks to the server as the page does, without a browser."""

import asyncio
import time
from types import TracebackType
from typing import Any, Final

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState
from websockets.asyncio.client import ClientConnection, connect

ATTENTE: Final = 120.0
"""Seconds after which a script that has not finished is an error."""


class Personne:
    """One session: `async with Personne(adresse) as p: await p.choisir("commune", ["Dijon"])`."""

    def __init__(self, adresse: str) -> None:
        self._flux = f"{adresse.replace('http', 'ws', 1)}/_stcore/stream"
        self._prise: ClientConnection
        self._page = ""
        self._identifiants: dict[str, str] = {}
        self._etats: dict[str, list[str]] = {}

    async def __aenter__(self) -> "Personne":
        subprotocole: Any = ["streamlit"]
        self._prise = await connect(self._flux, subprotocols=subprotocole, max_size=None)
        await self._relancer()
        return self

    async def __aexit__(
        self,
        genre: type[BaseException] | None,
        erreur: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self._prise.close()

    async def choisir(self, cle: str, valeurs: list[str]) -> float:
        """Choose these in the list of that key; seconds until the script has finished."""
        self._etats[cle] = valeurs
        return await self._relancer()

    async def _relancer(self) -> float:
        message = BackMsg()
        message.rerun_script.page_script_hash = self._page
        for cle, valeurs in self._etats.items():
            etat = WidgetState(id=self._identifiants[cle])
            etat.string_array_value.data.extend(valeurs)
            message.rerun_script.widget_states.widgets.append(etat)
        debut = time.perf_counter()
        await self._prise.send(message.SerializeToString())
        await asyncio.wait_for(self._jusqu_a_la_fin(), ATTENTE)
        return time.perf_counter() - debut

    async def _jusqu_a_la_fin(self) -> None:
        while True:
            recu = ForwardMsg.FromString(await self._prise.recv(decode=False))
            genre = recu.WhichOneof("type")
            if genre == "new_session":
                self._page = recu.new_session.page_script_hash
            elif genre == "delta":
                self._noter(recu)
            elif genre == "script_finished":
                if recu.script_finished != ForwardMsg.FINISHED_SUCCESSFULLY:
                    raise ValueError(f"le script n’a pas abouti ({recu.script_finished})")
                return

    def _noter(self, recu: ForwardMsg) -> None:
        """The identifiers of the lists « … », which end by the key that the page gave them."""
        element = recu.delta.new_element
        if element.WhichOneof("type") == "exception":
            raise ValueError(element.exception.message)
        if element.WhichOneof("type") == "multiselect":
            identifiant = element.multiselect.id
            self._identifiants[identifiant.split("-", 2)[-1]] = identifiant
