"""Reads a quiz for Moodle as Moodle does, with Python's XML parser and a reader of cloze fields after Moodle's
question/type/multianswer/questiontype.php, and says what it found: `python3 moodle.py quiz.xml`.

One JSON object: for each question its name, its fields with kind, weight and answers, and its text without them.
"""
import html
import json
import re
import sys
import xml.etree.ElementTree as tree

KINDS = "NUMERICAL|NM|MULTICHOICE_VS|MULTICHOICE_V|MULTICHOICE_S|MULTICHOICE|MULTIRESPONSE_S|MULTIRESPONSE|SHORTANSWER"
# qtype_multianswer: ANSWER_REGEX and its neighbours, without the alternative for regular expressions.
ALTERNATIVE = re.compile(r"(=|%(-?\d+(?:\.\d*)?)%)?(.+?(?<!\\|&))(?=[~#}]|$)(?:#(.*?(?<!\\|&)))?(?=[~}]|$)", re.S)
ANSWER = re.compile(r"\{\s*(\d*)\s*:(" + KINDS + r"):((?:.+?(?<!\\|&))(?=\}))\}", re.S)
NUMBER = re.compile(r"(-?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d+)?):(-?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d+)?)")


def plain(text):
    return html.unescape(text)


def answers(body, kind):
    found = []
    for part in re.split(r"(?<!\\)(?<!&)~", body):
        mark, share, text, feedback = ALTERNATIVE.fullmatch(part).groups()
        answer = dict(text=plain(text), share=100.0 if mark == "=" else float(share or 0), feedback=plain(feedback or ""))
        if kind in ("NUMERICAL", "NM"):
            value, tolerance = NUMBER.fullmatch(text).groups()
            answer.update(value=float(value), tolerance=float(tolerance))
        found.append(answer)
    return found


questions = []
for question in tree.parse(sys.argv[1]).getroot().iter("question"):
    if question.get("type") == "category":
        continue
    assert question.get("type") == "cloze", question.get("type")
    text = question.findtext("questiontext/text")
    fields = [
        dict(weight=int(weight or 1), kind=kind, answers=answers(body, kind)) for weight, kind, body in ANSWER.findall(text)
    ]
    questions.append(dict(
        name=question.findtext("name/text"), id=question.findtext("idnumber"), fields=fields, text=ANSWER.sub("…", text),
        feedback=question.findtext("generalfeedback/text")))
json.dump(questions, sys.stdout)
