"""Löftet: from a folder of YAML to a municipality's public, trustworthy follow-up of its promises."""
