"""Judge a built site as a publication does: links, anchors, headings, ids, other hosts, personal data, sitemap."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from loftet.publishing.judging import judged
from loftet.publishing.judging.built import Expected, read_built
from loftet.publishing.judging.reach import within_reach


def main(arguments: list[str]) -> int:
    """Print the faults of the named site; 1 when there are any or the site has no pages."""
    parser = argparse.ArgumentParser(description="Granskar en byggd webbplats.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--clicks", type=int, default=None, help="så många klick bort får en sidtyp ligga")
    options = parser.parse_args(arguments)
    built = read_built(options.folder)
    far = within_reach(built, options.clicks) if options.clicks is not None else ()
    problems = [*judged(built, Expected()), *far]
    for problem in problems[:200]:
        print(problem)
    print(f"{len(built.pages)} sidor, {len(problems)} fel.")
    return 1 if problems or not built.pages else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
