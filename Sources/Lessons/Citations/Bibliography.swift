import Exhibits

/// The works a lesson may cite, from its BibTeX files.
public struct Bibliography: Hashable, Sendable {
    public private(set) var works: [String: Work] = [:]
    /// Whether every file was there: of a missing one nobody knows which works it holds.
    private var isComplete = true

    public init() {}

    /// The works of BibTeX files; a missing or broken file is reported.
    static func read(
        _ paths: [String], beside file: String, with lifting: inout Lifting,
        reading: (String) throws(UnreadableFile) -> String?
    ) -> Bibliography {
        var bibliography = Bibliography()
        for path in paths {
            let resolved = Paths.resolved(path, beside: file, root: lifting.root)
            lifting.reads.append(resolved)
            let text: String
            do throws(UnreadableFile) {
                guard let content = try reading(resolved) else {
                    bibliography.isComplete = false
                    lifting.report(
                        "missing-file", at: lifting.bibliographyOrigin,
                        "there is no bibliography “\(resolved)”; paths start at the folder of the lesson")
                    continue
                }
                text = content
            } catch {
                bibliography.isComplete = false
                lifting.report(
                    "refused-file", at: lifting.bibliographyOrigin,
                    "the bibliography “\(resolved)” is not read: \(error.reason)")
                continue
            }
            let number = lifting.files.add(resolved, text)
            var parser = BibTeXParser(text, file: number)
            for work in parser.works(with: &lifting) where bibliography.works[work.key] == nil {
                bibliography.works[work.key] = work
            }
        }
        return bibliography
    }

    /// Citations of works that aren't there.
    func findings(in lesson: Lesson) -> [Finding] {
        guard isComplete else { return [] }
        var findings: [Finding] = []
        let known = works.keys.sorted()
        lesson.walk { visit in
            guard case .inline(.citation(let citation)) = visit else { return }
            for item in citation.items where works[item.key] == nil {
                // Past the first fifty it isn't a matter of spelling.
                let advice =
                    findings.count < 50
                    ? NearestKey.advice(for: item.key, in: known) : "add it to the bibliography, or correct the key"
                findings.append(
                    Finding(
                        .error, code: "unknown-citation", at: item.place, length: item.key.utf8.count + 1,
                        "there is no work “\(item.key)” in the bibliography; \(advice)"))
            }
        }
        return findings
    }

    /// A citation in plain text: `(Rumelhart et al., 1986, p. 533)`, or `Rumelhart et al. (1986)` as part of a sentence.
    public func text(of citation: Citation) -> String {
        let items = citation.items.map { text(of: $0, isNarrative: citation.isNarrative) }.joined(separator: "; ")
        return citation.isNarrative ? items : "(\(items))"
    }

    /// One work of a citation, without the parentheses around all of them.
    public func text(of item: Citation.Item, isNarrative: Bool) -> String {
        guard let work = works[item.key] else { return item.key }
        let year = ([work.year] + [item.locator].compactMap { $0 }).joined(separator: ", ")
        return isNarrative ? "\(work.shortAuthors) (\(year))" : "\(work.shortAuthors), \(year)"
    }

    /// The works that `lesson` cites, by author and year: what its list of references shows.
    public func cited(in lesson: Lesson) -> [Work] {
        var keys: Set<String> = []
        lesson.walk { visit in
            if case .inline(.citation(let citation)) = visit { keys.formUnion(citation.items.map(\.key)) }
        }
        return keys.compactMap { works[$0] }.sorted { ($0.sortKey, $0.key) < ($1.sortKey, $1.key) }
    }
}
