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
            case .paragraph(let text), .heading(_, let text, _): findings += self.findings(in: text, at: node.place)
            case .table(let table):
                for cell in table.header + table.rows.joined() + [table.caption] {
                    findings += self.findings(in: cell, at: node.place)
                }
            case .figure(let picture): findings += self.findings(in: picture.caption, at: node.place)
            case .division(let division): findings += self.findings(in: division.title, at: node.place)
            case .cell(let cell): findings += self.findings(in: cell.caption, at: node.place)
            case .definitions(let definitions):
                for text in definitions.flatMap({ [$0.term] + $0.meanings }) {
                    findings += self.findings(in: text, at: node.place)
                }
            case .quote, .list, .thematicBreak, .code, .html, .unseen: break
            }
        }
        return findings
    }

    /// A piece of text and where it begins; of running text the line is known and not the column.
    private struct Piece {
        var text: PencilText
        var place: Place
    }

    private func findings(in inlines: [Inline], at place: Place) -> [Finding] {
        var place = place
        return findings(in: pieces(of: inlines, at: &place))
    }

    private func findings(in pieces: [Piece]) -> [Finding] {
        pencilMismatches(in: pieces.map(\.text), under: convention).map { mismatch in
            let piece = pieces[mismatch.piece]
            // A formula of several lines: the line of the result.
            let lines = piece.text.text.utf8.prefix(mismatch.offset).count { $0 == UInt8(ascii: "\n") }
            let place =
                lines == 0 ? piece.place : Place(file: piece.place.file, line: piece.place.line + lines, column: 1)
            return Finding(isStrict ? .error : .warning, .claim, code: "pencil", at: place, mismatch.message)
        }
    }

    /// - Parameter place: where the text begins; afterwards where it ends.
    private func pieces(of inlines: [Inline], at place: inout Place) -> [Piece] {
        var pieces: [Piece] = []
        for inline in inlines {
            switch inline {
            case .text(let text): pieces.append(Piece(text: PencilText(.prose, text), place: place))
            case .softBreak, .lineBreak:
                place = Place(file: place.file, line: place.line + 1, column: 1)
                pieces.append(Piece(text: PencilText(.prose, inline == .softBreak ? " " : ";"), place: place))
            case .mathematics(let mathematics):
                place = mathematics.place
                pieces += self.pieces(of: mathematics)
            case .claim(let claim):
                place = claim.place
                pieces.append(piece(of: claim))
            case .emphasis(let text), .strong(let text), .link(let text, _, _), .image(let text, _, _), .span(let text, _):
                pieces += self.pieces(of: text, at: &place)
            // What is raised, lowered or struck out takes part in no calculation that could be read from the words.
            case .code, .html, .value, .reference, .footnote, .citation, .marked, .task, .blank, .gap, .key:
                pieces.append(Piece(text: PencilText(.prose, ";"), place: place))
            case .unseen: break
            }
        }
        return pieces
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
            case .value: return Piece(text: PencilText(.formula, "x"), place: mathematics.place)
            }
        }
    }

    private func piece(of claim: Claim) -> Piece {
        let isNumber = claim.expected == nil && isTrusted(claim)
        return Piece(text: isNumber ? PencilText(.claim, claim.written) : PencilText(.formula, "x"), place: claim.place)
    }
}
