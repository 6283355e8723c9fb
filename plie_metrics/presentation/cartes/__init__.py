"""Maps: figures and outlines in, a pydeck specification and its legend out (no file, no network).

A map is drawn in a fixed frame, in pixels, without pan nor zoom: what a test proves of it (no label
over a circle) then holds on every screen.
"""
