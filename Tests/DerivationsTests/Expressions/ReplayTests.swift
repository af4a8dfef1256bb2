import Derivations
import Testing

struct ReplayTests {
    let x = Variable("x", 1.25)

    @Test func `rounded intermediate results are used by what follows`() {
        let q = (x * x).named("q")  // 1.5625
        let f = (q * 10).named("f")
        #expect(f.graph.rounded(to: .decimals(1)).value(of: "f") == 16)
        #expect(f.graph.rounded(to: .significant(2)).value(of: "q") == 1.6)
        #expect(f.graph.value(of: "f") == 15.625)
    }

    @Test func `rounding is half away from zero`() {
        #expect(Rounding.decimals(0)(2.5) == 3)
        #expect(Rounding.decimals(0)(-2.5) == -3)
        #expect(Rounding.significant(3)(12345) == 12300)
        #expect(Rounding.significant(3)(0.00123456) == 0.00123)
    }

    @Test func `names of the same graph can be asked for values, gradients and partials`() {
        let q = (x * 2).named("q")
        let f = (q * q).named("f")
        #expect(f.graph.partial("f", "q") == 5)
        #expect(f.graph.gradient(of: "x") == 10)
        #expect(f.graph.value(of: "nothing") == nil)
        #expect(f.graph.namedScalars.map(\.name) == ["x", "q", "f"])
    }
}
