import Derivations
import Exhibits

/// Another number was put into the expression than the one that stands there: 0.1 for 0.8.
extension Diagnosis {
    /// Every short number that resembles it is tried in the place of each short one, so that many digits must agree before one is
    /// believed. Zeros at the end are none: what is made up is often round, and so are quotients of short numbers.
    func otherLiteral(_ quantities: [GraphQuantity]) -> [Explanation] {
        guard mismatch.telltaleDigits >= 4, mismatch.units >= 5 else { return [] }
        var found: [Explanation] = []
        for quantity in quantities where quantity.graph.count <= 40 {
            let graph = quantity.graph
            let literals = (0..<graph.count).filter { graph.operands(at: $0).isEmpty && graph.name(at: $0) == nil }
            guard literals.count <= 8 else { continue }
            var trials = Trials(mismatch)
            for place in literals {
                for other in Self.alike(graph.value(at: place), mistyped: mismatch.telltaleDigits < 5) {
                    let value = quantity.value(under: .giving(other, at: place))
                    guard !Mismatch.same(value, mismatch.value), trials.fits(value) else { continue }
                    let message = "fits \(Self.text(other)) where the expression has \(Self.text(graph.value(at: place)))"
                    found.append(Explanation(.wrongInput, message, value, plausibility: 0.9))
                }
            }
            for index in found.indices { found[index].plausibility = trials.worth(found[index].plausibility) }
        }
        return found
    }

    /// The numbers of one and of two digits of about this one's size.
    ///
    /// - Parameter mistyped: only those that a finger may make of it, which keep one of its digits; of one digit all.
    private static func alike(_ literal: Double, mistyped: Bool) -> [Double] {
        let size = abs(literal)
        guard size >= 0.01, size < 100, size != 1, size != 2 else { return [] }
        let scale = size < 1 ? 100.0 : size < 10 ? 10 : 1
        guard abs(size * scale - (size * scale).rounded()) < 1e-9 else { return [] }
        let sign = literal < 0 ? -1.0 : 1
        let own = Int((size * scale).rounded())
        return (1..<100).filter { $0 != own && (!mistyped || resembles($0, own)) }.map { sign * Double($0) / scale }
    }

    /// Whether two numbers of two digits, 80 of which is 0.8, share one, or have but one.
    private static func resembles(_ a: Int, _ b: Int) -> Bool {
        if a % 10 == 0 && b % 10 == 0 || a < 10 && b < 10 { return true }
        return a % 10 == b % 10 || a / 10 == b / 10 || a % 10 == b / 10 && a / 10 == b % 10
    }

    private static func text(_ literal: Double) -> String { NumberFormat.significant(2).text(literal) }
}
