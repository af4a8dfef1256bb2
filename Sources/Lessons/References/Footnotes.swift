import Exhibits

/// The footnotes of a lesson, numbered in the order in which the text first mentions them.
public struct Footnotes: Hashable, Sendable {
    public struct Note: Hashable, Sendable {
        public var name: String
        public var number: Int
        public var content: [BlockNode]
        /// Where the text first mentions it: where its way back leads.
        public var place: Place
    }

    public private(set) var notes: [Note] = []
    /// Where in the list each stands, by its name.
    private var places: [String: Int] = [:]

    public init() {}

    public init(of lesson: Lesson) {
        var texts: [String: [BlockNode]] = [:]
        lesson.walk { visit in
            switch visit {
            case .block(let node):
                if case .division(let division) = node.block, division.kind == "footnote", let name = division.label {
                    texts[name] = division.content
                }
            case .inline(.footnote(let name, let place)):
                guard places[name] == nil else { return }
                places[name] = notes.count
                notes.append(Note(name: name, number: notes.count + 1, content: [], place: place))
            case .inline: break
            }
        }
        for index in notes.indices { notes[index].content = texts[notes[index].name] ?? [] }
    }

    public subscript(name: String) -> Note? { places[name].map { notes[$0] } }
}
