import Audit
import Exhibits
import Lessons
import Storage

/// What an audit of notes came to: each note, and all of it as findings.
public struct AuditRun: Sendable {
    /// The notes in the order of their names.
    public var audits: [Audit]
    public var result: CourseResult
}

/// Audits notes and folders of notes: reads them and changes nothing.
///
/// An audit file, a lesson whose front matter says `audits:`, is run as any lesson, if it is named itself; its notes are held to
/// what it computes. Nothing else is run.
///
/// - Throws: `FileError` for a path that isn't there; what is thrown for a lesson that can't be run.
public func auditNotes(_ paths: [String], options: BuildOptions) async throws -> AuditRun {
    var run = AuditRun(audits: [], result: CourseResult())
    run.result.subject = .notes
    for (path, root) in try paths.flatMap({ root in try noteFiles(root).map { ($0, root) } }) {
        let file: SourceFile
        do {
            file = try noteFile(at: path)
        } catch {
            run.result.lessons.append(
                CourseResult.LessonResult(
                    file: path,
                    findings: [
                        Finding(
                            .error, code: "unread-notes", at: Place(file: path, line: 1),
                            "nothing is read of it: it \(error.reason)")
                    ]))
            continue
        }
        if NoteKind(of: path) == .markdown, AuditLesson.isOne(file) {
            if paths.contains(path) {
                let own = try await AuditLesson(path, options: options).run()
                run.audits += own.audits
                run.result.lessons += own.result.lessons
            }
            continue
        }
        let audit = Audit(Notes(file, open: opener(beside: path, within: root)))
        run.audits.append(audit)
        run.result.lessons.append(AuditFindings(audit, file: path).lesson)
    }
    run.leaveOutIncluded(from: Set(paths))
    return run
}

extension AuditRun {
    /// What another file of the audit takes in is read there, and counts once, if all that it takes in itself is read there as
    /// well. A file that was named counts by itself.
    fileprivate mutating func leaveOutIncluded(from named: Set<String>) {
        let read = audits.map { Set($0.notes.files.map(\.name)) }
        let takers = read.indices.filter { read[$0].count > 1 }
        var included: Set<String> = []
        for (index, audit) in audits.enumerated() where !named.contains(audit.notes.files[0].name) {
            let isReadElsewhere = takers.contains { other in
                // Of two that take in each other the first is the one that counts.
                other != index && read[index].isSubset(of: read[other]) && (read[index] != read[other] || other < index)
            }
            if isReadElsewhere { included.insert(audit.notes.files[0].name) }
        }
        audits.removeAll { included.contains($0.notes.files[0].name) }
        result.lessons.removeAll { included.contains($0.file) }
    }
}

/// How many planted slips the audit of each note would see, in words.
///
/// - Parameters:
///   - seed: the same seed plants the same slips.
///   - listsAll: whether every slip that isn't seen is listed.
public func auditPower(of run: AuditRun, seed: UInt64, listsAll: Bool = false) -> String {
    run.audits.map { audit in
        let file = audit.notes.files[0]
        let power = AuditPower(of: audit, file: file, open: opener(beside: file.name), seed: seed)
        return PowerReport(power, file: file.name, listsAll: listsAll).text
    }.joined()
}

/// An audit file for notes that have none, made from what they state; its author confirms it.
///
/// - Parameters:
///   - path: the notes.
///   - target: where the audit file will stand; nil for beside the notes.
/// - Throws: `FileError` where it can't be read, or states too little of a network.
public func proposedAudit(of path: String, to target: String?) throws(FileError) -> String {
    guard NoteKind(of: path) != nil else { throw FileError(path, NoteKind.refusal) }
    let folder = Files.folder(of: target ?? path)
    guard folder == Files.folder(of: path) else {
        throw FileError(target ?? path, "an audit file stands beside its notes, in \(Files.folder(of: path))/")
    }
    let audit = Audit(Notes(try noteFile(at: path), open: opener(beside: path)))
    do throws(NetworkProposal.Refusal) {
        return try audit.proposedNetwork(naming: Files.name(of: path)).text
    } catch {
        throw FileError(path, "no network can be proposed: \(error.reason)")
    }
}

/// Writes a proposed audit file, unless something stands there.
///
/// - Throws: `FileError` where a file stands already or none can be written.
public func writeProposal(_ text: String, to path: String) throws(FileError) {
    guard !Files.exists(path) else { throw FileError(path, "stands already; name another file with --propose") }
    try Files.write(Array(text.utf8), to: path)
}

/// Writes the notes with every number marked.
public func writePage(of run: AuditRun, to path: String) throws(FileError) {
    try Files.write(Array(AuditPage(run).html.utf8), to: path)
}

/// The notes that a path names: a file, or all notes below a folder. A file that another one takes in is read there.
private func noteFiles(_ path: String) throws(FileError) -> [String] {
    guard Files.exists(path) else { throw FileError(path, "there is no such file or folder") }
    guard Files.isFolder(path) else {
        guard NoteKind(of: path) != nil else {
            throw FileError(path, NoteKind.refusal)
        }
        return [path]
    }
    let notes = Files.tree(below: path).filter { NoteKind(of: $0) != nil }.map { Files.join(path, $0) }
    if notes.isEmpty { throw FileError(path, "holds no notes: \(NoteKind.endings)") }
    return notes
}

private func noteFile(at path: String) throws(FileError) -> SourceFile {
    let bytes = try Files.read(path)
    return SourceFile(name: path, bytes: bytes.count > Notes.longestFile ? Array(bytes.prefix(Notes.longestFile + 1)) : bytes)
}

/// Opens what a note names through the door of the note's folder, or of the folder that is audited as a whole.
///
/// LaTeX looks from where the main file is, which a chapter doesn't know: a name is looked for beside the note, then in the
/// folders above it, up to the one that is audited.
func opener(beside path: String, within root: String? = nil) -> (String) -> OpenedFile {
    let folder = Files.folder(of: path)
    let isBelow = root.map { folder == $0 || folder.hasPrefix(Files.join($0, "")) } ?? false
    let outermost = isBelow ? root ?? folder : folder
    let door = CourseDoor(outermost)
    return { name in
        var (place, first): (String, Refusal?) = (folder, nil)
        while true {
            let full = Paths.normalized(Files.join(place, name))
            do throws(Refusal) {
                return .bytes(try door.read(full, atMost: CourseDoor.textMegabytes), name: full)
            } catch {
                first = first ?? error
            }
            guard place != outermost, !place.isEmpty else { return .refused(first?.reason ?? Refusal.missing.reason) }
            place = Files.folder(of: place)
        }
    }
}
