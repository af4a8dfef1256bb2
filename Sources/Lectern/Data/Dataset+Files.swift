import Foundation
import Networks

extension Dataset {
    /// Samples from a file of comma-separated values whose first line names the columns.
    ///
    /// The path starts at the lesson's folder: `Dataset(contentsOf: "data/iris.csv", target: "species")`. A change of the file
    /// runs the lesson again. A file that can't be read, or a value that isn't a number, ends the lesson at this call and
    /// names the line of the file. Parameters as in `init(csv:inputs:target:classes:)`.
    public init(
        contentsOf path: String, inputs: [String]? = nil, target: String, classes: [String]? = nil,
        file: StaticString = #filePath, line: UInt = #line, column: UInt = #column
    ) {
        self = reading(path, file, line, column) {
            try Dataset(csv: $0, inputs: inputs, target: target, classes: classes)
        }
    }

    /// One column of such a file: `Dataset.column("sunspots", contentsOf: "data/sunspots.csv")`.
    public static func column(
        _ name: String, contentsOf path: String, file: StaticString = #filePath, line: UInt = #line, column: UInt = #column
    ) -> [Double] {
        reading(path, file, line, column) { try Dataset.column(name, csv: $0) }
    }
}

private func reading<Value>(
    _ path: String, _ file: StaticString, _ line: UInt, _ column: UInt, _ read: (String) throws -> Value
) -> Value {
    guard let text = try? String(contentsOf: URL(filePath: path), encoding: .utf8) else {
        stop(
            "there is no text file '\(path)' that can be read; \(MissingFile.advice)", file: file, line: line,
            column: column)
    }
    do {
        return try read(text)
    } catch {
        stop("\(path): \(error)", file: file, line: line, column: column)
    }
}
