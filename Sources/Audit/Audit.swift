import Claims
import Exhibits

/// What an audit of one note found: every number of it with what became of it.
public struct Audit: Sendable {
    public private(set) var notes: Notes
    public private(set) var numbers: [AuditedNumber] = []
    /// Places behind which nothing was read, and why.
    public private(set) var unread: [(place: Place, reason: String)] = []
    /// What authors said of numbers that are meant so, and whether it was needed.
    public private(set) var silences: [Silence] = []
    /// What its names mean in a network, where one was given.
    public private(set) var tying: Tying?
    /// Numbers that nothing ties and that nearly are a quantity of the network.
    public internal(set) var nearnesses: [Nearness] = []
    private let reader: AuditReader
    private var network: (quantities: [NamedNumber], said: Set<Conventions.Choice>)?

    /// Does every calculation of the notes again.
    public init(_ notes: Notes) {
        self.notes = notes
        unread = notes.unread.map { (notes.files[$0.file].place(of: $0.offset), $0.reason) }
        var reader = AuditReader(notes)
        let statuses = reader.statuses()
        self.reader = reader
        numbers = statuses.map { number(at: $0.range, $0.status) }.filter(isWritten)
        silences = notes.files.indices.flatMap { Silence.all(in: notes.files[$0], number: $0) }
        for index in silences.indices { silence(by: index) }
    }

    /// Holds every number with a name to the quantity of that name.
    ///
    /// - Parameters:
    ///   - quantities: what the network's lesson computed.
    ///   - said: conventions that the author states instead of having them learnt.
    public mutating func tie(to quantities: [NamedNumber], said: Set<Conventions.Choice> = []) {
        let named = reader.namedLiterals()
        let tying = Tying(named, to: quantities, said: said, in: notes.text, isSinglePrecision: reader.isSinglePrecision)
        self.tying = tying
        network = (quantities, said)
        let literals = Dictionary(named.map { ($0.position, $0.number) }) { first, _ in first }
        for index in numbers.indices {
            if let tie = tying.ties[numbers[index].position] {
                numbers[index].take(tie, as: literals[numbers[index].position])
            } else if let reason = tying.unsure[numbers[index].position], case .unchecked = numbers[index].status {
                numbers[index].status = .unchecked(reason)
            }
        }
        findMisprints(among: quantities, in: tying)
        for index in silences.indices { silence(by: index) }
    }

    /// Calls numbers wrong that were put into a calculation by mistake, where its result is the network's.
    private mutating func findMisprints(among quantities: [NamedNumber], in tying: Tying) {
        let printed = numbers.reduce(into: [Double: Int]()) { counts, number in
            if let value = WrittenNumber(parsing: number.text)?.value { counts[abs(value), default: 0] += 1 }
        }
        let weighted = WeightedSum(quantities)
        let precision = FullPrecision(quantities, printed: printed)
        let byPosition = Dictionary(numbers.indices.map { (numbers[$0].position, $0) }) { first, _ in first }
        for stated in reader.statedResults() {
            for (place, entry) in stated.literal.entries.enumerated() {
                guard let tie = tying.ties[entry.operand.index], let own = byPosition[entry.operand.index],
                    !numbers[own].isWrong
                else { continue }
                if tie.verdict == .wrong, precision.gives(tie.value, stated.calculation, at: place) {
                    numbers[own].contradict(tie, entry.number)
                    continue
                }
                guard tie.verdict.isTrue,
                    let misprint = precision.misprint(
                        in: stated.calculation, for: entry.number, at: place, target: tie.value)
                        ?? weighted.misprint(in: stated.calculation, of: tie),
                    let index = byPosition[misprint.operand.index], !numbers[index].isWrong
                else { continue }
                numbers[index].blame(misprint, in: notes.text.line(stated.range), for: entry.number)
            }
        }
    }

    /// Looks for what the numbers nearly are that nothing ties.
    public mutating func lookForNearnesses() { nearnesses = nearnesses(to: network?.quantities ?? []) }

    /// An audit file for these notes, made from what they state.
    ///
    /// - Parameter name: the notes as the audit file names them.
    /// - Throws: `NetworkProposal.Refusal` where the notes state too little.
    public func proposedNetwork(naming name: String) throws(NetworkProposal.Refusal) -> NetworkProposal {
        try NetworkProposal(reader.namedLiterals(), in: notes, named: name)
    }

    /// The same look at notes that say something else.
    func again(_ notes: Notes) -> Audit {
        var audit = Audit(notes)
        if let network { audit.tie(to: network.quantities, said: network.said) }
        return audit
    }

    /// Numbers that differ from the quantity of their name, for whoever looks for the cause.
    public var wrongTies: [(index: Int, tie: Tie)] {
        numbers.indices.compactMap { index in
            guard case .checked(let judged) = numbers[index].status, let tie = judged.tie, tie.verdict == .wrong else {
                return nil
            }
            return (index, tie)
        }
    }

    /// What diagnosis says of a number that differs from its quantity.
    public mutating func explain(_ index: Int, as verdict: Verdict, causes: [Hint]) {
        guard case .checked(var judged) = numbers[index].status, judged.tie != nil else { return }
        judged.verdict = verdict
        judged.tie?.verdict = verdict
        judged.tie?.causes = causes
        numbers[index].status = .checked(judged)
    }

    private mutating func silence(by index: Int) {
        let silence = silences[index]
        guard let reason = silence.reason else { return }
        for (position, number) in numbers.enumerated() {
            guard case .checked(let judged) = number.status, judged.verdict == .wrong, silence.covers(number) else { continue }
            numbers[position].status = .unchecked(.silenced(reason))
            silences[index].isNeeded = true
        }
    }

    /// Where a printed result enters calculations further on, by its digits.
    public func uses(of number: AuditedNumber) -> [Place] {
        guard number.text.utf8.count(where: { $0.isDigit }) >= 3 else { return [] }
        return numbers.filter { other in
            guard other.position > number.position, other.text == number.text, case .operand = other.status else {
                return false
            }
            return true
        }.map(\.place)
    }

    private func number(at range: Range<Int>, _ status: AuditedNumber.Status) -> AuditedNumber {
        let origin = notes.text.origins[range.lowerBound]
        let last = notes.text.origins[range.upperBound - 1]
        let file = notes.files[Int(origin.file)]
        // What an expanded macro writes has one place, the macro's.
        let isPlain = last.file == origin.file && Int(last.offset - origin.offset) == range.count - 1
        let end = Int(origin.offset) + (isPlain ? range.count : 1)
        return AuditedNumber(
            text: String(decoding: notes.text.bytes[range], as: UTF8.self), place: file.place(of: Int(origin.offset)),
            bytes: Int(origin.offset)..<end, file: Int(origin.file), status: status, cell: cell(of: Int(origin.offset)),
            position: range.lowerBound)
    }

    /// What a macro writes isn't the author's number here, unless it is a result.
    private func isWritten(_ number: AuditedNumber) -> Bool {
        if case .checked = number.status { return true }
        return notes.cells.isEmpty ? notes.files[number.file].bytes[number.bytes].elementsEqual(number.text.utf8) : true
    }

    private func cell(of offset: Int) -> String? {
        guard let cell = notes.cells.last(where: { $0.lineStarts.first.map { $0 <= offset } ?? false }) else { return nil }
        let line = cell.lineStarts.lastIndex { $0 <= offset } ?? 0
        return "cell \(cell.number), line \(line + 1)"
    }
}
