import Exhibits
import Storage

/// The files of a course besides its pages, listed once for a build, and which of them a lesson's text may mean.
///
/// A program has to name a file to read it, or its folder, or, when it puts the name together, the name's ending: a file counts
/// as soon as the lesson's text mentions one of these. That takes in too many now and then, never too few.
struct CourseTree: Sendable {
    /// A file and the words that may mean it, as places in `words`.
    private struct Named: Sendable {
        var path: String
        var words: [Int]
    }

    /// Every Markdown file, by path below the course's folder.
    let markdown: [String]
    /// Links that lead out of the course: nothing behind them belongs to it.
    let leaving: [String]
    /// What files and links there are; not what is in them.
    let digest: Digest
    private let data: [Named]
    private let aliases: [FolderWalk.Alias]
    private let words: [[UInt8]]

    /// - Parameter output: a folder whose files are none of the course's.
    init(below folder: String, except output: String?) {
        let output = output.map(Files.absolute)
        let walk = FolderWalk(folder) { path in output.map { Files.absolute(path) == $0 } ?? false }
        (aliases, leaving) = (walk.aliases, walk.leaving)
        digest = Digest(
            of: [walk.files, walk.leaving, walk.aliases.flatMap { [$0.path, $0.target] }].map { $0.joined(separator: "\u{0}") }
                .joined(separator: "\u{0}\u{0}"))
        markdown = walk.files.filter { $0.hasSuffix(".md") }
        var places: [String: Int] = [:]
        var words: [[UInt8]] = []
        data = walk.files.filter { !$0.hasSuffix(".md") && $0 != "course.yml" }.map { file in
            let parts = file.split(separator: "/").map(String.init)
            let ending = parts.last?.split(separator: ".").last.map { "." + $0 } ?? ""
            return Named(
                path: file,
                words: (parts + [ending]).map { word in
                    if let place = places[word] { return place }
                    places[word] = words.count
                    words.append(Array(word.utf8))
                    return words.count - 1
                })
        }
        self.words = words
    }

    /// The files that a text may mean, Markdown apart, by path below the course's folder.
    func data(mentionedIn text: [UInt8]) -> [String] {
        let isMentioned = words.map(text.holds)
        // Who names a link to a folder may read anything in that folder.
        let named = aliases.filter { text.holds(Array(Files.name(of: $0.path).utf8)) }.map { $0.target + "/" }
        return data.filter { file in
            file.words.contains { isMentioned[$0] } || named.contains { $0 == "/" || file.path.hasPrefix($0) }
        }.map(\.path)
    }
}
