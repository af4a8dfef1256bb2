import Derivations
import Exhibits
import Networks
import Testing

struct ByHandTests {
    let net = Network(inputs: 2) {
        Dense(2, weights: [[0.15, 0.20], [0.25, 0.30]], bias: 0.35)
        Sigmoid()
        Dense(2, weights: [[0.40, 0.45], [0.50, 0.55]], bias: 0.60)
        Sigmoid()
    }

    @Test func `three decimals by hand drift where a calculator's do`() throws {
        let pass = net.backpropagate([0.05, 0.10], toward: [0.01, 0.99], minimizing: .halfSquaredError)
        let replay = pass.derivation(of: "w5").byHand(.decimals(3))
        let values = Dictionary(replay.entries.map { ($0.tex, $0.byHand) }) { first, _ in first }
        // σ(0.378) = 0.593, 0.4·0.593 + 0.45·0.597 + 0.6 = 1.106, σ(1.106) = 0.751; 0.741·0.187·0.593 = 0.082, and in
        // between 0.741·0.187 = 0.138567 is written down as 0.139.
        #expect(values["net_{h1}"] == 0.378)
        #expect(values["out_{h1}"] == 0.593)
        #expect(values["net_{o1}"] == 1.106)
        #expect(values["\\frac{\\partial out_{o1}}{\\partial net_{o1}}"] == 0.187)
        #expect(values["\\frac{\\partial E_{total}}{\\partial net_{o1}}"] == 0.139)
        #expect(replay.result == 0.082)
        #expect(replay.firstDrift?.tex == nil || (replay.firstDrift?.drift ?? 0) != 0)
    }

    @Test func `with all digits nothing drifts`() {
        let pass = net.backpropagate([0.05, 0.10], toward: [0.01, 0.99], minimizing: .halfSquaredError)
        let replay = pass.derivation(of: "w1").byHand(.significant(15))
        #expect(abs(replay.result - pass.gradient(of: "w1")) < 1e-15)
    }

    @Test func `the first drift is the first number with other digits`() {
        let x = Variable("x", 0.35)
        let q = (x * x).named("q")  // 0.1225, by hand 0.1
        let f = (q * 10).named("f")  // 1.225, by hand 1.0
        let replay = f.derivation(of: x).byHand(.decimals(1))
        #expect(replay.firstDrift?.tex == "f")
        #expect(abs((replay.firstDrift?.drift ?? 0) + 0.225) < 1e-12)
    }
}
