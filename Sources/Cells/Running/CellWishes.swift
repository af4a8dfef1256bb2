import Exhibits
import Lessons

/// What the options and comments of cells ask of a transcript once the lesson has run.
extension LessonProgram {
    /// `output: asis` makes printed text Markdown; output blocks are compared with what was printed; a failure that was
    /// announced has to have happened.
    func fulfilled(_ transcript: Transcript) -> Transcript {
        var transcript = transcript
        for cell in lesson.cells where cell.options.eval {
            let outputs = transcript.outputs[cell.index] ?? []
            if cell.options.output == .asis {
                transcript.outputs[cell.index] = outputs.map { output in
                    if case .printed(let text) = output { .exhibit(.markdown(text)) } else { output }
                }
            }
            guard transcript.failures.isEmpty else { continue }
            let printed = outputs.map { if case .printed(let text) = $0 { text } else { "" } }.joined()
            if let wrong = OutputBlock(cell.code)?.finding(printed: printed, in: cell) { transcript.failures.append(wrong) }
            if let missing = unexpectedEnd(of: cell, outputs) { transcript.failures.append(missing) }
        }
        if transcript.failures.isEmpty { transcript.failures = statementsForValues + doubtfulValues + empty(in: transcript) }
        if transcript.failures.isEmpty { transcript.failures = withoutOutcome(in: transcript) }
        return transcript
    }

    /// What the compiler warned of in cells that don't say it is of no interest.
    func warnings(in output: String) -> [Finding] {
        guard output.holds("warning: ") else { return [] }
        let lines = CellLines(lesson)
        return Diagnostics.findings(in: output, files: files, warnings: true).filter { finding in
            finding.severity == .warning && lines.cell(at: finding.place)?.options.warning == true
        }
    }

    /// `// error: TEXT` in a cell with `error: true` announces a failure with that text.
    private func unexpectedEnd(of cell: Cell, _ outputs: [Transcript.Output]) -> Finding? {
        guard cell.options.error else { return nil }
        let lines = cell.code.split(separator: "\n", omittingEmptySubsequences: false)
        guard let index = lines.firstIndex(where: { $0.contains("// error: ") }),
            let range = lines[index].firstRange(of: "// error: ")
        else { return nil }
        let promised = lines[index][range.upperBound...]
        let happened = outputs.compactMap { if case .failed(let finding) = $0 { finding.message } else { nil } }
        if happened.contains(where: { $0.contains(promised) }) { return nil }
        let place = Place(file: cell.place.file, line: cell.place.line + index, column: cell.place.column)
        return Finding(
            .error, code: "expected-failure", at: place,
            happened.first.map { "this cell should fail with \"\(promised)\", but the failure was: \($0)" }
                ?? "this cell should fail with \"\(promised)\", but it ran to its end; mend the cell or its comment")
    }
}
