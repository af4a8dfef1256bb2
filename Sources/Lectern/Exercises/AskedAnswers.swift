import Derivations
import Exhibits

/// An answer that the lesson's exercises ask for, with its numbers in reading order.
struct AskedAnswer {
    var slot: Int
    var numbers: [Double]
    /// The scalars that remember how they were computed, where the answer is made of such.
    var scalars: [Scalar]

    /// `nil` for what is no number and no list of numbers.
    init?(slot: Int, _ value: Any, _ outcome: Outcome) {
        guard let tree = outcome.value?.tree else { return nil }
        self.slot = slot
        numbers = tree.numbers
        scalars = (value as? Scalar).map { [$0] } ?? value as? [Scalar] ?? []
        guard numbers.count <= Self.mostNumbers, numbers.allSatisfy(\.isFinite) else { return nil }
    }

    /// A longer list is no answer that somebody writes down.
    private static let mostNumbers = 100
}

extension AnswerSheet {
    /// What the answers are computed from, found in the lesson's graphs, and what they come to with a rule broken.
    ///
    /// - Parameter formula: how a number was computed by a formula of the lesson, where one tells.
    init(_ asked: [AskedAnswer], in evidence: Evidence, formula: (Double) -> Scalar?) {
        let known = evidence.graphs.map(\.graph).filter { $0.count <= GraphQuantity.mostRecordedNodes }
        let numbers = asked.flatMap(\.numbers)
        // The graph that has most of the answers comes first: what follows from what is known within one graph alone.
        let found = known.map { graph in numbers.map { GraphQuantity($0, in: graph) } }
        let order = found.indices.sorted { a, b in
            let (first, second) = (found[a].count { $0 != nil }, found[b].count { $0 != nil })
            return first != second ? first > second : a > b
        }
        var quantities: [GraphQuantity?] = []
        for (position, number) in numbers.enumerated() {
            let inGraph = order.compactMap { found[$0][position] }
            // A weight is also the slope of a sum; as the result of a step it is likelier asked for.
            quantities.append(
                inGraph.first(where: \.isOfResult) ?? evidence.stepsBetweenGraphs(to: number).first ?? inGraph.first
                    ?? evidence.plainSteps(to: number).first)
        }
        var own: [Int: GraphQuantity] = [:]
        var position = 0
        for answer in asked {
            for index in answer.numbers.indices {
                if quantities[position] == nil {
                    let scalar =
                        answer.scalars.indices.contains(index) ? answer.scalars[index] : formula(answer.numbers[index])
                    own[position] = scalar.map { GraphQuantity(.value($0.graph.resultPlace), in: $0.graph) }
                }
                position += 1
            }
        }
        self.init()
        position = 0
        var places: [RecordedGraph: Int] = [:]
        let rate = quantities.lazy.compactMap { $0?.rate }.first
        for answer in asked {
            for index in answer.numbers.indices {
                defer { position += 1 }
                var entry = Answer(slot: answer.slot, entry: index)
                defer { answers.append(entry) }
                guard let quantity = quantities[position] ?? own[position],
                    quantity.graph.count <= GraphQuantity.mostRecordedNodes
                else { continue }
                entry.misconceptions = Array(
                    quantity.misconceptions(rate: rate, all: false).prefix(Self.mostMisconceptions))
                guard let recorded = quantity.graph.recorded else { continue }
                entry.quantity = quantity.recorded
                entry.graph = places[recorded] ?? graphs.count
                if places[recorded] == nil {
                    places[recorded] = graphs.count
                    graphs.append(recorded)
                }
            }
        }
    }

    /// So many are told of one answer.
    private static let mostMisconceptions = 30
}

extension GraphQuantity {
    /// Whether it is a number of the computation or a slope of its result.
    fileprivate var isOfResult: Bool { top == nil || top == graph.resultPlace }

    /// Of the step, for a number that is a parameter after one.
    fileprivate var rate: Double? { if case .updated(_, let rate) = kind { rate } else { nil } }
}
