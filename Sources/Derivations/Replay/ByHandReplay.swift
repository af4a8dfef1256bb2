import Exhibits
import Networks

/// A derivation done again as a student does it with a calculator: every result rounded when it is written down.
///
/// It shows where the rounded path leaves the exact one, and how far it ends from it.
public struct ByHandReplay: Sendable {
    /// One number that is written down.
    public struct Entry: Hashable, Sendable {
        /// TeX: a name, or a derivative.
        public var tex: String
        /// The value in full precision.
        public var exact: Double
        /// The value with every step rounded before it is used.
        public var byHand: Double
        /// `byHand` − `exact`.
        public var drift: Double { byHand - exact }
    }

    /// How each step is rounded.
    public let rounding: Rounding
    /// The steps in the order in which they are computed.
    public let entries: [Entry]

    /// The last entry: the result of the derivation.
    public var result: Double { entries.last?.byHand ?? .nan }

    /// The first number whose rounded path ends on other digits than the exact value would have when it is rounded.
    public var firstDrift: Entry? { entries.first { $0.byHand != rounding($0.exact) } }

    /// Each number exactly and by hand, with the difference.
    public var table: Table {
        let format: NumberFormat =
            switch rounding {
            case .decimals(let digits): .decimals(digits)
            case .significant(let digits): .significant(digits)
            }
        let words = DerivationWords.current
        return Table(
            columns: [
                .init(.text(words.quantity)), .init(.text(words.exact), .trailing), .init(.text(words.byHand), .trailing),
                .init(.text(words.drift), .trailing),
            ],
            rows: entries.map { entry in
                [
                    .tex(entry.tex), .number(entry.exact, nil), .number(entry.byHand, format),
                    entry.byHand == rounding(entry.exact) ? .empty : .number(entry.drift, .scientific(1)),
                ]
            })
    }
}

extension Derivation {
    /// The derivation with every written number rounded: first the forward pass, then each slope and each gradient.
    public func byHand(_ rounding: Rounding, in page: PageStyle = .current) -> ByHandReplay {
        let replayed = ChainRule(rule.graph.rounded(to: rounding))
        let writer = DerivationWriter(rule, style: MathStyle(page))
        let graph = rule.graph
        var visited: Set<Int> = [node]
        var order: [Int] = []
        var stack = [node]
        while let current = stack.popLast() {
            order.append(current)
            for user in rule.dependents(of: current) where visited.insert(user).inserted { stack.append(user) }
        }
        var entries = graph.nodes.indices.filter { shown($0, on: visited) }.map {
            ByHandReplay.Entry(
                tex: writer.formulas.tex($0).text, exact: graph.values[$0], byHand: replayed.graph.values[$0])
        }
        var gradients: [Int: Double] = [graph.root: 1]
        for part in graph.parts { gradients[part] = 1 }
        for place in order.sorted(by: >) where place != graph.root && !graph.parts.contains(place) {
            let users = rule.dependents(of: place)
            var sum = 0.0
            for user in users {
                let link = replayed.link(user, place)
                // What was given is on the paper as it is.
                let slope = graph.nodes[user].role == .unknown ? link.value : rounding(link.value)
                let isPart = graph.parts.contains(user)
                entries.append(
                    ByHandReplay.Entry(
                        tex: writer.partial(isPart ? graph.root : user, place).text, exact: rule.link(user, place).value,
                        byHand: slope))
                sum += users.count == 1 ? (gradients[user] ?? 0) * slope : rounding((gradients[user] ?? 0) * slope)
            }
            gradients[place] = rule.isGiven(place) ? sum : rounding(sum)
            // With a single way whose upper end is the result itself, the slope above already is this gradient.
            if users.count == 1, let user = users.first, user == graph.root || graph.parts.contains(user) { continue }
            entries.append(
                ByHandReplay.Entry(
                    tex: writer.partial(graph.root, place).text, exact: rule.gradients[place], byHand: rounding(sum)))
        }
        return ByHandReplay(rounding: rounding, entries: entries)
    }

    /// Named results on the way or used on it; in small graphs all of them.
    private func shown(_ place: Int, on way: Set<Int>) -> Bool {
        let graph = rule.graph
        guard graph.nodes[place].role == .result, graph.isNamed(place), rule.reaches[place] else { return false }
        return way.contains(place) || graph.nodes.count < 200
    }
}
