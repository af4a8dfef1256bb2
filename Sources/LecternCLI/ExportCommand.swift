import ArgumentParser
import Foundation
import Publishing
import Storage

extension ExportFormat: ExpressibleByArgument {}

struct ExportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Write a lesson in another form.",
        discussion: """
            The lesson runs first if its numbers aren't known yet.

              lectern export lessons/xor.md --to ipynb      export/xor.ipynb, a Jupyter notebook with outputs
              lectern export lessons/xor.md --to md         export/xor.md with its figures, plain Markdown
              lectern export lessons/xor.md --to moodle     export/xor-moodle.xml, its exercises as a quiz with answers
              lectern export lessons/xor.md --to qti        export/xor-qti, the same as a package of QTI 2.1
              lectern export lessons/xor.md --to canvas     export/xor-canvas, the same in QTI 1.2 for Canvas
              lectern export lessons/xor.md --to csv        export/xor-questions.csv, the same as a table
              lectern export lessons/xor.md --to swift      export/xor-package, a Swift package that stands on its own
            """)

    @Argument(help: "The lesson.", completion: .file(extensions: ["md"]))
    var lesson: String

    @Option(help: "The form: \(ExportFormat.allCases.map(\.rawValue).joined(separator: ", ")).")
    var to: ExportFormat

    @Option(name: .shortAndLong, help: "The folder to write to. (default: export)", completion: .directory)
    var output: String?

    @OptionGroup var run: RunOptions

    func run() async throws {
        try await Terminal.exitingOnErrors {
            let folder = try output ?? usualFolder("export")
            let export = try await exportLesson(lesson, to: to, in: folder, options: run.options(output: nil))
            guard export.files.isEmpty else {
                return Terminal.write(TerminalText.line("wrote \(summary(export.files))") + "\n")
            }
            Terminal.write(try report(export.result, as: .text))
            throw ExitCode(2)
        }
    }

    private func summary(_ files: [String]) -> String {
        guard to == .swift, let manifest = files.first(where: { $0.hasSuffix("/Package.swift") }) else {
            return files.joined(separator: ", ")
        }
        let folder = manifest.dropLast("/Package.swift".count)
        let quoted = "'" + folder.replacing("'", with: "'\\''") + "'"
        let isPlain = folder.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "/-_.".contains($0)) }
        return "\(folder); next: swift run -c release --package-path \(isPlain ? String(folder) : quoted)"
    }
}
