import Exhibits
import Lessons
import Storage

extension CourseBuild {
    /// Decides which lessons are as they were, and parses the others.
    ///
    /// A page also depends on the titles of the other pages, so freshness is only known once every changed lesson is parsed.
    func parseStale(_ items: inout [Item], shared: [String: Digest]) {
        for index in items.indices {
            if readsDetails, let record = items[index].earlier?.record {
                items[index].earlier = details(of: items[index].entry.name, record).map {
                    EarlierPage(record: record, details: $0)
                }
            }
            if items[index].result.findings.isEmpty, let record = items[index].earlier?.record,
                unchanged(items[index].text, record)
            {
                items[index].entry = record.entry
            } else if items[index].result.findings.isEmpty {
                parse(&items[index], shared: shared)
            }
        }
        // Nobody but its author sees a draft: it is in no list, and no build fails for it.
        if !options.showsDrafts { items.removeAll { $0.isSelected && $0.parsed?.lesson.frontMatter.isDraft == true } }
        let site = siteDigest(items.map(\.entry))
        for index in items.indices {
            items[index].text.inputs["site"] = site
            guard items[index].parsed == nil, items[index].result.findings.isEmpty, let earlier = items[index].earlier else {
                continue
            }
            if earlier.record.inputs == items[index].text.inputs, hasItsFiles(earlier.record) {
                items[index].stage = .unchanged(earlier.record)
                items[index].result = earlier.record.result
                items[index].files = earlier.record.files
                if options.listsClaims, let details = earlier.details { items[index].result.list(details) }
            } else {
                parse(&items[index], shared: shared)
                items[index].text.inputs["site"] = site
            }
        }
    }

    /// Looks after the references in every lesson that was parsed: what they point to may stand in any other.
    ///
    /// - Parameter all: What references can lead to, by the language of the page.
    /// - Returns: labels that a lesson that is asked for shares with another. Neither fails for what the other is called.
    func checkReferences(_ items: inout [Item], _ all: (String) -> CourseLabels) -> [Finding] {
        var collisions: Set<Finding> = []
        var languages: Set<String> = []
        for index in items.indices where items[index].isSelected {
            let language = items[index].entry.language ?? course.settings.defaults.lang
            let labels = all(language)
            if languages.insert(language).inserted { collisions.formUnion(labels.collisions) }
            guard let lesson = items[index].parsed?.lesson else { continue }
            items[index].result.findings += labels.findings(in: lesson)
            items[index].result.findings += labels.findings.filter { $0.place.file == items[index].file }
        }
        let selected = Set(items.filter(\.isSelected).map(\.file))
        return collisions.filter { selected.contains($0.place.file) }.sorted { ($0.place, $0.message) < ($1.place, $1.message) }
    }

    /// Keeps pages that can't stand under their lesson's name from being written. The lessons are judged all the same.
    func checkNames(_ items: inout [Item]) {
        for index in items.indices where items[index].isSelected {
            guard let finding = course.wrongNames[items[index].file] else { continue }
            items[index].result.findings.append(finding)
        }
    }

    /// Every lesson parsed, with its transcript where that is known; nothing is run.
    func inspected() async throws -> [Item] {
        let shared = try await sharedInputs()
        return course.lessons.map { file in
            var item = item(file, shared: shared)
            guard item.result.findings.isEmpty else { return item }
            parse(&item, shared: shared)
            if let parsed = item.parsed, let known = knownTranscript(of: parsed) {
                item.stage = .ran(RanLesson(parsed: parsed, transcript: known))
            }
            return item
        }
    }

    private func parse(_ item: inout Item, shared: [String: Digest]) {
        if item.text.bytes == nil {
            item = read(item.file, item.entry.name, shared, item.earlier)
            guard item.result.findings.isEmpty else { return }
        }
        var lesson = stages.parse(item.text.string, item.file, course.settings.defaults)
        lesson.name = item.entry.name
        item.entry.title = lesson.title
        item.entry.description = lesson.frontMatter.description
        item.entry.date = lesson.frontMatter.date
        item.entry.labels = lesson.labels
        item.entry.language = lesson.frontMatter.lang
        item.entry.translates = lesson.frontMatter.translates.map { original(named: $0, in: item) }
        item.result.title = item.entry.title
        item.result.findings = lesson.findings
        // A run sees neither the prose nor the site: only what its program is made of and reads.
        var runInputs = item.text.inputs.filter { !$0.key.hasSuffix(".md") }
        for name in ["lesson", "course.yml", "lectern", "site", "theme", "logo", "profile", "edition"] { runInputs[name] = nil }
        runInputs["program"] = Digest(of: stages.program(lesson))
        item.stage = .parsed(ParsedLesson(lesson: lesson, runInputs: runInputs))
    }

    /// Whether everything but the site around the page is as it was, and its run as well isolated as is asked for now.
    private func unchanged(_ text: LessonText, _ kept: PageRecord) -> Bool {
        // Every page of an edition without solutions is looked through again: what leaks may be another lesson's answer.
        if options.edition.hidesSolutions { return false }
        // A book is made of the trees of its pages, which nobody keeps.
        if options.writesEPUB { return false }
        guard sandbox.takes(kept.result.isolation) else { return false }
        if text.bytes == nil { return true }
        var inputs = kept.inputs
        inputs["site"] = nil
        return inputs == text.inputs
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
