internal import SwiftCSV

/// A table that can't become a data set: the line of the file and what was found there.
public struct DataError: Error, Hashable, CustomStringConvertible {
    public let line: Int?
    public let problem: String

    public var description: String { (line.map { "line \($0): " } ?? "") + problem }
}

extension Dataset {
    /// Samples from comma-separated text whose first line names the columns.
    ///
    /// - Parameters:
    ///   - inputs: Columns of numbers, in this order; without them all columns but the target, as they stand.
    ///   - target: One column: numbers, or class names, which become one-hot targets.
    ///   - classes: The order of the class names; without it they are taken in alphabetical order.
    /// - Throws: `DataError` for a missing column, a missing value or a number that isn't one, with its line.
    public init(csv text: String, inputs: [String]? = nil, target: String, classes: [String]? = nil) throws {
        let table = try Dataset.table(text, naming: (inputs ?? []) + [target])
        let inputs = inputs ?? table.header.filter { $0 != target }
        let labels = table.rows.map { $0[target] ?? "" }
        let isNumeric = classes == nil && labels.allSatisfy { Double($0) != nil }
        let names = classes ?? Array(Set(labels)).sorted()
        var samples: [Sample] = []
        for (index, row) in table.rows.enumerated() {
            let line = index + 2
            let values = try inputs.map { try Dataset.number(row[$0] ?? "", column: $0, line: line) }
            if isNumeric {
                samples.append(Sample(input: values, target: [try Dataset.number(labels[index], column: target, line: line)]))
            } else if let label = names.firstIndex(of: labels[index]) {
                samples.append(Sample(input: values, target: Dataset.oneHot(label, of: names.count)))
            } else {
                throw DataError(
                    line: line, problem: "'\(labels[index])' is none of the classes \(names.joined(separator: ", "))")
            }
        }
        self.init(samples)
    }

    /// One column of comma-separated text whose first line names the columns, as numbers.
    ///
    /// Throws `DataError` as `init(csv:)` does.
    public static func column(_ name: String, csv text: String) throws -> [Double] {
        let table = try table(text, naming: [name])
        return try table.rows.enumerated().map { try number($1[name] ?? "", column: name, line: $0 + 2) }
    }

    private static func table(_ text: String, naming columns: [String]) throws -> CSV<Named> {
        let table: CSV<Named>
        do {
            table = try CSV<Named>(string: text, loadColumns: false)
        } catch {
            throw DataError(line: nil, problem: "this is not comma-separated text: \(error)")
        }
        for column in columns where !table.header.contains(column) {
            throw DataError(
                line: 1, problem: "there is no column '\(column)'; the columns are \(table.header.joined(separator: ", "))")
        }
        return table
    }

    private static func number(_ text: String, column: String, line: Int) throws -> Double {
        let trimmed = text.filter { !$0.isWhitespace }
        guard !trimmed.isEmpty else { throw DataError(line: line, problem: "the value of '\(column)' is missing") }
        guard let value = Double(trimmed), value.isFinite else {
            throw DataError(line: line, problem: "'\(text)' in '\(column)' is not a number")
        }
        return value
    }
}
