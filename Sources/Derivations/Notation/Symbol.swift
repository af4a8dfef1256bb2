import Exhibits

/// The name of a scalar: as a lesson spells it in code, and as each notation typesets it.
public struct Symbol: Hashable, Sendable {
    /// As code spells it: `net_h1`, `w5`, `E_total`.
    public var key: String
    /// The same in the indexed notation: `z_1^(1)`, `w_11^(1)`, `L`.
    public var indexedKey: String
    /// As lecture slides typeset it: `net_{h1}`.
    var sequential: TeXName
    /// As textbooks typeset it: `z_{1}^{(1)}`.
    var indexed: TeXName
    /// Whether it names the loss or one of its parts, for which a page may have a letter of its own.
    var isLoss = false

    init(_ key: String, _ sequential: TeXName, indexed indexedKey: String, _ indexed: TeXName) {
        self.key = key
        self.sequential = sequential
        self.indexedKey = indexedKey
        self.indexed = indexed
    }

    /// A name somebody chose: `f`, `w_0` or `w0` (digits at the end become a subscript), the same in both notations.
    init(_ name: String) {
        let typeset = TeXName(Self.tex(of: name))
        self.init(name, typeset, indexed: name, typeset)
    }

    /// The same quantity in one of several samples: net_{h1}^{[2]}, z_{1}^{(1)[2]}.
    func inSample(_ sample: Int) -> Symbol { marked("[\(sample)]") }

    /// The same name with a mark behind it, raised where it is typeset: `[2]`, `+`.
    func marked(_ mark: String) -> Symbol {
        var symbol = Symbol(key + mark, sequential.marked(mark), indexed: indexedKey + mark, indexed.marked(mark))
        symbol.isLoss = isLoss
        return symbol
    }

    /// The same name, known as one of the loss.
    var ofLoss: Symbol {
        var symbol = self
        symbol.isLoss = true
        return symbol
    }

    /// As the notation typesets it.
    func tex(_ notation: PageStyle.Notation) -> String {
        (notation == .sequential ? sequential : indexed).tex
    }

    /// As the notation writes it in plain text.
    public func text(_ notation: PageStyle.Notation) -> String {
        notation == .sequential ? key : indexedKey
    }

    private static let greek: Set<String> = [
        "alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta", "kappa", "lambda", "mu", "nu", "xi", "pi",
        "rho", "sigma", "tau", "phi", "chi", "psi", "omega",
    ]

    /// `w0` → `w_{0}`, `x_in` → `x_{in}`, `rate` → `\mathit{rate}`, `sigma` → `\sigma`.
    static func tex(of name: String) -> String {
        var stem = Substring(name)
        var index = ""
        if let bar = name.firstIndex(of: "_") {
            stem = name[..<bar]
            index = String(name[name.index(after: bar)...].map { $0 == "_" ? "," : $0 })
        } else if let digits = name.firstIndex(where: \.isNumber), name[digits...].allSatisfy(\.isNumber),
            digits > name.startIndex
        {
            stem = name[..<digits]
            index = String(name[digits...])
        }
        let letter =
            greek.contains(String(stem))
            ? "\\\(stem)" : stem.count > 1 ? "\\mathit{\(TeXEscape.symbols(stem))}" : TeXEscape.symbols(stem)
        return index.isEmpty ? letter : "\(letter)_{\(TeXEscape.symbols(index))}"
    }
}
