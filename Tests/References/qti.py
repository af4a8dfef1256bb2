"""Reads a package of QTI 2.1 as its standard describes it, with Python's XML parser, and answers its items:
`python3 qti.py folder`. One JSON object for each item: its fields with kind, answer and choices, and what the response
processing gives, in points and feedback, for the right answers, for none, and for each field's answers of known slips.

Of the standard (IMS QTI 2.1, information model and XML binding) this has what Lectern writes, and refuses everything else.
"""
import json
import pathlib
import sys
import xml.etree.ElementTree as tree

QTI = "{http://www.imsglobal.org/xsd/imsqti_v2p1}"
CP = "{http://www.imsglobal.org/xsd/imscp_v1p1}"
BLOCKS = {"p", "h3", "ul", "ol", "table", "div", "pre", "blockquote", "choiceInteraction"}
INLINE = {"em", "strong", "code", "br", "textEntryInteraction", "inlineChoiceInteraction"}
INSIDE = {
    "itemBody": BLOCKS, "div": BLOCKS, "blockquote": BLOCKS, "li": BLOCKS, "p": INLINE, "h3": INLINE, "pre": set(), "ul": {"li"},
    "ol": {"li"}, "table": {"tbody"}, "tbody": {"tr"}, "tr": {"th", "td"}, "th": INLINE, "td": INLINE, "em": INLINE,
    "strong": INLINE, "code": set(), "br": set(), "choiceInteraction": {"simpleChoice"}, "simpleChoice": INLINE,
    "inlineChoiceInteraction": {"inlineChoice"}, "inlineChoice": set(), "textEntryInteraction": set(),
}


def plain(element):
    assert element.tag.startswith(QTI), element.tag
    return element.tag[len(QTI):]


def check(element):
    for child in element:
        assert plain(child) in INSIDE[plain(element)], (plain(element), plain(child))
        check(child)
    # Text stands in paragraphs, not between them.
    if INSIDE[plain(element)] & BLOCKS:
        assert not (element.text or "").strip() and all(not (child.tail or "").strip() for child in element), plain(element)


def evaluate(element, item, given, outcomes):
    name, inside = plain(element), list(element)
    if name == "variable":
        return given.get(element.get("identifier"), outcomes.get(element.get("identifier")))
    if name == "correct":
        return item["responses"][element.get("identifier")]["correct"]
    if name == "baseValue":
        return float(element.text) if element.get("baseType") == "float" else element.text
    values = [evaluate(child, item, given, outcomes) for child in inside]
    if name == "equal":
        assert element.get("toleranceMode") == "absolute"
        low, high = map(float, element.get("tolerance").split())
        first, second = values
        return first is not None and second - low <= first <= second + high
    if name == "match":
        return values[0] is not None and values[0] == values[1]
    if name == "member":
        return values[1] is not None and values[0] in values[1]
    if name == "sum":
        return sum(values)
    if name == "multiple":
        return [entry for value in values for entry in (value if isinstance(value, list) else [value])]
    raise AssertionError(name)


def process(item, given):
    outcomes = dict(item["outcomes"])
    for condition in item["processing"]:
        assert plain(condition) == "responseCondition"
        for branch in condition:
            assert plain(branch) in ("responseIf", "responseElseIf")
            test, *actions = branch
            if evaluate(test, item, given, outcomes):
                for action in actions:
                    assert plain(action) == "setOutcomeValue" and action.get("identifier") in outcomes
                    outcomes[action.get("identifier")] = evaluate(action[0], item, given, outcomes)
                break
    return dict(score=outcomes["SCORE"], feedback=[item["said"][name] for name in outcomes["FEEDBACK"]])


def read(path):
    root = tree.parse(path).getroot()
    assert plain(root) == "assessmentItem" and root.get("adaptive") == "false" and root.get("timeDependent") == "false"
    order = [plain(child) for child in root]
    ranks = ["responseDeclaration", "outcomeDeclaration", "itemBody", "responseProcessing", "modalFeedback"]
    assert [ranks.index(name) for name in order] == sorted(ranks.index(name) for name in order), order
    responses, outcomes = {}, {}
    for declaration in root.iter(QTI + "responseDeclaration"):
        values = [value.text for value in declaration.iter(QTI + "value")]
        kind, isSingle = declaration.get("baseType"), declaration.get("cardinality") == "single"
        correct = float(values[0]) if kind == "float" else values[0] if isSingle else values
        responses[declaration.get("identifier")] = dict(kind=kind, correct=correct)
    for declaration in root.iter(QTI + "outcomeDeclaration"):
        value = declaration.findtext(f"{QTI}defaultValue/{QTI}value")
        outcomes[declaration.get("identifier")] = [] if value is None else float(value)
    body = root.find(QTI + "itemBody")
    check(body)
    asked = {}
    for element in body.iter():
        if element.get("responseIdentifier"):
            choices = {choice.get("identifier"): "".join(choice.itertext()) for choice in element if choice.get("identifier")}
            asked[element.get("responseIdentifier")] = dict(element=plain(element), choices=choices)
    assert asked.keys() == responses.keys(), (asked, responses)
    said = {one.get("identifier"): one.text for one in root.iter(QTI + "modalFeedback")}
    item = dict(responses=responses, outcomes=outcomes, processing=list(root.find(QTI + "responseProcessing")), said=said)
    right = {name: response["correct"] for name, response in responses.items()}
    slips = []
    for name, response in responses.items():
        if response["kind"] == "float":
            for element in root.iter(QTI + "equal"):
                if element.find(QTI + "variable").get("identifier") == name and element.find(QTI + "baseValue") is not None:
                    slips.append(process(item, {name: float(element.findtext(QTI + "baseValue"))}))
        else:
            slips += [process(item, {name: choice if isinstance(response["correct"], str) else [choice]})
                      for choice in asked[name]["choices"]]
    return dict(
        id=root.get("identifier"), title=root.get("title"), most=outcomes["MAXSCORE"], text="".join(body.itertext()),
        fields=[dict(name=name, answer=responses[name]["correct"], **asked[name]) for name in responses],
        right=process(item, right), none=process(item, {}), slips=slips)


folder = pathlib.Path(sys.argv[1])
manifest = tree.parse(folder / "imsmanifest.xml").getroot()
assert manifest.tag == CP + "manifest"
items = []
for resource in manifest.iter(CP + "resource"):
    assert resource.get("type") == "imsqti_item_xmlv2p1"
    assert resource.find(CP + "file").get("href") == resource.get("href")
    items.append(read(folder / resource.get("href")))
assert len(list(folder.iterdir())) == len(items) + 1
json.dump(items, sys.stdout)
