import Claims
import Derivations
import Exhibits
import Networks
import Testing

@testable import Lectern

/// A number that was computed as others do it, or with one rule of its computation broken, is explained by that, also where
/// nothing tells how the lesson's code came to it. The wrong numbers are from Tests/References/other_ways.py.
struct OtherWayTests {
    /// What the code of a lesson writes down.
    private static func givens(_ numbers: [Double], _ tables: [[[Double]]], _ calls: [String] = []) -> PlainGivens {
        var givens = PlainGivens()
        for number in numbers { givens.add(number) }
        for table in tables {
            for number in table.joined() { givens.add(number) }
            givens.add(table)
        }
        for call in calls { givens.add(call: call) }
        return givens
    }

    private func hints(
        _ written: String, for value: Any, knowing givens: PlainGivens = PlainGivens(), observing: (() -> Void)? = nil
    ) -> [Hint] {
        Notebook.$current.withValue(Notebook()) {
            LessonRun.know(Handed.text(givens))
            observing?()
            return Outcome(value, written: written).hints
        }
    }

    // MARK: optimisers

    static let steps = givens([0.5, 0.1], [[[0.437, 0.291]]], ["adam"])
    static let adam: [(written: String, words: String)] = [
        ("-0.22853", "Adam without bias correction"), ("-4.8323", "only the first moment corrected"),
        ("0.47157", "only the second moment corrected"), ("0.26962", "1 − β in every step"),
    ]

    @Test(arguments: adam.indices)
    func `a step of Adam in another form is named where code left only its number`(index: Int) throws {
        let ends = Optimizer.adam(rate: 0.1).starting(at: [0.5]).path(along: [[0.437], [0.291]]).map { $0.numbers[0] }
        let hint = try #require(hints(Self.adam[index].written, for: ends[2], knowing: Self.steps).first)
        #expect(hint.cause == "convention" && hint.message.contains(Self.adam[index].words), "\(hint.message)")
    }

    @Test(arguments: adam.indices)
    func `a step of Adam in another form is named where the lesson wrote out its steps`(index: Int) throws {
        let trace = UpdateRule.adam(rate: 0.1).trace(of: "w", from: 0.5, along: [0.437, 0.291])
        let found = hints(Self.adam[index].written, for: trace.values[1]) { LessonRun.observe("trace", trace) }
        #expect(found.first?.message.contains(Self.adam[index].words) == true, "\(found)")
    }

    @Test func `momentum with and without 1 − β is told apart`() {
        let givens = Self.givens([0.5, 0.1, 0.9], [[[0.437, 0.291]]], ["momentum"])
        let path = Optimizer.momentum(rate: 0.1).starting(at: [0.5]).path(along: [[0.437], [0.291]])
        #expect(hints("0.488787", for: path[2].numbers[0], knowing: givens).first?.message.contains("(1 − β)g") == true)
        #expect(hints("0.326283", for: path[2].numbers[0], knowing: givens).first?.message.contains("Nesterov") == true)
    }

    @Test func `a training along the sum of the samples' gradients is named`() {
        let data: Dataset = [[0.5]: [1.0], [1.2]: [2.5], [2.0]: [3.9]]
        let net = Network(inputs: 1) { Dense(1, weights: [[0.3]], bias: 0) }
        let run = net.trained(
            on: data, minimizing: .halfSquaredError, by: .gradientDescent(rate: 0.1, updating: .weights), epochs: 5)
        let weight = run.network.layers[0].parameters[0].values[0]
        let found = hints("1.960866", for: weight) { LessonRun.observe("run", run) }
        #expect(found.first?.message.contains("the sum of the 3 samples' gradients") == true, "\(found)")
    }

    // MARK: norms

    static let normed = Network(inputs: 4) { LayerNorm(epsilon: 0.001) }.prediction(for: [1.3, 2.1, 4.7, 7.2])
    static let norms: [(written: String, words: String)] = [
        ("[-0.94297, -0.64421, 0.32677, 1.26040]", "n − 1 instead of n"),
        ("[-1.08845, -0.74360, 0.37719, 1.45486]", "ε outside the root"),
        ("[-1.0889201, -0.7439157, 0.3773485, 1.4554872]", "ε = 1e-05 instead of 0.001"),
    ]

    @Test(arguments: norms.indices)
    func `another way to normalise is said once of the whole list`(index: Int) throws {
        let givens = Self.givens([4, 0.001], [[[1.3, 2.1, 4.7, 7.2]]])
        let found = hints(Self.norms[index].written, for: Self.normed, knowing: givens)
        #expect(found.count == 1 && found[0].entry == 0)
        #expect(found.first?.message.contains(Self.norms[index].words) == true, "\(found)")
    }

    @Test func `another way to normalise is named inside a network`() {
        let net = Network(inputs: 4) {
            Dense(4, weights: [[1, 0, 0, 0], [0, 1, 0, 0], [0, 0, 1, 0], [0, 0, 0, 1]], bias: 0)
            LayerNorm(epsilon: 0.001)
        }
        let givens = Self.givens([4], [[[1.3, 2.1, 4.7, 7.2]]])
        let found = hints("-0.94297", for: net.prediction(for: [1.3, 2.1, 4.7, 7.2])[0], knowing: givens) {
            LessonRun.observe("net", net)
        }
        #expect(found.first?.message.contains("n − 1 instead of n in the variance") == true, "\(found)")
    }

    // MARK: windows and predictions

    static let windows = givens([4, 1, 2, 0.25], [[[0.3, 0.7]], [[1.1, 2.3, 3.7, 4.1]], [[0.25]]])

    @Test func `a bias left out of every window is said once, though each number has three digits`() {
        let conv = Network(inputs: [4, 1]) { Conv1D(1, kernel: 2, weights: [[0.3, 0.7]], biases: [0.25]) }
        let values = conv.prediction(for: [1.1, 2.3, 3.7, 4.1])
        let found = hints("[1.94, 3.28, 3.98]", for: values, knowing: Self.windows)
        #expect(found.count == 1 && found[0].cause == "missing-term", "\(found)")
        let turned = hints("[1.71, 2.97, 4.07]", for: values, knowing: Self.windows)
        #expect(turned.count == 1 && turned[0].message.contains("turned round"), "\(turned)")
    }

    @Test func `a prediction of a known network for a list of the lesson is followed`() {
        let net = DiagnosisTests.net
        let givens = Self.givens([], [[[0.05, 0.10]]])
        // σ(0.40·h1 + 0.45·h2) with h1 = σ(0.3775), h2 = σ(0.3925): 0.623846…
        let found = hints("0.623846", for: net.prediction(for: [0.05, 0.10])[0], knowing: givens) {
            LessonRun.observe("net", net)
        }
        #expect(found.first?.cause == "missing-term", "\(found)")
    }

    // MARK: time

    static let rnn = Network(inputs: [3, 1]) {
        SimpleRNN(1, weights: [[0.53]], recurrent: [[0.31]])
        Dense(1, weights: [[0.71]], bias: 0.05)
    }
    static let pass = rnn.backpropagate([0.9, 0.4, 0.7], toward: [1], minimizing: .halfSquaredError)
    static let cut: [(written: String, name: String, words: String)] = [
        ("-0.254207", "w1", "not carried back through time"), ("-0.294154", "w1", "the last 2 steps only"),
        ("-0.122024", "u1", "not carried back through time"),
    ]

    @Test(arguments: cut.indices)
    func `a gradient that isn't carried back through time is named`(index: Int) throws {
        let slip = Self.cut[index]
        let found = hints(slip.written, for: Self.pass.gradient(of: slip.name)) { LessonRun.observe("pass", Self.pass) }
        #expect(found.first?.message.contains(slip.words) == true, "\(found)")
    }

    // MARK: arrangements

    static let matrix = [[0.1234, 0.5678], [0.9123, 0.4567]]
    static let arrangements: [(written: String, words: String)] = [
        ("[[0.1234, 0.9123], [0.5678, 0.4567]]", "transposed"), ("[[0.9123, 0.4567], [0.1234, 0.5678]]", "rows 1 and 2"),
        ("[[0.5678, 0.1234], [0.4567, 0.9123]]", "columns 1 and 2"),
    ]

    @Test(arguments: arrangements.indices)
    func `right numbers in wrong places are explained as a whole`(index: Int) {
        let found = hints(Self.arrangements[index].written, for: Self.matrix) { LessonRun.observe("m", Self.matrix) }
        #expect(found.count == 1 && found[0].cause == "arrangement" && found[0].entry != nil, "\(found)")
        #expect(found.first?.message.contains(Self.arrangements[index].words) == true)
    }

    @Test func `numbers of one digit are in no other order for that`() {
        #expect(hints("[[1, 0], [1, 0]]", for: [[1.0, 1.0], [0.0, 0.0]]).allSatisfy { $0.cause != "arrangement" })
    }

    // MARK: nothing is made up

    @Test(arguments: ["0.30412", "-0.21953", "0.4719", "-4.8291", "0.2713", "0.3307", "0.2589", "0.4411", "0.5123", "-0.3127"])
    func `a made-up number is explained by no other way`(written: String) {
        let ends = Optimizer.adam(rate: 0.1).starting(at: [0.5]).path(along: [[0.437], [0.291]]).map { $0.numbers[0] }
        let found = hints(written, for: ends[2], knowing: Self.steps)
        #expect(found.allSatisfy { $0.cause != "convention" && $0.cause != "missing-term" }, "\(found)")
    }
}
