import Exhibits

/// A lesson as a program of its own, which prints for a person what Lectern would put on its page.
extension LessonRun {
    public static func printing(
        notation: String, digits: Int, lossSymbol: String?, rateSymbol: String?, decimalMark: String = "point",
        language: String = "en", _ body: () throws -> Void
    ) rethrows {
        let style = style(notation, digits, lossSymbol, rateSymbol, decimalMark, language)
        try Recorder.$writesText.withValue(true) {
            try PageStyle.$current.withValue(style) {
                try Notebook.$current.withValue(Notebook()) { try body() }
            }
        }
    }

    /// The same for a lesson that waits for something.
    public static func printingConcurrently(
        notation: String, digits: Int, lossSymbol: String?, rateSymbol: String?, decimalMark: String = "point",
        language: String = "en", _ body: () async throws -> Void
    ) async rethrows {
        let style = style(notation, digits, lossSymbol, rateSymbol, decimalMark, language)
        try await Recorder.$writesText.withValue(true) {
            try await PageStyle.$current.withValue(style) {
                try await Notebook.$current.withValue(Notebook()) { try await body() }
            }
        }
    }

    /// Prints what an inline value or a claim of the text came to, below its expression.
    public static func tell(_ expression: String, _ value: Any, written: String? = nil) {
        print(sentence(expression, Outcome(value), written: written))
    }

    static func sentence(_ expression: String, _ outcome: Outcome, written: String?) -> String {
        let value = outcome.value?.plainText(digits: PageStyle.current.digits) ?? "?"
        return "\(expression) = \(value)" + (written.map { ", written \($0)" } ?? "")
    }
}
