/// The paths from one number to the result, as a person sees them: from name to name, unnamed steps in between left out.
struct ChainRule: Sendable {
    /// One factor of a chain: ∂upper/∂lower, both named.
    struct Link: Sendable {
        /// Whose formula is differentiated.
        var upper: Int
        var lower: Int
        /// What stands above: `upper`, or the result where `upper` is one of the parts it adds up.
        var shown: Int
        /// The derivative as a formula; 0 where there is none.
        var slope: Formula
        var value: Double
    }

    /// A number with a single way up, as far as that goes.
    struct Chain: Sendable {
        var from: Int
        /// From the bottom up.
        var links: [Link]
        /// Where the way forks, if it does before the result.
        var fork: Int?
    }

    let graph: ScalarGraph
    /// ∂result/∂node for every node.
    let gradients: [Double]
    private let consumers: [[Int]]
    let reaches: [Bool]
    private let parts: Set<Int>

    init(_ graph: ScalarGraph, gradients: [Double]? = nil) {
        self.graph = graph
        self.gradients = gradients ?? graph.gradients()
        consumers = graph.consumers()
        reaches = graph.reachesRoot()
        parts = Set(graph.parts)
    }

    /// The named numbers that use this one directly, in order, as far as they count for the result.
    func dependents(of node: Int) -> [Int] {
        var found: Set<Int> = []
        var stack = [node]
        while let current = stack.popLast() {
            for user in consumers[current] where reaches[user] {
                if graph.isNamed(user) || user == graph.root { found.insert(user) } else { stack.append(user) }
            }
        }
        return found.sorted()
    }

    /// Whether ∂result/∂node was given: nothing uses the number but a result that is known by its slopes alone.
    func isGiven(_ node: Int) -> Bool {
        graph.nodes[graph.root].role == .unknown && dependents(of: node) == [graph.root]
    }

    /// ∂upper/∂lower along the direct ways only.
    func link(_ upper: Int, _ lower: Int) -> Link {
        let slope = graph.formula(of: upper).derivative(by: lower, result: upper, in: graph) ?? .number(0)
        let shown = parts.contains(upper) ? graph.root : upper
        return Link(upper: upper, lower: lower, shown: shown, slope: slope, value: slope.value(graph.values))
    }

    /// The way up from a number until it forks or arrives.
    func chain(from node: Int) -> Chain {
        var links: [Link] = []
        var current = node
        while current != graph.root {
            let users = dependents(of: current)
            guard users.count == 1, let user = users.first else {
                return Chain(from: node, links: links, fork: users.isEmpty ? nil : current)
            }
            links.append(link(user, current))
            current = parts.contains(user) ? graph.root : user
        }
        return Chain(from: node, links: links, fork: nil)
    }

    /// The single part of the result that a number reaches, if it is only one.
    func part(reachedBy node: Int) -> Int? {
        guard graph.parts.count > 1 else { return nil }
        var seen: Set<Int> = [node]
        var stack = [node]
        var found: Int?
        while let current = stack.popLast() {
            if parts.contains(current) {
                guard found == nil else { return nil }
                found = current
                continue
            }
            for user in consumers[current] where reaches[user] && seen.insert(user).inserted { stack.append(user) }
        }
        return found
    }
}
