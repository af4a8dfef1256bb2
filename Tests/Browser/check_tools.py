"""The tools above a page: search and colours."""
import collections
import json
import re
import unicodedata

from check_axe import violations


def plain(text):
    """As the search reads it: without accents, small."""
    return re.sub("[\u0300-\u036f]", "", unicodedata.normalize("NFD", text)).lower()


def sought_word(site):
    """A word that the search of this site finds, in whatever language it is: the most frequent of those that the front page hasn't."""
    places, front = collections.Counter(), ""
    for file in sorted((site / "assets" / "search").rglob("*.js")):
        page = json.loads(re.fullmatch(r"lecternSearch\((.*)\);\s*", file.read_text(), re.DOTALL).group(1))
        for part in page["parts"]:
            text = " ".join((page["title"], part["title"], part["text"]))
            if page["name"] == "index":
                front += " " + plain(text)
            else:
                places.update(set(re.findall(r"[^\W\d_]{4,}", text)))
    found = [(count, word) for word, count in places.items() if plain(word) not in front]
    return max(found, default=(0, None))[1]


def check_tools(browser, site, address, findings):
    """Search and colours, by keyboard, from a host and from a disk."""
    word = sought_word(site)
    if not word:
        findings.add("tools", "the search knows no word that only the lessons have")
        return
    for start in (address, site.as_uri() + "/"):
        where = "tools [" + start.split(":")[0] + "]"
        context = browser.new_context(viewport={"width": 1280, "height": 900})
        page = context.new_page()
        page.goto(start + "index.html")
        page.keyboard.press("/")
        page.keyboard.type(word)
        try:
            page.wait_for_selector(".search-results [aria-selected=true]", timeout=5000)
        except Exception:
            findings.add(where, f"the search finds nothing for {word}")
            continue
        for violation in violations(page):
            findings.add(where, f"axe {violation['id']} with the search open: {violation['nodes'][0]['html'][:160]}")
        page.keyboard.press("ArrowDown")
        chosen = page.get_attribute(".search-results [aria-selected=true]", "id")
        expected = "search-1" if page.locator(".search-results a").count() > 1 else "search-0"
        if chosen != expected or page.get_attribute(".search input", "aria-activedescendant") != expected:
            findings.add(where, "the arrow keys don't move through the results")
        page.keyboard.press("Enter")
        try:
            page.wait_for_url(lambda url: url.split("#")[0] != start + "index.html", timeout=5000)
        except Exception:
            findings.add(where, "the enter key doesn't open a result")
        before = page.evaluate("getComputedStyle(document.body).backgroundColor")
        button = page.locator("button.theme")
        for _ in range(2):
            button.press("Enter")
        if page.evaluate("document.documentElement.dataset.theme") != "dark":
            findings.add(where, "the switch of colours doesn't reach dark")
        # What a page keeps reaches the disk a moment later, and from there the page that a busy browser opens anew.
        for _ in range(3):
            page.wait_for_timeout(200)
            page.reload(wait_until="commit")
            page.wait_for_selector("body", state="attached")
            if page.evaluate("getComputedStyle(document.body).backgroundColor") != before:
                break
        else:
            findings.add(where, "the choice of colours is forgotten")
        context.close()


def check_joint_search(browser, site, address, findings):
    """What stands in the reference alone is found from the lessons, and the other way round, from a host and from a disk."""
    for start in (address, site.as_uri() + "/"):
        for page, word, place in (("index.html", "Softshrink", "/reference/"), ("reference/index.html", "errata", "/errata")):
            where = f"joint search [{start.split(':')[0]}] {page}"
            context = browser.new_context()
            visit = context.new_page()
            visit.goto(start + page)
            visit.keyboard.press("/")
            visit.keyboard.type(word)
            try:
                visit.wait_for_selector(".search-results [aria-selected=true]", timeout=5000)
            except Exception:
                findings.add(where, f"nothing is found for {word}")
                continue
            found = visit.evaluate("[...document.querySelectorAll('.search-results a')].map(link => link.href)")
            if len(set(found)) != len(found):
                findings.add(where, f"the same place is found twice for {word}")
            hit = next((link for link in found if place in link), None)
            if not hit:
                findings.add(where, f"{word} isn't found in {place}")
            elif visit.goto(hit) is None and not hit.startswith("file:"):
                findings.add(where, f"{hit} leads nowhere")
            context.close()
