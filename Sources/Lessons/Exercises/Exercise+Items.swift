extension Exercise {
    /// One thing that is asked, in the order of the text: a blank or a question with choices.
    public enum Item: Hashable, Sendable {
        case blank(Blank)
        case choices(Choices)
    }

    /// What is asked, in the order of the text, with what each is worth.
    ///
    /// A blank is worth what it says. What a part or the exercise is worth beyond that is shared evenly by the other items in it;
    /// where nothing is said, an item is worth 1.
    public var items: [(item: Item, points: Double)] {
        var found: [(item: Item, part: Int?)] = []
        var part = 0
        for node in content {
            guard case .division(let division) = node.block, division.kind == "part" else {
                found += Self.items(in: [node]).map { ($0, nil) }
                continue
            }
            found += Self.items(in: division.content).map { ($0, part) }
            part += 1
        }
        func isOutside(_ item: (item: Item, part: Int?)) -> Bool {
            item.part.flatMap { parts.indices.contains($0) ? parts[$0].points : nil } == nil
        }
        let outside = found.filter(isOutside).map(\.item)
        let ofParts = parts.compactMap(\.points).reduce(0, +)
        let share = Self.share(of: points.map { $0 - ofParts }, outside)
        return found.map { found in
            if let own = found.item.points { return (found.item, own) }
            guard !isOutside(found), let number = found.part else { return (found.item, share) }
            return (found.item, Self.share(of: parts[number].points, Self.items(found.part, of: self)))
        }
    }

    private static func items(_ part: Int?, of exercise: Exercise) -> [Item] {
        var number = 0
        for node in exercise.content {
            guard case .division(let division) = node.block, division.kind == "part" else { continue }
            if number == part { return items(in: division.content) }
            number += 1
        }
        return []
    }

    private static func items(in content: [BlockNode]) -> [Item] {
        var items: [Item] = []
        walk(content) { visit in
            switch visit {
            case .inline(.blank(let blank)): items.append(.blank(blank))
            case .block(let node):
                if case .division(let inner) = node.block, inner.kind == "choices" {
                    items.append(.choices(Choices(inner.content)))
                }
            case .inline: break
            }
        }
        return items
    }

    /// What is left for each item that says nothing itself.
    private static func share(of total: Double?, _ items: [Item]) -> Double {
        guard let total else { return 1 }
        let open = items.count { $0.points == nil }
        return open == 0 ? 0 : max(0, total - items.compactMap(\.points).reduce(0, +)) / Double(open)
    }
}

extension Exercise.Item {
    /// What it says itself that it is worth.
    fileprivate var points: Double? { if case .blank(let blank) = self { blank.points } else { nil } }
}
