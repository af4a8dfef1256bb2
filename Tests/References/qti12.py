"""Reads a package of QTI 1.2 as its standard describes it and Canvas writes it, with Python's XML parser, and answers its items:
`python3 qti12.py folder`. One JSON object for each item: its kind, text, points, choices, and what answers come to, as a share of
the points with what is said: the right one, one a tolerance too far, none, and choices: each by itself,
and where several may be right all but each.

Of the standard (IMS QTI 1.2.1, ASI information model and binding) this has what Lectern writes, and refuses everything else.
"""
import json
import pathlib
import sys
import xml.etree.ElementTree as tree
from html.parser import HTMLParser

QTI = "{http://www.imsglobal.org/xsd/ims_qtiasiv1p2}"
CP = "{http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1}"
INSIDE = {
    "questestinterop": ["assessment"], "assessment": ["section"], "section": ["item"],
    "item": ["itemmetadata", "presentation", "resprocessing", "itemfeedback"], "itemmetadata": ["qtimetadata"],
    "qtimetadata": ["qtimetadatafield"], "qtimetadatafield": ["fieldlabel", "fieldentry"], "fieldlabel": [], "fieldentry": [],
    "presentation": ["material", "response_str", "response_lid"], "material": ["mattext"], "mattext": [],
    "response_str": ["render_fib"], "render_fib": ["response_label"], "response_lid": ["render_choice"],
    "render_choice": ["response_label"], "response_label": ["material"], "resprocessing": ["outcomes", "respcondition"],
    "outcomes": ["decvar"], "decvar": [], "respcondition": ["conditionvar", "setvar", "displayfeedback"],
    "conditionvar": ["varequal", "vargte", "varlte", "and", "or", "not"], "and": ["varequal", "vargte", "varlte", "not"],
    "or": ["varequal", "and"], "not": ["varequal"], "varequal": [], "vargte": [], "varlte": [], "setvar": [],
    "displayfeedback": [], "itemfeedback": ["flow_mat"], "flow_mat": ["material"],
}
KINDS = {"text_only_question", "numerical_question", "multiple_choice_question", "multiple_answers_question"}


def plain(element):
    assert element.tag.startswith(QTI), element.tag
    return element.tag[len(QTI):]


def check(element):
    allowed = INSIDE[plain(element)]
    ranks = [allowed.index(plain(child)) for child in element]
    # In the order of the standard's content models, but for conditions, which may stand as they like.
    assert plain(element) in ("and", "or", "conditionvar") or ranks == sorted(ranks), (plain(element), ranks)
    for child in element:
        check(child)


class Text(HTMLParser):
    """The text of HTML, whose elements have to be closed."""
    def __init__(self, html):
        super().__init__()
        self.open, self.text = [], ""
        self.feed(html)
        assert not self.open, (self.open, html)

    def handle_starttag(self, tag, attributes):
        if tag != "br":
            self.open.append(tag)

    def handle_endtag(self, tag):
        if tag != "br":
            assert self.open.pop() == tag, tag

    def handle_data(self, data):
        self.text += data


def holds(element, given):
    name = plain(element)
    if name in ("conditionvar", "and"):
        return all(holds(child, given) for child in element)
    if name == "or":
        return any(holds(child, given) for child in element)
    if name == "not":
        return not holds(element[0], given)
    assert element.get("respident") == "response1"
    if isinstance(given, (list, tuple)):
        return element.text in given
    if given is None:
        return False
    return {"varequal": given == float(element.text), "vargte": given >= float(element.text),
            "varlte": given <= float(element.text)}[name]


def process(item, given):
    score, said = 0, []
    known = {one.get("ident"): one.find(f".//{QTI}mattext").text for one in item.iter(QTI + "itemfeedback")}
    for condition in item.iter(QTI + "respcondition"):
        if holds(condition.find(QTI + "conditionvar"), given):
            for variable in condition.iter(QTI + "setvar"):
                assert variable.get("varname") == "SCORE" and variable.get("action") == "Set"
                score = float(variable.text)
            said += [known[one.get("linkrefid")] for one in condition.iter(QTI + "displayfeedback")]
            if condition.get("continue") == "No":
                break
    return dict(score=score, said=said)


def read(item):
    fields = {one.findtext(QTI + "fieldlabel"): one.findtext(QTI + "fieldentry") for one in item.iter(QTI + "qtimetadatafield")}
    kind = fields["question_type"]
    assert kind in KINDS, kind
    presentation = item.find(QTI + "presentation")
    text = presentation.find(f"{QTI}material/{QTI}mattext")
    assert text.get("texttype") == "text/html"
    choices = {one.get("ident"): Text(one.find(f".//{QTI}mattext").text).text
               for one in presentation.iter(f"{QTI}response_label") if one.find(f".//{QTI}mattext") is not None}
    result = dict(id=item.get("ident"), title=item.get("title"), kind=kind, points=float(fields["points_possible"]),
                  text=Text(text.text).text, choices=list(choices.values()), tried=[])
    if kind == "numerical_question":
        right = float(item.findtext(f".//{QTI}varequal"))
        low, high = float(item.findtext(f".//{QTI}vargte")), float(item.findtext(f".//{QTI}varlte"))
        width = high - low
        result["number"], result["width"] = right, width
        result["tried"] = [process(item, given) for given in (right, low, high, low - width / 10, high + width / 10, None)]
    elif kind != "text_only_question":
        names = list(choices)
        sets = [[name] for name in names]
        if kind == "multiple_answers_question":
            sets += [[other for other in names if other != name] for name in names]
        result["tried"] = [process(item, given) for given in [*sets, []]]
    return result


folder = pathlib.Path(sys.argv[1])
manifest = tree.parse(folder / "imsmanifest.xml").getroot()
assert manifest.tag == CP + "manifest"
(resource,) = manifest.iter(CP + "resource")
assert resource.get("type") == "imsqti_xmlv1p2"
root = tree.parse(folder / resource.find(CP + "file").get("href")).getroot()
assert plain(root) == "questestinterop"
check(root)
items = list(root.iter(QTI + "item"))
assert len({item.get("ident") for item in items}) == len(items)
json.dump([read(item) for item in items], sys.stdout)
