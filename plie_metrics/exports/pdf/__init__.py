"""An edition as a tagged PDF, set by Typst from a text template, with no network."""
