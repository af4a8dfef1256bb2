import Exhibits

/// The name of a scalar: as a lesson spells it in code, and as each notation typesets it.
public struct Symbol: Hashable, Sendable {
    /// As code spells it: `net_h1`, `w5`, `E_total`.
    public var key: String
    /// The same in the indexed notation: `z_1^(1)`, `w_11^(1)`, `L`.
    public var indexedKey: String
    /// TeX as on lecture slides: `net_{h1}`.
    var sequentialTeX: String
    /// TeX as in textbooks: `z_{1}^{(1)}`.
    var indexedTeX: String
    /// Whether it names the loss or one of its parts, for which a page may have a letter of its own.
    var isLoss = false

    init(_ key: String, _ sequentialTeX: String, indexed indexedKey: String, _ indexedTeX: String) {
        self.key = key
        self.sequentialTeX = sequentialTeX
        self.indexedKey = indexedKey
        self.indexedTeX = indexedTeX
    }

    /// A name somebody chose: `f`, `w_0` or `w0` (digits at the end become a subscript), the same in both notations.
    init(_ name: String) {
        self.init(name, Self.tex(of: name), indexed: name, Self.tex(of: name))
    }

    /// The same quantity in one of several samples: net_{h1}^{[2]}, z_{1}^{(1)[2]}.
    func inSample(_ sample: Int) -> Symbol {
        func raised(_ tex: String) -> String {
            tex.hasSuffix(")}") || tex.hasSuffix("\\rangle}") ? tex.dropLast() + "[\(sample)]}" : tex + "^{[\(sample)]}"
        }
        var symbol = Symbol(
            key + "[\(sample)]", raised(sequentialTeX), indexed: indexedKey + "[\(sample)]", raised(indexedTeX))
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
        notation == .sequential ? sequentialTeX : indexedTeX
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
