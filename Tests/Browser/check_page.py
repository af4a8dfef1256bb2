"""One page: as it loads, as it looks in every width and colour, without scripts and on paper."""
import pathlib
import re

from check_axe import violations
from check_frames import check_frames_without_script
from visit import Visit, window

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
MEASURES = (pathlib.Path(__file__).parent / "measures.js").read_text()


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
    for text_found in page.evaluate(MEASURES, width == 390):
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
        context = window(browser, viewport={"width": w, "height": h}, color_scheme=themes[0])
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
    context = window(browser, viewport={"width": 1280, "height": 900}, java_script_enabled=False)
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
    context = window(browser, viewport={"width": 700, "height": 990}, color_scheme="dark")
    visit = Visit(context, address)
    visit.page.emulate_media(media="print")
    for problem in visit.page.evaluate("""() => {
      const found = [];
      const visible = element => element && element.checkVisibility({ contentVisibilityAuto: true });
      if (visible(document.querySelector('header.site'))) found.push('tools are printed');
      // The tables of verified numbers and of figures' data, hints, and what a reader explores stay on the screen.
      for (const part of document.querySelectorAll('details:not(.verification, .hint, .explore-part, .explore-walk, .figure-numbers, nav *, header.site *)')) {
        const inner = [...part.children].find(child => child.tagName !== 'SUMMARY');
        if (inner && inner.getBoundingClientRect().height === 0 && inner.textContent.trim()) found.push('stays folded: ' + part.textContent.trim().slice(0, 40));
      }
      const paper = getComputedStyle(document.body).backgroundColor;
      if (paper !== 'rgb(255, 255, 255)') found.push('paper of colour ' + paper);
      return found;
    }"""):
        findings.add(f"{page} [paper]", problem)
    for title in bookmarks(visit.page.pdf(outline=True, tagged=True)):
        half = len(title) // 2
        if title[:half] == title[half:]:
            findings.add(f"{page} [paper]", f"the bookmark “{title}” says everything twice")
    context.close()


def bookmarks(pdf):
    """The titles in the outline of a PDF that a browser made."""
    for plain, hexadecimal in re.findall(rb"/Title (?:\(((?:[^()\\]|\\.)*)\)|<FEFF([0-9A-F]+)>)", pdf):
        yield bytes.fromhex(hexadecimal.decode()).decode("utf-16-be") if hexadecimal else plain.decode("latin-1")
