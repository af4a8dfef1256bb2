import Claims

/// How many slips an audit of these notes would see: some are planted, one at a time, in memory, and the notes audited again.
public struct AuditPower: Sendable {
    /// A number in which none of the slips planted was seen.
    public struct Blind: Sendable {
        public var number: AuditedNumber
        public var planted: Int
    }

    public private(set) var planted: [PlantedSlip.Kind: Int] = [:]
    public private(set) var seen: [PlantedSlip.Kind: Int] = [:]
    public private(set) var blind: [Blind] = []

    public var total: Int { planted.values.reduce(0, +) }
    public var totalSeen: Int { seen.values.reduce(0, +) }

    /// As many slips as are planted in notes that aren't long.
    public static let usual = 200
    /// Long notes get fewer slips, so that nobody waits for minutes: so many bytes are audited in all.
    private static let mostBytes = 40 << 20

    /// - Parameters:
    ///   - file: the notes as they were read for `audit`.
    ///   - open: the files they take in.
    ///   - seed: the same seed plants the same slips.
    public init(
        of audit: Audit, file: SourceFile, open: (String) -> OpenedFile, seed: UInt64 = 1, count: Int = AuditPower.usual
    ) {
        let targets = audit.numbers.indices.filter { Self.isTarget(audit.numbers[$0]) }
        guard !targets.isEmpty else { return }
        let size = audit.notes.files.reduce(1) { $0 + $1.bytes.count }
        let slips = Self.slips(in: audit, targets, count: min(count, max(20, Self.mostBytes / size)), seed: seed)
        // Planted slips aren't explained by another run, so neither is what they are held to.
        let before = (audit.tying == nil ? audit : audit.again(Notes(file, open: open))).wrongResults
        var (tried, found): ([Int: Int], Set<Int>) = ([:], [])
        for slip in slips {
            let number = audit.numbers[slip.number]
            var falsified = audit.notes.files[number.file]
            var bytes = falsified.bytes
            bytes.replaceSubrange(number.bytes, with: slip.text.utf8)
            falsified = SourceFile(name: falsified.name, bytes: bytes)
            let main = number.file == 0 ? falsified : file
            let again = audit.again(
                Notes(main) { name in
                    guard case .bytes(let inside, let path) = open(name) else { return open(name) }
                    return .bytes(path == falsified.name ? falsified.bytes : inside, name: path)
                })
            planted[slip.kind, default: 0] += 1
            tried[slip.number, default: 0] += 1
            if again.wrongResults.contains(where: { $1 > before[$0, default: 0] }) {
                seen[slip.kind, default: 0] += 1
                found.insert(slip.number)
            }
        }
        blind = tried.keys.sorted().filter { !found.contains($0) }.map {
            Blind(number: audit.numbers[$0], planted: tried[$0, default: 0])
        }
    }

    /// A number as it stands in the file, with digits enough to be a quantity, that isn't wrong already.
    private static func isTarget(_ number: AuditedNumber) -> Bool {
        guard number.bytes.count == number.text.utf8.count, number.text.utf8.count(where: { $0.isDigit }) > 1 else {
            return false
        }
        switch number.status {
        case .checked(let judged): return judged.verdict != .wrong
        case .unchecked(.silenced): return false
        default: return true
        }
    }

    /// Round robin over the numbers and the kinds, so that every number has its turn.
    private static func slips(in audit: Audit, _ targets: [Int], count: Int, seed: UInt64) -> [PlantedSlip] {
        var random = SlipGenerator(seed: seed)
        let others = targets.map { audit.numbers[$0].text }
        var slips: [PlantedSlip] = []
        var order = targets
        for position in order.indices.dropFirst().reversed() { order.swapAt(position, random.next(below: position + 1)) }
        let kinds = PlantedSlip.Kind.allCases
        var turn = 0
        while slips.count < count, turn < count * 4 {
            let number = order[turn % order.count]
            // Each number gets one kind after the other, however many numbers there are.
            let kind = kinds[(turn % order.count + turn / order.count) % kinds.count]
            turn += 1
            if let text = PlantedSlip.text(kind, of: audit.numbers[number].text, others: others, random: &random) {
                slips.append(PlantedSlip(kind: kind, number: number, text: text))
            }
        }
        return slips
    }
}

extension Audit {
    /// What is wrong, by number and calculation, and how often.
    fileprivate var wrongResults: [String: Int] {
        numbers.reduce(into: [:]) { counts, number in
            guard case .checked(let judged) = number.status, judged.verdict == .wrong, !judged.mayBeRounding else { return }
            counts[number.text + " = " + judged.calculation, default: 0] += 1
        }
    }
}
