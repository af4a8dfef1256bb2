import Testing

@testable import Derivations

struct ScalarFunctionTests {
    static let functions: [ScalarFunction] = [
        .exp, .log, .sin, .cos, .tanh, .sqrt, .abs, .sigmoid, .relu, .softplus, .softsign, .silu, .gelu, .geluTanh, .mish,
        .hardSigmoid(slope: 0.2), .hardSigmoid(slope: 1.0 / 6), .leakyReLU(slope: 0.01), .elu(alpha: 1.5), .selu, .identity,
        .step,
    ]

    @Test(arguments: functions)
    func `a derivative is the slope of its function`(function: ScalarFunction) {
        for x in [-3.7, -1.1, -0.3, 0.2, 0.9, 2.4, 5.5] {
            if [.log, .sqrt].contains(function), x < 0 { continue }
            let step = 1e-6
            let slope = (function(x + step) - function(x - step)) / (2 * step)
            #expect(
                abs(function.derivative(at: x, value: function(x)) - slope) < 1e-7 * max(1, abs(slope)), "\(function) at \(x)")
        }
    }

    /// The step is so small that the real part doesn't notice it, so that all digits of the slope are left.
    @Test(arguments: functions)
    func `a step along the imaginary axis finds the same slope to the last digits`(function: ScalarFunction) throws {
        for x in [-3.7, -1.1, -0.3, 0.2, 0.9, 2.4, 5.5] {
            if [.log, .sqrt].contains(function), x < 0 { continue }
            let moved = function(ComplexNumber(x, 1e-20))
            guard function != .gelu else {
                #expect(moved == nil)
                continue
            }
            let (value, slope) = (function(x), function.derivative(at: x, value: function(x)))
            let result = try #require(moved)
            #expect(abs(result.real - value) <= 1e-15 * max(1, abs(value)), "\(function) at \(x)")
            #expect(abs(result.imaginary / 1e-20 - slope) <= 4e-15 * max(1, abs(slope)), "\(function) at \(x)")
        }
    }

    @Test func `kinks take the left derivative`() {
        #expect(ScalarFunction.relu.derivative(at: 0, value: 0) == 0)
        #expect(ScalarFunction.leakyReLU(slope: 0.1).derivative(at: 0, value: 0) == 0.1)
    }

    @Test func `the sigmoid stays finite far out`() {
        #expect(ScalarFunction.sigmoid(-800) == 0)
        #expect(ScalarFunction.sigmoid(800) == 1)
        #expect(ScalarFunction.softplus(-800) == 0)
        #expect(ScalarFunction.softplus(800) == 800)
    }
}
