import Exhibits
import Reports

extension Course {
    /// Reads a course from its folder, or, from a lesson's file, its course with that lesson selected.
    ///
    /// Lessons are the Markdown files in the folder itself, but for `README.md` and names that begin with `_` or `.`;
    /// `index.md` becomes the front page.
    /// - Throws: when there is no such folder or file.
    public static func loaded(from path: String) throws(CourseError) -> Course {
        let path = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
        if Files.isFolder(path) { return folder(path) }
        guard Files.exists(path) else { throw CourseError.missing(path) }
        guard path.hasSuffix(".md") else { throw CourseError.notALesson(path) }
        let folder = Files.folder(of: path)
        var course = Self.folder(folder.isEmpty ? "." : folder)
        // A file that isn't one of the course's lessons, such as a part whose name begins with `_`, is looked at all the same.
        if !course.lessons.contains(path) { course.lessons.append(path) }
        course.selection = [path]
        course.findings.removeAll { $0.code == "no-lessons" }
        return course
    }

    /// The course that commands take when none is named: `lessons`, or, inside a course, the folder one is in.
    public static var usualFolder: String {
        !Files.isFolder("lessons") && Files.exists("course.yml") ? "." : "lessons"
    }

    private static func folder(_ folder: String) -> Course {
        let file = Files.join(folder, "course.yml")
        let text = Files.contents(of: file).map { CourseFile(String(decoding: $0, as: UTF8.self), file: file) }
        let names = Files.entries(of: folder).filter(isLesson).map { String($0.dropLast(3)) }
        var settings = text?.settings ?? CourseSettings()
        settings.theme = ThemeFolder(course: folder)
        var findings = (text?.findings ?? []) + (settings.theme?.findings ?? [])
        if let image = settings.image, !Files.exists(Files.join(folder, image)) {
            findings.append(
                Finding(
                    .error, code: "missing-file", at: Place(file: file, line: 1),
                    "there is no picture \(Files.join(folder, image)), which `image` names"))
        }
        var ordered: [String] = []
        for entry in settings.order {
            if names.contains(entry.name) {
                ordered.append(entry.name)
            } else {
                let near = names.min { Spelling.distance($0, entry.name) < Spelling.distance($1, entry.name) }
                let hint = near.map { "; the nearest there is: `\($0)`" } ?? ""
                findings.append(
                    Finding(
                        .error, code: "missing-lesson", at: entry.place,
                        "there is no lesson \(Files.join(folder, entry.name)).md\(hint)"))
            }
        }
        if names.isEmpty, settings.order.isEmpty {
            findings.append(
                Finding(
                    .warning, code: "no-lessons", at: Place(file: folder, line: 1),
                    "there is no lesson in this folder; start one with `lectern new lesson NAME --course \(folder)`"))
        }
        let named = ordered + names.filter { !ordered.contains($0) }
        let lessons = named.filter { $0 == CourseIndex.name } + named.filter { $0 != CourseIndex.name }
        return Course(
            folder: folder, settings: settings, lessons: lessons.map { Files.join(folder, $0 + ".md") }, findings: findings)
    }

    static func isLesson(_ name: String) -> Bool {
        name.hasSuffix(".md") && name != "README.md" && !name.hasPrefix("_") && !name.hasPrefix(".")
    }
}

/// Why there is nothing to work on. Worded for the person at the terminal.
public enum CourseError: ExitingError, Hashable {
    case missing(String)
    case notALesson(String)
    /// Building would put pages among the sources, or over them.
    case outputHoldsSources(output: String, course: String)
    /// There is nothing to assemble.
    case noResults(String)

    /// A course that isn't there fails like a lesson that doesn't parse; the wrong output folder is a wrong call.
    public var exitCode: Int32 {
        switch self {
        case .missing, .notALesson, .noResults: 2
        case .outputHoldsSources: 64
        }
    }

    private static func nearest(to path: String) -> String {
        let folder = Files.folder(of: path)
        let name = Files.name(of: path)
        let near = Files.entries(of: folder.isEmpty ? "." : folder).filter(Course.isLesson).map {
            ($0, Spelling.distance($0, name))
        }
        .min { $0.1 < $1.1 }
        return near.map { $0.1 <= 4 ? "; did you mean \(Files.join(folder, $0.0))?" : "" } ?? ""
    }

    public var description: String {
        switch self {
        case .missing(let path) where path.hasSuffix(".md"):
            "\(path): error: there is no such lesson\(Self.nearest(to: path)); start one with "
                + "`lectern new lesson \(Files.name(of: path).dropLast(3)) --course \(Files.folder(of: path).isEmpty ? "." : Files.folder(of: path))`"
        case .missing(let path):
            "\(path): error: there is no such folder or lesson; name the course's folder, or start one with `lectern new course \(path)`"
        case .notALesson(let path):
            "\(path): error: a lesson is a Markdown file, and its name ends in .md"
        case .noResults(let folder):
            "\(folder): error: there is no such folder of results; run `lectern build --shard I/N --results \(folder)` first"
        case .outputHoldsSources(let output, let course):
            "\(output): error: the output folder holds the sources in \(course), which building could overwrite; choose another with --output"
        }
    }
}
