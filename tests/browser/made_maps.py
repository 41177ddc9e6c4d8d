"""Made pages with maps for the browser: how they are written, and how a visitor asks about them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from markupsafe import Markup
from playwright.sync_api import Page

from loftet.maps import assets, interactive, points
from loftet.maps.figure import figure
from loftet.maps.scene import Scene

ROOT = Path(__file__).parents[2]
AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
AXE_RUN = """() => axe.run(document, {
  runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
  rules: {"target-size": {enabled: true}},
}).then(result => result.violations.flatMap(rule =>
  rule.nodes.map(node => `${rule.id}: ${rule.help} ${node.target.join(" ")}`)))"""

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "base-uri 'none'; form-action 'none'"
)
PAGE = Markup("""<!doctype html>
<html lang="sv"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title><link rel="icon" href="data:,"><link rel="stylesheet" href="site.css"></head>
<body class="lo-page"><main><h1>Karta</h1>{figures}<h2>Platser</h2><ol>{places}</ol></main></body></html>""")
BODY = (
    "body{margin:0 auto;max-width:52rem;padding:1rem;font-family:var(--lo-font);background:var(--lo-paper);"
    "color:var(--lo-ink)}a{color:var(--lo-accent)}"
)
OPEN, SIGN = "figure[data-state=open]", ".lo-karta__marker"


def write_pages(folder: Path, pages: Mapping[str, tuple[Callable[[], Scene], ...]], policy: str) -> None:
    """Write pages of made maps, under one policy."""
    for name, data in assets.files().items():
        (folder / "kartor" / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / "kartor" / name).write_bytes(data)
    chrome = (ROOT / "overrides" / "assets" / name for name in ("tokens.css", "components.css"))
    (folder / "site.css").write_text("".join(file.read_text() for file in chrome) + BODY)
    (folder / "_headers").write_text(f"/*\n  Content-Security-Policy: {policy}\n")
    for name, makers in pages.items():
        scenes = [make() for make in makers]
        for scene in scenes:
            (folder / "kartor" / f"{scene.id}.js").write_bytes(interactive.script(scene))
            (folder / "kartor" / f"{scene.id}.geojson").write_bytes(points.geojson(scene))
        listed = Markup("").join(
            Markup('<li id="{}" data-ton="{}" data-kategorier="{}">{}</li>').format(
                f"{scene.id}-{place.id}", place.tone, "|".join(place.categories), place.name
            )
            for scene in scenes
            for place in scene.places[:60]
        )
        figures = Markup("").join(figure(scene, "") for scene in scenes)
        (folder / f"{name}.html").write_text(
            PAGE.format(title=scenes[0].title, figures=figures, places=listed)
        )


def axe(page: Page) -> list[str]:
    """Ask axe about the page as it stands."""
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found: list[str] = page.evaluate(AXE_RUN)
    return found


def wait_until(page: Page, true: str) -> None:
    """Ask until an expression is true; Playwright's own waiting would need eval, which the policy forbids."""
    for _ in range(100):
        if page.evaluate(true):
            return
        page.wait_for_timeout(50)
    raise AssertionError(f"never true: {true}")


def status(page: Page) -> str:
    """Read what the map says of itself."""
    return page.locator("[role=status]").first.inner_text()
