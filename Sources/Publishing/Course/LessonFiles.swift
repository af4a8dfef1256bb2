import Exhibits
import Foundation
import Lessons
import Storage

/// The Markdown files below a course's folder, told apart: lessons, parts that lessons include, and what is reported because
/// nothing checks it.
struct LessonFiles {
    /// The lessons' paths below the folder, by name in the course.
    private(set) var paths: [String: String] = [:]
    private(set) var findings: [Finding] = []
    /// Which of them tell of what nobody verifies.
    private(set) var leftOut = LeftOutLessons()
    /// Files and folders that are passed over on purpose.
    private var drafts: [String] = []
    private let folder: String
    private let door: CourseDoor
    /// Names that look like another's.
    private var twins: Set<String> = []
    /// The texts of Markdown files by path, for what they include.
    private var texts: [String: String] = [:]

    /// All names, a folder's page before its lessons.
    var names: [String] { paths.keys.sorted(by: CoursePath.comesBefore) }

    /// - Parameter listed: names that the course file lists, which are lessons whatever else they are.
    init(below folder: String, listed: Set<String>) {
        self.folder = folder
        door = CourseDoor(folder)
        var readMes: [String] = []
        for path in walk("") {
            if Files.name(of: path) == "README.md" { readMes.append(path) } else { add(path, listed) }
        }
        // A course may be written in READMEs alone, one for each week's folder.
        let isOfReadMes = paths.isEmpty
        for path in readMes {
            if isOfReadMes, path.contains("/") { add(path, listed) } else { addReadMe(path, listed) }
        }
        dropIncluded(except: listed)
        noteDrafts()
    }

    // MARK: Folders

    /// The Markdown files that may be lessons, folder by folder.
    private mutating func walk(_ below: String, depth: Int = 0, isSite: Bool = false) -> [String] {
        var found: [String] = []
        guard depth < Self.deepest else {
            findings.append(
                Finding(
                    .error, code: "too-deep", at: Place(file: Files.join(folder, below), line: 1),
                    "lessons are looked for in folders \(Self.deepest) deep, and this one lies deeper; move it up"))
            return []
        }
        for name in Files.entries(of: below.isEmpty ? (folder.isEmpty ? "." : folder) : Files.join(folder, below)) {
            let path = below.isEmpty ? name : below + "/" + name
            let full = Files.join(folder, path)
            if name.hasPrefix("_") { drafts.append(path) }
            if name.hasPrefix(".") || name.hasPrefix("_") { continue }
            if name.hasSuffix(".md"), !(Files.isFolder(full) && !below.isEmpty) {
                // In a site that was built into the course's folder every page has its report beside it.
                if !isSite || !Files.exists(String(full.dropLast(3)) + ".html") {
                    found.append(path)
                } else {
                    noteIfClaiming(
                        path,
                        " and is taken for a page's report in a built site; where it is a lesson, take .nojekyll and 404.html out of "
                            + "its folder")
                }
            } else if Files.isFolder(full), !Files.isLink(full), isLookedInto(full, path) {
                found += walk(path, depth: depth + 1, isSite: isSite || isBuiltSite(full))
            } else if MarkdownName.isAny(name) {
                noteIfClaiming(path, ", and only a file whose name ends in .md is a lesson; rename it")
            }
        }
        return found
    }

    private static let deepest = 16

    private func isBuiltSite(_ full: String) -> Bool {
        Files.exists(Files.join(full, ".nojekyll")) && Files.exists(Files.join(full, "404.html"))
    }

    /// Not a theme, and not what other tools put there.
    private mutating func isLookedInto(_ full: String, _ path: String) -> Bool {
        if path == ThemeFolder.name || Files.name(of: path) == "node_modules" { return false }
        if Files.exists(Files.join(full, "course.yml")) {
            let finding = Finding(
                .warning, code: "course-in-course", at: Place(file: Files.join(full, "course.yml"), line: 1),
                "this folder is a course of its own, so its lessons aren't among those of the course around it; "
                    + "verify it with `lectern verify \(full)`, or both at once by naming both")
            findings.append(finding)
            if claiming(below: path) != nil { leftOut.courses[full] = finding }
            return false
        }
        return true
    }

    // MARK: Files

    private mutating func add(_ path: String, _ listed: Set<String>) {
        let name = CoursePath.name(of: path)
        // Swift takes names for the same that are spelt with other characters and look alike; a disk doesn't.
        let other = paths[name].flatMap { $0.utf8.elementsEqual(path.utf8) ? nil : $0 }
        guard other != nil || twins.contains(name) else {
            paths[name] = path
            return
        }
        // Which of them took the other's name nobody knows.
        for twin in [other, path].compactMap(\.self) {
            findings.append(
                Finding(
                    .error, code: "same-name", at: Place(file: Files.join(folder, twin), line: 1),
                    "another lesson's name looks like this one and is spelt with other characters, an é in one and an e with an "
                        + "accent behind it in two; rename one"))
        }
        paths[name] = nil
        twins.insert(name)
    }

    /// A README is the page of a folder that has lessons or is listed; in the course's own folder it speaks of the repository.
    private mutating func addReadMe(_ path: String, _ listed: Set<String>) {
        let name = CoursePath.name(of: path)
        guard path.contains("/") else {
            noteIfClaiming(
                path, ", and a README beside course.yml is no lesson; call it index.md, and it is the course's front page")
            return
        }
        let parent = String(path.dropLast("README.md".count))
        if paths[name] != nil {
            noteIfClaiming(path, ", and its folder's page is index.md; give it another name")
        } else if listed.contains(name) || paths.keys.contains(where: { $0.hasPrefix(parent) }) || claims(path) {
            paths[name] = path
        }
    }

    /// Reports a file that is no lesson, if there is something in it that nothing checks.
    private mutating func noteIfClaiming(_ path: String, _ reason: String) {
        guard claims(path) else { return }
        let finding = Finding(
            .warning, code: "unchecked-file", at: Place(file: Files.join(folder, path), line: 1),
            "this file has cells or claims" + reason)
        findings.append(finding)
        if LeftOutLessons.hasClaims(text(path), file: path) { leftOut.mistaken.insert(finding) }
    }

    /// Says what is passed over by its name and holds cells or claims: the first file of each such folder.
    private mutating func noteDrafts() {
        var parts: Set<String>?
        for draft in drafts {
            guard claiming(below: draft) != nil else { continue }
            let included = parts ?? included()
            parts = included
            guard let path = claiming(below: draft, besides: included) else { continue }
            let finding = Finding(
                .warning, code: "left-out", at: Place(file: Files.join(folder, path), line: 1),
                "this file has cells or claims, and nothing verifies them: what begins with _ is passed over; where it isn't meant "
                    + "to be, rename it")
            findings.append(finding)
            leftOut.set.insert(finding)
        }
    }

    /// The first Markdown file at a path or below that holds cells or claims. Of very many the first are looked at.
    private mutating func claiming(below path: String, besides known: Set<String> = []) -> String? {
        let full = Files.join(folder, path)
        if Files.isLink(full) { return nil }
        let files = Files.isFolder(full) ? Files.tree(below: full).map { path + "/" + $0 } : [path]
        let texts = files.filter { file in
            !known.contains(file) && MarkdownName.isAny(file)
                && !Files.exists(Files.join(folder, String(file.dropLast(3)) + ".html"))
        }
        for file in texts.prefix(200) where claims(file) && LeftOutLessons.hasClaims(text(file), file: file) { return file }
        return nil
    }

    /// All that the lessons include.
    private mutating func included() -> Set<String> {
        var found: Set<String> = []
        var left = paths.values.sorted()
        while let path = left.popLast() {
            for part in Lesson.included(in: text(path), file: path, root: "") where found.insert(part).inserted {
                left.append(part)
            }
        }
        return found
    }

    private mutating func claims(_ path: String) -> Bool {
        let text = text(path)
        return text.contains("{swift}") || text.contains("(claim:") || text.contains("<claim:") || text.contains("\\claim")
    }

    private mutating func text(_ path: String) -> String {
        if let known = texts[path] { return known }
        let bytes = try? door.read(Files.join(folder, path), atMost: CourseDoor.textMegabytes)
        let text = String(decoding: bytes ?? [], as: UTF8.self)
        texts[path] = text
        return text
    }

    /// What a lesson includes from a folder is a part of it, and is verified there, unless it is a lesson by itself: with a front
    /// matter or a title, no other lesson takes its page from it. A file that only its own parts include, or
    /// that includes itself, is still a lesson: nothing else would verify it.
    private mutating func dropIncluded(except listed: Set<String>) {
        guard paths.values.contains(where: { $0.contains("/") }) else { return }
        var parts: [String: [String]] = [:]
        for path in paths.values.sorted() { parts[path] = Lesson.included(in: text(path), file: path, root: "") }
        let included = Set(parts.values.joined())
        var lessons: [String: String] = [:]
        for (name, path) in paths
        where !path.contains("/") || listed.contains(name) || !included.contains(path) || isTitled(path) {
            lessons[name] = path
        }
        var left = paths.filter { lessons[$0.key] == nil }.sorted { $0.key < $1.key }
        var reached = Self.reached(from: lessons.values.sorted(), by: parts)
        while let next = left.first(where: { !reached.contains($0.value) }) {
            lessons[next.key] = next.value
            reached.formUnion(Self.reached(from: [next.value], by: parts))
            left.removeAll { $0.key == next.key }
        }
        paths = lessons
    }

    private mutating func isTitled(_ path: String) -> Bool {
        let text = text(path).drop { $0.isWhitespace || $0 == "\u{FEFF}" }
        return text.hasPrefix("---") || text.hasPrefix("# ")
    }

    /// All that some files include, and what that includes.
    private static func reached(from files: [String], by parts: [String: [String]]) -> Set<String> {
        var reached: Set<String> = []
        var left = files
        while let file = left.popLast() {
            for part in parts[file] ?? [] where reached.insert(part).inserted { left.append(part) }
        }
        return reached
    }
}
