"""Checks exercises that tell right numbers: by keyboard, with what a screen reader hears, from a host and from a disk."""
import re

ANSWERS = """
const exercises = [...document.querySelectorAll('.exercise')];
return exercises.map(exercise => [...exercise.querySelectorAll('.answer')].map(answer => answer.innerText));
"""


def numbers(text):
    return [one.replace("−", "-") for one in re.findall(r"[-−]?\d+(?:[.,]\d+)?", text)]


def judged(bar):
    status = bar.locator(".check-status")
    bar.page.wait_for_function(
        "status => status.textContent && !status.querySelector('p').textContent.includes('…')",
        arg=status.element_handle(), timeout=60000)
    return status.inner_text()


def check_selfchecks(page, name, findings, solutions=None):
    """All on one page. `solutions` is the address of the page that has the answers, where there is one."""
    answers = None
    if solutions:
        other = page.context.new_page()
        other.goto(solutions)
        answers = other.evaluate(f"(() => {{{ANSWERS}}})()")
        other.close()
    where = f"{name} [self-check]"
    exercises = page.locator(".exercise")
    for index in range(exercises.count()):
        exercise = exercises.nth(index)
        bar = exercise.locator(".check")
        if bar.count() == 0:
            continue
        fields = exercise.locator("input.field")
        names = [fields.nth(one).get_attribute("aria-label") for one in range(fields.count())]
        if not all(names) or len(set(names)) != len(names):
            findings.add(where, f"fields without names of their own: {names}")
        bar.locator(".check-now").press("Enter")
        empty = judged(bar)
        for one in range(fields.count()):
            fields.nth(one).fill("17")
        fields.nth(0).press("Enter")
        wrong = judged(bar)
        if not empty or not wrong or empty == wrong:
            findings.add(where, f"says “{wrong}” of wrong numbers and “{empty}” of none")
        if fields.evaluate_all("fields => fields.some(field => field.dataset.verdict)"):
            findings.add(where, "marks wrong numbers as right")
        page.reload()
        if fields.nth(0).input_value() != "17":
            findings.add(where, "what was written is lost when the page is loaded again")
        bar.locator(".check-clear").press("Enter")
        if fields.nth(0).input_value() or page.evaluate(
                "Object.keys(localStorage).filter(key => key.startsWith('lectern-check')).length"):
            findings.add(where, "clearing leaves something")
        if answers:
            right = [number for text in answers[index] for number in numbers(text)]
            if len(right) != fields.count():
                continue  # numbers to choose from stand among them
            for one, text in enumerate(right):
                fields.nth(one).fill(text)
            bar.locator(".check-now").click()
            said = judged(bar)
            marks = fields.evaluate_all("fields => fields.map(field => field.dataset.verdict)")
            if any(mark != "right" for mark in marks):
                findings.add(where, f"says “{said}” of the right numbers {right}: {marks}")
            bar.locator(".check-clear").click()
