import Exhibits

/// Finds the known word that a mistyped one was meant to be.
package enum NearestKey {
    /// The known key with the fewest edits, when there are few enough for a slip of the finger.
    package static func of(_ key: String, in known: [String]) -> String? {
        let written = Array(key.lowercased().utf8)
        guard written.count <= longest else { return nil }
        let limit = max(1, min(3, key.count / 2))
        var best: (key: String, distance: Int)?
        for candidate in known.prefix(most) where abs(candidate.utf8.count - written.count) <= limit * 4 {
            let distance = EditDistance.of(Array(key.lowercased()), Array(candidate))
            if distance <= limit, distance < best?.distance ?? .max { best = (candidate, distance) }
        }
        return best?.key
    }

    /// `; did you mean “echo”?`, or the list of what there is.
    package static func advice(for key: String, in known: [String]) -> String {
        if let nearest = of(key, in: known) { return "did you mean “\(nearest)”?" }
        let some = known.prefix(listed).map { $0.count > longest ? $0.prefix(longest) + "…" : $0 }.joined(separator: ", ")
        return known.count > listed ? "known are \(some) and \(known.count - listed) more" : "known are \(some)"
    }

    /// Longer words are no slip of the finger.
    private static let longest = 80
    /// So many known words are compared, and so many are listed.
    private static let most = 2000
    private static let listed = 20
}
