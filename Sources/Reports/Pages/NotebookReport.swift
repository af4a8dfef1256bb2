import Exhibits
import Foundation
import Lessons

extension Handout {
    /// The lesson with its outputs as a Jupyter notebook (nbformat 4.5): its cells as code cells, the text between them as
    /// Markdown. `drawing` makes an SVG of a figure, whose ids begin with the given name.
    public func notebook(labels: CourseLabels, drawing: @escaping (Figure, String) -> String) throws -> String {
        let report = NotebookReport(handout: self, numbering: Numbering(lesson, in: labels), draw: drawing)
        let notebook = PageStyle.$current.withValue(lesson.frontMatter.style) { report.notebook }
        let bytes = try JSONSerialization.data(
            withJSONObject: notebook, options: [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes])
        return String(decoding: bytes, as: UTF8.self) + "\n"
    }
}

/// A lesson and its run in the terms of Jupyter's notebook format (https://nbformat.readthedocs.io).
struct NotebookReport {
    let handout: Handout
    let numbering: Numbering
    let draw: (Figure, String) -> String

    private var numbers: NumberText { NumberText(digits: handout.lesson.frontMatter.style.digits) }

    var notebook: [String: Any] {
        var cells: [[String: Any]] = []
        var text: [BlockNode] = []
        func flush() {
            if !text.isEmpty { cells.append(markdown(markdown { $0.write(text) }, cells.count)) }
            text = []
        }
        cells.append(markdown("# \(MarkdownText.plain(handout.title))", 0))
        for node in handout.lesson.body {
            if case .cell(let cell) = node.block {
                flush()
                cells.append(code(cell, cells.count))
            } else {
                text.append(node)
            }
        }
        flush()
        let references = markdown { $0.writeReferences() }
        if !references.isEmpty { cells.append(markdown(references, cells.count)) }
        return [
            "cells": cells, "nbformat": 4, "nbformat_minor": 5,
            "metadata": [
                "kernelspec": ["display_name": "Swift", "language": "swift", "name": "swift"],
                "language_info": ["name": "swift", "file_extension": ".swift", "mimetype": "text/x-swift"],
                "title": handout.title,
            ],
        ]
    }

    private func markdown(_ write: (inout MarkdownReport.Writer) -> Void) -> String {
        var writer = MarkdownReport.Writer(handout: handout, numbering: numbering, numbers: numbers)
        write(&writer)
        return writer.text.trimmedAtEnd
    }

    private func markdown(_ text: String, _ position: Int) -> [String: Any] {
        ["cell_type": "markdown", "id": "text-\(position)", "metadata": [String: Any](), "source": text]
    }

    private func code(_ cell: Cell, _ position: Int) -> [String: Any] {
        var metadata: [String: Any] = [:]
        // What Jupyter Book and nbconvert understand.
        let tags = !cell.options.include ? ["remove-cell"] : cell.options.echo == .no ? ["remove-input"] : []
        if !tags.isEmpty {
            metadata["tags"] = tags
            metadata["jupyter"] = ["source_hidden": true]
        }
        let hasRun = cell.options.eval
        let shows = cell.options.include && cell.options.output != .no
        return [
            "cell_type": "code", "id": "cell-\(position)", "metadata": metadata, "source": cell.code.trimmedAtEnd,
            "execution_count": hasRun ? cell.index + 1 as Any : NSNull(), "outputs": shows ? outputs(of: cell) : [],
        ]
    }

    private func outputs(of cell: Cell) -> [[String: Any]] {
        var outputs: [[String: Any]] = []
        var drawings = 0
        for output in handout.transcript.outputs[cell.index] ?? [] {
            switch output {
            case .printed(let text):
                outputs.append(["output_type": "stream", "name": "stdout", "text": PrintedText.readable(text)])
            case .warned(let text) where cell.options.warning:
                outputs.append(["output_type": "stream", "name": "stderr", "text": PrintedText.readable(text)])
            case .warned, .claim: break
            case .exhibit(let exhibit): outputs += displays(of: exhibit, in: cell, &drawings)
            case .failed(let finding):
                outputs.append([
                    "output_type": "error", "ename": finding.code, "evalue": finding.message, "traceback": [finding.message],
                ])
            }
        }
        return outputs
    }

    private func displays(of exhibit: Exhibit, in cell: Cell, _ drawings: inout Int) -> [[String: Any]] {
        let plain = exhibit.plainText(digits: handout.lesson.frontMatter.style.digits)
        var data: [String: Any] = ["text/plain": plain]
        switch exhibit {
        case .explorable(let explorable): return displays(of: .figure(explorable.figure), in: cell, &drawings)
        case .frames(let sequence):
            return (sequence.frames.last?.figures ?? []).flatMap { displays(of: .figure($0), in: cell, &drawings) }
        case .group(let exhibits): return exhibits.flatMap { displays(of: $0, in: cell, &drawings) }
        case .text: break
        case .mathematics(let tex): data["text/latex"] = "$$\n\(MarkdownText.tex(tex))\n$$"
        case .figure(let figure):
            drawings += 1
            data["image/svg+xml"] = draw(figure, "cell-\(cell.index + 1)-\(drawings)")
        case .markdown, .table, .working: data["text/markdown"] = markdown { $0.write(exhibit, of: cell) }
        }
        return [["output_type": "display_data", "data": data, "metadata": [String: Any]()]]
    }
}
