import Exhibits
import Lessons
import Reports

/// A form in which one lesson can be written. It looks at the handout alone, as pages do.
protocol ExportForm {
    /// The files by path below the folder chosen.
    static func files(of lesson: ExportedLesson) throws -> [String: [UInt8]]
}

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

    var form: any ExportForm.Type {
        switch self {
        case .swift: PackageExport.self
        case .ipynb: NotebookExport.self
        case .md: MarkdownExport.self
        case .moodle: MoodleExport.self
        case .qti: QTIExport.self
        case .canvas: CanvasExport.self
        case .csv: QuestionTableExport.self
        }
    }
}

/// One lesson that ran to its end, on its way into another form.
struct ExportedLesson {
    let handout: Handout
    let labels: CourseLabels
    /// What its run read, by path below the course's folder.
    let inputs: [String]

    /// nil for a lesson that didn't run to its end.
    init?(_ ran: RanLesson?, labels: CourseLabels) {
        guard let ran, ran.transcript.failures.isEmpty else { return nil }
        handout = Handout(lesson: ran.lesson, transcript: ran.transcript)
        self.labels = labels
        inputs = ran.parsed.runInputs.keys.sorted()
    }

    var lesson: Lesson { handout.lesson }
    var stem: String { lesson.stem }
}
