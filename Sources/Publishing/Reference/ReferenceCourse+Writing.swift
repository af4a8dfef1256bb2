import Cells
import Exhibits
import Foundation
import Reference
import Storage

extension ReferenceCourse {
    /// Writes the course into a folder, which becomes its own: files that it has no more are left, others are written over.
    /// - Returns: The files, as paths.
    /// - Throws: Where the folder can't be written, or holds a course of somebody else's.
    public func write(to folder: String) throws -> [String] {
        let settings = Files.join(folder, "course.yml")
        if let present = Files.contents(of: settings), !present.starts(with: Self.mark.utf8) {
            throw StartingError.exists(settings)
        }
        for file in files { try Files.write(file.text.utf8, to: Files.join(folder, file.name)) }
        return files.map { Files.join(folder, $0.name) }
    }

    /// The example of an entry worked out by the engine, as Markdown; nil where the entry has none.
    ///
    /// What was worked out once is kept in the user's cache.
    /// - Throws: Where it can't be run, with the findings as the reason.
    public func worked(_ entry: Entry, options: BuildOptions) async throws -> String? {
        guard let text = instance(of: entry) else { return nil }
        let folder = UserCache.folder("instances") ?? Files.join(NSTemporaryDirectory(), "lectern-instances")
        let name = entry.title + ".md"
        try Files.write(text.utf8, to: Files.join(folder, name))
        let course = try Course.loaded(from: Files.join(folder, name))
        let (item, labels) = try await CourseBuild(course: course, options: options).lesson(Files.join(folder, name))
        guard !item.result.failed, let lesson = ExportedLesson(item.ran, labels: labels),
            let bytes = MarkdownExport.files(of: lesson)[name]
        else {
            throw InstanceFailed(findings: item.result.findings.map(\.message))
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}

/// An instance of the sizes asked for doesn't run: they don't fit what is worked out.
struct InstanceFailed: ExitingError {
    var findings: [String]

    var exitCode: Int32 { 2 }

    var description: String { "lectern: error: of these sizes it can't be worked out: " + findings.joined(separator: "; ") }
}
