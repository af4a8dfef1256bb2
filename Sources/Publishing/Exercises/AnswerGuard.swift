import Exhibits
import Reports

/// What makes the answers of a variant unfit to be asked.
enum AnswerGuard {
    /// The first obstacle among the answers of a lesson; nil when all can be asked.
    static func obstacle(in key: [KeyEntry]) -> String? {
        var printed: [String: Double] = [:]
        for entry in key {
            if entry.lacksChoices { return "too few wrong numbers to choose from that differ from the right one" }
            // What is written with a power of ten has as many digits as it needs.
            guard let value = entry.value, let number = entry.printed, number.exponent == nil else { continue }
            let unit = Double("1e-\(number.decimals)") ?? 1
            let scaled = abs(value) / unit
            if abs(value) >= 1e5 { return "an answer of more than five digits before the point" }
            // Whole numbers and numbers that end within their digits come out alike whoever computes.
            if abs(scaled - scaled.rounded()) < 1e-6 { continue }
            if scaled.rounded() == 0 { return "an answer that its digits show as 0" }
            if abs(scaled - scaled.rounded(.down) - 0.5) < border { return "an answer on the border of two roundings" }
            guard scaled >= 100 else { continue }
            if let other = printed[number.text], abs(other - value) > 1e-9 * abs(value) {
                return "two different answers that are written alike"
            }
            printed[number.text] = value
        }
        return nil
    }

    /// So near to half a unit of the last digit, two ways of computing may round apart.
    private static let border = 0.005
}
