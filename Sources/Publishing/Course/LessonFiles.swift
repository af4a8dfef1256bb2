import Exhibits
import Foundation

/// The Markdown files below a course's folder, told apart: lessons, parts that lessons include, and what is reported because
/// nothing checks it.
struct LessonFiles {
    /// The lessons' paths below the folder, by name in the course.
    private(set) var paths: [String: String] = [:]
    private(set) var findings: [Finding] = []
    private let folder: String
    private let door: CourseDoor
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
    }

    // MARK: Folders

    /// The Markdown files that may be lessons, folder by folder.
    private mutating func walk(_ below: String, depth: Int = 0) -> [String] {
        var found: [String] = []
        // No course is as deep as this; where a link leads inside the course, the walk comes anyway.
        guard depth < 16 else { return [] }
        for name in Files.entries(of: below.isEmpty ? (folder.isEmpty ? "." : folder) : Files.join(folder, below)) {
            let path = below.isEmpty ? name : below + "/" + name
            let full = Files.join(folder, path)
            if name.hasPrefix(".") || name.hasPrefix("_") { continue }
            if name.hasSuffix(".md"), !(Files.isFolder(full) && !below.isEmpty) {
                found.append(path)
            } else if Files.isFolder(full), !Files.isLink(full), isLookedInto(full, path) {
                found += walk(path, depth: depth + 1)
            }
        }
        return found
    }

    /// Not a theme, not what other tools put there, and not a site that was built into the course's folder.
    private mutating func isLookedInto(_ full: String, _ path: String) -> Bool {
        if path == ThemeFolder.name || Files.name(of: path) == "node_modules" { return false }
        if Files.exists(Files.join(full, ".nojekyll")), Files.exists(Files.join(full, "404.html")) { return false }
        if Files.exists(Files.join(full, "course.yml")) {
            findings.append(
                Finding(
                    .warning, code: "course-in-course", at: Place(file: Files.join(full, "course.yml"), line: 1),
                    "this folder is a course of its own, so its lessons aren't among those of the course around it; "
                        + "verify it with `lectern verify \(full)`"))
            return false
        }
        return true
    }

    // MARK: Files

    private mutating func add(_ path: String, _ listed: Set<String>) {
        paths[CoursePath.name(of: path)] = path
    }

    /// A README is the page of a folder that has lessons or is listed; in the course's own folder it speaks of the repository.
    private mutating func addReadMe(_ path: String, _ listed: Set<String>) {
        let name = CoursePath.name(of: path)
        let place = Place(file: Files.join(folder, path), line: 1)
        guard path.contains("/") else {
            if claims(path) {
                findings.append(
                    Finding(
                        .warning, code: "unchecked-file", at: place,
                        "this file has cells or claims, and a README beside course.yml is no lesson; call it index.md, and it is the "
                            + "course's front page"))
            }
            return
        }
        let parent = String(path.dropLast("README.md".count))
        if paths[name] != nil {
            if claims(path) {
                findings.append(
                    Finding(
                        .warning, code: "unchecked-file", at: place,
                        "this file has cells or claims, and its folder's page is index.md; give it another name"))
            }
        } else if listed.contains(name) || paths.keys.contains(where: { $0.hasPrefix(parent) }) || claims(path) {
            paths[name] = path
        }
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

    /// What others include from a folder is a part of theirs, and is verified there.
    private mutating func dropIncluded(except listed: Set<String>) {
        guard paths.values.contains(where: { $0.contains("/") }) else { return }
        var included: Set<String> = []
        for path in paths.values.sorted() {
            for match in text(path).matches(of: /\{\{<\s*include\s+(\S+)\s*>\}\}/) {
                let target = String(match.1)
                let base = target.hasPrefix("/") ? "" : Files.folder(of: path)
                included.insert(Self.normalized(Files.join(base, String(target.drop { $0 == "/" }))))
            }
        }
        for (name, path) in paths where path.contains("/") && included.contains(path) && !listed.contains(name) {
            paths[name] = nil
        }
    }

    private static func normalized(_ path: String) -> String {
        var parts: [Substring] = []
        for part in path.split(separator: "/") where part != "." {
            if part == "..", !parts.isEmpty { parts.removeLast() } else { parts.append(part) }
        }
        return parts.joined(separator: "/")
    }
}
