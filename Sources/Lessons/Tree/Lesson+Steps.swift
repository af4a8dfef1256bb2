extension Lesson {
    /// Cells, inline values and claims in the order in which they run: the order of the text, except that a cell's caption
    /// comes after its cell, so that it may speak of what the cell computes.
    public var steps: [Step] { blocks.steps }

    /// The cells in document order; a cell's index is its position here.
    public var cells: [Cell] {
        steps.compactMap { if case .cell(let cell) = $0 { cell } else { nil } }
    }

    /// The slots of the answers that its exercises ask for, in order.
    public var answerSlots: [Int] {
        let answers = slots.compactMap { slot in
            if case .value(let value) = slot, value.isAnswer { value.slot } else { nil }
        }
        return Set(answers).sorted()
    }

    /// Inline values and claims in document order; a slot's number is its position here.
    public var slots: [Slot] {
        steps.compactMap { if case .slot(let slot) = $0 { slot } else { nil } }
    }

    /// The claims in document order.
    public var claims: [Claim] {
        slots.compactMap { if case .claim(let claim) = $0 { claim } else { nil } }
    }
}

extension [BlockNode] {
    /// What has to be run for these blocks, in order, shown or not.
    var steps: [Step] {
        var steps: [Step] = []
        walk(self) { visit in
            switch visit {
            case .block(let node):
                switch node.block {
                case .cell(let cell): steps.append(.cell(cell))
                case .mathematics(let mathematics): steps += mathematics.slots.map(Step.slot)
                case .unseen(let inside): steps += inside
                default: break
                }
            case .inline(let inline): steps += inline.slots.map(Step.slot)
            }
        }
        return steps
    }
}

extension Inline {
    /// The claims and values that this piece of text is, without those of what it contains.
    var slots: [Slot] {
        switch self {
        case .mathematics(let mathematics): mathematics.slots
        case .value(let value): [.value(value)]
        case .claim(let claim): [.claim(claim)]
        case .blank(let blank): [.value(blank.answer)]
        case .unseen(let slots): slots
        default: []
        }
    }
}

extension Mathematics {
    /// The claims and values inside the formula, from left to right.
    public var slots: [Slot] { parts.compactMap(\.slot) }
}

extension Mathematics.Part {
    /// The claim or value that this part is.
    var slot: Slot? {
        switch self {
        case .tex: nil
        case .claim(let claim): .claim(claim)
        case .value(let value): .value(value)
        }
    }
}
