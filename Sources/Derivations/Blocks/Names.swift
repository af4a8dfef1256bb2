extension Scalar {
    /// Named with a letter and indices: `h`, 2 → `h_2`; `h`, 2, 1 → `h_2_1`, typeset h_{2,1}.
    func named(_ letter: String, _ indices: Int...) -> Scalar {
        named(([letter] + indices.map(String.init)).joined(separator: "_"))
    }
}

/// Several numbers under one letter: `variables("x", [0.05, 0.10])` are x_1 and x_2.
public func variables(_ letter: String, _ values: [Double]) -> [Scalar] {
    values.enumerated().map { Scalar("\(letter)_\($0 + 1)", $1) }
}

/// A matrix of numbers under one letter: `variables("w", [[…], […]])` are w_1_1, w_1_2, …, row by row.
public func variables(_ letter: String, _ rows: [[Double]]) -> [[Scalar]] {
    rows.enumerated().map { row, values in
        values.enumerated().map { Scalar("\(letter)_\(row + 1)_\($0 + 1)", $1) }
    }
}
