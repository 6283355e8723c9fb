"""One file a chart: figures in, an Altair specification out (French, projectable, printable)."""
