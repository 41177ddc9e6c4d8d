"""Where things are: coordinates, how exactly they are known, bounds, lines, GeoJSON and GPX."""
