"""Accessible inline SVG: charts, bars and the shapes of the status language."""
