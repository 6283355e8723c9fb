"""Colours for deck.gl, which takes lists of four integers."""

OPAQUE = 255


def rgba(hexadecimal: str, alpha: int = OPAQUE) -> list[int]:
    """`"#12436D"` → `[18, 67, 109, 255]`."""
    return [*bytes.fromhex(hexadecimal.removeprefix("#")), alpha]
