import Lessons

/// The numbers of a page's figures, tables, formulas, sections and exercises, in document order.
struct Numbering: Sendable {
    /// "Figure 2" by label.
    private(set) var names: [String: String] = [:]
    /// The same in plain parts, for equation tags.
    private(set) var numbers: [String: Int] = [:]

    init(_ lesson: Lesson) {
        var counts: [String: Int] = [:]
        func count(_ label: String?) {
            guard let label, names[label] == nil, let dash = label.firstIndex(of: "-"),
                let word = Self.words[String(label[..<dash])]
            else { return }
            counts[word, default: 0] += 1
            names[label] = "\(word) \(counts[word, default: 0])"
            numbers[label] = counts[word]
        }
        lesson.walk { visit in
            switch visit {
            case .block(let node):
                switch node.block {
                case .heading(_, _, let label): count(label)
                case .cell(let cell): count(cell.options.label)
                case .mathematics(let mathematics): count(mathematics.label)
                case .table(let table): count(table.label)
                case .figure(let picture): count(picture.attributes.label)
                case .division(let division): count(division.label)
                default: break
                }
            case .inline(.mathematics(let mathematics)): count(mathematics.label)
            default: break
            }
        }
        // A solution carries the number of its exercise.
        for (label, name) in names where label.hasPrefix("sol-") {
            if let number = numbers["exr-" + label.dropFirst(4)] {
                names[label] = "Solution \(number)"
            } else {
                names[label] = name
            }
        }
    }

    private static let words = [
        "fig": "Figure", "tbl": "Table", "eq": "Equation", "sec": "Section", "exr": "Exercise", "sol": "Solution",
        "exm": "Example", "thm": "Theorem", "def": "Definition",
    ]
}
