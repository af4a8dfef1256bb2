"""Moves through every figure of several moments with the keyboard, as a reader would, and holds each frame to the figure's table."""
import re


def check_frames(page, where, findings):
    """`page` is open in a browser with scripts on."""
    for figure in page.locator("[data-frames]").all():
        count = int(figure.get_attribute("data-frames"))
        slider = figure.locator("input[type=range]")
        slider.focus()
        if page.evaluate("document.activeElement.type") != "range":
            findings.add(where, "the slider can't be reached by keyboard")
            continue
        rows = figure.evaluate(
            """figure => [...figure.nextElementSibling.querySelectorAll('tbody tr')].map(
                row => [...row.querySelectorAll('td')].map(cell => cell.textContent))""")
        if len(rows) != count:
            findings.add(where, f"{count} frames, but a table of {len(rows)}")
            continue
        page.keyboard.press("Home")
        forward = "ArrowLeft" if page.evaluate("document.dir") == "rtl" else "ArrowRight"
        drawings = set()
        for index in range(count):
            shown = figure.locator(".frame:visible")
            if shown.count() != 1:
                findings.add(where, f"frame {index + 1}: {shown.count()} are shown")
                break
            label = shown.locator(".frame-label").inner_text()
            if slider.get_attribute("aria-valuetext") != label:
                findings.add(where, f"frame {index + 1}: the slider doesn't say {label}")
            epoch = re.search(r"[\d,]+", label)[0].replace(",", "")
            # Arabic has a word for one epoch.
            if epoch != rows[index][0] and rows[index][0] != "1":
                findings.add(where, f"frame {index + 1} is of epoch {epoch}, the table says {rows[index][0]}")
            drawings.add(shown.locator(".frame-drawings").inner_html())
            page.keyboard.press(forward)
        if len(drawings) != count:
            findings.add(where, f"{count} frames show {len(drawings)} drawings")


def check_frames_without_script(page, where, findings):
    for figure in page.locator("[data-frames]").all():
        if figure.locator(".frame:visible").count() != 1 or not figure.locator(".frame").last.is_visible():
            findings.add(where, "the last frame isn't the one that is shown")
        if figure.locator("input").is_visible():
            findings.add(where, "shows a slider that doesn't work")
