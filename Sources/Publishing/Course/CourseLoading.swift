import Audit
import Exhibits
import Reports
import Storage

extension Course {
    /// Reads a course from its folder, or, from a lesson's file or a folder of a course, its course with that selected.
    ///
    /// Lessons are the Markdown files in the folder and the folders below, but for names that begin with `_` or `.`, for parts
    /// that other lessons include, and for the folder's own `README.md`; `index.md` becomes the front page.
    /// - Throws: when there is no such folder or file.
    public static func loaded(from path: String) throws(CourseError) -> Course {
        let path = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
        if Files.isFolder(path) {
            guard !Files.exists(Files.join(path, "course.yml")), let outer = home(above: path) else { return folder(path) }
            var course = folder(outer)
            course.selection = Set(course.lessons.filter { $0.hasPrefix(path + "/") })
            return course
        }
        guard Files.exists(path) else { throw CourseError.missing(path) }
        guard path.hasSuffix(".md") else { throw CourseError.notALesson(path) }
        let folder = Files.folder(of: path)
        let beside = folder.isEmpty ? "." : folder
        var course = Self.folder(Files.exists(Files.join(beside, "course.yml")) ? beside : home(above: beside) ?? beside)
        // A file that isn't one of the course's lessons, such as a part whose name begins with `_`, is looked at all the same.
        if !course.lessons.contains(path) { course.lessons.append(path) }
        course.selection = [path]
        course.findings.removeAll { $0.code == "no-lessons" }
        return course
    }

    /// The nearest folder above with a course file, as far as the path names any.
    private static func home(above path: String) -> String? {
        var folder = Files.folder(of: path)
        while !folder.isEmpty, folder != "/" {
            if Files.exists(Files.join(folder, "course.yml")) { return folder }
            folder = Files.folder(of: folder)
        }
        return !path.hasPrefix("/") && path != "." && !path.hasPrefix("..") && Files.exists("course.yml") ? "." : nil
    }

    /// The course that commands take when none is named: `lessons`, or, inside a course, the folder one is in.
    public static var usualFolder: String {
        !Files.isFolder("lessons") && Files.exists("course.yml") ? "." : "lessons"
    }

    private static func folder(_ folder: String) -> Course {
        let file = Files.join(folder, "course.yml")
        let door = CourseDoor(folder)
        let text = CourseFile(behind: door, file: file)
        var settings = text?.settings ?? CourseSettings()
        settings.theme = ThemeFolder(course: folder, door: door)
        var findings = (text?.findings ?? []) + (settings.theme?.findings ?? [])
        let wrongImage = settings.imageFindings(in: folder, file: file, door: door)
        if !wrongImage.isEmpty { settings.image = nil }
        let wrongLogo = settings.logoFindings(in: folder, file: file, door: door)
        if !wrongLogo.isEmpty { settings.furnishing.logo = nil }
        let files = LessonFiles(below: folder, listed: Set((settings.order + settings.parts.flatMap(\.entries)).map(\.name)))
        var order = CourseOrder(names: files.names, folder: folder)
        let lessons = order.arranged(&settings)
        findings += wrongImage + wrongLogo + files.findings + order.findings
        if lessons.isEmpty, settings.order.isEmpty, settings.parts.isEmpty {
            findings.append(
                Finding(
                    .warning, code: "no-lessons", at: Place(file: folder, line: 1),
                    "there is no lesson in this folder; start one with `lectern new lesson NAME --course \(folder)`"))
        }
        var course = Course(
            folder: folder, settings: settings,
            lessons: lessons.compactMap { name in files.paths[name].map { Files.join(folder, $0) } }, findings: findings)
        course.wrongNames = SiteNames.findings(for: files.paths, in: folder)
        course.leftOut = files.leftOut
        course.isReadable = text?.isReadable ?? true && settings.theme?.theme.problem == nil
        return course
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
            ($0, EditDistance.of($0, name))
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
        case .notALesson(let path) where NoteKind(of: path) != nil:
            "\(path): error: these are notes, no lesson: `lectern audit \(path)` does their calculations again, "
                + "`lectern import \(path)` makes a lesson of them"
        case .notALesson(let path):
            "\(path): error: a lesson is a Markdown file, and its name ends in .md"
        case .noResults(let folder):
            "\(folder): error: there is no such folder of results; run `lectern build --shard I/N --results \(folder)` first"
        case .outputHoldsSources(let output, let course):
            "\(output): error: the output folder holds the sources in \(course), which building could overwrite; choose another with --output"
        }
    }
}
