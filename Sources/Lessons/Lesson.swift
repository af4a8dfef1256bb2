import Exhibits

/// A lesson as parsed: nothing run, nothing rendered.
public struct Lesson: Hashable, Sendable {
    /// As it is named to the author in findings: `lessons/06.md`.
    public var file: String
    /// The file's bytes as read.
    public var source: String
    public var frontMatter: FrontMatter
    public var blocks: [BlockNode]
    /// What was wrong with the text itself; an error among them means the lesson must not run.
    public var findings: [Finding]

    /// Numbers in prose and mathematics that no claim covers, in document order.
    public var numerals: [Numeral] = []
    /// The addresses of links and images that stand in the text, for checks of what they lead to.
    public var addresses: [Address] = []
    /// The paths of the files the lesson was made of beside its own: included texts, bibliographies.
    public var reads: [String] = []
    /// The works that the lesson may cite.
    public var bibliography = Bibliography()
    /// The exercises whose numbers the page can check, in a student's edition.
    public var checked: [CheckedExercise] = []

    public init(file: String, source: String, frontMatter: FrontMatter, blocks: [BlockNode], findings: [Finding] = []) {
        self.file = file
        self.source = source
        self.frontMatter = frontMatter
        self.blocks = blocks
        self.findings = findings
        let last = file.split(separator: "/").last.map(String.init) ?? file
        name = last.hasSuffix(".md") ? String(last.dropLast(3)) : last
    }

    /// The name of its page in the course, folders first: `week1/one` for `lessons/week1/one.md` in the course `lessons`. Outside
    /// a course it is the file's name without folder and extension.
    public var name: String

    /// The last part of its name: `one`.
    public var stem: String { name.split(separator: "/").last.map(String.init) ?? name }
}
