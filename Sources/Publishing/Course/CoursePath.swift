/// Names of lessons and paths of files below a course's folder.
enum CoursePath {
    /// A file's path below the course's folder.
    static func below(_ folder: String, _ file: String) -> String {
        folder.isEmpty || folder == "." ? file : String(file.dropFirst(folder.count + 1))
    }

    /// The name of the lesson in a file: `week1/one` for `week1/one.md`, `week1/index` for `week1/README.md`.
    static func name(of path: String) -> String {
        let bare = path.hasSuffix(".md") ? String(path.dropLast(3)) : path
        let isReadMe = bare.hasSuffix("/README")
        return isReadMe ? bare.dropLast("README".count) + "index" : bare
    }

    /// By folders and names, a folder's page before its other lessons.
    static func comesBefore(_ a: String, _ b: String) -> Bool {
        func parts(_ name: String) -> [String] {
            name.split(separator: "/").map { $0 == "index" ? "" : String($0) }
        }
        return parts(a).lexicographicallyPrecedes(parts(b))
    }

    /// A lesson's name as the name of one file.
    static func flat(_ name: String) -> String { name.replacing("%", with: "%25").replacing("/", with: "%2F") }
}
