/// What the last build into an output folder left there.
struct SiteRecord: Codable, Equatable, Sendable {
    /// What the site's own files were made from.
    var inputs: Digest
    /// The site's own files, with the digest of their content.
    var own: [String: Digest]
    var links: [String: PageLinks]
    /// All files, those of the lessons among them.
    var all: [String: Digest]
}

extension ResultStore {
    func site(at output: String) -> SiteRecord? { value(SiteRecord.self, at: siteName(output)) }

    func keepSite(_ record: SiteRecord, at output: String) { keep(record, at: siteName(output)) }

    private func siteName(_ output: String) -> String { "sites/\(Digest(of: Files.absolute(output)).text.prefix(12)).record" }
}
