import Exhibits
import Foundation
import Lessons
import Storage

/// Files of a course that a lesson links to and no reader gets, since Lectern writes a file of its own at the same path.
struct HiddenFiles {
    let findings: [Finding]

    /// - Parameters:
    ///   - written: What is written for the lesson, by path.
    ///   - shared: What all pages share, by path; nil for what is no such file.
    init(
        _ lesson: Lesson, of folder: String, door: CourseDoor, written: [String: [UInt8]], shared: (String) -> [UInt8]?
    ) {
        var findings: [Finding] = []
        var seen: Set<String> = []
        lesson.walk { visit in
            guard let destination = Self.destination(in: visit) else { return }
            let address = String(destination.prefix { $0 != "#" && $0 != "?" })
            let name = address.removingPercentEncoding ?? address
            guard !name.isEmpty, !name.contains(":"), let path = SitePath.resolved(name, on: lesson.name),
                !path.hasSuffix(".html"), !path.hasSuffix(".md"), seen.insert(path).inserted,
                let own = written[path] ?? (SharedFiles.isOwn(path) ? shared(path) ?? [] : nil),
                let theirs = door.contents(of: Files.join(folder, path)), theirs != own
            else { return }
            findings.append(
                Finding(
                    .error, code: "same-file", at: Self.place(of: destination, in: lesson), length: destination.utf8.count,
                    "the course's file \(path) isn't published: Lectern writes its own file there; rename or move yours"))
        }
        self.findings = findings
    }

    private static func destination(in visit: Visit) -> String? {
        switch visit {
        case .inline(.link(_, let destination, _)), .inline(.image(_, let destination, _)): destination
        case .block(let node): if case .figure(let picture) = node.block { picture.destination } else { nil }
        case .inline: nil
        }
    }

    private static func place(of destination: String, in lesson: Lesson) -> Place {
        guard let found = lesson.source.firstRange(of: destination) else { return Place(file: lesson.file, line: 1) }
        let before = lesson.source.utf8[..<found.lowerBound]
        let start = before.lastIndex(of: 0x0A).map(before.index(after:)) ?? before.startIndex
        return Place(
            file: lesson.file, line: before.count { $0 == 0x0A } + 1,
            column: before.distance(from: start, to: before.endIndex) + 1)
    }
}
