import Foundation

/// A folder for programs while they are compiled and run; gone when nobody needs it.
final class WorkFolder: Sendable {
    let path: String

    /// There is no place for programs on this machine.
    struct Unusable: Error, CustomStringConvertible {
        let description: String
    }

    init() throws(Unusable) {
        let folder = FileManager.default.temporaryDirectory
        path = folder.appending(path: "lectern-\(UUID().uuidString)").path()
        do {
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        } catch {
            throw Unusable(
                description:
                    "no folder can be made in \(folder.path()), where programs are compiled; set TMPDIR to a folder that can be written to"
            )
        }
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }
}
