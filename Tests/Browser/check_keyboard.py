"""What a page does by keyboard alone, and what a screen reader is told: folds, the fields of exercises, and their live region."""

#: So many folds of a page are opened and closed again; they are all made alike.
MOST_FOLDS = 12


def heard(page):
    """The browser's accessibility tree, as screen readers get it: role, name and properties of every node that isn't ignored."""
    session = page.context.new_cdp_session(page)
    session.send("Accessibility.enable")
    nodes = session.send("Accessibility.getFullAXTree")["nodes"]
    session.detach()
    return [
        (node["role"]["value"], node.get("name", {}).get("value", ""),
         {item["name"]: item["value"].get("value") for item in node.get("properties", [])})
        for node in nodes if not node.get("ignored") and "role" in node]


def check_folds(page, where, findings):
    """Every fold can be reached, says whether it is open, and opens and closes by Enter and by Space."""
    folds = page.locator("main details:not(details details)")
    for index in range(min(folds.count(), MOST_FOLDS)):
        fold = folds.nth(index)
        summary = fold.locator("> summary")
        if summary.count() != 1:
            findings.add(where, f"fold {index + 1} has no line to open it by")
            continue
        if not summary.is_visible():
            continue
        for key in ("Enter", "Space"):
            before = fold.evaluate("fold => fold.open")
            summary.focus()
            if not summary.evaluate("line => document.activeElement === line"):
                findings.add(where, f"fold “{summary.inner_text()[:30]}” can't be reached by keyboard")
                break
            page.keyboard.press(key)
            if fold.evaluate("fold => fold.open") == before:
                findings.add(where, f"fold “{summary.inner_text()[:30]}” doesn't answer to {key}")
            page.keyboard.press(key)
            if fold.evaluate("fold => fold.open") != before:
                findings.add(where, f"fold “{summary.inner_text()[:30]}” doesn't close by {key}")


def check_fields(page, where, findings):
    """Tab goes through an exercise's fields in their order and on to its buttons, and none of them holds it."""
    exercises = page.locator(".exercise:has(.check)")
    for index in range(exercises.count()):
        exercise = exercises.nth(index)
        stops = exercise.locator("input.field, .check button")
        stops.nth(0).focus()
        for stop in range(1, stops.count()):
            # Links, hints and folds of the exercise may lie between.
            for _ in range(6):
                page.keyboard.press("Tab")
                if page.evaluate("document.activeElement.matches('input.field, .check button')"):
                    break
            if not stops.nth(stop).evaluate("element => document.activeElement === element"):
                at = page.evaluate("document.activeElement.outerHTML.slice(0, 80)")
                findings.add(where, f"Tab leads from stop {stop} of exercise {index + 1} to {at}")
                break
        hidden = stops.evaluate_all(
            "all => all.filter(one => { one.focus(); const s = getComputedStyle(one);"
            " return s.outlineStyle === 'none' && s.boxShadow === 'none'; }).length")
        if hidden:
            findings.add(where, f"{hidden} stops of exercise {index + 1} don't show that they have the focus")


def check_heard(page, where, findings):
    """Fields have names of their own within an exercise, buttons have names, and each exercise one polite live region."""
    nodes = heard(page)
    fields = page.locator("input.field").count()
    boxes = [name for role, name, _ in nodes if role == "textbox" and name]
    if len(boxes) < fields:
        findings.add(where, f"{len(boxes)} named text fields are heard of {fields}")
    if any(role == "button" and not name for role, name, _ in nodes):
        findings.add(where, "a button has no name")
    regions = [values for role, _, values in nodes if role == "status"]
    checks = page.locator(".check").count()
    if len(regions) != checks or any(values.get("live") != "polite" for values in regions):
        findings.add(where, f"{len(regions)} live regions for {checks} checks, {[values.get('live') for values in regions]}")
    empty = page.locator(".check-status").evaluate_all("all => all.filter(one => one.textContent).length")
    if empty:
        findings.add(where, "a live region speaks before it is asked")


def check_keyboard(page, name, findings):
    """All of it on a page that is open with scripts on."""
    where = f"{name} [keyboard]"
    check_folds(page, where, findings)
    if page.locator(".check").count():
        check_heard(page, where, findings)
        check_fields(page, where, findings)
