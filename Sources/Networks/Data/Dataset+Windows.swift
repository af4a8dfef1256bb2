extension Dataset {
    /// One sample for each place in a series: `length` values in a row, and the one after them as the target.
    ///
    /// A series of n values gives n − `length` samples, in order, overlapping; `[length, 1]` is their shape for a recurrent
    /// layer. A series that is too short gives none.
    public static func windows(of series: [Double], length: Int) -> Dataset {
        guard length > 0, series.count > length else { return Dataset([]) }
        return Dataset(
            (0..<series.count - length).map {
                Sample(input: Array(series[$0..<$0 + length]), target: [series[$0 + length]])
            })
    }
}
