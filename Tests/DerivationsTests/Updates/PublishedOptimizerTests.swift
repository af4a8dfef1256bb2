import Derivations
import Exhibits
import Testing

/// Optimiser steps printed by others: a course's Adam page (MATH 3850) and the chapters of *Dive into Deep Learning*.
struct PublishedOptimizerTests {
    @Test func `Adam on θ² from 5 has the printed moments and steps`() {
        let trace = UpdateRule.adam(rate: 0.1).trace(from: 5, steps: 3) { 2 * $0 }
        let printed: [(step: Int, name: String, value: Double, tolerance: Double)] = [
            (1, "g_1", 10, 1e-9), (1, "m_1", 1, 1e-9), (1, "v_1", 0.1, 1e-9), (1, "m_hat_1", 10, 1e-9),
            (1, "v_hat_1", 100, 1e-9), (1, "theta_1", 4.9, 0.05), (2, "m_2", 1.88, 0.005), (2, "v_2", 0.19594, 0.000005),
            (2, "m_hat_2", 9.895, 0.0005), (2, "v_hat_2", 98.02, 0.005), (2, "theta_2", 4.8001, 0.00005),
            (3, "m_3", 2.652, 0.0005), (3, "m_hat_3", 9.786, 0.0005), (3, "v_hat_3", 96.06, 0.005),
        ]
        for claim in printed {
            let value = trace.steps[claim.step - 1].value(of: claim.name) ?? .nan
            #expect(abs(value - claim.value) <= claim.tolerance, "\(claim.name)")
        }
    }

    @Test func `gradient descent, momentum and AdaGrad end where d2l prints`() {
        let ends: [(UpdateRule, Double, Double, Double)] = [
            // f = 0.1 x₁² + 2 x₂² from (−5, −2), 20 steps: x₁ of each method.
            (.gradientDescent(rate: 0.4), 0.2, -5, -0.943467),
            (.momentum(rate: 0.6, coefficient: 0.5), 0.2, -5, 0.007188),
            (.momentum(rate: 0.6, coefficient: 0.25), 4, -2, -0.186632),
        ]
        for (rule, slope, start, printed) in ends {
            let trace = rule.trace(from: start, steps: 20) { slope * $0 }
            #expect(abs((trace.values.last ?? .nan) - printed) < 5e-7, "\(rule)")
        }
    }

    @Test func `a step is written with its formula, its numbers and its value`() {
        let trace = UpdateRule.adam(rate: 0.1).trace(of: "w5", from: 0.5, along: [2, -1])
        let lines = trace.working.steps[1].lines
        #expect(
            lines.prefix(2) == [
                "m_{2} &= \\beta_{1} * m_{1} + (1 - \\beta_{1}) * g_{2}",
                "&= 0.9 * 0.200000 + (1 - 0.9) * (-1) = 0.080000",
            ])
        #expect(lines.contains("\\hat{m}_{2} &= \\frac{m_{2}}{1 - \\beta_{1}^{2}}"))
        #expect(trace.table.rows.count == 2)
        #expect(trace.table.columns.map(\.title).contains(.tex("\\hat{v}_{t}")))
    }
}
