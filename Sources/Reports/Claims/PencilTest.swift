import Claims
import Exhibits
import Lessons

/// The calculations that a lesson's author prints, done again with the numbers as they are printed.
struct PencilTest {
    let convention: Convention
    /// Claims that are quoted as wrong, or are wrong, take part in no calculation: they have findings of their own.
    let isTrusted: (Claim) -> Bool
    let isStrict: Bool

    func findings(in lesson: Lesson) -> [Finding] {
        var findings: [Finding] = []
        lesson.walk { visit in
            guard case .block(let node) = visit else { return }
            switch node.block {
            case .mathematics(let mathematics): findings += self.findings(in: pieces(of: mathematics))
            case .paragraph(let text), .heading(_, let text, _): findings += self.findings(in: pieces(of: text))
            case .table(let table):
                for cell in table.header + table.rows.joined() + [table.caption] {
                    findings += self.findings(in: pieces(of: cell))
                }
            case .figure(let picture): findings += self.findings(in: pieces(of: picture.caption))
            case .division(let division): findings += self.findings(in: pieces(of: division.title))
            case .cell(let cell): findings += self.findings(in: pieces(of: cell.caption))
            case .quote, .list, .thematicBreak, .code, .html: break
            }
        }
        return findings
    }

    /// A piece of text and where it begins; nil where no place is known, as for the words of a sentence.
    private struct Piece {
        var text: PencilText
        var place: Place?
    }

    private func findings(in pieces: [Piece]) -> [Finding] {
        pencilMismatches(in: pieces.map(\.text), under: convention).compactMap { mismatch in
            let piece = pieces[mismatch.piece]
            guard let start = piece.place ?? pieces[..<mismatch.piece].last(where: { $0.place != nil })?.place else {
                return nil
            }
            // A formula of several lines: the line of the result.
            let lines = piece.text.text.utf8.prefix(mismatch.offset).count { $0 == UInt8(ascii: "\n") }
            let place = lines == 0 ? start : Place(file: start.file, line: start.line + lines, column: 1)
            return Finding(isStrict ? .error : .warning, .claim, code: "pencil", at: place, mismatch.message)
        }
    }

    private func pieces(of inlines: [Inline]) -> [Piece] {
        inlines.flatMap { inline -> [Piece] in
            switch inline {
            case .text(let text): [Piece(text: PencilText(.prose, text))]
            case .softBreak: [Piece(text: PencilText(.prose, " "))]
            case .mathematics(let mathematics): pieces(of: mathematics)
            case .claim(let claim): [piece(of: claim)]
            case .emphasis(let text), .strong(let text), .link(let text, _, _), .image(let text, _, _), .span(let text, _):
                pieces(of: text)
            case .lineBreak, .code, .html, .value, .reference, .footnote, .citation:
                [Piece(text: PencilText(.prose, ";"))]
            }
        }
    }

    private func pieces(of mathematics: Mathematics) -> [Piece] {
        var line = mathematics.place.line
        return mathematics.parts.map { part in
            switch part {
            case .tex(let tex):
                let start =
                    line == mathematics.place.line
                    ? mathematics.place : Place(file: mathematics.place.file, line: line, column: 1)
                line += tex.utf8.count { $0 == UInt8(ascii: "\n") }
                return Piece(text: PencilText(.formula, tex), place: start)
            case .claim(let claim):
                line = claim.place.line
                return piece(of: claim)
            case .value: return Piece(text: PencilText(.formula, "x"))
            }
        }
    }

    private func piece(of claim: Claim) -> Piece {
        let isNumber = claim.expected == nil && isTrusted(claim)
        return Piece(text: isNumber ? PencilText(.claim, claim.written) : PencilText(.formula, "x"), place: claim.place)
    }
}
