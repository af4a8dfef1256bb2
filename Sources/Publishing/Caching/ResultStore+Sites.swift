extension ResultStore {
    /// The files that the last build wrote into an output folder, with the digest of their content.
    func site(at output: String) -> [String: Digest] { value([String: Digest].self, at: siteName(output)) ?? [:] }

    func keepSite(_ files: [String: Digest], at output: String) { keep(files, at: siteName(output)) }

    private func siteName(_ output: String) -> String { "sites/\(Digest(of: Files.absolute(output)).text.prefix(12)).json" }
}
