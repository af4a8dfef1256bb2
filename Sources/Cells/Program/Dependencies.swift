/// What the items of a lesson's cells use of each other.
struct Dependencies {
    struct Entry {
        /// The index of its cell.
        var cell: Int
        /// Among the items of its cell.
        var position: Int
        var item: CellItem
        /// Its place among all items, claims and values of the lesson.
        var order: Int
    }

    private(set) var entries: [Entry] = []
    private var declaring: [String: [Int]] = [:]
    /// Where a name is first used by what stays in the function.
    private var firstUse: [String: Int] = [:]

    init(_ steps: [ReadLesson.Step]) {
        var order = 0
        for step in steps {
            switch step {
            case .slot(let slot): note(slot.facts.uses.names, order)
            case .cell(let cell):
                for (position, item) in cell.items.enumerated() {
                    for name in item.names { declaring[name, default: []].append(entries.count) }
                    // What a later constant of the same `let` uses moves with it.
                    if item.kind == .variable || item.kind == .statement {
                        note(item.uses.names.subtracting(item.names), order)
                    }
                    entries.append(Entry(cell: cell.index, position: position, item: item, order: order))
                    order += 1
                }
            }
            order += 1
        }
    }

    private mutating func note(_ names: Set<String>, _ order: Int) {
        for name in names where firstUse[name] == nil { firstUse[name] = order }
    }

    /// All that an item uses, and what that uses, by position in `entries`.
    struct Needs {
        /// Itself included.
        var all: Set<Int>
        /// What has a value, or may have.
        var values: [Int] = []
        /// What of these can't leave the function.
        var held: [Int] = []
    }

    func needs(of root: Int) -> Needs {
        var needs = Needs(all: [root])
        var open = [root]
        while let index = open.popLast() {
            for name in entries[index].item.uses.names {
                for used in declaring[name] ?? [] where needs.all.insert(used).inserted {
                    let kind = entries[used].item.kind
                    if kind == .variable || kind == .statement { needs.values.append(used) }
                    if kind == .statement || kind == .variable && !mayLeave(used, for: root) {
                        needs.held.append(used)
                    } else {
                        open.append(used)
                    }
                }
            }
        }
        return needs
    }

    /// Whether a constant or variable can stand at file scope and mean the same: nothing used it before it was there.
    private func mayLeave(_ index: Int, for root: Int) -> Bool {
        let entry = entries[index]
        return entry.item.isMovable && entry.cell <= entries[root].cell
            && entry.item.names.allSatisfy { declaring[$0]?.count == 1 && firstUse[$0] ?? .max > entry.order }
    }
}
