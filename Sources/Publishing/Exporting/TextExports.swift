import Reports

/// The lesson as a Jupyter notebook with outputs.
enum NotebookExport: ExportForm {
    static func files(of lesson: ExportedLesson) throws -> [String: [UInt8]] {
        let text = try lesson.handout.notebook(labels: lesson.labels) { SVG.file(of: $0, id: $1) }
        return ["\(lesson.stem).ipynb": Array(text.utf8)]
    }
}

/// The lesson as Markdown with the results in it, and its figures beside it.
enum MarkdownExport: ExportForm {
    static func files(of lesson: ExportedLesson) -> [String: [UInt8]] {
        let report = lesson.handout.report(labels: lesson.labels) { SVG.file(of: $0, id: $1) }
        var files = ["\(lesson.stem).md": Array(report.markdown.utf8)]
        for figure in report.figures { files["\(lesson.stem)/\(figure.name).svg"] = Array(figure.svg.utf8) }
        return files
    }
}
