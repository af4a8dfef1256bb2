import Exhibits
import Lessons
import Reports

/// A form that takes a lesson's exercises elsewhere, with their answers.
protocol QuestionForm: ExportForm {
    /// The files by path below the folder chosen; nil where no exercise has anything to answer.
    static func questions(of lesson: ExportedLesson) -> [String: String]?
}

extension QuestionForm {
    static func files(of lesson: ExportedLesson) throws -> [String: [UInt8]] {
        guard let files = questions(of: lesson) else { throw ExportError.noQuestions(lesson.lesson.file) }
        return files.mapValues { Array($0.utf8) }
    }

    /// A package of questions as files of a folder.
    fileprivate static func package(_ files: [String: String]?, in folder: String) -> [String: String]? {
        files.map { Dictionary(uniqueKeysWithValues: $0.map { ("\(folder)/\($0.key)", $0.value) }) }
    }
}

/// A quiz for Moodle.
enum MoodleExport: QuestionForm {
    static func questions(of lesson: ExportedLesson) -> [String: String]? {
        lesson.handout.moodleQuiz(labels: lesson.labels).map { ["\(lesson.stem)-moodle.xml": $0] }
    }
}

/// Items of QTI 2.1, which most course systems import.
enum QTIExport: QuestionForm {
    static func questions(of lesson: ExportedLesson) -> [String: String]? {
        package(lesson.handout.qtiPackage(labels: lesson.labels), in: "\(lesson.stem)-qti")
    }
}

/// QTI 1.2 as Canvas imports it.
enum CanvasExport: QuestionForm {
    static func questions(of lesson: ExportedLesson) -> [String: String]? {
        package(lesson.handout.qti12Package(labels: lesson.labels), in: "\(lesson.stem)-canvas")
    }
}

/// A table for spreadsheets.
enum QuestionTableExport: QuestionForm {
    static func questions(of lesson: ExportedLesson) -> [String: String]? {
        let csv = PageStyle.$current.withValue(lesson.lesson.frontMatter.style) { QuestionTable(handout: lesson.handout).csv }
        return csv.map { ["\(lesson.stem)-questions.csv": $0] }
    }
}
