import Foundation

/// What to say to an author whose file isn't there.
enum MissingFile {
    /// What there is instead, or where paths start.
    static func advice(for path: String) -> String {
        let folder = (path as NSString).deletingLastPathComponent
        let ending = (path as NSString).pathExtension
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder.isEmpty ? "." : folder) else {
            return "there is no folder '\(folder)': a path starts at the lesson's folder"
        }
        let alike = names.filter { !$0.hasPrefix(".") && ($0 as NSString).pathExtension == ending }.sorted().prefix(6)
        guard !alike.isEmpty else { return "a path starts at the lesson's folder" }
        return "\(folder.isEmpty ? "the lesson's folder" : "'\(folder)'") has \(alike.joined(separator: ", "))"
    }

    /// An error in a sentence; Foundation's own are many lines long.
    static func words(for error: any Error) -> String {
        if let error = error as? CocoaError, error.code == .fileReadNoSuchFile, let path = error.filePath {
            return "there is no file '\(path)'; \(advice(for: path))"
        }
        if let error = error as? CocoaError { return error.localizedDescription }
        return "\(error)"
    }
}
