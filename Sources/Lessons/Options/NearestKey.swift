/// Finds the known word that a mistyped one was meant to be.
package enum NearestKey {
    /// The known key with the fewest edits, when there are few enough for a slip of the finger.
    package static func of(_ key: String, in known: [String]) -> String? {
        let limit = max(1, min(3, key.count / 2))
        let best = known.map { ($0, distance(Array(key.lowercased()), Array($0))) }.min { $0.1 < $1.1 }
        guard let best, best.1 <= limit else { return nil }
        return best.0
    }

    /// `; did you mean “echo”?`, or the list of what there is.
    package static func advice(for key: String, in known: [String]) -> String {
        if let nearest = of(key, in: known) { return "did you mean “\(nearest)”?" }
        return "known are \(known.joined(separator: ", "))"
    }

    /// Insertions, deletions, replacements and swaps of neighbours that lead from one word to the other.
    static func distance(_ a: [Character], _ b: [Character]) -> Int {
        var rows = [Array(0...b.count)]
        for i in a.indices {
            var row = [i + 1]
            for j in b.indices {
                var cost = min(rows[i][j + 1] + 1, row[j] + 1, rows[i][j] + (a[i] == b[j] ? 0 : 1))
                if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { cost = min(cost, rows[i - 1][j - 1] + 1) }
                row.append(cost)
            }
            rows.append(row)
        }
        return rows[a.count][b.count]
    }
}
