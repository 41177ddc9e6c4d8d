"""Accessible inline SVG: charts of indicators and counts, bars and shapes of the status language.

Pictures carry classes, never colours: components.css colours them in light, dark, print and forced colours.
"""
