/// The commands by which pages mark a claim and a place in a formula: no author's and no cell's.
package enum FormulaMarks {
    static let commands: Set<String> = ["\\htmlClass", "\\htmlId"]

    /// The first of them in a formula, wherever it stands.
    package static func first(in tex: String) -> String? {
        guard tex.contains("\\html") else { return nil }
        var reader = TeXReader(tex)
        while let token = reader.token() { if commands.contains(token) { return token } }
        return nil
    }
}
