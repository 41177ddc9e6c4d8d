"""Maps: a picture first, Leaflet by way of folium on request, and the points as data.

`figure.figure(scene, base)` is what a page shows; `interactive.script`, `points.geojson` and
`assets.files` are what the build writes under `kartor/`.
"""
