"""An edition as the yearly activity report, in Word: tables, charts, and gaps for the prose."""
