import Exhibits

/// Takes the child's standard output as it comes and sorts it into a transcript: records, and what was printed between.
struct TranscriptReader {
    private(set) var transcript = Transcript()
    private(set) var isFinished = false
    private(set) var currentCell = 0
    /// Whether expressions that were not compiled turned out to need it.
    private(set) var hasUnanswered = false
    /// Told how far a long cell has come.
    var hear: @Sendable (RunProgress) -> Void = { _ in }
    private var pending: [UInt8] = []
    private var isInRecord = false

    mutating func take(_ bytes: some Sequence<UInt8>) {
        for byte in bytes {
            switch byte {
            case RecordSequence.separator where !isInRecord:
                flushPrinted()
                isInRecord = true
            case 0x0A where isInRecord:
                isInRecord = false
                if let record = try? RecordSequence.decoded(TypeNames.plain(pending)) { apply(record) }
                pending.removeAll(keepingCapacity: true)
            default: pending.append(byte)
            }
        }
    }

    /// Nothing more will come.
    mutating func end() {
        if isInRecord { pending.removeAll() }
        flushPrinted()
    }

    mutating func add(_ output: Transcript.Output) { add(output, to: currentCell) }

    mutating func add(_ output: Transcript.Output, to cell: Int) {
        transcript.outputs[cell, default: []].append(output)
    }

    /// A false claim comes a second time with its causes, once the rest of its cell is known.
    private mutating func add(_ claim: CellClaim) {
        let outputs = transcript.outputs[currentCell] ?? []
        let earlier = outputs.firstIndex { output in
            guard case .claim(var known) = output, known.outcome.hints.isEmpty else { return false }
            known.outcome.hints = claim.outcome.hints
            return known == claim
        }
        if let earlier, !claim.outcome.hints.isEmpty {
            transcript.outputs[currentCell]?[earlier] = .claim(claim)
        } else {
            add(.claim(claim))
        }
    }

    mutating func fail(_ finding: Finding) {
        transcript.failures.append(finding)
    }

    private mutating func flushPrinted() {
        guard !isInRecord, !pending.isEmpty else { return }
        let text = String(decoding: TypeNames.plain(pending), as: UTF8.self)
        pending.removeAll(keepingCapacity: true)
        if case .printed(let before)? = transcript.outputs[currentCell]?.last {
            transcript.outputs[currentCell]?.removeLast()
            add(.printed(before + text))
        } else {
            add(.printed(text))
        }
    }

    private mutating func apply(_ record: Record) {
        switch record {
        case .cell(let index): currentCell = index
        case .exhibit(let exhibit): add(.exhibit(exhibit))
        case .outcome(let slot, let outcome): transcript.outcomes[slot] = outcome
        case .numbers(let slots, let values):
            for (slot, value) in zip(slots, values) { transcript.outcomes[slot] = Outcome(.number(value)) }
        case .unanswered(let slots): hasUnanswered = hasUnanswered || !slots.isEmpty
        case .quantities(let numbers): transcript.quantities = numbers
        case .claim(let claim): add(claim)
        case .progress(let progress): hear(progress)
        case .stopped(let finding): fail(finding)
        case .finished: isFinished = true
        }
    }
}
