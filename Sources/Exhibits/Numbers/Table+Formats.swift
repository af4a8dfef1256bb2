extension Table {
    /// The table with a format for each of its numbers, so that no column mixes decimals and powers of ten without need.
    ///
    /// - Parameter digits: The page's digits, for numbers without a format of their own.
    public func formatted(digits: Int) -> Table {
        var table = self
        let width = rows.map(\.count).max() ?? 0
        for column in 0..<width {
            let cells = rows.compactMap { $0.indices.contains(column) ? $0[column] : nil }
            let common = NumberFormat.automatic(forColumn: cells.numbers { $0 == nil }, digits: digits)
            for row in table.rows.indices where table.rows[row].indices.contains(column) {
                guard case .number(let value, let format) = table.rows[row][column] else { continue }
                table.rows[row][column] = .number(value, format?.shared(by: cells) ?? common)
            }
        }
        return table
    }
}

extension NumberFormat {
    /// Significant digits as powers of ten, where another number of the column with as many digits needs one.
    fileprivate func shared(by cells: [Table.Cell]) -> NumberFormat {
        guard case .significant(let digits) = self else { return self }
        let needsPower = cells.numbers { $0 == self }.contains { PrintedNumber($0, self).exponent != nil }
        return needsPower ? .scientific(max(1, digits) - 1) : self
    }
}

extension [Table.Cell] {
    /// The numbers whose formats fit.
    fileprivate func numbers(where fits: (NumberFormat?) -> Bool) -> [Double] {
        compactMap { cell in
            guard case .number(let value, let format) = cell, fits(format) else { return nil }
            return value
        }
    }
}
