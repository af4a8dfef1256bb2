/// The reference as a course: a lesson for each chapter, to be built, searched and published like any other.
public struct ReferenceCourse: Sendable {
    let reference: Reference
    let sizes: Sizes

    public init(_ reference: Reference, sizes: Sizes = Sizes()) {
        self.reference = reference
        self.sizes = sizes
    }

    /// Every file of the course by its name.
    public var files: [(name: String, text: String)] {
        let pages =
            [
                (name: "index", text: Self.front),
                (name: "how-to", text: ReferencePage.tasks),
                (name: "elsewhere", text: ElsewherePage(reference: reference).markdown),
                (name: "cheat-sheet", text: CheatSheet(reference: reference).markdown),
            ]
            + Topic.allCases.flatMap(page.pages)
        let settings =
            [
                Self.mark, "title: Reference", "description: Whatever a cell can use, with small instances worked out.",
                "# Below the course that `make site` builds.", "search: ..", "order:",
            ]
            + pages.map { "  - \($0.name)" }
        return [(name: "course.yml", text: settings.joined(separator: "\n") + "\n")]
            + pages.map { (name: $0.name + ".md", text: $0.text) }
    }

    /// Where one begins.
    private static let front = """
        ---
        title: Reference
        description: Whatever a cell can use, with small instances worked out.
        ---

        - **New here?** [How to](how-to.md) describe a network, train, derive, draw, claim and publish, with the shortest example of each; the [cheat sheet](cheat-sheet.md) has the same on two pages.
        - **You know Keras or PyTorch?** [Names of other libraries](elsewhere.md) beside those here, and what is done in another way.
        - **You look for a name?** The search above finds it, its parameters and what is said of it. `lectern help NAME` tells the same in the terminal.

        """

    /// The first line of its course file, by which a folder is known to be written anew.
    public static let mark = "# Written by `lectern reference`, which writes it anew."

    /// A lesson that works out the example of one entry; nil where it has none.
    public func instance(of entry: Entry) -> String? { page.instance(of: entry) }

    private var page: ReferencePage { ReferencePage(reference: reference, sizes: sizes) }
}
