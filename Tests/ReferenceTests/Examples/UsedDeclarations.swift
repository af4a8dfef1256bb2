import Foundation

/// Which declarations a program uses where, from the tree that the compiler makes of it.
enum UsedDeclarations {
    static func found(
        in tree: Data, places: [(place: ExampleProgram.Place, start: Int)]
    ) -> [ExampleProgram.Place: Set<String>] {
        var walk = Walk(places: places)
        if let root = try? JSONSerialization.jsonObject(with: tree) { walk.visit(root, at: 0) }
        return walk.found
    }

    private struct Walk {
        let places: [(place: ExampleProgram.Place, start: Int)]
        var found: [ExampleProgram.Place: Set<String>] = [:]

        /// - Parameter offset: Where in the source the nearest node around it begins that has a place.
        mutating func visit(_ node: Any, at offset: Int) {
            if let list = node as? [Any] { return list.forEach { visit($0, at: offset) } }
            guard let fields = node as? [String: Any] else { return }
            let here = (fields["range"] as? [String: Any])?["start"] as? Int ?? offset
            for key in ["decl_usr", "usr"] {
                if let name = fields[key] as? String { add(name, at: here) }
            }
            // A type is told as it is mangled: the compiler's name of it between `$s` and `D`.
            if let type = fields["type"] as? String, type.hasPrefix("$s"), type.hasSuffix("D") {
                let name = "s:" + type.dropFirst(2).dropLast()
                add(name, at: here)
                if name.hasSuffix("m") { add(String(name.dropLast()), at: here) }
                if fields["_kind"] as? String == "pattern_enum_element", let element = fields["element"] as? [String: Any],
                    let base = element["base_name"] as? [String: Any], let text = base["name"] as? String
                {
                    add("\(name).\(text)", at: here)
                }
            }
            for (_, value) in fields where value is [Any] || value is [String: Any] { visit(value, at: here) }
        }

        private mutating func add(_ name: String, at offset: Int) {
            // The last place that begins before it.
            var (low, high) = (0, places.count)
            while low < high {
                let middle = (low + high) / 2
                if places[middle].start <= offset { low = middle + 1 } else { high = middle }
            }
            if low > 0 { found[places[low - 1].place, default: []].insert(name) }
        }
    }
}
