import Exhibits
import Foundation

/// Numbers in claimed statements: `[the loss is 99](<claim: x == 1.5>)` holds, and nothing checks its 99.
///
/// A statement's number stands in its expression or in a cell that the expression's names come from, as it is or as a share
/// (97 % for 0.97). One that stands in neither is told.
enum StatementNumbers {
    static func findings(in lesson: Lesson) -> [Finding] {
        let statements = lesson.claims.filter {
            $0.table == nil && Statement.reads($0.written) && $0.written.contains(where: \.isNumber)
        }
        guard !statements.isEmpty else { return [] }
        let code = (lesson.cells.map(\.code) + lesson.claims.map(\.expression)).joined(separator: "\n")
        // In code a comma parts numbers.
        let known = Set(numbers(in: code.replacing(",", with: ", ")).map(\.value))
        return statements.compactMap { claim in
            guard
                let unsaid = numbers(in: claim.written).first(where: {
                    !known.contains($0.value) && !known.contains($0.value / 100)
                })
            else { return nil }
            return Finding(
                .warning, code: "statement-number", at: claim.place, length: claim.written.utf8.count,
                "this statement says \(unsaid.text), and neither its expression nor any cell does, so nothing checks it; write the number "
                    + "into the expression, as in [below 0.5](<claim: x \\< 0.5>), or claim it by itself")
        }
    }

    private static let number = Pattern(/(?:^|[^A-Za-z0-9.]|\.\.\.|\.\.<)([0-9]+(?:[.,][0-9]+)?(?:[eE]-?[0-9]{1,3})?)/)

    /// Those that are no part of a name.
    private static func numbers(in text: String) -> [(text: Substring, value: Double)] {
        // Digits of any width or height are digits.
        text.decomposedStringWithCompatibilityMapping.replacing("_", with: "").matches(
            of: Self.number.regex
        ).compactMap { match in
            Double(match.1.replacing(",", with: ".")).map { (match.1, $0) }
        }
    }
}
