import Reports
import Synchronization
import Storage

/// Typeset formulas and coloured code, kept by their text: in memory for this build, in the course's cache for the next.
final class FormulaStore: Sendable {
    private let store: ResultStore
    /// The folder of the store; another for every version of the scripts, so nothing stale is ever found.
    private let folder: String
    private let known = Mutex<[String: String]>([:])

    init(store: ResultStore, version: Digest) {
        self.store = store
        folder = "formulas/\(version.text.prefix(12))"
    }

    func recall(_ text: String) -> String? {
        if let result = known.withLock({ $0[text] }) { return result }
        guard let bytes = store.bytes(at: name(text)) else { return nil }
        let result = String(decoding: bytes, as: UTF8.self)
        known.withLock { $0[text] = result }
        return result
    }

    func remember(_ text: String, _ result: String) {
        known.withLock { $0[text] = result }
        store.keep(bytes: result.utf8, at: name(text))
    }

    private func name(_ text: String) -> String { "\(folder)/\(Digest(of: text))" }
}
