/// An attribute of an element. Constructors that take an optional value make no attribute of none.
public struct Attribute: Hashable, Sendable {
    enum Name: String, Sendable {
        case `class`, id, href, src, alt, title, style, start, open, hidden, role, scope, lang, hreflang, name, download, rel,
            dir
        case width, height, type, min, max, step, value, xmlns, content, charset
        case ariaLabel = "aria-label", ariaHidden = "aria-hidden", ariaValueText = "aria-valuetext"
        case ariaRoleDescription = "aria-roledescription", ariaCurrent = "aria-current"
        case dataLabel = "data-label", dataPart = "data-part", dataPath = "data-path", dataFrames = "data-frames"
        case dataCheck = "data-check", dataBlank = "data-blank", dataChecking = "data-checking", dataRight = "data-right"
        case dataNearly = "data-nearly", dataWrong = "data-wrong", dataTogether = "data-together", dataEmpty = "data-empty"
        case dataUnreadable = "data-unreadable"
        case dataComma = "data-comma"
        case dataBack = "data-back", dataOn = "data-on", dataDrawing = "data-drawing"
        case epubType = "epub:type", xmlnsEPUB = "xmlns:epub", xmlLang = "xml:lang", property
    }

    enum Value: Hashable, Sendable {
        case text(String)
        /// An address as its author wrote it: what may not stand in a URL is encoded on writing.
        case address(String)
        /// An attribute that has no value, such as `open`.
        case present
    }

    var name: Name
    var value: Value

    private init(_ name: Name, _ value: Value) {
        self.name = name
        self.value = value
    }

    static func id(_ value: String?) -> Attribute? { value.map { Attribute(.id, .text($0)) } }
    static func `class`(_ value: String) -> Attribute { Attribute(.class, .text(value)) }
    static func href(_ address: String) -> Attribute { Attribute(.href, .address(address)) }
    /// The way to a place on the same page, by its identifier.
    static func place(_ id: String) -> Attribute { href("#" + id.replacing("%", with: "%25")) }
    static func src(_ address: String) -> Attribute { Attribute(.src, .address(address)) }
    static func aria(label: String) -> Attribute { Attribute(.ariaLabel, .text(label)) }
    static func style(_ css: String?) -> Attribute? { css.map { Attribute(.style, .text($0)) } }
    static func text(_ name: Name, _ value: String?) -> Attribute? { value.map { Attribute(name, .text($0)) } }
    static func present(_ name: Name, if isPresent: Bool = true) -> Attribute? {
        isPresent ? Attribute(name, .present) : nil
    }

    /// The value before it is written; nil where there is none.
    var plain: String? {
        switch value {
        case .text(let text), .address(let text): text
        case .present: nil
        }
    }
}
