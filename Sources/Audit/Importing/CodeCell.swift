/// A cell of Quarto or R Markdown as far as its options say what becomes of it.
struct CodeCell {
    /// From its opening fence to behind its closing one.
    var lines: Range<Int>
    /// What references call its figure or table.
    var label: String?
    /// Whether it runs and shows nothing.
    var isHidden = false
    /// Whether it has no code of its own: it shows what that of another cell gives.
    var isEmpty = false
    /// Whether its tool runs it.
    var runs = true
    /// The picture that is all it shows, as Markdown.
    var picture: String?

    /// The line that opens the division which bookdown makes of it: `{theorem}` or `{block}`.
    var division: String?
    /// The language of a drawing that its tool makes of it.
    var drawing: String?

    /// Whether it is in a language that its tool may run, and no HTML or attributes.
    var isCode = true

    /// Languages that such tools run.
    static let engines: Set = [
        "bash", "js", "julia", "matlab", "node", "octave", "ojs", "perl", "python", "r", "rcpp", "ruby", "sas", "sh", "sql",
        "stan", "stata",
    ]

    /// Whether its code stands in the lesson.
    var isShown: Bool { !isHidden && !isEmpty && picture == nil && division == nil }

    static func all(in lines: [Substring]) -> [CodeCell] {
        var cells: [CodeCell] = []
        var number = 0
        let referred = Set(
            lines.flatMap { $0.contains("@ref(fig:") ? $0.matches(of: /@ref\(fig:([\w-]+)\)/).map { String($0.1) } : [] })
        while number < lines.count {
            let opening = lines[number].drop { $0 == " " }
            let marks = opening.prefix { $0 == "`" || $0 == "~" }
            guard marks.count >= 3 else {
                number += 1
                continue
            }
            let end = lines[(number + 1)...].firstIndex { $0.drop { $0 == " " }.hasPrefix(marks) } ?? lines.count - 1
            if opening.dropFirst(marks.count).hasPrefix("{") {
                cells.append(
                    CodeCell(opening.dropFirst(marks.count), body: lines[min(number + 1, end)..<end], number...end, referred))
            }
            number = end + 1
        }
        return cells
    }

    private init(_ info: Substring, body: ArraySlice<Substring>, _ range: ClosedRange<Int>, _ referred: Set<String>) {
        lines = range.lowerBound..<(range.upperBound + 1)
        let options = body.prefix { $0.hasPrefix("#|") }.map { $0.filter { !$0.isWhitespace } }
        let written = info.filter { !$0.isWhitespace }
        let code = body.filter { !$0.drop { $0 == " " }.hasPrefix("#|") && !$0.allSatisfy(\.isWhitespace) }
        runs = !options.contains("#|eval:false") && !written.contains(/\beval=F(?:ALSE)?\b/)
        let isSetUp =
            (options.contains("#|echo:false") || written.contains(/\becho=F(?:ALSE)?\b/))
            && code.allSatisfy { $0.contains("knitr::opts_") }
        isHidden =
            options.contains("#|include:false") || written.contains(/include=F(?:ALSE)?\b/) || isSetUp && !code.isEmpty
        let named = options.compactMap { $0.wholeMatch(of: /#\|label:["']?((?:fig|tbl)-[\w-]+)["']?/)?.1 }.first
        let name = info.firstMatch(of: /^\{\w+[\s,]+([\w-]+)\s*[,}]/)?.1
        let label =
            (named ?? info.firstMatch(of: /^\{\w+\s+((?:fig|tbl)-[\w-]+)/)?.1[...]).map(String.init)
            ?? name.flatMap { referred.contains(String($0)) ? "fig-\($0)" : nil }
        self.label = label
        picture = Self.picture(info, body, label: label)
        let engine = info.dropFirst().prefix { $0.isLetter || $0.isNumber }
        isCode = Self.engines.contains(engine.lowercased())
        isEmpty = isCode && code.isEmpty
        drawing = ["tikz", "dot", "asis"].contains(engine) ? String(engine) : nil
        division = Bookdown.division(
            engine: String(engine), info: info, name: name.map(String.init), line: range.lowerBound + 1)
    }

    private static func unquotedAtEnd(_ text: Substring) -> Substring {
        let text = text.trimmedAtEnd
        return text.last == "\"" || text.last == "'" ? text.dropLast() : text
    }

    /// `knitr::include_graphics("digits.png")`, alone in a cell, is a picture with the cell's caption.
    private static func picture(_ info: Substring, _ body: ArraySlice<Substring>, label: String?) -> String? {
        let code = body.filter { !$0.hasPrefix("#|") && !$0.allSatisfy(\.isWhitespace) }
        guard code.count == 1,
            let call = code.first?.wholeMatch(of: /\s*(?:knitr::)?include_graphics\(\s*["']([^"'<>()]+)["'][^()]*\)\s*/)
        else { return nil }
        let option = body.prefix { $0.hasPrefix("#|") }.compactMap {
            $0.prefixMatch(of: /#\|\s*fig-cap:\s*["']?/).map(\.range.upperBound).map($0.suffix(from:)).map(Self.unquotedAtEnd)
        }.first
        let caption = option ?? info.firstMatch(of: /\bfig\.cap\s*=\s*"([^"\\]*)"/)?.1 ?? ""
        return "![\(caption)](<\(call.1)>)\(label.map { "{#\($0)}" } ?? "")"
    }
}
