import Foundation

/// A note in Markdown written out as LaTeX and as a notebook, with the same text, formulas and tables.
enum NoteForms {
    static func notebook(_ markdown: String) throws -> String {
        var cells: [[String]] = [[]]
        for line in markdown.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
            if line.hasPrefix("## ") { cells.append([]) }
            cells[cells.count - 1].append(line + "\n")
        }
        let all: [[String: Any]] = cells.map { ["cell_type": "markdown", "metadata": [String: Any](), "source": $0] }
        let whole: [String: Any] = ["cells": all, "metadata": [String: Any](), "nbformat": 4, "nbformat_minor": 5]
        let data = try JSONSerialization.data(withJSONObject: whole, options: [.prettyPrinted, .sortedKeys])
        return String(decoding: data, as: UTF8.self) + "\n"
    }

    static func latex(_ markdown: String) -> String {
        let lines = markdown.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        var (result, index, isFormula) = ([String](), 0, false)
        while index < lines.count {
            let line = lines[index]
            if line.hasPrefix("|"), index + 1 < lines.count, lines[index + 1].allSatisfy({ "|-: ".contains($0) }) {
                let rows = lines[index...].prefix { $0.hasPrefix("|") }
                index += rows.count
                result.append(table(rows.enumerated().filter { $0.offset != 1 }.map { cells(of: $0.element) }))
                continue
            }
            if isFormula || line.hasPrefix("$$") {
                result.append(line)
                if !(line.components(separatedBy: "$$").count % 2 == 1) { isFormula.toggle() }
            } else if line.hasPrefix("# ") {
                result.append("\\section{\(prose(String(line.dropFirst(2))))}")
            } else if line.hasPrefix("## ") {
                result.append("\\subsection{\(prose(String(line.dropFirst(3))))}")
            } else if line.hasPrefix("- ") {
                result.append("\\begin{itemize}\\item \(prose(String(line.dropFirst(2))))\\end{itemize}")
            } else {
                result.append(prose(line))
            }
            index += 1
        }
        return "\\documentclass{article}\n\\begin{document}\n" + result.joined(separator: "\n") + "\n\\end{document}\n"
    }

    private static func cells(of row: String) -> [String] {
        row.dropFirst().dropLast().split(separator: "|", omittingEmptySubsequences: false).map {
            $0.trimmingCharacters(in: .whitespaces)
        }
    }

    private static func table(_ rows: [[String]]) -> String {
        let body = rows.map { $0.map(prose).joined(separator: " & ") }.joined(separator: " \\\\\n")
        return
            "\\begin{tabular}{\(String(repeating: "r", count: rows.first?.count ?? 1))}\n\\hline\n\(body) \\\\\n\\hline\n\\end{tabular}"
    }

    /// With what is a command in LaTeX written out, outside formulas.
    private static func prose(_ text: String) -> String {
        text.components(separatedBy: "$").enumerated().map { offset, part in
            offset.isMultiple(of: 2) ? part.replacing("%", with: "\\%").replacing("&", with: "\\&") : part
        }.joined(separator: "$")
    }
}
