"""From the street to the editor's folder: a route, photos and places become a walk's record to fill in.

Only what may be kept is taken along: coordinates of a route cut at its stops, photos drawn anew, texts of stops.
"""
