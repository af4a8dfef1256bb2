extension Dataset {
    /// One sample for each place in a series: `length` values in a row, and the one after them as the target.
    ///
    /// A series of n values gives n − `length` samples, in order, overlapping; `[length, 1]` is their shape for a recurrent
    /// layer. A series that is too short gives none; a length below 1 ends the lesson at this call.
    ///
    /// - SeeAlso: Keras `timeseries_dataset_from_array`
    public static func windows(
        of series: [Double], length: Int, file: StaticString = #filePath, line: UInt = #line, column: UInt = #column
    ) -> Dataset {
        stopping(file: file, line: line, column: column) {
            guard length > 0 else { throw ArgumentError("a window can't have \(length) values; give a length from 1 up") }
        }
        guard series.count > length else { return Dataset([]) }
        return Dataset(
            (0..<series.count - length).map {
                Sample(input: Array(series[$0..<$0 + length]), target: [series[$0 + length]])
            })
    }
}
