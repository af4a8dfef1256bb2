import Exhibits
import Lessons
import Reports
import Storage

extension VariantRun {
    /// A student's handout, before it is written.
    struct StudentPage {
        var files: [(path: String, bytes: [UInt8])]
        var findings: [Finding]
        /// Whether all that is wrong with it is that digits of answers stand in it, which other numbers may not have.
        var onlyMeets: Bool
    }

    /// What a student gets, looked through for answers.
    func handout(
        _ student: Roster.Student, _ transcript: Transcript, _ whole: Handout, _ shared: Shared
    ) throws -> StudentPage {
        var lesson = shared.student
        lesson.name = student.stem
        lesson.frontMatter.aliases = []
        // What the name is written in decides nothing beyond the name.
        let name = [student.name, student.id].filter { !$0.isEmpty }.map { "\u{2068}\($0)\u{2069}" }.joined(separator: " · ")
        let isTitled = if case .heading? = lesson.blocks.first?.block { true } else { false }
        lesson.blocks.insert(
            BlockNode(.paragraph([.strong([.text(name)])]), at: Place(file: file, line: 1)), at: isTitled ? 1 : 0)
        let page = try build.stages.render(lesson, transcript, shared.site)
        let errors = page.findings.filter { $0.severity == .error }
        let proof = LeakProof(of: [whole])
        let files = Self.handedOut(page)
        let leaks = files.filter { !SharedFiles.isOwn($0.path) }.map { file in
            (file.path, proof.leaks(in: file.bytes, path: file.path, of: self.file))
        }
        let all = leaks.flatMap(\.1)
        return StudentPage(
            files: files, findings: errors + leaks.flatMap { build.findings($0.1, in: $0.0) },
            onlyMeets: errors.isEmpty && !all.isEmpty && all.allSatisfy(\.isAnswer))
    }

    func write(_ files: [(path: String, bytes: [UInt8])], of student: Roster.Student, _ shared: Shared) async throws {
        let handouts = OutputDoor(folder: Files.join(variants.output, "handouts"))
        for (path, bytes) in files { try handouts.write(bytes, to: path) }
        if let printer = shared.printer {
            let stem = Files.join(handouts.folder, student.stem)
            let bytes = try await printer.pdf(of: stem + ".html", for: stem + ".pdf")
            try handouts.write(bytes, to: student.stem + ".pdf")
        }
    }

    /// A page's files, in order, without those that only a site needs.
    static func handedOut(_ page: Stages.Page) -> [(path: String, bytes: [UInt8])] {
        page.files.filter { !$0.key.hasSuffix(".md") && !$0.key.hasPrefix("assets/search/") }
            .sorted { $0.key < $1.key }.map { (path: $0.key, bytes: $0.value) }
    }
}
