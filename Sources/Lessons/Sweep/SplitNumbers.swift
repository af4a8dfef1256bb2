import Exhibits

/// Claims whose number goes on outside their brackets: `-[1.5](claim:x)` says −1.5 where 1.5 was verified.
///
/// Looked at is the finished tree, as a reader sees it: past bold type, code, raised text, spans, comments and formulas, digits of
/// any script, and thousands behind a blank.
struct SplitNumbers {
    private var findings: [Finding] = []
    /// What is left for the definitions of formulas.
    private var room = MacroExpansion.room

    static func findings(in blocks: [BlockNode]) -> [Finding] {
        var search = SplitNumbers()
        walk(
            blocks,
            text: { text, node in
                guard Seen.hasClaim(text) else { return }
                search.lookForTurns(in: text, at: node.place)
                let seen = Seen.of(text, &search.room)
                search.look(through: seen, at: node.place)
            }
        ) { node in
            guard case .mathematics(let formula) = node.block, formula.hasClaim else { return }
            let seen = Seen.of(formula, &search.room)
            search.look(through: seen, at: formula.place)
        }
        return search.findings + HiddenClaims.findings(in: blocks, &search.room)
    }

    /// Characters that turn the direction of what follows: digits behind them are read before a claim that they stand behind.
    private mutating func lookForTurns(in text: [Inline], at place: Place) {
        var turns = false
        walk(text) { visit in
            guard case .inline(let inline) = visit else { return }
            let parts: [String] =
                switch inline {
                case .text(let text), .code(let text): [text]
                case .mathematics(let formula): formula.texParts
                default: []
                }
            turns =
                turns
                || parts.contains {
                    $0.unicodeScalars.contains {
                        $0.value == 0x200F || $0.value == 0x061C || (0x202A...0x202E).contains($0.value)
                            || (0x2066...0x2069).contains($0.value)
                    }
                }
        }
        guard turns else { return }
        findings.append(
            Finding(
                .error, code: "split-number", at: place,
                "characters that turn the direction of writing (U+200F, U+061C, U+202A to U+202E, U+2066 to U+2069) let digits be read beside a claim "
                    + "that don't stand there; leave them out, or claim the number elsewhere"))
    }

    private static let tooMany = "too-many-definitions"

    private mutating func look(through seen: [Seen], at place: Place) {
        if room <= 0, !findings.contains(where: { $0.code == Self.tooMany }) {
            findings.append(
                Finding(
                    .error, code: Self.tooMany, at: place,
                    "up to here the definitions of this lesson's formulas grow to more than a million commands, so nobody sees what "
                        + "stands beside its claims; write the formulas without them"))
        }
        for (index, part) in seen.enumerated() {
            guard case .claim(let claim, let isFormula) = part, claim.table == nil else { continue }
            let number = NumberTail.bare(claim.written)
            guard number.contains(where: \.isNumber) else { continue }
            if isFormula, let advice = NumberAround.lost(inFormula: number) {
                findings.append(
                    Finding(.error, code: "split-number", at: claim.place, length: claim.written.utf8.count, advice))
                continue
            }
            let before = Seen.text(of: seen[..<index].reversed(), isReversed: true)
            let behind = Seen.text(of: seen[(index + 1)...], isReversed: false)
            let goesOn =
                isFormula
                ? NumberAround.begins(beforeFormula: before, number) || NumberAround.ends(behindFormula: behind, number)
                : NumberAround.begins(before: before, number) || NumberAround.ends(behind: behind, number)
            guard goesOn else { continue }
            findings.append(
                Finding(
                    .error, code: "split-number", at: claim.place, length: claim.written.utf8.count,
                    "a part of this number stands outside its brackets, where nothing checks it; write all of it inside, as in "
                        + (isFormula ? "\\claim{-1.5}{x}" : "[−1.5e9](claim:x)")))
        }
    }
}
