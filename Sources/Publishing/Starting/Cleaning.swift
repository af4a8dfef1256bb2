import Storage

/// Removes a course's cache and, when an output folder is named, the files that were built into it; says what it did.
public func cleanCourse(at path: String, output: String?) throws -> String {
    guard Files.isFolder(path) else { throw CourseError.missing(path) }
    let store = ResultStore(course: path)
    var removed = 0
    if let output {
        for (file, digest) in store.site(at: output)?.all ?? [:] {
            let full = Files.join(output, file)
            let door = OutputDoor(folder: output)
            guard door.contents(of: file).map({ Digest(of: $0) }) == digest else { continue }
            door.remove(file)
            Files.removeEmptyFolders(from: Files.folder(of: full), upTo: output)
            removed += 1
        }
    }
    let folder = Files.join(path, ".lectern")
    let hadCache = Files.isFolder(folder)
    Files.removeFolder(folder)
    let pages = output.map { ", \(removed) files in \($0)" } ?? ""
    return hadCache ? "removed \(folder)\(pages)" : "there was nothing to remove"
}
