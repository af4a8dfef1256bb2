import Exhibits
import Lessons
import Storage

/// What an export wrote, or why it couldn't.
public struct ExportResult: Sendable {
    public var result: CourseResult
    /// The files, as paths.
    public var files: [String] = []
}

/// Writes one lesson in another form below `folder`; it is run first if it isn't known what it gives.
public func exportLesson(
    _ path: String, to format: ExportFormat, in folder: String, options: BuildOptions
) async throws -> ExportResult {
    var options = options
    options.output = nil
    // Who takes questions elsewhere takes the answers along.
    if format.form is any QuestionForm.Type { options.edition = .instructor }
    let course = try Course.loaded(from: path)
    guard let file = course.selection?.first else { throw ExportError.notOneLesson(path) }
    let (item, labels) = try await CourseBuild(course: course, options: options).lesson(file)
    guard !item.result.failed, let lesson = ExportedLesson(item.ran, labels: labels) else {
        return ExportResult(result: CourseResult(lessons: [item.result], findings: course.findings))
    }
    let files = try format.form.files(of: lesson)
    let paths = files.keys.sorted()
    for name in paths where Files.absolute(Files.join(folder, name)) == Files.absolute(file) {
        throw ExportError.overwrites(file)
    }
    for name in paths { try OutputDoor(folder: folder).write(files[name] ?? [], to: name) }
    return ExportResult(
        result: CourseResult(lessons: [item.result], findings: course.findings), files: paths.map { Files.join(folder, $0) })
}

/// Why nothing was exported.
public enum ExportError: ExitingError, Hashable {
    case notOneLesson(String)
    case overwrites(String)
    case noSources
    case noQuestions(String)

    public var exitCode: Int32 {
        switch self {
        case .notOneLesson, .overwrites, .noQuestions: 64
        case .noSources: 69
        }
    }

    public var description: String {
        switch self {
        case .notOneLesson(let path):
            "\(path): error: that is a course; name one lesson, such as \(Files.join(path, "introduction.md"))"
        case .overwrites(let file): "\(file): error: the export would overwrite the lesson; choose another folder with --output"
        case .noQuestions(let file):
            "\(file): error: no exercise of this lesson has a blank or choices; write [____](answer:expression) in one"
        case .noSources:
            "lectern: error: the sources of the engine, which a package of its own needs, are not installed; run `make install` again"
        }
    }
}

extension CourseBuild {
    /// One lesson, run if need be, with the labels of the whole course.
    func lesson(_ file: String) async throws -> (Item, CourseLabels) {
        var items = try await inspected()
        let labels = labels(of: items)
        let collisions = checkReferences(&items, labels)
        try await runStale(&items)
        saveFingerprints()
        guard let index = items.firstIndex(where: { $0.file == file }) else { throw CourseError.missing(file) }
        items[index].result.findings += items[index].ran?.transcript.failures ?? []
        items[index].result.findings += collisions.filter { $0.place.file == file }
        return (items[index], labels(items[index].parsed?.lesson.frontMatter.lang ?? course.settings.defaults.lang))
    }
}
