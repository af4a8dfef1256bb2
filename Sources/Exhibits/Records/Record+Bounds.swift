/// What a record may hold. A lesson's process can send whatever it likes, so this is looked at once, where records are read;
/// whoever draws, counts or prints afterwards can rely on it.
extension Record {
    /// What is out of bounds, in words; nil for a record that can be counted and shown.
    package var fault: String? {
        switch self {
        case .cell(let index): Bounds.fault(index, in: Bounds.places, "the number of a cell")
        case .exhibit(let exhibit): exhibit.fault
        case .outcome(let slot, let outcome): Bounds.fault(slot, in: Bounds.places, "the number of a claim") ?? outcome.fault
        case .cause(.slot(let number), let hint), .cause(.call(let number), let hint):
            Bounds.fault(number, in: Bounds.places, "the number of a claim") ?? hint.fault
        case .numbers(let slots, _), .unanswered(let slots):
            slots.firstFault { Bounds.fault($0, in: Bounds.places, "the number of a claim") }
        case .quantities(let numbers): numbers.firstFault(\.fault)
        case .redrawn(let obstacles):
            obstacles.count > Bounds.mostObstacles
                ? "\(obstacles.count) reasons for drawing again"
                : obstacles.sorted { $0.key < $1.key }.firstFault {
                    Bounds.fault($0.value, in: Bounds.counts, "how often something was drawn again")
                        ?? Bounds.fault($0.key, atMost: Bounds.longestName, "the reason for drawing again")
                }
        case .answers(let sheet): sheet.fault
        case .claim(let number, let claim): Bounds.fault(number, in: Bounds.places, "the number of a claim") ?? claim.fault
        case .progress, .stopped, .finished: nil
        }
    }
}

/// The bounds themselves: far beyond what anybody shows, far below what arithmetic or memory would not bear.
enum Bounds {
    /// Cells, claims, entries of lists, nodes: what there may be millions of.
    static let places = 0...10_000_000
    /// What is only counted.
    static let counts = 0...1_000_000_000
    /// Digits of a number; a double has seventeen.
    static let digits = 0...100
    /// Pixels of a small picture and values of a plane, in a row.
    static let rowLength = 0...10_000
    /// Cells of the table that holds a figure's numbers.
    static let mostCells = 4_000_000
    static let mostObstacles = 1000
    /// In bytes.
    static let longestName = 1000
    static let longestClaim = 100_000
    static let longestText = 1 << 20

    static func fault(_ number: Int, in range: ClosedRange<Int>, _ what: String) -> String? {
        range.contains(number) ? nil : "\(what) is \(number), outside \(range.lowerBound) to \(range.upperBound)"
    }

    static func fault(_ text: String, atMost most: Int, _ what: String) -> String? {
        text.utf8.count <= most ? nil : "\(what) has \(text.utf8.count) bytes, and \(most) are the most"
    }

    static func fault(rows: Int, columns: Int, _ what: String) -> String? {
        let cells = rows.multipliedReportingOverflow(by: columns)
        return !cells.overflow && cells.partialValue <= mostCells
            ? nil : "\(what) has \(rows) rows of up to \(columns) numbers, and \(mostCells) numbers are the most"
    }
}

extension Sequence {
    /// What is wrong with the first that something is wrong with.
    func firstFault(_ fault: (Element) -> String?) -> String? {
        for element in self { if let found = fault(element) { return found } }
        return nil
    }
}

extension NumberFormat {
    var fault: String? {
        switch self {
        case .decimals(let digits), .significant(let digits), .scientific(let digits):
            Bounds.fault(digits, in: Bounds.digits, "how many digits a number is written with")
        case .shortest: nil
        }
    }
}

extension Outcome {
    fileprivate var fault: String? {
        if case .text(let text)? = value, let fault = Bounds.fault(text, atMost: Bounds.longestText, "a value") { return fault }
        return hints.firstFault(\.fault)
    }
}

extension Hint {
    fileprivate var fault: String? { entry.flatMap { Bounds.fault($0, in: Bounds.places, "the number of an entry") } }
}

extension CellClaim {
    fileprivate var fault: String? {
        Bounds.fault(written, atMost: Bounds.longestClaim, "what is claimed")
            ?? expected.flatMap { Bounds.fault($0, atMost: Bounds.longestName, "an expected verdict") } ?? outcome.fault
    }
}

extension NamedNumber {
    fileprivate var fault: String? {
        let parts: [QuantityIdentity] =
            switch meaning {
            case .value(let one), .gradient(let one): [one]
            case .partial(let one, let other): [one, other]
            case nil: []
            }
        return Bounds.fault(expression, atMost: Bounds.longestClaim, "the name of a number")
            ?? parts.firstFault { part in
                [part.level, part.unit, part.from].firstFault { number in
                    number.flatMap { Bounds.fault($0, in: Bounds.places, "a place in a network") }
                }
            }
    }
}

extension AnswerSheet {
    fileprivate var fault: String? {
        answers.firstFault { answer in
            let places: [Int] =
                switch answer.quantity {
                case .value(let place), .updated(let place, _): [place]
                case .derivative(let top, let place): [top, place]
                case nil: []
                }
            return ([answer.slot, answer.entry] + places).firstFault {
                Bounds.fault($0, in: Bounds.places, "a place of an answer")
            }
                ?? answer.graph.flatMap { graphs.indices.contains($0) ? nil : "an answer has no graph \($0)" }
        }
            ?? graphs.firstFault { graph in
                ([graph.shape.root] + graph.shape.nodes.lazy.flatMap(\.operands)).firstFault {
                    graph.shape.nodes.indices.contains($0) ? nil : "a graph has no node \($0)"
                }
            }
    }
}
