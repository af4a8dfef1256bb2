import Exhibits

/// Claims whose number goes on outside their brackets: `-[1.5](claim:x)` says −1.5 where 1.5 was verified.
///
/// Looked at is the finished tree, as a reader sees it: past bold type, code, raised text, spans, comments and formulas, digits of
/// any script, and thousands behind a blank.
struct SplitNumbers {
    private var findings: [Finding] = []

    static func findings(in blocks: [BlockNode]) -> [Finding] {
        var search = SplitNumbers()
        walk(blocks, text: { text, _ in search.look(through: Seen.of(text)) }) { node in
            if case .mathematics(let formula) = node.block { search.look(through: Seen.of(formula)) }
        }
        return search.findings + HiddenClaims.findings(in: blocks)
    }

    private mutating func look(through seen: [Seen]) {
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
