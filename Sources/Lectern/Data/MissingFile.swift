import Foundation

/// What to say to an author whose file isn't there.
enum MissingFile {
    static let advice = "its path starts at the lesson's folder"

    /// An error in a sentence; Foundation's own are many lines long.
    static func words(for error: any Error) -> String {
        if let error = error as? CocoaError, error.code == .fileReadNoSuchFile, let path = error.filePath {
            return "there is no file '\(path)'; \(advice)"
        }
        if let error = error as? CocoaError { return error.localizedDescription }
        return "\(error)"
    }
}
