extension SelfAttention {
    /// Whether given matrices and biases fit together, for so many features at each position.
    func check(_ features: Int) throws {
        let names = ["queries", "keys", "values", "output"]
        let columns = [matrices[0].columns, matrices[0].columns, matrices[2].columns, matrices.last?.columns ?? 0]
        for (index, matrix) in given.enumerated() {
            let rows = index < 3 ? features : matrices[2].columns
            let shape = "the \(names[index]) must have shape \(rows)×\(columns[index])"
            guard matrix.count == rows else {
                let found = index < 3 ? "\(features) features at each position" : "\(rows) values from its heads"
                throw ShapeError("\(name) is given \(found), but its \(names[index]) have \(matrix.count) rows; \(shape)")
            }
            if let row = matrix.firstIndex(where: { $0.count != columns[index] }) {
                throw ShapeError(
                    "row \(row + 1) of \(name)'s \(names[index]) has \(matrix[row].count) numbers; \(shape)")
            }
        }
        if let given = givenBiases {
            for (index, (matrix, bias)) in zip(matrices, given.all).enumerated() where bias.count != matrix.columns {
                throw ShapeError(
                    "\(name)'s bias of the \(names[index]) has \(bias.count) numbers, but their matrix has "
                        + "\(matrix.columns) columns; give one number for each column")
            }
            guard (given.output == nil) == (matrices.count < 4) else {
                throw ShapeError(
                    "\(name) has \(given.output == nil ? "an output matrix without its bias" : "a bias of an output matrix it doesn't have"); "
                        + "give both or neither")
            }
        }
        for (index, size) in [(0, matrices[0].columns), (2, matrices[2].columns)] {
            guard size > 0, size.isMultiple(of: heads) else {
                throw ShapeError(
                    "\(name)'s \(names[index]) have \(size) columns, which \(heads) heads can't share; "
                        + "give a multiple of \(heads)")
            }
        }
    }

    /// Whether a sequence of so many steps can be divided and the mask fits it.
    func check(steps: Int) throws {
        try source.check(steps: steps)
        guard let mask else { return }
        let parts = source.parts(of: steps)
        let (asking, answering) = (parts[0].count, parts[1].count)
        guard mask.count == asking else {
            throw ShapeError(
                "\(name)'s mask has \(mask.count) rows, but \(asking) positions ask; give one row for each of them")
        }
        if let row = mask.firstIndex(where: { $0.count != answering }) {
            throw ShapeError(
                "row \(row + 1) of \(name)'s mask has \(mask[row].count) entries, but \(answering) positions answer; "
                    + "the mask must have shape \(asking)×\(answering)")
        }
        if let row = mask.indices.first(where: { places(from: $0, of: answering).isEmpty }) {
            throw ShapeError(
                "\(name)'s mask hides every position from position \(row + 1), whose weights can't add up to 1 then; "
                    + "let it see at least one")
        }
    }
}
