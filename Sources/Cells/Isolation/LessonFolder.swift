import Exhibits
import Foundation
import Storage

/// What a lesson may write to, beside its folder for temporary files: what its front matter names, made where it isn't there.
struct LessonFolder {
    /// Absolute and without links.
    let path: String
    private(set) var writable: [String] = []
    /// What the front matter names and no lesson may write to, with the reason.
    private(set) var refused: (name: String, reason: String)?

    /// - Parameters:
    ///   - writes: Files and folders in it that the lesson says it writes to.
    ///   - course: What lessons see of the course around it.
    init(_ folder: String, writes: [String], in course: CourseView) {
        path = RealPath.of(folder) ?? folder
        for name in writes {
            do throws(Refused) {
                writable.append(try Self.prepared(path + "/" + name, in: course))
            } catch {
                refused = refused ?? (name, error.reason)
            }
        }
    }

    private struct Refused: Error { var reason: String }

    /// The place as it really is; a folder that isn't there is made.
    private static func prepared(_ place: String, in course: CourseView) throws(Refused) -> String {
        if RealPath.of(place) == nil {
            // The way to it must lie in the course before anything is made there.
            let names = place.split(separator: "/", omittingEmptySubsequences: false)
            let above = try prepared(names.dropLast().joined(separator: "/"), in: course)
            guard course.holds(above) else { throw Refused(reason: "it lies outside the course") }
            if let reason = course.reasonAgainstMaking(above + "/" + (names.last ?? "")) { throw Refused(reason: reason) }
            // Another lesson may run already and put a link on the way.
            if let folder = try? HeldFolder(above), let name = names.last { mkdirat(folder.descriptor, String(name), 0o777) }
        }
        guard let real = RealPath.of(place) else { throw Refused(reason: "it can't be made") }
        if !course.holds(real) { throw Refused(reason: "it lies outside the course") }
        return real
    }

    /// Whether everything named may be written to.
    func finding(for file: String, in course: CourseView) -> Finding? {
        let unfit = writable.compactMap { place in course.reasonAgainstWriting(to: place).map { (place, $0) } }.first
        guard let (name, reason) = refused ?? unfit.map({ (String($0.0.dropFirst(path.count + 1)), $0.1) }) else { return nil }
        return Finding(
            .error, code: "refused-write", at: Place(file: file, line: 1),
            "`writes: \(name)`: \(reason); name a folder that holds only what lessons write")
    }
}
