import Claims
import Derivations
import Exhibits

extension Outcome {
    /// What a claim's expression came to, with the possible causes when the claim is false.
    ///
    /// - Parameters:
    ///   - expression: What is claimed, where that can be said plainly.
    ///   - site: Where the lesson makes the claim.
    init(_ value: Any, written: String, of expression: PlainExpression? = nil, at site: ClaimSite? = nil) {
        self.init(value)
        guard let notebook = Notebook.current, let computed = self.value else { return }
        let read = Written(parsing: written)
        switch computed.number == nil ? read.asList() : read {
        case .number(let number):
            guard let computed = computed.number else { return }
            notebook.check(number, computed, value as? Scalar, of: expression, at: ClaimPlace(site: site), into: &hints)
        // The page may write a decimal comma: then the number is read again with its mark before anything is searched.
        case .list(let list):
            let values: [Double]
            switch computed {
            case .vector, .matrix, .nested: values = computed.tree?.numbers ?? []
            default: return
            }
            guard values.count == list.entries.count else { return }
            var wrong: [Int: [Hint]] = [:]
            var mismatches: [Mismatch] = []
            for (index, (number, computed)) in zip(list.entries.map(\.number), values).enumerated() {
                var causes: [Hint] = []
                notebook.check(number, computed, nil, of: nil, at: ClaimPlace(site: site, entry: index), into: &causes)
                guard number.verdict(for: computed) == .wrong else { continue }
                wrong[index] = causes
                mismatches.append(Mismatch(written: number, value: computed))
            }
            guard !wrong.isEmpty else { return }
            let numbers = list.entries.map(\.number)
            let lists = notebook.hints(forList: numbers)
            let whole = lists.first ?? Hint.arrangement(of: numbers, computed: computed) ?? notebook.commonHint(for: mismatches)
            hints = whole.map { [$0.said(at: wrong.keys.min())] } ?? Hint.ofEntries(wrong)
        case .boolean: return
        case .text(let text), .statement(let text):
            if let number = WrittenNumber(parsing: text, mark: .comma), let computed = computed.number {
                notebook.check(number, computed, value as? Scalar, of: expression, at: ClaimPlace(site: site), into: &hints)
            } else if case .text(let computed) = computed, computed != text {
                hints = notebook.hints(forText: text)
            }
        }
    }
}

extension Hint {
    /// What explains a whole list is said once, at its first number that is wrong.
    fileprivate func said(at entry: Int?) -> Hint {
        var hint = self
        hint.entry = entry
        return hint
    }

    /// The causes of the wrong numbers of a list, each at the number it was found for.
    ///
    /// That it was rounded on the way is said only if it is so of every number that is wrong: it is the verdict of them all.
    fileprivate static func ofEntries(_ wrong: [Int: [Hint]]) -> [Hint] {
        let isRounded = wrong.values.allSatisfy { $0.first?.cause == roundingPath }
        return wrong.sorted { $0.key < $1.key }.flatMap { index, causes in
            causes.filter { isRounded || $0.cause != roundingPath }.map { cause in
                var cause = cause
                cause.entry = index
                return cause
            }
        }
    }
}

extension Notebook {
    /// Holds one number to its digits, remembers it, and looks for causes when it is false.
    fileprivate func check(
        _ number: WrittenNumber, _ computed: Double, _ scalar: Scalar?, of expression: PlainExpression?, at place: ClaimPlace,
        into hints: inout [Hint]
    ) {
        let verdict = number.verdict(for: computed)
        if verdict == .wrong {
            var mismatch = Mismatch(written: number, value: computed)
            if let scalar = scalar ?? formula(of: expression, giving: computed) {
                mismatch.graphs = [scalar.graph]
            } else {
                mismatch.graphs = relations(giving: computed).map(\.graph)
                mismatch.isGuessed = true
            }
            hints = self.hints(for: mismatch)
        }
        // A number that follows from rounded ones is no mistake that others could inherit, only a little less exact.
        let holds = verdict.isTrue || hints.first?.cause == Hint.roundingPath
        note(EarlierClaim(place: place, number: number, computed: computed, holds: holds))
    }
}
