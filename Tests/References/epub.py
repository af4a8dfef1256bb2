"""What a reader that is not ours finds in a book: python3 epub.py BOOK. Prints JSON: problems, and the text of every page.

The container is read by zipfile, which holds every file to its checksum, the XML by expat. What is looked for is written down in
EPUB 3.3: https://www.w3.org/TR/epub-33/."""

import json
import posixpath
import sys
import xml.etree.ElementTree as ET
import zipfile
from urllib.parse import unquote, urlsplit

HTML, OPF = "{http://www.w3.org/1999/xhtml}", "{http://www.idpf.org/2007/opf}"
problems = []
archive = zipfile.ZipFile(sys.argv[1])
if bad := archive.testzip():
    problems.append(f"checksum of {bad}")
entries = archive.infolist()
first = entries[0]
if (first.filename, first.compress_type, first.extra) != ("mimetype", zipfile.ZIP_STORED, b""):
    problems.append("mimetype isn't the first entry, stored and without extra fields")
if archive.read("mimetype") != b"application/epub+zip":
    problems.append("mimetype")
if any(entry.date_time != (1980, 1, 1, 0, 0, 0) for entry in entries):
    problems.append("an entry has a time")

container = ET.fromstring(archive.read("META-INF/container.xml"))
root = next(element.get("full-path") for element in container.iter() if element.tag.endswith("rootfile"))
package = ET.fromstring(archive.read(root))
folder = posixpath.dirname(root)
manifest = {}
for item in package.iter(OPF + "item"):
    manifest[item.get("id")] = (posixpath.join(folder, unquote(item.get("href"))), item.get("media-type"), item.get("properties") or "")
paths = {path for path, _, _ in manifest.values()}
inside = {entry.filename for entry in entries} - {"mimetype", "META-INF/container.xml", root}
if paths != inside:
    problems.append(f"manifest and archive differ: {sorted(paths ^ inside)}")
spine = [manifest[item.get("idref")][0] for item in package.iter(OPF + "itemref")]
if not any("nav" in properties.split() for _, _, properties in manifest.values()):
    problems.append("no contents")
for name in ("title", "language", "identifier"):
    if package.find(f".//{{http://purl.org/dc/elements/1.1/}}{name}") is None:
        problems.append(f"no dc:{name}")

pages, ids, links = {}, {}, []
for path, kind, properties in manifest.values():
    if kind not in ("application/xhtml+xml", "image/svg+xml"):
        continue
    document = ET.fromstring(archive.read(path))
    own = [element.get("id") for element in document.iter() if element.get("id") is not None]
    if len(own) != len(set(own)):
        problems.append(f"{path}: an id twice")
    ids[path] = set(own)
    if kind == "image/svg+xml":
        continue
    tags = {element.tag for element in document.iter()}
    if tags & {HTML + "script", HTML + "input", HTML + "iframe"}:
        problems.append(f"{path}: something for a script")
    has_math = any(tag.startswith("{http://www.w3.org/1998/Math/MathML}") for tag in tags)
    if has_math != ("mathml" in properties.split()):
        problems.append(f"{path}: the manifest is wrong about MathML")
    if not document.get("lang"):
        problems.append(f"{path}: no language")
    pages[path] = "".join(document.itertext())
    for element in document.iter():
        for name in ("href", "src"):
            if element.get(name) is not None:
                links.append((path, name, element.get(name)))
        if element.tag == HTML + "img" and element.get("alt") is None:
            problems.append(f"{path}: a picture without alt")

for path, name, address in links:
    parts = urlsplit(address)
    if parts.scheme or parts.netloc:
        if name == "src":
            problems.append(f"{path}: {address} is outside")
        continue
    target = posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(parts.path))) if parts.path else path
    if target not in inside:
        problems.append(f"{path}: {address} leads nowhere")
    elif parts.fragment and unquote(parts.fragment) not in ids.get(target, set()):
        problems.append(f"{path}: {address} has no such place")
    elif name == "href" and target not in spine and target.endswith(".xhtml"):
        problems.append(f"{path}: {address} is never read")

print(json.dumps({"problems": problems, "pages": pages, "spine": spine}))
