import Exhibits

/// Ties a number written in a cell to the value it must equal: `claim("0.3775", pass["net_h1"])`.
///
/// `expected` names the verdict when the number is known not to be right, such as `"wrong"`.
public func claim(
    _ written: String, _ value: Any, expected: String? = nil, file: String = #filePath, line: Int = #line,
    column: Int = #column
) {
    let place = Place(file: file, line: line, column: column)
    let number = Notebook.current?.open(written, value) ?? 0
    Recorder.write(.claim(number, CellClaim(written: written, outcome: Outcome(value), place: place, expected: expected)))
}

/// A claim of a cell that is still running: what explains it may not be computed yet.
struct OpenClaim {
    /// Which of the run's calls, from 0.
    var number: Int
    var written: String
    var value: Any
}
