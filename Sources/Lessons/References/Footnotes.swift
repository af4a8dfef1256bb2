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

    public init() {}

    public init(of lesson: Lesson) {
        var texts: [String: [BlockNode]] = [:]
        var mentions: [(name: String, place: Place)] = []
        lesson.walk { visit in
            switch visit {
            case .block(let node):
                if case .division(let division) = node.block, division.kind == "footnote", let name = division.label {
                    texts[name] = division.content
                }
            case .inline(.footnote(let name, let place)):
                if !mentions.contains(where: { $0.name == name }) { mentions.append((name, place)) }
            case .inline: break
            }
        }
        for (name, place) in mentions {
            notes.append(Note(name: name, number: notes.count + 1, content: texts[name] ?? [], place: place))
        }
    }

    public subscript(name: String) -> Note? { notes.first { $0.name == name } }
}
