import Cells
import Lessons
import Storage

/// A Swift package: the lesson as its program, the engine as its library, the data it reads beside it.
enum PackageExport: ExportForm {
    static func files(of exported: ExportedLesson) throws -> [String: [UInt8]] {
        guard let sources = EngineSources.located() else { throw ExportError.noSources }
        let lesson = exported.lesson
        let name = lesson.stem + "-package"
        var files = ["\(name)/Package.swift": Array(EngineSources.manifest(for: lesson.stem).utf8)]
        for (file, text) in StandaloneProgram(lesson).files {
            files["\(name)/Sources/\(EngineSources.target)/\(file)"] = Array(text.utf8)
        }
        for (path, bytes) in sources.files { files["\(name)/Sources/\(path)"] = bytes }
        // Inputs are named from the course's folder, and read from the lesson's; what lies beside that one stays there.
        let prefix = lesson.name.dropLast(lesson.stem.count)
        let folder = Files.folder(of: lesson.file)
        let door = CourseDoor(folder)
        for input in exported.inputs where input.hasPrefix(prefix) && !input.hasSuffix(".md") {
            let own = String(input.dropFirst(prefix.count))
            if let bytes = door.contents(of: Files.join(folder, own)) { files["\(name)/\(own)"] = bytes }
        }
        return files
    }
}
