import Audit
import Claims
import Foundation

/// Notes in a string, audited; `files` are what they may take in.
func audited(_ text: String, as name: String = "notes.md", files: [String: String] = [:]) -> Audit {
    Audit(
        Notes(SourceFile(name: name, bytes: Array(text.utf8))) { name in
            files[name].map { .bytes(Array($0.utf8), name: name) } ?? .refused("there is no such file")
        })
}

extension Audit {
    /// The results that are wrong.
    var wrong: [String] { results(.wrong) }

    func results(_ verdict: Verdict) -> [String] {
        numbers.compactMap { number in
            if case .checked(let judged) = number.status, judged.verdict == verdict { number.text } else { nil }
        }
    }

    /// How many results were done again.
    var checked: Int { numbers.count { if case .checked = $0.status { true } else { false } } }
}

/// A folder beside the tests.
enum TestFolder {
    private static let tests = URL(filePath: #filePath).deletingLastPathComponent()

    static func bytes(_ name: String, in folder: String = "Notes") -> [UInt8]? {
        (try? Data(contentsOf: tests.appending(path: folder + "/" + name))).map { Array($0) }
    }

    static func audit(_ name: String, in folder: String = "Notes") -> Audit? {
        bytes(name, in: folder).map { bytes in
            Audit(
                Notes(SourceFile(name: name, bytes: bytes)) { inner in
                    Self.bytes(inner, in: folder).map { .bytes($0, name: inner) } ?? .refused("there is no such file")
                })
        }
    }
}
