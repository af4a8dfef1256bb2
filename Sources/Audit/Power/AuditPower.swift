import Claims

/// How many slips an audit of these notes would see: some are planted, one at a time, in memory, and the notes audited again.
public struct AuditPower: Sendable {
    /// A number in which none of the slips planted was seen.
    public struct Blind: Sendable {
        public var number: AuditedNumber
        public var planted: Int
    }

    /// A planted slip and what became of it.
    public struct Trial: Sendable {
        public var slip: PlantedSlip
        /// The number as the notes have it.
        public var number: AuditedNumber
        public var isSeen: Bool
        /// What the audit made of the falsified number; nil where it read none there.
        public var after: AuditedNumber.Status?
    }

    public private(set) var trials: [Trial] = []
    public private(set) var blind: [Blind] = []

    public var planted: [PlantedSlip.Kind: Int] { counts(of: trials) }
    public var seen: [PlantedSlip.Kind: Int] { counts(of: trials.filter(\.isSeen)) }
    public var total: Int { trials.count }
    public var totalSeen: Int { trials.count(where: \.isSeen) }

    private func counts(of trials: [Trial]) -> [PlantedSlip.Kind: Int] {
        trials.reduce(into: [:]) { $0[$1.slip.kind, default: 0] += 1 }
    }

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
            let start = number.bytes.lowerBound - (slip.takesSign ? 1 : 0)
            bytes.replaceSubrange(start..<number.bytes.upperBound, with: slip.text.utf8)
            falsified = SourceFile(name: falsified.name, bytes: bytes)
            let main = number.file == 0 ? falsified : file
            let again = audit.again(
                Notes(main) { name in
                    guard case .bytes(let inside, let path) = open(name) else { return open(name) }
                    return .bytes(path == falsified.name ? falsified.bytes : inside, name: path)
                })
            let isSeen = again.wrongResults.contains { $1 > before[$0, default: 0] }
            let after = again.numbers.first {
                $0.file == number.file && $0.bytes.upperBound > number.bytes.lowerBound
            }
            trials.append(Trial(slip: slip, number: number, isSeen: isSeen, after: after?.status))
            tried[slip.number, default: 0] += 1
            if isSeen { found.insert(slip.number) }
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
            let before = audit.numbers[number]
            if let text = PlantedSlip.text(kind, of: before.text, others: others, random: &random) {
                var slip = PlantedSlip(kind: kind, number: number, text: text)
                // A sign that stands there is lost, rather than written twice.
                if kind == .sign, isSigned(before, in: audit.notes) { (slip.text, slip.takesSign) = (before.text, true) }
                if isSlip(slip, of: before) { slips.append(slip) }
            }
        }
        return slips
    }

    private static func isSigned(_ number: AuditedNumber, in notes: Notes) -> Bool {
        let (bytes, start) = (notes.files[number.file].bytes, number.bytes.lowerBound)
        guard start > 0, bytes[start - 1] == UInt8(ascii: "-") else { return false }
        return start < 2 || "([{|& ,=\n$".utf8.contains(bytes[start - 2])
    }

    /// What says the same, or is as good a way to write the quantity, is no slip: -0, and 3.25 cut off where 3.26 is rounded.
    private static func isSlip(_ slip: PlantedSlip, of number: AuditedNumber) -> Bool {
        guard let before = WrittenNumber(parsing: number.text), let after = WrittenNumber(parsing: slip.text) else {
            return true
        }
        if slip.takesSign { return before.value != 0 }
        if before.value == after.value { return false }
        guard case .checked(let judged) = number.status, let tie = judged.tie, tie.verdict.isTrue else { return true }
        // Where a sign stands before it, the quantity without it is what the digits are to say.
        return !after.verdict(for: judged.written.hasPrefix("-") ? -tie.value : tie.value).isTrue
    }
}

extension Audit {
    /// What is wrong, by number and calculation, and how often.
    fileprivate var wrongResults: [String: Int] {
        numbers.reduce(into: [:]) { counts, number in
            guard case .checked(let judged) = number.status, judged.verdict == .wrong, !judged.mayBeRounding else { return }
            counts[judged.written + " = " + judged.calculation, default: 0] += 1
        }
    }
}
