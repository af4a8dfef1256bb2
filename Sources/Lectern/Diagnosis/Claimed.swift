import Claims
import Derivations
import Exhibits

extension Outcome {
    /// What a claim's expression came to, with the possible causes when the claim is false.
    /// `expression` is what is claimed, where that can be said plainly.
    init(_ value: Any, written: String, of expression: PlainExpression? = nil) {
        self.init(value)
        guard let notebook = Notebook.current, let computed = self.value else { return }
        switch Written(parsing: written) {
        case .number(let number):
            guard let computed = computed.number else { return }
            notebook.check(number, computed, value as? Scalar, of: expression, into: &hints)
        // The page may write a decimal comma: then the number is read again with its mark before anything is searched.
        case .list(let list):
            let values: [Double]
            switch computed {
            case .vector, .matrix, .nested: values = computed.tree?.numbers ?? []
            default: return
            }
            guard values.count == list.entries.count else { return }
            var causes: [Hint] = []
            for (entry, computed) in zip(list.entries, values) {
                var found: [Hint] = []
                notebook.check(entry.number, computed, nil, of: nil, into: &found)
                for hint in found where !causes.contains(hint) { causes.append(hint) }
            }
            if !causes.isEmpty || zip(list.entries, values).contains(where: { $0.number.verdict(for: $1) == .wrong }) {
                let lists = notebook.hints(forList: list.entries.map(\.number))
                hints = lists.isEmpty ? Array(causes.prefix(2)) : lists
            }
        case .boolean: return
        case .text(let text), .statement(let text):
            if let number = WrittenNumber(parsing: text, mark: .comma), let computed = computed.number {
                notebook.check(number, computed, value as? Scalar, of: expression, into: &hints)
            } else if case .text(let computed) = computed, computed != text {
                hints = notebook.hints(forText: text)
            }
        }
    }
}

extension Notebook {
    /// Holds one number to its digits, remembers it, and looks for causes when it is false.
    fileprivate func check(
        _ number: WrittenNumber, _ computed: Double, _ scalar: Scalar?, of expression: PlainExpression?,
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
        note(EarlierClaim(computed: computed, written: number.value, text: number.text, holds: holds))
    }
}
