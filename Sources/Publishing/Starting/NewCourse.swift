import Storage

/// Makes a folder with a course file and one lesson, and returns the files made. Nothing that exists is written over.
public func newCourse(at folder: String) throws -> [String] {
    let name = Files.name(of: folder)
    guard !name.isEmpty else { throw StartingError.noName(folder) }
    let files = [
        Files.join(folder, "course.yml"): Template.course(title: Template.title(name), first: "one-neuron"),
        Files.join(folder, "one-neuron.md"): Template.lesson(title: "One neuron"),
    ]
    for file in files.keys.sorted() where Files.exists(file) { throw StartingError.exists(file) }
    for (file, text) in files.sorted(by: { $0.key < $1.key }) { try Files.write(text.utf8, to: file) }
    return files.keys.sorted()
}

/// Makes a lesson in a course, and returns its file. Nothing that exists is written over.
public func newLesson(named name: String, in course: String) throws -> String {
    let bare = name.hasSuffix(".md") ? String(name.dropLast(3)) : name
    // The name becomes a file, a folder of figures and an address.
    guard !bare.isEmpty, !bare.hasPrefix("."), !bare.hasPrefix("_"), !bare.contains("/"), bare != "index", bare != "assets"
    else {
        throw StartingError.noName(name)
    }
    guard Files.isFolder(course) else { throw CourseError.missing(course) }
    let file = Files.join(course, bare + ".md")
    guard !Files.exists(file) else { throw StartingError.exists(file) }
    try Files.write(Template.lesson(title: Template.title(bare)).utf8, to: file)
    return file
}

/// Why nothing was started.
public enum StartingError: ExitingError, Hashable {
    case exists(String)
    case noName(String)

    public var exitCode: Int32 { 64 }

    public var description: String {
        switch self {
        case .exists(let file): "\(file): error: exists already, and nothing is written over; choose another name"
        case .noName(let name):
            "\(name): error: can't be a name here; choose a plain word such as `backpropagation`, without a slash, a leading dot or underscore"
        }
    }
}
