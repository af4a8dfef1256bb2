"""Accessibility of a page as it stands in its window, by axe-core."""
from axe_playwright_python.base import AXE_SCRIPT

#: Of what isn't violated, axe would describe every element too: most of its time, on a page of many formulas.
OPTIONS = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"], "resultTypes": ["violations"]}


def violations(page):
    """What of WCAG 2.2 AA the page violates. Its script is put in once, and looks anew each time."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE_SCRIPT)
    return page.evaluate("options => axe.run(options).then(results => results.violations)", OPTIONS)
