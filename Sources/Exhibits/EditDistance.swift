/// How far two words are apart, for "did you mean".
package enum EditDistance {
    /// Insertions, deletions, replacements and swaps of neighbours that lead from one word to the other: the restricted
    /// distance of Damerau and Levenshtein.
    package static func of(_ a: [Character], _ b: [Character]) -> Int {
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

    package static func of(_ a: String, _ b: String) -> Int { of(Array(a), Array(b)) }
}
