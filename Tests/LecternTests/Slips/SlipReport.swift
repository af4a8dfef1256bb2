import Exhibits

@testable import Lectern

/// What became of seeded slips, kind by kind.
struct SlipReport {
    struct Tally {
        var right = 0, wrong = 0, silent = 0

        var found: Int { right + wrong + silent }
    }

    private(set) var tallies: [SlipKind: Tally] = [:]
    /// What was named wrongly, in words.
    private(set) var wrong: [String] = []

    var found: Int { tallies.values.reduce(0) { $0 + $1.found } }
    var right: Int { tallies.values.reduce(0) { $0 + $1.right } }

    /// Makes so many slips and looks what is said of them.
    init(slips: Int) {
        var seed: UInt64 = 0
        while found < slips {
            seed += 1
            let kind = SlipKind.allCases[Int(seed) % SlipKind.allCases.count]
            var page = RandomPage(seed: seed)
            guard let slip = kind.slip(on: &page) else { continue }
            let notebook = page.notebook(stating: slip.stated, withUpdate: slip.knowsUpdate)
            let outcome = Notebook.$current.withValue(notebook) {
                Outcome(slip.value, written: slip.text, of: slip.expression)
            }
            guard let hint = outcome.hints.first else {
                tallies[kind, default: Tally()].silent += 1
                continue
            }
            if slip.isTrue(hint) {
                tallies[kind, default: Tally()].right += 1
            } else {
                tallies[kind, default: Tally()].wrong += 1
                wrong.append("\(kind): \(slip.text) for \(slip.value), \(hint.cause): \(hint.message)")
            }
        }
    }

    /// A line for each kind of slip, and one for all.
    var lines: [String] {
        SlipKind.allCases.map { kind in
            let tally = tallies[kind] ?? Tally()
            return "\(kind.rawValue): found \(tally.found), named right \(tally.right), named wrong \(tally.wrong)"
        } + ["all: found \(found), named right \(right), named wrong \(wrong.count)"]
    }
}

extension SeededSlip {
    /// Whether what is said of a slip is true: it leads to the very number that the slip leads to, or it is of the kind where the
    /// kind is all that can be known, as with fingers and with rounding.
    fileprivate func isTrue(_ hint: Hint) -> Bool {
        let isKind = Cause(rawValue: hint.cause).map(causes.contains) ?? false
        guard let slipped else { return isKind }
        let isRounded = !causes.isDisjoint(with: [.roundingPath, .singlePrecision, .halfPrecision])
        return (isKind && isRounded) || Mismatch.same(hint.value, slipped) || abs(hint.value - slipped) <= 1e-9 * abs(slipped)
    }
}
