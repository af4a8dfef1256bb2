import Exhibits

/// Takes what a lesson prints and what it records, as both come, and sorts them into a transcript.
///
/// They come on two ways. A record that has a place among prints left a mark there, so whatever comes first waits for the other.
struct TranscriptReader {
    private(set) var transcript = Transcript()
    /// Whether the lesson said that it reached its end. Nothing counts that it says afterwards.
    private(set) var isFinished = false
    private(set) var currentCell = 0
    /// The cells in the order in which they began.
    private(set) var begun: [Int] = []
    /// Whether expressions that were not compiled turned out to need it.
    private(set) var hasUnanswered = false
    /// How many lines came on the channel of records, but for those that only tell how far a cell has come and aren't kept.
    private(set) var recorded = 0
    /// Told how far a long cell has come.
    var hear: @Sendable (RunProgress) -> Void = { _ in }

    private let key: RecordKey
    private let files: Set<String>
    private let places: [Int: Place]
    private var prints: MarkedText
    /// The beginning of a record.
    private var line: [UInt8] = []
    /// Records whose place among the prints hasn't come yet.
    private var waiting: [Record] = []
    private var next = 0
    /// Where the claims stand that cells make, by the number of the call: the cell, and which of its outputs.
    private var calls: [Int: (cell: Int, output: Int)] = [:]
    /// How many claims cells made.
    private var claims = 0
    private var hasRefused = false
    private static let mostFailures = 50

    /// - Parameters:
    ///   - files: Those the lesson consists of; what it says of others' lines is said of its own cell.
    ///   - places: Where each cell begins.
    init(key: RecordKey, files: Set<String> = [], places: [Int: Place] = [:]) {
        self.key = key
        self.files = files
        self.places = places
        prints = MarkedText(mark: key.mark)
    }

    /// What was printed.
    mutating func take(printed bytes: some Collection<UInt8>) {
        prints.take(bytes)
        sort()
    }

    /// What came on the channel of records. A line without the key is no record.
    mutating func take(recorded bytes: some Collection<UInt8>) {
        var rest = bytes[...]
        while let end = rest.firstIndex(of: 0x0A) {
            line += rest[..<end]
            rest = rest[rest.index(after: end)...]
            recorded += 1
            if line.starts(with: key.bytes),
                let record = try? RecordSequence.decoded(TypeNames.plain(Array(line.dropFirst(RecordKey.length))))
            {
                if case .progress(let progress) = record {
                    recorded -= 1
                    hear(progress.cut)
                } else {
                    waiting.append(record)
                }
            }
            line.removeAll(keepingCapacity: true)
        }
        line += rest
        sort()
    }

    /// Nothing more will come. A lesson that closed its standard output left no marks there.
    mutating func end() {
        while let text = prints.nextMarked() { add(printed: text) }
        add(printed: prints.rest)
        while next < waiting.count { applyNext() }
    }

    mutating func add(_ output: Transcript.Output) { add(output, to: currentCell) }

    mutating func add(_ output: Transcript.Output, to cell: Int) {
        transcript.outputs[cell, default: []].append(output)
    }

    mutating func fail(_ finding: Finding) {
        transcript.failures.append(finding)
    }

    private mutating func sort() {
        while true {
            while next < waiting.count, !waiting[next].standsAmongPrints { applyNext() }
            guard next < waiting.count, let text = prints.nextMarked() else { break }
            add(printed: text)
            applyNext()
        }
        if next > 64 {
            waiting.removeFirst(next)
            next = 0
        }
    }

    private mutating func applyNext() {
        let record = waiting[next]
        next += 1
        if isFinished { return }
        if let fault = record.fault { refuse(fault) } else { apply(record.cut) }
    }

    private mutating func add(printed bytes: [UInt8]) {
        guard !bytes.isEmpty, !isFinished else { return }
        let text = String(decoding: TypeNames.plain(bytes), as: UTF8.self)
        if case .printed(let before)? = transcript.outputs[currentCell]?.last {
            transcript.outputs[currentCell]?.removeLast()
            add(.printed(before + text))
        } else {
            add(.printed(text))
        }
    }

    private mutating func apply(_ record: Record) {
        switch record {
        case .cell(let index):
            currentCell = index
            begun.append(index)
        case .exhibit(let exhibit): add(.exhibit(exhibit))
        case .outcome(let slot, let outcome): settle(slot, outcome)
        case .cause(.slot(let slot), let hint): transcript.outcomes[slot]?.explain(by: hint)
        case .cause(.call(let number), let hint): explain(number, by: hint)
        case .numbers(let slots, let values):
            for (slot, value) in zip(slots, values) { settle(slot, Outcome(.number(value))) }
        case .unanswered(let slots): hasUnanswered = hasUnanswered || !slots.isEmpty
        case .quantities(let numbers): transcript.quantities = numbers
        case .redrawn(let obstacles):
            transcript.redrawn = (transcript.redrawn ?? [:]).merging(obstacles) { $0 + $1 }
        case .answers(let sheet): transcript.answers = sheet
        case .claim(let number, let claim): add(claim, number)
        case .progress: break  // was heard when it came
        // A lesson stops once; what is said in a flood is said by nobody who stopped.
        case .stopped(let finding): if transcript.failures.count < Self.mostFailures { fail(own(finding)) }
        case .finished: isFinished = true
        }
    }

    /// The first outcome counts.
    private mutating func settle(_ slot: Int, _ outcome: Outcome) {
        if transcript.outcomes[slot] == nil { transcript.outcomes[slot] = outcome }
    }

    /// Says once that the lesson's process sent what no lesson can have: a record out of bounds counts for nothing.
    private mutating func refuse(_ fault: String) {
        guard !hasRefused else { return }
        hasRefused = true
        let place = places[currentCell] ?? places[0] ?? Place(file: files.min() ?? "", line: 1)
        fail(Finding(.error, code: "refused-record", at: place, "what this cell shows or claims is out of bounds: \(fault)"))
    }

    private func own(_ place: Place) -> Place {
        if files.contains(place.file), place.isPossible { return place }
        return places[currentCell] ?? (place.isPossible ? place : Place(file: place.file, line: 1))
    }

    private func own(_ finding: Finding) -> Finding {
        var finding = finding
        finding.place = own(finding.place)
        return finding
    }

    private mutating func add(_ claim: CellClaim, _ number: Int) {
        var claim = claim
        claim.place = own(claim.place)
        claims += 1
        guard claims <= LessonProgram.mostSlots else {
            return refuse("it makes more than \(LessonProgram.mostSlots) claims by calls")
        }
        add(.claim(claim))
        if calls[number] == nil { calls[number] = (currentCell, (transcript.outputs[currentCell]?.count ?? 1) - 1) }
    }

    private mutating func explain(_ number: Int, by hint: Hint) {
        guard let (cell, output) = calls[number], case .claim(var claim)? = transcript.outputs[cell]?[output] else { return }
        claim.outcome.explain(by: hint)
        transcript.outputs[cell]?[output] = .claim(claim)
    }
}
