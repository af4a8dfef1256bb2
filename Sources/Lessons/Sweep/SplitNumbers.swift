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
