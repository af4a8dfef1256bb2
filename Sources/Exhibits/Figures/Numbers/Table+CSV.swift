extension Table {
    /// The table as comma-separated values (RFC 4180), numbers with the digits that read back as the same number.
    public var csv: String {
        ([columns.map(\.title)] + rows).map { row in row.map(\.csv).joined(separator: ",") + "\r\n" }.joined()
    }
}

extension Table.Cell {
    fileprivate var csv: String {
        switch self {
        case .text(let text), .tex(let text):
            text.contains { $0 == "," || $0 == "\"" || $0.isNewline } ? "\"\(text.replacing("\"", with: "\"\""))\"" : text
        case .number(let value, _): NumberFormat.shortest.text(value)
        case .empty: ""
        }
    }
}
