import Foundation
import FuzzCases
import Testing

/// What would break: a file of a stranger ends Lectern, keeps it busy or makes it print without end.
struct FoundInputTests {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../Fuzz").standardized

    private static func inputs(_ kind: String, _ target: FuzzTarget) -> [(name: String, bytes: [UInt8])] {
        let folder = folder.appending(path: kind).appending(path: target.rawValue)
        let files = (try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)) ?? []
        return files.sorted { $0.lastPathComponent < $1.lastPathComponent }.compactMap { file in
            (try? Data(contentsOf: file)).map { (file.lastPathComponent, Array($0)) }
        }
    }

    @Test(arguments: FuzzTarget.allCases)
    func `whatever fuzzing found once is read in time and in few words`(target: FuzzTarget) {
        for (name, bytes) in Self.inputs("found", target) {
            let output = target.take(bytes)
            #expect(!output.isFlood(from: bytes.count), "\(name): \(output)")
        }
    }

    @Test(arguments: FuzzTarget.allCases)
    func `a file that was cut off anywhere, or lost a bit, is no trap`(target: FuzzTarget) {
        for (name, bytes) in Self.inputs("seeds", target) {
            var inputs = [bytes]
            let step = max(1, bytes.count / 16)
            for position in stride(from: step / 2, to: bytes.count, by: step) {
                inputs.append(Array(bytes[..<position]))
                var flipped = bytes
                flipped[position] ^= 1 << UInt8(position % 8)
                inputs.append(flipped)
            }
            for input in inputs { #expect(!target.take(input).isFlood(from: input.count), "\(name), cut or changed") }
        }
    }
}
