"""From figures to what a person reads: French formats, sentences, chart and map specifications."""
