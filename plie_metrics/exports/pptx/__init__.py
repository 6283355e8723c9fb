"""An edition as a PowerPoint presentation: native charts, real tables, notes, its template."""
