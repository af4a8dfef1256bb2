#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif
import Reports
import Storage

/// What the last build into an output folder left there.
struct SiteRecord: Codable, Equatable, Sendable {
    /// What the site's own files were made from.
    var inputs: Digest
    /// The site's own files, with the digest of their content.
    @Listed var own: [String: Digest]
    var links: [String: PageLinks]
    /// All files, those of the lessons among them.
    @Listed var all: [String: Digest]
    /// Whether every page of the course was there, every link led somewhere, and every file had a place of its own.
    var isSound = false
    /// Files in the folder that pages point to and Lectern didn't write: they may go at any time.
    var strangers: [String] = []
}

extension ResultStore {
    func site(at output: String) -> SiteRecord? { value(SiteRecord.self, at: siteName(output) + ".record") }

    func keepSite(_ record: SiteRecord, at output: String) { keep(record, at: siteName(output) + ".record") }

    /// Notes that files are about to be written into the output folder: should this build be killed, the next one looks for
    /// what it left half done.
    func begin(writingTo output: String) { keep(bytes: [], at: mark(output)) }

    func end(writingTo output: String) { door?.remove(mark(output)) }

    /// The marks of builds into the output folder that never came to their end.
    func marksOfKilled(writingTo output: String) -> [String] {
        let own = Files.name(of: siteName(output)) + "."
        guard let sites = path("sites"), !Files.isLink(sites) else { return [] }
        return Files.leftovers(in: sites).filter { Files.name(of: $0).hasPrefix(own) }
    }

    /// Whether builds into an output folder are remembered at all.
    var isKept: Bool { folder != nil }

    private func mark(_ output: String) -> String { "\(siteName(output)).\(getpid())\(Files.unfinished)" }

    private func siteName(_ output: String) -> String { "sites/\(Digest(of: Files.absolute(output)).text.prefix(12))" }
}
