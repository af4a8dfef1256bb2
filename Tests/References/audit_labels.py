#!/usr/bin/env python3
"""Recomputes the hand-written labels of Tests/AuditTests/Notes/labels.txt.

Each line: file, number as printed, label, calculation in Python; tabs between them. The label must be what the calculation says:
right (rounds to the digits), cut (digits right, cut off), rounded (follows only if rounded operands are varied: two calculations
with a bar between them, the least and the largest), wrong. Writes the values beside them, which LabelTests.swift checks again.

    Tests/References/audit_labels.py          checks and rewrites the last column
"""
import pathlib
import re
import sys
from math import *
from decimal import Decimal

path = pathlib.Path(__file__).parent.parent / "AuditTests" / "Notes" / "labels.txt"


def sigma(x):
    return 1 / (1 + exp(-x))


def unit_and_value(text):
    text = re.sub(r"\\times 10\^\{?(-?\d+)\}?", r"e\1", text.replace(" ", "").replace("\\times10", "\\times 10"))
    text = text.replace("{,}", "")
    percent = text.endswith("%")
    text = text.rstrip("%").rstrip("\\")
    number = Decimal(text)
    unit = 10.0 ** number.as_tuple().exponent
    return (unit / 100, float(number) / 100) if percent else (unit, float(number))


def rounds(value, printed, unit):
    return abs(abs(value) - printed) <= unit / 2 * (1 + 1e-9) + 1e-15


failures, lines = 0, []
for line in path.read_text().splitlines():
    if not line or line.startswith("#"):
        lines.append(line)
        continue
    file, text, label, calculation = line.split("\t")[:4]
    unit, printed = unit_and_value(text)
    values = [eval(part) for part in calculation.split("|")]
    low, high = min(map(abs, values)), max(map(abs, values))
    fits = low <= printed + unit / 2 + 1e-15 and high >= printed - unit / 2 - 1e-15
    cut = printed - 1e-15 <= abs(values[0]) < printed + unit
    actual = "right" if rounds(values[0], printed, unit) else "cut" if cut else "rounded" if fits else "wrong"
    if actual != label:
        failures += 1
        print(f"{file}: {text} is labelled {label} and is {actual}: {values}")
    lines.append("\t".join([file, text, label, calculation, "|".join(repr(v) for v in values)]))
path.write_text("\n".join(lines) + "\n")
print(f"{len([l for l in lines if l and l[0] != '#'])} labels, {failures} wrong")
sys.exit(failures > 0)
