/// What another library calls the same thing: `PyTorch` and `nn.Linear`.
public struct ForeignName: Codable, Hashable, Sendable {
    public var library: String
    public var name: String

    /// The names in a line such as "Keras `Dense`, PyTorch `nn.Linear`": in backquotes behind the library's name, which holds
    /// for all that follow.
    static func all(in text: Substring) -> [ForeignName] {
        let parts = text.split(separator: "`", omittingEmptySubsequences: false)
        var library = ""
        var names: [ForeignName] = []
        for (place, part) in parts.enumerated() {
            if place.isMultiple(of: 2) {
                let words = part.split(whereSeparator: { !$0.isLetter && $0 != "-" })
                if let word = words.last(where: { !joining.contains($0) }) { library = String(word) }
            } else if !library.isEmpty {
                names.append(ForeignName(library: library, name: String(part)))
            }
        }
        return names
    }

    /// Words between two names of one library.
    private static let joining: Set<Substring> = ["and", "or", "with"]

    /// Whether somebody who wrote this, as `Reference.plain` has it, means this name, in full or its last part.
    func isMeant(by plain: String) -> Bool { [name, String(shortName)].map(Reference.plain).contains(plain) }

    /// The last part, by which people look for it: `Linear` of `nn.Linear`, `CrossEntropyLoss` of `torch.nn.CrossEntropyLoss`.
    var shortName: Substring { name.split(separator: ".").last ?? name[...] }

    /// What other libraries and their parts are called where they are imported.
    static let libraries: Set<String> = [
        "F", "callbacks", "flax", "jax", "jnp", "keras", "layers", "losses", "metrics", "models", "nn", "np", "numpy", "optim",
        "optimizers", "pd", "plt", "preprocessing", "sklearn", "sns", "tf", "torch",
    ]
}
