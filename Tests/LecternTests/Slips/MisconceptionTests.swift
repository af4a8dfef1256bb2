import Derivations
import Exhibits
import Networks
import Testing

@testable import Lectern

/// What an answer comes to with a rule broken, against a network computed with plain loops in which the rule is broken.
struct MisconceptionTests {
    private static let hand = HandNetwork(
        inputs: [0.5, 0.9], targets: [0.1, 0.8],
        weights: [[[0.15, 0.2, 0.35], [0.25, 0.3, -0.4]], [[0.4, 0.45, 0.6], [-0.5, 0.55, 0.3]]],
        activations: [.sigmoid, .sigmoid], rate: 0.5)

    private static func pass(_ hand: HandNetwork = hand) -> BackpropagationPass {
        let network = Network(inputs: hand.inputs.count) {
            for layer in hand.weights {
                Dense(layer.count, weights: layer.map { Array($0.dropLast()) }, biases: layer.map { $0.last ?? 0 })
                Sigmoid()
            }
        }
        return network.backpropagate(hand.inputs, toward: hand.targets, minimizing: .halfSquaredError)
    }

    /// The misconceptions of the numbers of a pass, by what the sheet of a lesson says of them.
    private static func sheet(_ numbers: [Double], _ more: [Any] = []) -> AnswerSheet {
        var evidence = Evidence()
        evidence.take(pass(), as: "pass")
        for (index, value) in more.enumerated() { evidence.take(value, as: "more\(index)") }
        let asked = AskedAnswer(slot: 3, numbers, Outcome(numbers))
        return AnswerSheet(asked.map { [$0] } ?? [], in: evidence) { _ in nil }
    }

    @Test(arguments: [
        (HandNetwork.Twist.allSlopesDropped, "missing-factor", "everywhere"),
        (.slopesDropped(layer: 1), "missing-factor", "left out in"),
        (.slopesDropped(layer: 0), "missing-factor", "left out in"),
        (.slopesOfSums, "slope", "z(1 − z)"), (.notThroughWeights, "missing-factor", "through the weights"),
        (.allBiasesDropped, "missing-term", "biases"), (.allActivationsSkipped, "missing-function", "left out"),
        (.wayDropped([1, 0]), "missing-term", "over all ways"), (.termDropped([0, 0, 2]), "missing-term", "b"),
        (.backThroughNewWeights, "updated-weights", "updated already"),
    ])
    func `a broken rule gives the number that plain loops give with it`(
        twist: HandNetwork.Twist, cause: String, words: String
    ) throws {
        let (right, wrong) = (Self.hand.numbers(), Self.hand.numbers(twist))
        func hidden(_ numbers: HandNetwork.Numbers) -> Double { numbers.gradients[0][0][0] }
        let forward = [.allBiasesDropped, .allActivationsSkipped, .termDropped([0, 0, 2])].contains(twist)
        func asked(_ numbers: HandNetwork.Numbers) -> Double { forward ? numbers.a[1][0] : hidden(numbers) }
        // The rate is known from what else is asked.
        let numbers = [asked(right), right.updated[1][0][0]]
        let answer = try #require(Self.sheet(numbers).answer(slot: 3, entry: 0))
        let named = answer.misconceptions.filter { abs($0.value - asked(wrong)) < 1e-12 }
        #expect(named.count == 1 && named.first?.cause == cause, "\(named) \(asked(wrong)) \(answer.misconceptions)")
        #expect(named.first?.words.contains(words) == true && named.first?.isCommon == true, "\(named)")
    }

    @Test func `a step is taken uphill, without its rate and back through new weights`() throws {
        let right = Self.hand.numbers()
        let answer = try #require(Self.sheet([right.updated[0][0][0]]).answer(slot: 3, entry: 0))
        for (twist, cause) in [
            (HandNetwork.Twist.stepForward, "sign"), (.stepWithoutRate, "missing-factor"),
            (.backThroughNewWeights, "updated-weights"), (.allSlopesDropped, "missing-factor"),
        ] {
            let wrong = Self.hand.numbers(twist).updated[0][0][0]
            let named = answer.misconceptions.filter { abs($0.value - wrong) < 1e-12 }
            #expect(named.map(\.cause) == [cause], "\(twist) \(answer.misconceptions)")
        }
    }

    @Test func `all are different from the answer and from each other`() {
        let right = Self.hand.numbers()
        let numbers = right.z.flatMap(\.self) + right.a.flatMap(\.self) + [right.loss] + right.inner.flatMap(\.self)
        for answer in Self.sheet(numbers).answers {
            let values = answer.misconceptions.map(\.value) + [numbers[answer.entry]]
            #expect(values.count >= 3)
            for (index, value) in values.enumerated() {
                #expect(values[(index + 1)...].allSatisfy { abs($0 - value) > 1e-9 * abs(value) })
            }
        }
    }

    @Test func `a kernel that isn't turned round on the way back gives the correlation with the errors`() throws {
        let kernel = [0.5, -0.3, 0.2], deltas = [0.4, -0.1, 0.7, 0.2, -0.6]
        let network = Network(inputs: [5, 1]) {
            Conv1D(1, kernel: 3, padding: .same, weights: [kernel], biases: [0.1])
        }
        let pass = network.backpropagate([0.3, 0.8, -0.5, 0.9, 0.1], from: deltas)
        // ∂E/∂x with the kernel turned round is Σ δ[i + 1 − k] w[k]; without, Σ δ[i + k − 1] w[k].
        func sum(_ i: Int, _ sign: Int) -> Double {
            (0..<3).reduce(0) { sum, k in
                let place = i + sign * (1 - k)
                return deltas.indices.contains(place) ? sum + deltas[place] * kernel[k] : sum
            }
        }
        let graph = pass.graph
        let gradients = graph.gradients(of: graph.resultPlace, at: graph.values(under: Variation()))
        let inputs = (0..<graph.count).filter { graph.role(at: $0) == .input }
        for (index, place) in inputs.enumerated() {
            #expect(abs(gradients[place] - sum(index, 1)) < 1e-12)
            let quantity = GraphQuantity(.derivative(of: graph.resultPlace, by: place), in: graph)
            let named = quantity.misconceptions().filter { $0.cause == "flipped" }
            #expect(named.count == 1 && abs((named.first?.value ?? 0) - sum(index, -1)) < 1e-12, "\(index) \(named)")
        }
    }

    @Test func `a graph that was recorded computes the same numbers, gradients and slips`() throws {
        let graph = Self.pass().graph
        let again = try #require(graph.recorded.flatMap { ScalarGraph($0) })
        #expect((0..<graph.count).allSatisfy { graph.value(at: $0) == again.value(at: $0) })
        #expect(again.recorded == graph.recorded)
        let numbers = Self.hand.numbers()
        for value in [numbers.inner[0][1], numbers.a[0][0], numbers.gradients[0][1][2]] {
            let (first, second) = (GraphQuantity(value, in: graph), GraphQuantity(value, in: again))
            #expect(first?.kind == second?.kind && first?.misconceptions() == second?.misconceptions())
        }
    }

    @Test func `a record that describes no graph makes none`() throws {
        let record = try #require(Self.pass().graph.recorded)
        func changed(_ change: (inout RecordedGraph) -> Void) -> ScalarGraph? {
            var record = record
            change(&record)
            return ScalarGraph(record)
        }
        #expect(changed { _ in } != nil)
        #expect(changed { $0.givens.removeLast() } == nil)
        #expect(changed { $0.givens.append(1) } == nil)
        #expect(changed { $0.shape.root = $0.shape.nodes.count } == nil)
        #expect(changed { $0.shape.nodes[$0.shape.nodes.count - 1].operands = [$0.shape.nodes.count - 1] } == nil)
        #expect(changed { $0.shape.nodes[$0.shape.nodes.count - 1].operation = "difference:2" } == nil)
        #expect(changed { $0.shape.nodes[$0.shape.nodes.count - 1].operation = "weightedSum:99" } == nil)
        #expect(changed { $0.shape.nodes.removeAll() } == nil)
        #expect(changed { $0.shape.titles = [.init(-3..<2, "x")] } == nil)
    }
}
