/// A table that can't become a data set: the line of the file and what was found there.
public struct DataError: Error, Hashable, CustomStringConvertible {
    /// The line of the file, where one is to blame.
    public let line: Int?
    /// What is wrong, and what to do.
    public let problem: String

    public var description: String { (line.map { "line \($0): " } ?? "") + problem }
}

extension Dataset {
    /// Samples from comma-separated text whose first line names the columns.
    ///
    /// - Parameters:
    ///   - inputs: Columns of numbers, in this order; without them all columns but the target, as they stand.
    ///   - target: One column: numbers, or class names, which become one-hot targets. Names are what are no numbers anywhere in
    ///     the column; numbers that name classes are named as such with `classes`.
    ///   - classes: The order of the class names; without it they are taken in alphabetical order.
    /// - Throws: `DataError` for a missing column, a missing value, a number that isn't one or a class that isn't among
    ///   `classes`, with its line.
    public init(csv text: String, inputs: [String]? = nil, target: String, classes: [String]? = nil) throws {
        let table = try DelimitedText(text)
        let place = try table.place(of: target)
        let columns = try (inputs ?? table.header.filter { $0 != target }).map { ($0, try table.place(of: $0)) }
        let labels = try table.records.map { try $0.text(place, of: target) }
        let names = classes ?? (labels.contains { Double($0) != nil } ? nil : Array(Set(labels)).sorted())
        if let names, let twice = names.first(where: { name in names.count { $0 == name } > 1 }) {
            throw DataError(line: nil, problem: "the class '\(twice)' is named more than once")
        }
        self.init(
            try zip(table.records, labels).map { record, label in
                let input = try columns.map { try record.number($0.1, of: $0.0) }
                return Sample(input: input, target: try Self.target(record, label, place, of: target, among: names))
            })
    }

    /// A number where there are no classes, otherwise a one-hot vector.
    private static func target(
        _ record: DelimitedText.Record, _ label: String, _ place: Int, of column: String, among names: [String]?
    ) throws -> [Double] {
        guard let names else {
            do {
                return [try record.number(place, of: column)]
            } catch let error as DataError {
                throw DataError(
                    line: error.line,
                    problem: "\(error.problem), but others in the column are; if they name classes, name them all: classes: […]"
                )
            }
        }
        guard let number = names.firstIndex(of: label) else {
            throw DataError(
                line: record.line, problem: "'\(label)' is none of the classes \(names.joined(separator: ", "))")
        }
        return unitVector(number, of: names.count)
    }

    /// One column of comma-separated text whose first line names the columns, as numbers.
    ///
    /// - Throws: `DataError` for a column that isn't there, a missing value or a number that isn't one, with its line.
    public static func column(_ name: String, csv text: String) throws -> [Double] {
        let table = try DelimitedText(text)
        let place = try table.place(of: name)
        return try table.records.map { try $0.number(place, of: name) }
    }
}
