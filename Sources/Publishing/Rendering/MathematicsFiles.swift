import Reports
import Synchronization
import Storage

/// KaTeX's style sheet and fonts, each read once.
final class MathematicsFiles: Sendable {
    let fonts: MathematicsFonts
    private let folder: String
    private let known = Mutex<[String: [UInt8]]>([:])

    init() throws {
        folder = try SystemScripts.located().katex
        fonts = MathematicsFonts(css: String(decoding: try Files.read(folder + "/katex.min.css"), as: UTF8.self))
    }

    /// A font by its file name.
    func font(_ name: String) throws -> [UInt8] {
        if let bytes = known.withLock({ $0[name] }) { return bytes }
        let bytes = try Files.read("\(folder)/fonts/\(name)")
        known.withLock { $0[name] = bytes }
        return bytes
    }
}
