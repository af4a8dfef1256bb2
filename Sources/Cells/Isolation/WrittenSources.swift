import Exhibits
import Lessons

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// What a lesson left in the places it may write to that the next build would take for a part of the course, or for one that was
/// left out by mistake: Markdown, or the file of a course. Before the run there was none, so it is set aside under a name that
/// nothing reads. So is what it made there under a hidden name: a `.git` tells the programs that come by what to run.
///
/// Another lesson may still write there: each folder is held open, so that nothing else is renamed in its place.
struct WrittenSources {
    private struct Found {
        /// Absolute, as it was written.
        var path: String
        /// The name it has now; nil where it couldn't be renamed.
        var kept: String?
    }

    private var found: [Found] = []
    /// Absolute paths of folders that nobody can look through.
    private var unseen: [String] = []
    private static let ending = ".refused"

    init(setAsideFrom places: [String]) {
        for place in places {
            // A file has nothing in it, and what is missing neither.
            do throws(HeldFolder.Obstacle) {
                look(through: try HeldFolder(place), at: place, depth: 0)
            } catch {
                if error != .missing { unseen.append(place) }
            }
        }
    }

    private mutating func look(through folder: HeldFolder, at path: String, depth: Int) {
        do throws(HeldFolder.Obstacle) {
            try folder.each { name, status in
                let text = String(cString: name)
                if HeldFolder.isFolder(status) {
                    look(into: name, in: folder, at: path + "/" + text, depth: depth + 1)
                } else if status == nil {
                    unseen.append(path + "/" + text)
                }
                if CourseView.isSource(text) || MarkdownName.isAny(text) || text.hasPrefix(".") {
                    found.append(Found(path: path + "/" + text, kept: Self.setAside(name, text, in: folder)))
                }
                return true
            }
        } catch {
            unseen.append(path)
        }
    }

    private mutating func look(into name: UnsafePointer<CChar>, in folder: HeldFolder, at path: String, depth: Int) {
        if depth > HeldFolder.deepest { return unseen.append(path) }
        do throws(HeldFolder.Obstacle) {
            look(through: try HeldFolder(name, in: folder), at: path, depth: depth)
        } catch {
            if error != .missing { unseen.append(path) }
        }
    }

    /// The new name of an entry; nil where it can't be renamed.
    private static func setAside(_ name: UnsafePointer<CChar>, _ text: String, in folder: HeldFolder) -> String? {
        let text = String(text.drop { $0 == "." })
        // A name has an end: what is too long for it loses its own.
        let other = "\(ending)-\(String(UInt64.random(in: 0...UInt64.max), radix: 16))"
        // Something that can't be replaced, such as a folder, may have been put in the first one's place.
        for kept in [text + ending, text.prefix(40) + ending, text.prefix(40) + ending + "-2", text.prefix(40) + other] {
            if renameat(folder.descriptor, name, folder.descriptor, kept) == 0 { return kept }
            // The lesson may have taken the right from its own folder.
            fchmod(folder.descriptor, 0o700)
        }
        return nil
    }

    /// - Parameter folder: The lesson's.
    func finding(for file: String, in folder: String) -> Finding? {
        let name = { (path: String) in path.hasPrefix(folder + "/") ? String(path.dropFirst(folder.count + 1)) : path }
        guard let first = found.min(by: { $0.path < $1.path }) else {
            return unseen.min().map { path in
                Finding(
                    .error, code: "written-source", at: Place(file: file, line: 1),
                    "what the lesson wrote to “\(name(path))” can't be looked through, because it lies more than "
                        + "\(HeldFolder.deepest) folders deep or its rights don't allow it; remove it, and let the lesson make no "
                        + "such folders")
            }
        }
        let others = found.count > 1 ? " and \(found.count - 1) more" : ""
        let above = name(first.path).split(separator: "/").dropLast().map { $0 + "/" }.joined()
        let kept = first.kept.map { "it is kept as “\(above)\($0)”" } ?? "remove it"
        return Finding(
            .error, code: "written-source", at: Place(file: file, line: 1),
            "“\(name(first.path))”\(others) was written while the lesson ran, and the next build would take it for a part of the "
                + "course, or another program for its settings; \(kept), and let the lesson give it a name that isn't hidden and "
                + "isn't Markdown's")
    }
}
