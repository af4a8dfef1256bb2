import Exhibits

/// What a reader sees of a text, without what isn't seen.
enum Seen {
    case text(String)
    case claim(Claim, isFormula: Bool)

    /// - Parameter room: what is left for formulas' definitions, in tokens.
    static func of(_ text: [Inline], _ room: inout Int) -> [Seen] { joined(parts(of: text, &room)) }

    private static func parts(of text: [Inline], _ room: inout Int) -> [Seen] {
        text.flatMap { parts(of: $0, &room) }
    }

    private static func parts(of inline: Inline, _ room: inout Int) -> [Seen] {
        switch inline {
        case .text(let text), .code(let text): [.text(text)]
        case .softBreak, .lineBreak: [.text(" ")]
        case .marked(.superscript, let content): [.text("^")] + parts(of: content, &room)
        case .emphasis(let content), .strong(let content), .link(let content, _, _), .span(let content, _),
            .marked(_, let content):
            parts(of: content, &room)
        case .mathematics(let formula): of(formula, &room)
        case .claim(let claim): [.claim(claim, isFormula: false)]
        // A number that is computed.
        case .value: [.text("0")]
        case .html, .key, .unseen: []
        // It may be shown as a number alone.
        case .reference: [.text("0n0")]
        // No part of a number, whatever stands there.
        case .image, .footnote, .citation, .task, .blank, .gap: [.text("□")]
        }
    }

    static func of(_ formula: Mathematics, _ room: inout Int) -> [Seen] {
        formula.isTooLong ? [.text("□")] : joined(ShownFormula(formula, &room).seen)
    }

    /// Whether a text has a claim, also in a formula; around others nothing is looked for.
    static func hasClaim(_ text: [Inline]) -> Bool {
        text.contains { inline in
            switch inline {
            case .claim: true
            case .emphasis(let content), .strong(let content), .link(let content, _, _), .span(let content, _),
                .marked(_, let content):
                hasClaim(content)
            case .mathematics(let formula): formula.hasClaim
            default: false
            }
        }
    }

    /// The text nearest to a claim.
    static func text(of parts: some Sequence<Seen>, isReversed: Bool) -> [Unicode.Scalar] {
        var scalars: [Unicode.Scalar] = []
        for part in parts {
            switch part {
            case .text(let text):
                scalars += isReversed ? text.unicodeScalars.suffix(reach).reversed() : Array(text.unicodeScalars.prefix(reach))
            case .claim(let claim, _):
                let shown = NumberTail.bare(claim.written).unicodeScalars
                scalars += isReversed ? shown.suffix(reach).reversed() : Array(shown.prefix(reach))
            }
            if scalars.count >= reach { break }
        }
        return scalars
    }

    /// In characters: past any group of thousands.
    private static let reach = 16

    /// Neighbouring texts as one, without characters that nobody sees: so no number of them stands between a claim and a digit.
    private static func joined(_ parts: [Seen]) -> [Seen] {
        var result: [Seen] = []
        var text = ""
        for part in parts {
            switch part {
            case .text(let more):
                // One by one: a whole sequence of scalars is appended by copying all that is there already.
                for scalar in more.unicodeScalars where !isUnseen(scalar) { text.unicodeScalars.append(scalar) }
            case .claim:
                result += [.text(text), part]
                text = ""
            }
        }
        return result + [.text(text)]
    }

    private static func isUnseen(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .format, .nonspacingMark, .enclosingMark: true
        default: narrow.contains(scalar)
        }
    }

    /// Blanks that hardly part two digits.
    private static let narrow = "\u{2006}\u{2008}\u{2009}\u{200A}\u{202F}\u{205F}".unicodeScalars
}
