import Cells
import Exhibits
import Foundation
import Lessons
import Reports

/// What a lesson can be exported to.
public enum ExportFormat: String, CaseIterable, Sendable {
    /// A Swift package that stands on its own.
    case swift
    /// A Jupyter notebook with outputs.
    case ipynb
    /// Markdown with the results in it, and its figures.
    case md
    /// Its exercises with blanks and choices as a quiz for Moodle.
    case moodle
    /// The same as items of QTI 2.1, which most course systems import.
    case qti
    /// The same in QTI 1.2 as Canvas imports it.
    case canvas
    /// The same as a table for spreadsheets.
    case csv
}

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
    if [.moodle, .qti, .canvas, .csv].contains(format) { options.edition = .instructor }
    let course = try Course.loaded(from: path)
    guard let file = course.selection?.first else { throw ExportError.notOneLesson(path) }
    let (item, labels) = try await CourseBuild(course: course, options: options).lesson(file)
    let export = Export(item: item, labels: labels, settings: course.settings)
    guard !item.result.failed, let files = try export.files(format) else {
        return ExportResult(result: CourseResult(lessons: [item.result], findings: course.findings))
    }
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
        checkReferences(&items, labels)
        try await runStale(&items)
        saveFingerprints()
        guard let index = items.firstIndex(where: { $0.file == file }) else { throw CourseError.missing(file) }
        items[index].result.findings += items[index].transcript?.failures ?? []
        return (items[index], labels(items[index].lesson?.frontMatter.lang ?? course.settings.defaults.lang))
    }
}

/// One lesson on its way into another form.
struct Export {
    var item: CourseBuild.Item
    var labels: CourseLabels
    var settings: CourseSettings

    /// The files by path below the folder chosen; nil when the lesson doesn't run.
    func files(_ format: ExportFormat) throws -> [String: [UInt8]]? {
        guard let lesson = item.lesson, let transcript = item.transcript, transcript.failures.isEmpty else { return nil }
        let handout = Handout(lesson: lesson, transcript: transcript)
        switch format {
        case .ipynb:
            let text = try handout.notebook(labels: labels) { SVG.file(of: $0, id: $1) }
            return ["\(lesson.stem).ipynb": Array(text.utf8)]
        case .md:
            let report = handout.report(labels: labels) { SVG.file(of: $0, id: $1) }
            var files = ["\(lesson.stem).md": Array(report.markdown.utf8)]
            for figure in report.figures { files["\(lesson.stem)/\(figure.name).svg"] = Array(figure.svg.utf8) }
            return files
        case .moodle:
            guard let quiz = handout.moodleQuiz(labels: labels) else { throw ExportError.noQuestions(item.file) }
            return ["\(lesson.stem)-moodle.xml": Array(quiz.utf8)]
        case .qti:
            return try questions(handout.qtiPackage(labels: labels), below: "\(lesson.stem)-qti")
        case .canvas: return try questions(handout.qti12Package(labels: labels), below: "\(lesson.stem)-canvas")
        case .csv:
            let style = lesson.frontMatter.style
            guard let csv = PageStyle.$current.withValue(style, operation: { QuestionTable(handout: handout).csv }) else {
                throw ExportError.noQuestions(item.file)
            }
            return ["\(lesson.stem)-questions.csv": Array(csv.utf8)]
        case .swift: return try package(lesson)
        }
    }

    /// A package of questions as files of a folder.
    private func questions(_ package: [String: String]?, below folder: String) throws -> [String: [UInt8]] {
        guard let package else { throw ExportError.noQuestions(item.file) }
        return Dictionary(uniqueKeysWithValues: package.map { ("\(folder)/\($0.key)", Array($0.value.utf8)) })
    }

    /// A Swift package: the lesson as its program, the engine as its library, the data it reads beside it.
    private func package(_ lesson: Lesson) throws -> [String: [UInt8]] {
        guard let sources = EngineSources.located() else { throw ExportError.noSources }
        let name = lesson.stem + "-package"
        var files = ["\(name)/Package.swift": Array(EngineSources.manifest(for: lesson.stem).utf8)]
        for (file, text) in StandaloneProgram(lesson).files {
            files["\(name)/Sources/\(EngineSources.target)/\(file)"] = Array(text.utf8)
        }
        for (path, bytes) in sources.files { files["\(name)/Sources/\(path)"] = bytes }
        // Inputs are named from the course's folder, and read from the lesson's; what lies beside that one stays there.
        let prefix = lesson.name.dropLast(lesson.stem.count)
        let folder = Files.folder(of: item.file)
        let door = CourseDoor(folder)
        for input in item.runInputs.keys.sorted() where input.hasPrefix(prefix) && !input.hasSuffix(".md") {
            let own = String(input.dropFirst(prefix.count))
            if let bytes = door.contents(of: Files.join(folder, own)) { files["\(name)/\(own)"] = bytes }
        }
        return files
    }
}
