import Lessons
import Synchronization

/// Typesets mathematics with KaTeX and colours code with highlight.js, both in duktape, at build time. Results are kept by
/// their text, and the engine starts only when something is asked for that isn't known.
public final class Typesetter: Sendable {
    /// A formula KaTeX can't read: what it says, and where in the formula (a UTF-16 offset).
    public struct FormulaError: Error, Hashable, Sendable {
        public var message: String
        public var offset: Int?
    }

    private struct State {
        var known: [String: String]
        var katex: ScriptEngine?
        var highlight: ScriptEngine?
    }

    static let longestFormula = Mathematics.longest
    /// In bytes.
    static let longestCode = 12_000

    private let recall: @Sendable (String) -> String?
    private let remember: @Sendable (String, String) -> Void
    private let sources: @Sendable () throws -> TypesetterSources
    private let state: Mutex<State>

    /// - Parameters:
    ///   - known: results of earlier runs, as `results` gave them.
    ///   - recall: what somebody else has kept under a text, asked before a script runs.
    ///   - remember: told every new result, by its text.
    ///   - sources: called when a script is needed for the first time.
    public init(
        known: [String: String] = [:], recall: @escaping @Sendable (String) -> String? = { _ in nil },
        remember: @escaping @Sendable (String, String) -> Void = { _, _ in },
        sources: @escaping @Sendable () throws -> TypesetterSources
    ) {
        state = Mutex(State(known: known))
        self.recall = recall
        self.remember = remember
        self.sources = sources
    }

    /// Everything typeset so far, to be kept for the next run.
    public var results: [String: String] { state.withLock { $0.known } }

    /// What KaTeX makes of a formula.
    enum Output: String {
        case htmlAndMathML = "htmlAndMathml"
        case mathML = "mathml"
    }

    /// MathML alone, for readers that typeset themselves. Throws `FormulaError` as the other form does.
    func mathML(of formula: PageNode.Formula) throws -> String {
        try mathematics(formula.tex, display: formula.isDisplay, macros: formula.macros, output: .mathML)
    }

    /// HTML and MathML of a formula. Throws `FormulaError` for TeX that KaTeX can't read.
    ///
    /// - Parameter macros: what commands in it stand for, by their names with the backslash.
    public func mathematics(_ tex: String, display: Bool, macros: [String: String] = [:]) throws -> String {
        try mathematics(tex, display: display, macros: macros, output: .htmlAndMathML)
    }

    private func mathematics(_ tex: String, display: Bool, macros: [String: String], output: Output) throws -> String {
        guard tex.utf8.count <= Self.longestFormula else {
            throw FormulaError(message: "the formula has more than \(Self.longestFormula) characters; divide it")
        }
        let defined = macros.sorted { $0.key < $1.key }.map { $0.key + "\u{2}" + $0.value }.joined(separator: "\u{1}")
        guard tex.utf8.count + defined.utf8.count <= Self.longestFormula else {
            throw FormulaError(
                message: "the formula and its macros have more than \(Self.longestFormula) characters; divide it")
        }
        let key = (output == .mathML ? "M" : "") + (display ? "D" : "I") + (defined.isEmpty ? "" : defined + "\u{3}") + tex
        return try result(for: key) { state in
            let engine = try state.katex ?? started(.katex)
            state.katex = engine
            let answer = try engine.call(
                "lecternMath", tex, (display ? "1" : "") + "\u{3}" + defined + "\u{3}" + output.rawValue)
            guard let first = answer.first, first != "!" else {
                let parts = answer.dropFirst().split(separator: "\t", maxSplits: 1, omittingEmptySubsequences: false)
                throw FormulaError(
                    message: parts.last.map(String.init) ?? answer, offset: parts.first.flatMap { Int($0) })
            }
            return answer
        }
    }

    /// Code with the parts of its syntax in spans of class `hljs-…`; nil for a language highlight.js doesn't know.
    ///
    /// Code that the script takes minutes for stays without colours.
    public func code(_ text: String, language: String) -> String? {
        guard language.utf8.count <= 100, Self.isColourable(text) else { return nil }
        let answer = try? result(for: "C\(language)\n\(text)") { state in
            let engine = try state.highlight ?? started(.highlight)
            state.highlight = engine
            return try engine.call("lecternCode", text, language)
        }
        return answer.flatMap { $0.isEmpty ? nil : $0 }
    }

    private func result(for key: String, _ make: (inout State) throws -> String) throws -> String {
        try state.withLock { state in
            if let known = state.known[key] { return known }
            if let kept = recall(key) {
                state.known[key] = kept
                return kept
            }
            let made = try make(&state)
            state.known[key] = made
            remember(key, made)
            return made
        }
    }

    private func started(_ script: TypesetterScript) throws -> ScriptEngine {
        let engine = try sources().started(script)
        switch script {
        case .katex: try engine.run(Bridges.katex)
        case .highlight: try engine.run(Bridges.highlight)
        }
        return engine
    }
}
