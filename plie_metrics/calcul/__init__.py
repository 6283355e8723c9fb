"""Every indicator of the catalogue, over any period, filters and breakdown; one file a family."""
