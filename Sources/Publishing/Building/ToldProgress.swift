import Exhibits

/// How far the long cells of lessons have come, as far as it is news: a lesson's process says what it likes, as often as it likes.
public struct ToldProgress: Sendable {
    public init() {}

    /// The tenth that each label of each lesson has come to.
    private var tenths: [String: [String: Int]] = [:]
    /// How many lines were told of each lesson.
    private var told: [String: Int] = [:]

    /// Lines of one lesson that anybody reads, and how many states a bar shows.
    package static let mostLines = 200
    package static let mostStates = 5000

    /// The line to be told, or nil.
    ///
    /// - Parameter isBar: Whether it replaces the line before: then every state is told, not only each tenth.
    public mutating func line(_ file: String, _ progress: RunProgress, isBar: Bool) -> String? {
        let most = isBar ? Self.mostStates : Self.mostLines
        let count = told[file, default: 0]
        guard count <= most else { return nil }
        // A cell may say anything of itself, also that it is infinitely far.
        let fraction = progress.fraction.isFinite ? min(1, max(0, progress.fraction)) : 0
        let tenth = Int(fraction * 10)
        guard tenths[file]?[progress.label] != tenth || isBar else { return nil }
        tenths[file, default: [:]][progress.label] = tenth
        told[file] = count + 1
        if count == most { return "\(file): says more of how far it is than is told" }
        let share = "\(progress.label.isEmpty ? "" : progress.label + " ")\(Int(fraction * 100)) %"
        return "\(file): \(share)\(progress.detail.isEmpty ? "" : ", " + progress.detail)".cut(toBytes: 500)
    }
}
