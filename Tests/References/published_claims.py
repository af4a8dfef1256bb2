"""Writes Tests/AuditTests/Published/claims.tsv from published worked examples as JSON: python3 published_claims.py FOLDER

Each line: example, quantity, number as its author printed it, value in double precision, verdict. Statements that aren't numbers
are left out.
"""

import json
import pathlib
import sys

lines = []
for path in sorted(pathlib.Path(sys.argv[1]).glob("*.json")):
    example = json.loads(path.read_text())
    for claim in example["claims"]:
        try:
            float(claim["printed"])
            value = float(claim["recomputed"])
        except ValueError:
            continue
        lines.append("\t".join([example["name"], claim["quantity"], claim["printed"], repr(value), claim["verdict"]]))
target = pathlib.Path(__file__).parent.parent / "AuditTests" / "Published" / "claims.tsv"
target.write_text("# example, quantity, printed, value, verdict; made by Tests/References/published_claims.py\n" + "\n".join(lines) + "\n")
