"""The monthly letter to financeurs, prescripteurs, porteurs and référents: a mail, and a page."""
