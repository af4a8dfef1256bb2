import Exhibits
import Lessons

/// Whether a lesson may stand in one module with others: nothing in it could change what another one computes.
///
/// What a function holds is seen nowhere else, and what is declared outside one is kept to its file (`PrivateDeclarations`).
/// That holds as long as the compiler reads the code as it was read here, and as nothing gives a name to the linker.
extension LessonProgram {
    /// The code of the program as it was written, each piece with its place.
    var pieces: [(code: BlankedCode, place: Place)] {
        lesson.steps.compactMap { step in
            switch step {
            case .cell(let cell):
                cell.options.eval && !skipped.contains(cell.index) ? (BlankedCode(cell.code), cell.place) : nil
            case .slot(let slot): (BlankedCode(slot.expression), slot.expressionPlace)
            }
        }
    }

    /// Whether every piece is read with certainty, and none of them reaches out of its function or its file.
    var keepsToItself: Bool {
        pieces.allSatisfy { piece in
            piece.code.doubt == nil && Brackets.finding(in: piece.code, at: piece.place) == nil
                && Self.hasOnlyHarmlessAttributes(piece.code.text) && !Self.movesPlaces(piece.code.text)
        }
    }

    private static let harmless: Set<String> = [
        "autoclosure", "available", "discardableResult", "dynamicCallable", "dynamicMemberLookup", "escaping", "frozen",
        "inlinable", "inline", "preconcurrency", "propertyWrapper", "resultBuilder", "retroactive", "unchecked", "unknown",
        "usableFromInline",
    ]

    /// Attributes with a capital are types or macros. Of the compiler's own some name a symbol, such as `@_cdecl`.
    private static func hasOnlyHarmlessAttributes(_ text: [UInt8]) -> Bool {
        text.split(separator: UInt8(ascii: "@"), omittingEmptySubsequences: false).dropFirst().allSatisfy { rest in
            let word = String(decoding: rest.prefix { !" \t\r\n(){}[].,:;".utf8.contains($0) }, as: UTF8.self)
            return word.first.map { $0.isUppercase && $0.isASCII } == true || harmless.contains(word)
        }
    }

    /// Whether it says that lines are another file's.
    private static func movesPlaces(_ text: [UInt8]) -> Bool { String(decoding: text, as: UTF8.self).holds("#sourceLocation") }
}
