"""Fields that Word keeps up to date: page numbers, contents, numbers of captions."""

from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn


def champ(paragraphe: Any, instruction: str, montre: str, *, perime: bool = False) -> None:
    """A field that shows `montre` until it is updated; `perime`: Word updates it on opening."""
    for genre in ("begin", "instr", "separate", "montre", "end"):
        run = paragraphe.add_run(montre if genre == "montre" else "")
        if genre == "instr":
            texte = OxmlElement("w:instrText")
            texte.set(qn("xml:space"), "preserve")
            texte.text = f" {instruction} "
            run._r.append(texte)
        elif genre != "montre":
            marque = OxmlElement("w:fldChar")
            marque.set(qn("w:fldCharType"), genre)
            if perime and genre == "begin":
                marque.set(qn("w:dirty"), "true")
            run._r.append(marque)


def legende(document: Any, genre: str, rang: int, texte: str) -> Any:
    """« Tableau 3 : … », numbered by Word."""
    paragraphe = document.add_paragraph(style="Caption")
    paragraphe.add_run(f"{genre} ")
    champ(paragraphe, f"SEQ {genre} \\* ARABIC", str(rang))
    paragraphe.add_run(f"\u00a0: {texte}")
    return paragraphe
