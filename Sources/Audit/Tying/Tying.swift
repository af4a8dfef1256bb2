import Claims
import Exhibits

/// What an audit with a network came to.
public struct Tying: Sendable {
    /// By the number's place in the flat text.
    private(set) var ties: [Int: Tie] = [:]
    /// Numbers that aren't the quantity of their name, without being wrong for certain.
    private(set) var unsure: [Int: AuditedNumber.Reason] = [:]
    /// What the notes mean by their indices and signs, as far as some number tells.
    public private(set) var conventions: [Conventions.Choice] = []

    /// Ties what has a name to what is computed.
    ///
    /// A number is wrong only if no quantity that its name may mean, under any convention that the notes leave open, gives it, only
    /// one such quantity there is, and the text around it speaks of this network.
    init(_ literals: [NamedLiteral], to numbers: [NamedNumber], said: Set<Conventions.Choice>) {
        let learner = ConventionLearner(literals, QuantityIndex(numbers), said: said)
        conventions = learner.told
        var evidence = Evidence()
        var misfits: [(literal: NamedLiteral, candidates: [QuantityIndex.Candidate])] = []
        for literal in literals {
            let candidates = learner.candidates(for: literal)
            if candidates.isEmpty { continue }
            if let (candidate, verdict) = Self.fitting(literal.number, candidates) {
                evidence.add(literal, fits: true)
                var tie = Tie(
                    name: literal.spelling, expression: candidate.expression, value: candidate.value, verdict: verdict)
                tie.isDeltaOfOutput = literal.isDelta && candidate.isGradientOfOutput
                ties[literal.position] = tie
            } else {
                evidence.add(literal, fits: false)
                misfits.append((literal, candidates))
            }
        }
        for (literal, candidates) in misfits where ties[literal.position] == nil {
            guard let candidate = Self.single(candidates, for: literal.number) else {
                unsure[literal.position] = .severalQuantities
                continue
            }
            let isSlip =
                literal.number.digitsThatSay >= 3 && Slip(printed: literal.number, right: candidate.value)?.isTyping == true
            guard isSlip || evidence.speaksOfNetwork(literal) else {
                unsure[literal.position] = .otherContext
                continue
            }
            ties[literal.position] = Tie(
                name: literal.spelling, expression: candidate.expression, value: candidate.value, verdict: .wrong,
                conclusion: Tie.Conclusion(of: literal.number, candidate, among: numbers))
        }
    }

    static func fitting(_ number: WrittenNumber, _ candidates: [QuantityIndex.Candidate])
        -> (QuantityIndex.Candidate, Verdict)?
    {
        for wanted in [Verdict.exact, .truncated] {
            if let found = candidates.first(where: { number.verdict(for: $0.value) == wanted }) { return (found, wanted) }
        }
        return nil
    }

    /// The one quantity that is meant: all candidates have its value, or only it is a slip of the finger away.
    private static func single(_ candidates: [QuantityIndex.Candidate], for number: WrittenNumber) -> QuantityIndex.Candidate? {
        guard let first = candidates.first else { return nil }
        // What no number can be held to isn't wrong.
        if candidates.contains(where: { number.verdict(for: $0.value) == .vague || !$0.value.isFinite }) { return nil }
        if candidates.allSatisfy({ isSame($0.value, first.value) }) { return first }
        guard number.digitsThatSay >= 5 else { return nil }
        let slips = candidates.filter { Slip(printed: number, right: $0.value)?.isTyping == true }
        guard let slip = slips.first, slips.allSatisfy({ isSame($0.value, slip.value) }) else { return nil }
        return slip
    }

    private static func isSame(_ a: Double, _ b: Double) -> Bool { abs(a - b) <= 1e-12 * max(abs(a), abs(b)) }
}

/// Which parts of the notes speak of the network: where most of what has a name is what the network gives.
private struct Evidence {
    private var fits: [Int: Int] = [:]
    private var misfits: [Int: Int] = [:]
    /// Names that stand beside the right number somewhere.
    private var named: Set<String> = []

    mutating func add(_ literal: NamedLiteral, fits isFitting: Bool) {
        // A single digit fits much by chance.
        if literal.number.digitsThatSay < 2 { return }
        if isFitting {
            fits[literal.section, default: 0] += 1
            if literal.entry == nil { named.insert(literal.spelling) }
        } else {
            misfits[literal.section, default: 0] += 1
        }
    }

    /// Whether a number can't well be meant for anything else.
    func speaksOfNetwork(_ literal: NamedLiteral) -> Bool {
        // Stated with its value elsewhere, it is another step or example here.
        if literal.entry == nil, named.contains(literal.spelling) { return false }
        let (right, wrong) = (fits[literal.section] ?? 0, misfits[literal.section] ?? 0)
        let isBare = literal.names.allSatisfy(\.isBare)
        if right >= wrong, right >= (isBare ? 3 : 1) { return true }
        let (all, none) = (fits.values.reduce(0, +), misfits.values.reduce(0, +))
        return !isBare && all >= 9 * none
    }
}

extension NamedLiteral {
    fileprivate var isDelta: Bool {
        guard case .quantity(let letter)? = names.first else { return false }
        return letter.base == "delta"
    }
}

extension QuantityIndex.Candidate {
    fileprivate var isGradientOfOutput: Bool {
        guard case .gradient(let identity)? = number.meaning else { return false }
        return identity.kinds.contains(.output) && !identity.kinds.contains(.sum)
    }
}

extension WrittenNumber {
    /// How many digits say something: those from the first one that isn't 0.
    var digitsThatSay: Int { text.utf8.filter(\.isDigit).drop { $0 == UInt8(ascii: "0") }.count }
}
