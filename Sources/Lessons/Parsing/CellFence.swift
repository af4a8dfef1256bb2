import Exhibits

/// What the text behind a fence's marks says: a cell to run, or code to show.
enum CellFence: Equatable {
    case code(info: String)
    /// `{{swift}}`: a cell to look at, with its fence, as it would stand in a lesson.
    case shownCell(info: String)
    /// `{=html}`: HTML of the author's own.
    case html
    /// `{=tex}`: text for another format than pages.
    case otherFormat
    case otherLanguage(String)
    /// `{note} Title`, `{include} part.md`: a directive of MyST, with what stands behind its name.
    case directive(String, argument: String)
    /// `{.python #lst-sum lst-cap="A sum"}`: code with a label and a caption.
    case listing(language: String, Attributes)
    /// The settings written on the fence itself, label and options.
    case cell(settings: String)

    private static let rawFormat = Pattern(/\{=[\w-]+\}/)

    private static let directive = Pattern(/\{([a-z][a-z:-]*)\}(.*)$/)

    private static let litvis = Pattern(/^swift\s+\{run(\s[^}]*)?\}$/)

    init(_ info: String) {
        let info = info.trimmingSuffix(while: \.isWhitespace)
        if info.hasPrefix("{{"), info.hasSuffix("}}") {
            self = .shownCell(info: String(info.dropFirst().dropLast()))
        } else if info == "{=html}" {
            self = .html
        } else if info.wholeMatch(of: Self.rawFormat.regex) != nil {
            self = .otherFormat
        } else if let listing = Self.listing(info) {
            self = listing
        } else if info.hasPrefix("{."), info.hasSuffix("}") {
            // Pandoc's spelling of a language that is only shown.
            self = .code(info: info.dropFirst(2).dropLast().prefix { !$0.isWhitespace }.description)
        } else if info.hasPrefix("{"), let directive = info.prefixMatch(of: Self.directive.regex),
            Directive.isKnown(String(directive.1), argument: String(directive.2))
        {
            let argument = String(directive.2).trimmingPrefix(while: \.isWhitespace)
            self = .directive(String(directive.1), argument: String(argument))
        } else if info.hasPrefix("{"), info.hasSuffix("}"), info.dropFirst().first?.isLetter == true {
            let inside = info.dropFirst().dropLast()
            let language = inside.prefix { !$0.isWhitespace && $0 != "," }
            let settings = inside.dropFirst(language.count)
            self = language == "swift" ? .cell(settings: String(settings)) : .otherLanguage(String(language))
        } else if info.hasPrefix("swift"), let run = info.firstMatch(of: Self.litvis.regex) {
            self = .cell(settings: run.1.map(String.init) ?? "")
        } else {
            self = .code(info: String(info))
        }
    }
}

extension CellFence {
    /// Pandoc's and Quarto's attributes on a fence that only shows, where they name or caption it: `{#lst-sum .python}`,
    /// `python {#lst-sum lst-cap="A sum"}`.
    private static func listing(_ info: String) -> CellFence? {
        guard let brace = info.firstIndex(of: "{"), info.contains("#") else { return nil }
        let bytes = Array(info[brace...].utf8)
        guard let (attributes, end) = AttributesParser.parse(bytes, at: 0, bytes.count), end == bytes.count,
            let label = attributes.label, ReferenceKind(label: label) != nil
        else { return nil }
        let before = info[..<brace].prefix { !$0.isWhitespace }
        guard before != "swift" || !info[brace...].hasPrefix("{run") else { return nil }
        return .listing(language: before.isEmpty ? attributes.classes.first ?? "" : String(before), attributes)
    }
}

extension StringProtocol {
    /// The text without trailing characters that satisfy `condition`.
    func trimmingSuffix(while condition: (Character) -> Bool) -> String {
        var result = String(self)
        while let last = result.last, condition(last) { result.removeLast() }
        return result
    }
}
