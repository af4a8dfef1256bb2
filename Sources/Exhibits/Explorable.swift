/// A drawing of a network whose parts can be asked: every part with its numbers, the chain rule behind its gradient, and the
/// way through the drawing along which it reaches the result.
///
/// Everything a reader can see is computed when the page is made. A page without script shows all parts, folded, one below
/// the other.
@_documentation(visibility: internal)
public struct Explorable: Codable, Hashable, Sendable {
    public struct Entry: Codable, Hashable, Sendable {
        /// TeX.
        public var name: String
        public var value: Double

        public init(_ name: String, _ value: Double) {
            self.name = name
            self.value = value
        }
    }

    public struct Part: Codable, Hashable, Sendable {
        /// As the drawing calls it: `w5`, `h1`.
        public var id: String
        /// What a list calls it, in plain text: `w5, from h1 to o1`.
        public var title: String
        public var entries: [Entry]
        public var working: Working?
        /// The parts of the drawing between this one and the result.
        public var path: [String]

        public init(id: String, title: String, entries: [Entry], working: Working?, path: [String]) {
            self.id = id
            self.title = title
            self.entries = entries
            self.working = working
            self.path = path
        }
    }

    /// One step of a walk: forward through the neurons, then backward through neurons and weights.
    public struct Step: Codable, Hashable, Sendable {
        public var part: String
        /// Plain language with `$…$`.
        public var text: String

        public init(_ part: String, _ text: String) {
            self.part = part
            self.text = text
        }
    }

    public var figure: Figure
    public var parts: [Part]
    public var walk: [Step]

    public init(figure: Figure, parts: [Part], walk: [Step]) {
        self.figure = figure
        self.parts = parts
        self.walk = walk
    }
}
