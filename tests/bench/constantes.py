"""Pages as constants: what each shows in a few states, recorded, then replayed with no figure.

The replay makes the same calls of Streamlit for the same layout, menu included: what it costs is
what the framework, the network and the browser cost.
"""

import base64
import json
import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import streamlit as st
from streamlit.proto.Element_pb2 import Element
from streamlit.testing.v1 import AppTest

RACINE = Path(__file__).resolve().parents[2]
Noeud = dict[str, Any]
SANS_FILTRE = ""


def enregistrer(page: AppTest, communes: Sequence[str]) -> Noeud:
    """An open page without a filter, then with communes added one by one: trees by the last."""
    etats = {SANS_FILTRE: _arbre(page)}
    for commune in communes:
        page.multiselect(key="commune").select(commune).run()
        etats[commune] = _arbre(page)
    return etats


def installer(dossier: Path, etats: dict[str, Noeud], titres: dict[str, str]) -> Path:
    """A server of these constants: its own `app.py`, no other code of the project than this.

    `etats`: the states of each recorded page, the first one at `/`. `titres`: every page of the
    menu; one that is not recorded shows its title.
    """
    (dossier / "pages").mkdir(parents=True)
    (dossier / ".streamlit").mkdir()
    shutil.copy(RACINE / ".streamlit" / "config.toml", dossier / ".streamlit" / "config.toml")
    lus = {"etats": etats, "titres": titres, "accueil": next(iter(etats))}
    (dossier / "etats.json").write_text(json.dumps(lus), encoding="utf-8")
    (dossier / "app.py").write_text(
        'import streamlit as st\n\napp = st.App("pages/_cadre.py")\n', encoding="utf-8"
    )
    (dossier / "pages" / "_cadre.py").write_text(CADRE, encoding="utf-8")
    for adresse in titres:
        texte = f'from constantes import montrer\n\nmontrer("{adresse}")\n'
        (dossier / "pages" / f"{adresse}.py").write_text(texte, encoding="utf-8")
    shutil.copy(Path(__file__), dossier / "pages" / "constantes.py")
    return dossier


CADRE = """
import streamlit as st
from constantes import lire

lus = lire()
page = st.navigation(
    [
        st.Page(f"{a}.py", title=titre, url_path=a, default=a == lus["accueil"])
        for a, titre in lus["titres"].items()
    ],
    position="hidden",
)
st.set_page_config(page_title=page.title, layout="wide", initial_sidebar_state=248)
page.run()
"""


def montrer(adresse: str) -> None:
    """Replay a page in the state of the last commune chosen."""
    etats = lire()["etats"].get(adresse)
    if etats is None:
        st.title(lire()["titres"][adresse])
        return
    choisies = st.session_state.get("commune") or [SANS_FILTRE]
    etat = etats.get(choisies[-1], etats[SANS_FILTRE])
    rejouer(etat["sidebar"], st.sidebar)
    rejouer(etat["main"], st.container())


@st.cache_resource
def lire() -> Noeud:
    """The recorded trees."""
    lus: Noeud = json.loads((Path(__file__).parents[1] / "etats.json").read_text(encoding="utf-8"))
    return lus


def rejouer(noeuds: list[Noeud], dans: Any) -> None:
    """Make again the calls of a recorded block."""
    with dans:
        colonnes: Iterator[Any] = iter(())
        for noeud in noeuds:
            if noeud["type"] == "column":
                rejouer(noeud["enfants"], next(colonnes))
                continue
            if noeud.get("poids"):
                colonnes = iter(st.columns(noeud["poids"]))
                for colonne, enfant in zip(colonnes, noeud["enfants"], strict=True):
                    rejouer(enfant["enfants"], colonne)
                continue
            _rejouer_un(noeud)


def _rejouer_un(noeud: Noeud) -> None:
    if noeud["type"] in CONTENANTS:
        rejouer(noeud["enfants"], CONTENANTS[noeud["type"]](noeud))
    elif noeud["type"] in APPELS:
        APPELS[noeud["type"]](noeud)
    else:
        _brut(noeud)


CONTENANTS = {
    "flex_container": lambda n: st.container(
        border=n["bord"], horizontal=n["horizontal"], key=n["cle"], gap=None
    ),
    "vertical": lambda _: st.container(),
    "expander": lambda n: st.expander(n["titre"], expanded=n["ouvert"]),
    "popover": lambda n: st.popover(n["titre"]),
}
LISTES = ("selectbox", "multiselect", "radio", "segmented_control", "pills", "button_group")
APPELS = {
    "html": lambda n: st.html(n["corps"], unsafe_allow_javascript=False),
    "title": lambda n: st.title(n["corps"], anchor=False),
    "header": lambda n: st.header(n["corps"], anchor=False),
    "vega_lite_chart": lambda n: st.vega_lite_chart(
        spec=json.loads(n["spec"]), theme=None, width="stretch", alt=n["alt"], key=n["cle"]
    ),
    "selectbox": lambda n: st.selectbox(
        n["titre"], n["options"], label_visibility="collapsed", key=n["cle"]
    ),
    "multiselect": lambda n: st.multiselect(n["titre"], n["options"], key=n["cle"]),
    "radio": lambda n: st.radio(n["titre"], n["options"], horizontal=True, key=n["cle"]),
    "segmented_control": lambda n: st.segmented_control(n["titre"], n["options"], key=n["cle"]),
    "button_group": lambda n: st.segmented_control(n["titre"], n["options"], key=n["cle"]),
    "pills": lambda n: st.pills(n["titre"], n["options"], key=n["cle"]),
    "download_button": lambda n: st.download_button(
        n["titre"], "", on_click="ignore", type="tertiary", key=n["cle"]
    ),
    "button": lambda n: st.button(n["titre"], key=n["cle"]),
    "page_link": lambda n: st.page_link(f"{n['page'] or lire()['accueil']}.py", label=n["titre"]),
}


def _brut(noeud: Noeud) -> None:
    """An element that has no simple call (a map): the very message that the browser receives."""
    from importlib import import_module  # noqa: PLC0415 - only where there is a map

    module, nom = noeud["message"].rsplit(".", 1)
    message = getattr(import_module(module), nom)()
    message.ParseFromString(base64.b64decode(noeud["octets"]))
    st._main._enqueue(noeud["champ"], message)


def _arbre(essai: AppTest) -> Noeud:
    return {"main": _enfants(essai.main), "sidebar": _enfants(essai.sidebar)}


def _enfants(bloc: Any) -> list[Noeud]:
    noeuds = []
    for enfant in bloc.children.values():
        noeuds.append(_bloc(enfant) if hasattr(enfant, "children") else _feuille(enfant))
    return noeuds


def _bloc(bloc: Any) -> Noeud:
    proto = bloc.proto
    noeud: Noeud = {"type": bloc.type, "enfants": _enfants(bloc)}
    if bloc.type == "flex_container":
        noeud |= {
            "bord": proto.flex_container.border,
            "horizontal": proto.flex_container.direction == proto.flex_container.HORIZONTAL,
            "cle": _cle(proto.id),
        }
    elif bloc.type == "expander":
        noeud |= {"titre": bloc.label, "ouvert": bloc.proto.expanded}
    elif bloc.type == "popover":
        noeud["titre"] = proto.popover.label
    colonnes = [enfant for enfant in bloc.children.values() if enfant.type == "column"]
    if colonnes:
        noeud["poids"] = [colonne.weight for colonne in colonnes]
    return noeud


def _feuille(element: Any) -> Noeud:
    proto, genre = element.proto, element.type
    if genre in ("html", "title", "header"):
        return {"type": genre, "corps": proto.body}
    if genre == "vega_lite_chart":
        return {"type": genre, "spec": proto.spec, "alt": proto.alt, "cle": _cle(proto.id)}
    if genre in LISTES:
        options = [getattr(option, "content", option) for option in proto.options]
        return {"type": genre, "titre": proto.label, "options": options, "cle": element.key}
    if genre == "page_link":
        return {"type": genre, "titre": proto.label, "page": proto.page}
    if genre in APPELS:
        return {"type": genre, "titre": proto.label, "cle": _cle(getattr(proto, "id", ""))}
    return {
        "type": genre,
        "champ": next(
            champ.name
            for champ in Element.DESCRIPTOR.fields
            if champ.message_type and champ.message_type.full_name == proto.DESCRIPTOR.full_name
        ),
        "message": f"{type(proto).__module__}.{type(proto).__name__}",
        "octets": base64.b64encode(proto.SerializeToString()).decode(),
    }


def _cle(identifiant: str) -> str | None:
    """The key given by the page, in an identifier « $$ID-digest-key »; None without one."""
    cle = identifiant.split("-", 2)[-1]
    return None if cle in ("", "None") else cle
