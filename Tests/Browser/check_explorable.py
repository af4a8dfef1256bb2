"""Asks every part of every explorable drawing, as a reader would, and holds what it says to the page's derivations."""
import re

#: What a formula says to who listens.
SAID = ".katex-mathml math"


def number(text):
    """A number as a page writes it: `0.082167041`, `−0,5`, `4.39 × 10⁻⁴`, `4.39×10−4`; None for anything else."""
    text = text.replace("−", "-").replace(",", ".").replace(" ", " ").strip()
    raised = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻", "0123456789-")
    found = re.fullmatch(r"(-?[\d.]+)(?:\s*×\s*10(?:([⁰¹²³⁴⁵⁶⁷⁸⁹⁻]+)|(-?\d+)))?", text)
    if not found:
        return None
    power = (found[2] and found[2].translate(raised)) or found[3] or "0"
    return float(found[1]) * 10 ** int(power)


def result(formula):
    """What stands after the last sign of equality."""
    return number(formula.split("=")[-1])


def agree(a, b):
    return a is not None and b is not None and abs(a - b) <= 1e-6 * max(abs(a), abs(b)) + 1e-12


def check_explorables(page, where, findings):
    """`page` is open in a browser with scripts on."""
    gradients = page.evaluate(
        """() => Object.fromEntries([...document.querySelectorAll('#tbl-gradients tbody tr')].map(row => [
            (row.querySelector(".katex-mathml math")?.textContent || ''),
            row.querySelectorAll('td')[2]?.textContent || '']))""")
    for box in page.locator(".explorable").all():
        parts = [p.get_attribute("data-part") for p in box.locator(".explore-part").all()]
        if not parts:
            findings.add(where, "an explorable drawing has no parts")
        for part in parts:
            shape = box.locator(f"svg [role=button][data-part='{part}'][tabindex='0']")
            if shape.count() != 1:
                findings.add(where, f"{part} can't be reached by keyboard")
                continue
            shape.focus()
            page.keyboard.press("Enter")
            shown = [p.get_attribute("data-part") for p in box.locator(".explore-part[open]").all()]
            if shown != [part]:
                findings.add(where, f"{part} opens {shown}")
                continue
            panel = box.locator(f".explore-part[data-part='{part}']")
            said = number(panel.locator(".explore-value").last.inner_text())
            formulas = [f for f in panel.locator(f".steps {SAID}").all_text_contents() if "=" in f]
            derived = [result(f) for f in formulas if result(f) is not None]
            if not derived or not any(agree(said, d) for d in derived[-2:]):
                findings.add(where, f"{part} says {said}, its derivation {derived[-2:]}")
            if part in gradients and not agree(said, number(gradients[part])):
                findings.add(where, f"{part} says {said}, the table of gradients {gradients[part]}")
            path = panel.get_attribute("data-path").split()
            lit = set(box.locator("svg .lit").evaluate_all("all => all.map(e => e.dataset.part)"))
            if lit != set(path):
                findings.add(where, f"{part} lights {sorted(lit)}, its path is {sorted(path)}")
        steps = box.locator(".explore-steps li").count()
        forward = box.locator(".explore-bar button").nth(1)
        for _ in range(steps):
            forward.click()
        if not forward.is_disabled():
            findings.add(where, "the last step has a next one")
