/// The marks of a name without what only sets it: `m_hat`, `mHat` and `\hat m` are one name.
enum NameKey {
    /// Letters and digits, Greek ones by their names.
    static func plain(_ name: String) -> String {
        var key = ""
        for character in name {
            if let greek = greek[character] {
                key += greek
            } else if character.isLetter || character.isNumber {
                key.append(character)
            }
        }
        return key
    }

    /// The words that an identifier is made of: `bceOfTwoSamples2` is bce, of, two, samples, 2.
    static func words(_ identifier: String) -> [String] {
        var words: [String] = []
        var word = ""
        var last: Character = " "
        func isNew(_ character: Character) -> Bool {
            if !(character.isLetter || character.isNumber) { return true }
            if word.isEmpty { return false }
            return character.isNumber != last.isNumber || (character.isUppercase && !last.isUppercase)
        }
        for character in identifier {
            if isNew(character) {
                if !word.isEmpty { words.append(word) }
                word = ""
            }
            if character.isLetter || character.isNumber { word += greek[character] ?? String(character) }
            last = character
        }
        if !word.isEmpty { words.append(word) }
        return words.map { stem($0) }
    }

    /// A word without its number and case: losses and Loss are loss.
    static func stem(_ word: some StringProtocol) -> String {
        let word = word.lowercased()
        if word.count > 5, word.hasSuffix("sses") { return String(word.dropLast(2)) }
        if word.count > 3, word.hasSuffix("s"), !word.hasSuffix("ss"), !word.hasSuffix("us") { return String(word.dropLast()) }
        return word
    }

    private static let greek: [Character: String] = [
        "α": "alpha", "β": "beta", "γ": "gamma", "δ": "delta", "ε": "epsilon", "ϵ": "epsilon", "η": "eta", "θ": "theta",
        "κ": "kappa", "λ": "lambda", "μ": "mu", "ν": "nu", "π": "pi", "ρ": "rho", "σ": "sigma", "τ": "tau", "φ": "phi",
        "ϕ": "phi", "χ": "chi", "ψ": "psi", "ω": "omega", "Δ": "Delta", "Σ": "Sigma", "Θ": "Theta", "Ω": "Omega",
    ]
}
