import ArgumentParser
import Publishing

struct GradeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "grade", abstract: "Mark a class's answers by the key of its variants.",
        discussion: """
            An answer is right as its digits ask, right but for rounding by hand, follows from an own earlier mistake (and has its \
            points), or is wrong; then the slip that leads to it is named where one does. Nothing is run.

              lectern variants lessons/sheet.md --roster students.csv --salt autumn --output sheet
              lectern grade answers.csv --key sheet --output marks

            The table has a line of titles with “id” and a column for each answer, “exr-pass 1.2”; or a line for each answer with \
            “exercise”, “question”, “field” and “answer”; or it is what Moodle exports as responses, Canvas as student analysis. \
            Written are grades.csv, marks.csv, grades.json, grades.html and students/student-ID.html.
            """)

    enum Format: String, CaseIterable, ExpressibleByArgument {
        case text, json
    }

    @Argument(help: "The answers: a CSV file.", completion: .file(extensions: ["csv"]))
    var answers: String

    @Option(help: "The folder that `lectern variants` wrote, or the key.json in it.", completion: .directory)
    var key: String

    @Option(
        name: .shortAndLong, help: "The folder for marks and pages; without one they are only counted.", completion: .directory)
    var output: String?

    @Option(help: "How the result is printed: \(Format.allCases.map(\.rawValue).joined(separator: ", ")).")
    var format = Format.text

    func run() async throws {
        try await Terminal.exitingOnErrors {
            let graded = try await gradeAnswers(GradingOptions(answers: answers, key: key, output: output))
            if !graded.findings.isEmpty {
                let said = try report(CourseResult(findings: graded.findings), as: .text)
                if format == .json { Terminal.writeError(said) } else { Terminal.write(said) }
            }
            guard !graded.failed else { throw ExitCode(2) }
            Terminal.write(format == .json ? graded.json : graded.summary)
        }
    }
}
