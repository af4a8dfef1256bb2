import Exhibits
import Lessons

extension CourseBuild {
    /// Decides which lessons are as they were, and parses the others.
    ///
    /// A page also depends on the titles of the other pages, so freshness is only known once every changed lesson is parsed.
    func parseStale(_ items: inout [Item], shared: [String: Digest]) {
        for index in items.indices {
            if readsDetails, let kept = items[index].kept {
                items[index].details = details(of: items[index].entry.name, kept)
                if items[index].details == nil { items[index].kept = nil }
            }
            if items[index].result.findings.isEmpty, let kept = items[index].kept, unchanged(items[index], kept) {
                items[index].entry = kept.entry
            } else if items[index].result.findings.isEmpty {
                parse(&items[index], shared: shared)
            }
        }
        // Nobody but its author sees a draft: it is in no list, and no build fails for it.
        if !options.showsDrafts { items.removeAll { $0.isSelected && $0.lesson?.frontMatter.isDraft == true } }
        let site = siteDigest(items.map(\.entry))
        for index in items.indices {
            items[index].inputs["site"] = site
            guard items[index].lesson == nil, items[index].result.findings.isEmpty, let kept = items[index].kept else {
                continue
            }
            if kept.inputs == items[index].inputs, hasItsFiles(kept) {
                items[index].isFresh = true
                items[index].result = kept.result
                items[index].files = kept.files
                if options.listsClaims, let details = items[index].details { items[index].result.list(details) }
            } else if items[index].result.findings.isEmpty {
                parse(&items[index], shared: shared)
                items[index].inputs["site"] = site
            }
        }
    }

    /// Looks after the references in every lesson that was parsed: what they point to may stand in any other.
    ///
    /// - Parameter all: What references can lead to, by the language of the page.
    func checkReferences(_ items: inout [Item], _ all: (String) -> CourseLabels) {
        for index in items.indices where items[index].isSelected {
            guard let lesson = items[index].lesson else { continue }
            let labels = all(lesson.frontMatter.lang)
            items[index].result.findings += labels.findings(in: lesson)
            items[index].result.findings += labels.findings.filter { $0.place.file == items[index].file }
        }
    }

    /// Every lesson parsed, with its transcript where that is known; nothing is run.
    func inspected() async throws -> [Item] {
        let shared = try await sharedInputs()
        return course.lessons.map { file in
            var item = item(file, shared: shared)
            guard item.result.findings.isEmpty else { return item }
            parse(&item, shared: shared)
            item.transcript = item.lesson.flatMap { knownTranscript(of: item, lesson: $0) }
            return item
        }
    }

    private func parse(_ item: inout Item, shared: [String: Digest]) {
        if !item.isRead {
            let details = item.details
            item = read(item.file, item.entry.name, shared, item.kept)
            item.details = details
            guard item.result.findings.isEmpty else { return }
        }
        var lesson = stages.parse(String(decoding: item.source, as: UTF8.self), item.file, course.settings.defaults)
        lesson.name = item.entry.name
        item.lesson = lesson
        item.entry.title = lesson.title
        item.entry.description = lesson.frontMatter.description
        item.entry.date = lesson.frontMatter.date
        item.entry.labels = lesson.labels
        item.entry.language = lesson.frontMatter.lang
        item.entry.translates = lesson.frontMatter.translates.map { original(named: $0, in: item) }
        item.result.title = item.entry.title
        item.result.findings = lesson.findings
        // A run sees neither the prose nor the site: only what its program is made of and reads.
        item.runInputs = item.inputs
        for name in ["lesson", "course.yml", "lectern", "site", "theme", "logo", "profile", "edition"] {
            item.runInputs[name] = nil
        }
        item.runInputs = item.runInputs.filter { !$0.key.hasSuffix(".md") }
        item.runInputs["program"] = Digest(of: stages.program(lesson))
    }

    /// Whether everything but the site around the page is as it was, and its run as well isolated as is asked for now.
    private func unchanged(_ item: Item, _ kept: PageRecord) -> Bool {
        // Every page of an edition without solutions is looked through again: what leaks may be another lesson's answer.
        if options.edition.hidesSolutions { return false }
        // A book is made of the trees of its pages, which nobody keeps.
        if options.writesEPUB { return false }
        guard sandbox.takes(kept.result.isolation) else { return false }
        if !item.isRead { return true }
        var inputs = kept.inputs
        inputs["site"] = nil
        return inputs == item.inputs
    }

    func siteDigest(_ entries: [LessonEntry]) -> Digest {
        let pages = entries.map { "\($0.name)\u{0}\($0.title)\u{0}\($0.description ?? "")\u{0}\($0.date ?? "")\u{0}" }
        let languages = entries.map { "\($0.language ?? "")\u{0}\($0.translates ?? "")\u{0}" }
        let labels = entries.flatMap(\.labels).map { "\($0.name)\u{0}\($0.number)\u{0}\($0.title)\u{0}\($0.page)\u{0}" }
        return Digest(of: (pages + labels + languages).joined())
    }

    /// Whether the pages still stand in the output folder as they were written.
    private func hasItsFiles(_ kept: PageRecord) -> Bool { options.output.map { stand(kept.files, in: $0) } ?? true }
}
