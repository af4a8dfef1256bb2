import Exhibits
import Networks

extension ScalarFunction {
    /// The functions without parameters, by the names they are recorded under.
    private static let plain: [(name: String, function: ScalarFunction)] = [
        ("exp", .exp), ("log", .log), ("sin", .sin), ("cos", .cos), ("tanh", .tanh), ("sqrt", .sqrt), ("abs", .abs),
        ("sigmoid", .sigmoid), ("relu", .relu), ("softplus", .softplus), ("softsign", .softsign), ("silu", .silu),
        ("gelu", .gelu), ("geluTanh", .geluTanh), ("mish", .mish), ("selu", .selu), ("step", .step), ("identity", .identity),
        ("stepZero", .stepPretending(.zero)), ("stepStraight", .stepPretending(.straightThrough)),
    ]

    /// The name it is recorded under, with its parameters behind colons.
    var recorded: String {
        func with(_ name: String, _ parameter: Double) -> String { "\(name):\(NumberFormat.shortest.text(parameter))" }
        switch self {
        case .hardSigmoid(let slope): return with("hardSigmoid", slope)
        case .leakyReLU(let slope): return with("leakyReLU", slope)
        case .elu(let alpha): return with("elu", alpha)
        case .stepPretending(.window(let limit)): return with("stepWindow", limit)
        case .stepPretending(.sigmoid(let steepness)): return with("stepSigmoid", steepness)
        default: return Self.plain.first { $0.function == self }?.name ?? ""
        }
    }

    /// `nil` for what is no such name.
    init?(recorded text: some StringProtocol) {
        let parts = text.split(separator: ":")
        guard let name = parts.first else { return nil }
        if let plain = Self.plain.first(where: { $0.name == name }), parts.count == 1 {
            self = plain.function
            return
        }
        guard parts.count == 2, let parameter = Double(parts[1]), parameter.isFinite else { return nil }
        switch name {
        case "hardSigmoid": self = .hardSigmoid(slope: parameter)
        case "leakyReLU": self = .leakyReLU(slope: parameter)
        case "elu": self = .elu(alpha: parameter)
        case "stepWindow": self = .stepPretending(.window(limit: parameter))
        case "stepSigmoid": self = .stepPretending(.sigmoid(steepness: parameter))
        default: return nil
        }
    }
}

extension Operation {
    /// The name it is recorded under; nil for what only the lesson's own code can compute.
    var recorded: String? {
        switch self {
        case .given: return "given"
        case .sum: return "sum"
        case .difference: return "difference"
        case .product: return "product"
        case .quotient: return "quotient"
        case .negation: return "negation"
        case .maximum: return "maximum"
        case .minimum: return "minimum"
        case .power(let exponent): return "power:\(NumberFormat.shortest.text(exponent))"
        case .weightedSum(let pairs): return "weightedSum:\(pairs)"
        case .softmax(let index, let first): return "softmax:\(index):\(first)"
        case .function(let function): return "function:\(function.recorded)"
        case .custom, .opaque, .known: return nil
        }
    }

    private static let plain: [String: Operation] = [
        "given": .given, "sum": .sum, "difference": .difference, "product": .product, "quotient": .quotient,
        "negation": .negation, "maximum": .maximum, "minimum": .minimum,
    ]

    /// `nil` for what is no such name, or an operation that doesn't take so many operands.
    init?(recorded text: String, operands: Int) {
        let parts = text.split(separator: ":", maxSplits: 1)
        guard let name = parts.first else { return nil }
        if parts.count == 1, let plain = Self.plain[String(name)] {
            self = plain
        } else if parts.count == 2, name == "function", let function = ScalarFunction(recorded: parts[1]) {
            self = .function(function)
        } else if parts.count == 2, name == "power", let exponent = Double(parts[1]), exponent.isFinite {
            self = .power(exponent)
        } else if parts.count == 2, name == "weightedSum", let pairs = Int(parts[1]), (0...operands / 2).contains(pairs) {
            self = .weightedSum(pairs: pairs)
        } else if parts.count == 2, name == "softmax" {
            let numbers = parts[1].split(separator: ":").compactMap { Int($0) }
            guard numbers.count == 2, (0..<operands).contains(numbers[0]), (0...Int(Int32.max)).contains(numbers[1]) else {
                return nil
            }
            self = .softmax(index: numbers[0], first: numbers[1])
        } else {
            return nil
        }
        switch self {
        case .given: if operands != 0 { return nil }
        case .difference, .quotient: if operands != 2 { return nil }
        case .negation, .power, .function: if operands != 1 { return nil }
        default: if operands == 0 { return nil }
        }
    }
}
