/// A script that a typesetter runs.
public enum TypesetterScript: Sendable {
    case katex, highlight
}

/// Where a typesetter has its scripts from: whoever reads and keeps files hands them in.
public struct TypesetterSources: Sendable {
    private let text: @Sendable (TypesetterScript) throws -> String
    private let kept: @Sendable (TypesetterScript) -> [UInt8]?
    private let keep: @Sendable (TypesetterScript, [UInt8]) -> Void

    /// The version of the engine that compiles the scripts: no other understands what was kept.
    public static var engineVersion: Int { ScriptEngine.version }

    /// - Parameters:
    ///   - text: the script's text.
    ///   - kept: the script as compiled before. It is run as it is, and can do anything: it comes from nobody else.
    ///   - keep: given the script as compiled, when it had to be.
    public init(
        text: @escaping @Sendable (TypesetterScript) throws -> String,
        kept: @escaping @Sendable (TypesetterScript) -> [UInt8]? = { _ in nil },
        keep: @escaping @Sendable (TypesetterScript, [UInt8]) -> Void = { _, _ in }
    ) {
        self.text = text
        self.kept = kept
        self.keep = keep
    }

    /// Scripts given as text.
    public init(katex: String, highlight: String) {
        self.init(text: { script in
            switch script {
            case .katex: katex
            case .highlight: highlight
            }
        })
    }

    /// An engine in which the script has run. Compiling KaTeX takes it longer than all the formulas of a lesson.
    func started(_ script: TypesetterScript) throws -> ScriptEngine {
        let engine = try ScriptEngine()
        try engine.run(Bridges.polyfills)
        if let kept = kept(script), (try? engine.run(compiled: kept)) != nil { return engine }
        let compiled = try engine.compiled(text(script))
        try engine.run(compiled: compiled)
        keep(script, compiled)
        return engine
    }
}
