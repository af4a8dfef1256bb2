/// What the text behind a fence's marks says: a cell to run, or code to show.
enum CellFence: Equatable {
    case code(info: String)
    /// `{{swift}}`: a cell to look at, with its fence, as it would stand in a lesson.
    case shownCell(info: String)
    /// `{=html}`: HTML of the author's own.
    case html
    case otherLanguage(String)
    /// The settings written on the fence itself, label and options.
    case cell(settings: String)

    init(_ info: String) {
        let info = info.trimmingSuffix(while: \.isWhitespace)
        if info.hasPrefix("{{"), info.hasSuffix("}}") {
            self = .shownCell(info: String(info.dropFirst().dropLast()))
        } else if info == "{=html}" {
            self = .html
        } else if info.hasPrefix("{."), info.hasSuffix("}") {
            // Pandoc's spelling of a language that is only shown.
            self = .code(info: info.dropFirst(2).dropLast().prefix { !$0.isWhitespace }.description)
        } else if info.hasPrefix("{"), info.hasSuffix("}"), info.dropFirst().first?.isLetter == true {
            let inside = info.dropFirst().dropLast()
            let language = inside.prefix { !$0.isWhitespace && $0 != "," }
            let settings = inside.dropFirst(language.count)
            self = language == "swift" ? .cell(settings: String(settings)) : .otherLanguage(String(language))
        } else if let run = info.firstMatch(of: /^swift\s+\{run(\s[^}]*)?\}$/) {
            self = .cell(settings: run.1.map(String.init) ?? "")
        } else {
            self = .code(info: String(info))
        }
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
