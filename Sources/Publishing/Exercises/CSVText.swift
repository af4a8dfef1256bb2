/// Text for a field of a CSV file that a spreadsheet will open.
enum CSVText {
    static func line(_ fields: [String]) -> String { fields.map(field).joined(separator: ",") + "\r\n" }

    private static func field(_ text: String) -> String {
        // What a spreadsheet would compute is kept text by an apostrophe; a number is a number.
        let safe = isFormula(text[...]) && Double(text) == nil ? "'" + text : text
        guard safe.contains(where: { ",;\"".contains($0) || $0.isNewline || $0 == "\t" }) else { return safe }
        return "\"" + safe.replacing("\"", with: "\"\"") + "\""
    }

    static func isFormula(_ text: Substring) -> Bool {
        text.first.map { "=+-@\t\r".contains($0) } ?? false
    }
}
