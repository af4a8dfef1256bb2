import Exhibits

/// Claims whose number goes on outside their brackets: `-[1.5](claim:x)` says −1.5 where 1.5 was verified.
///
/// Looked at is the finished tree, as a reader sees it: past bold type, code, raised text, spans, comments and formulas, digits of
/// any script, and thousands behind a blank.
struct SplitNumbers {
    private var findings: [Finding] = []

    static func findings(in blocks: [BlockNode]) -> [Finding] {
        var search = SplitNumbers()
        walk(blocks, text: { text, _ in search.look(through: Seen.of(text)) }) { node in
            if case .mathematics(let formula) = node.block { search.look(through: Seen.of(formula)) }
        }
        return search.findings
    }

    private mutating func look(through seen: [Seen]) {
        for (index, part) in seen.enumerated() {
            guard case .claim(let claim, let isFormula) = part, claim.table == nil,
                NumberTail.bare(claim.written).contains(where: \.isNumber)
            else {
                continue
            }
            if isFormula, let advice = NumberAround.lost(inFormula: NumberTail.bare(claim.written)) {
                findings.append(
                    Finding(.error, code: "split-number", at: claim.place, length: claim.written.utf8.count, advice))
                continue
            }
            let before = Seen.text(of: seen[..<index].suffix(Self.reach).reversed(), isReversed: true)
            let behind = Seen.text(of: seen[(index + 1)...].prefix(Self.reach), isReversed: false)
            let goesOn =
                isFormula
                ? NumberAround.begins(beforeFormula: before) || NumberAround.ends(behindFormula: behind)
                : NumberAround.begins(before: before, NumberTail.bare(claim.written))
                    || NumberAround.ends(behind: behind, NumberTail.bare(claim.written))
            guard goesOn else { continue }
            findings.append(
                Finding(
                    .error, code: "split-number", at: claim.place, length: claim.written.utf8.count,
                    "a part of this number stands outside its brackets, where nothing checks it; write all of it inside, as in "
                        + (isFormula ? "\\claim{-1.5}{x}" : "[−1.5e9](claim:x)")))
        }
    }

    /// In parts of a text: past more marks than anybody writes between two digits.
    private static let reach = 8
}

/// What a reader sees of a text, without what isn't seen.
private enum Seen {
    case text(String)
    case claim(Claim, isFormula: Bool)

    /// The text nearest to a claim.
    static func text(of parts: some Sequence<Seen>, isReversed: Bool) -> [Unicode.Scalar] {
        var scalars: [Unicode.Scalar] = []
        for part in parts where scalars.count < 16 {
            switch part {
            case .text(let text):
                let near = isReversed ? String(text.suffix(32)) : String(text.prefix(32))
                let seen = near.unicodeScalars.filter { $0.properties.generalCategory != .format && !narrow.contains($0) }
                scalars += isReversed ? seen.reversed() : Array(seen)
            case .claim(let claim, _):
                let shown = Array(NumberTail.bare(claim.written).unicodeScalars)
                scalars += isReversed ? shown.reversed() : shown
            }
        }
        return scalars
    }

    /// Blanks that hardly part two digits.
    private static let narrow = "\u{2006}\u{2008}\u{2009}\u{200A}\u{202F}\u{205F}".unicodeScalars

    static func of(_ text: [Inline]) -> [Seen] {
        text.flatMap { inline -> [Seen] in
            switch inline {
            case .text(let text), .code(let text): [.text(text)]
            case .softBreak, .lineBreak: [.text(" ")]
            case .marked(.superscript, let content): [.text("^")] + of(content)
            case .emphasis(let content), .strong(let content), .link(let content, _, _), .span(let content, _),
                .marked(_, let content):
                of(content)
            case .mathematics(let formula): of(formula)
            case .claim(let claim): [.claim(claim, isFormula: false)]
            // A number that is computed.
            case .value: [.text("0")]
            case .html, .key, .unseen: []
            // No part of a number, whatever stands there.
            case .image, .reference, .footnote, .citation, .task, .blank, .gap: [.text("□")]
            }
        }
    }

    /// Blanks and braces of a formula aren't seen.
    static func of(_ formula: Mathematics) -> [Seen] {
        formula.parts.map { part in
            switch part {
            case .tex(let tex): .text(tex)
            case .value: .text("0")
            case .claim(let claim): .claim(claim, isFormula: true)
            }
        }
    }
}
