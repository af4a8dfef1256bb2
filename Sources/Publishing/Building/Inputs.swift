import Exhibits
import Lessons
import Storage

extension CourseBuild {
    /// What all lessons depend on: the tool itself, the course's settings, the compiler and the runtime.
    func sharedInputs() async throws -> [String: Digest] {
        var inputs = try await stages.runInputs(tools)
        inputs["lectern"] = stages.renderer(tools)
        let file = Files.join(course.folder, "course.yml")
        inputs["course.yml"] = door.contents(of: file).map { Digest(of: $0) }
        inputs["profile"] = Digest(of: course.settings.defaults.profiles.joined(separator: "\u{0}"))
        inputs["edition"] = Digest(of: options.edition.rawValue)
        inputs["theme"] = course.settings.theme?.digest
        inputs["logo"] = logoDigest
        return inputs
    }

    /// A lesson and what is kept of its last build; it is read unless it can be told that nothing of it has changed.
    func item(_ file: String, shared: [String: Digest]) -> Item {
        // A shard leaves results, not pages: what is known of a page says nothing about the folder of results.
        let name = course.name(of: file)
        let record = options.shard == nil ? store.value(PageRecord.self, at: recordName(of: name)) : nil
        return record.flatMap { unread(file, name, shared, $0) }
            ?? read(file, name, shared, record.map { EarlierPage(record: $0) })
    }

    /// A lesson that needn't be read: it and all files that its text may mean are as they were, and so are the names of the
    /// course's files, so that it can mean no others. nil where anything differs.
    private func unread(_ file: String, _ name: String, _ shared: [String: Digest], _ kept: PageRecord) -> Item? {
        guard kept.tree == tree.digest else { return nil }
        var inputs = shared
        inputs["lesson"] = fingerprints.digest(of: file, as: "lesson") { path in
            (try? door.read(path, atMost: CourseDoor.textMegabytes)).map { Digest(of: $0) }
        }
        for path in kept.mentioned { inputs[path] = digest(ofMentioned: path) }
        inputs["site"] = kept.inputs["site"]
        guard inputs == kept.inputs else { return nil }
        inputs["site"] = nil
        return Item(
            file: file, isSelected: isSelected(file), text: LessonText(bytes: nil, inputs: inputs, mentioned: kept.mentioned),
            earlier: EarlierPage(record: kept), entry: LessonEntry(name: name, title: name), result: .init(file: file))
    }

    private func isSelected(_ file: String) -> Bool { course.selection?.contains(file) ?? true }

    private func digest(ofMentioned path: String) -> Digest? {
        let file = Files.join(course.folder, path)
        guard path.hasSuffix(".md") else { return fingerprints.digest(of: file) }
        return fingerprints.digest(of: file, as: "text") { path in door.contents(of: path).map { Digest(of: $0) } }
    }

    /// The bytes of a lesson, whether it was read or not.
    func source(of item: Item) -> [UInt8] {
        item.text.bytes ?? (try? door.read(item.file, atMost: CourseDoor.textMegabytes)) ?? []
    }

    /// A lesson as read.
    func read(_ file: String, _ name: String, _ shared: [String: Digest], _ earlier: EarlierPage?) -> Item {
        var refusal: Refusal?
        var bytes: [UInt8] = []
        do throws(Refusal) {
            bytes = try door.read(file, atMost: CourseDoor.textMegabytes)
        } catch { refusal = error }
        var inputs = shared
        inputs["lesson"] = Digest(of: bytes)
        let mentioned = includedFiles(mentionedIn: bytes, except: file) + dataFiles(mentionedIn: bytes)
        for (path, digest) in mentioned { inputs[path] = digest }
        var item = Item(
            file: file, isSelected: isSelected(file),
            text: LessonText(bytes: bytes, inputs: inputs, mentioned: mentioned.map(\.0)), earlier: earlier,
            entry: LessonEntry(name: name, title: name), result: .init(file: file))
        if let refusal {
            item.result.findings = [
                Finding(
                    .error, code: "missing-file", at: Place(file: file, line: 1),
                    "the lesson can't be read: \(refusal.reason)")
            ]
        } else if let place = Self.placeOfBadText(in: bytes, of: file) {
            item.result.findings = [
                Finding(.error, code: "bad-text", at: place, "this is not UTF-8 text; save the lesson as UTF-8")
            ]
        }
        if item.result.findings.isEmpty { item.result.findings = leaving(mentionedIn: bytes, of: file) }
        return item
    }

    /// Where a lesson names a link that leads out of the course. Nothing behind it is read for the course, and a result that
    /// depends on it would be taken for good when it no longer is.
    private func leaving(mentionedIn source: [UInt8], of file: String) -> [Finding] {
        tree.leaving.compactMap { link in
            guard let offset = source.offset(ofText: link), !link.hasSuffix(".md") else { return nil }
            let before = source[..<offset]
            let place = Place(
                file: file, line: before.count { $0 == 0x0A } + 1, column: offset - (before.lastIndex(of: 0x0A) ?? -1))
            return Finding(
                .error, code: "refused-file", at: place, length: link.utf8.count,
                "“\(link)” isn't read: \(Refusal.leaves.reason)")
        }
    }

    /// Where text stops being UTF-8; a lesson with other characters than the author wrote is no lesson of the author's.
    private static func placeOfBadText(in bytes: [UInt8], of file: String) -> Place? {
        guard String(validating: bytes, as: UTF8.self) == nil else { return nil }
        var line = 1
        for text in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
            if String(validating: text, as: UTF8.self) == nil { return Place(file: file, line: line) }
            line += 1
        }
        return Place(file: file, line: 1)
    }

    /// The files of the course that a lesson can read, by path below the course's folder.
    func dataFiles(mentionedIn source: [UInt8]) -> [(String, Digest?)] {
        tree.data(mentionedIn: source).map { ($0, digest(ofMentioned: $0)) }
    }

    /// The Markdown files that a lesson's text includes or translates, or that those include, by path below the course's folder.
    func includedFiles(mentionedIn source: [UInt8], except file: String) -> [(String, Digest?)] {
        var texts = [String(decoding: source, as: UTF8.self)]
        // A translation depends on what it translates.
        guard texts[0].holds("{{<") || texts[0].holds("translates:") else { return [] }
        var left = tree.markdown.filter { Files.join(course.folder, $0) != file }
        var found: [(String, Digest?)] = []
        while let text = texts.popLast() {
            for path in left where text.contains(Files.name(of: path)) {
                let bytes = door.contents(of: Files.join(course.folder, path))
                found.append((path, bytes.map { Digest(of: $0) }))
                texts.append(String(decoding: bytes ?? [], as: UTF8.self))
            }
            left.removeAll { path in found.contains { $0.0 == path } }
        }
        return found
    }

    /// Where what is known of a page is kept: one file for each lesson and output folder.
    func recordName(of name: String) -> String {
        let target = options.output.map { Digest(of: Files.absolute($0)).text.prefix(12) } ?? "verify"
        return "pages/\(target)/\(CoursePath.flat(name)).md.record"
    }

    /// And the rest of it.
    func detailsName(of name: String) -> String { recordName(of: name).replacing(".md.record", with: ".md.details") }

    /// And what the course's tables of verified numbers show of it.
    func verifiedName(of name: String) -> String { recordName(of: name).replacing(".md.record", with: ".md.verified") }
}
