import Cells
import Exhibits
import Foundation
import Reference
import Storage

/// Where the reference is kept: made once from the modules a lesson is compiled against, and read from then on.
public enum ReferenceStore {
    /// A reference and the modules it was made from.
    private struct Kept: Codable {
        var stamp: String
        var reference: Reference
    }

    /// The reference of this Lectern.
    ///
    /// The first call asks the compiler's tools; later ones read what was kept, beside the modules or in the user's cache, as
    /// long as the modules are the same files.
    public static func load() async throws -> Reference {
        let toolchain = try LessonRuns.toolchain()
        let stamp = stamp(of: toolchain)
        let places = places(for: toolchain)
        for place in places {
            if let bytes = Files.contents(of: place), let kept = try? Packed.value(Kept.self, from: bytes),
                kept.stamp == stamp
            {
                return kept.reference
            }
        }
        let graphs = try await toolchain.symbolGraphs(of: Reference.modules, moduleCache: LessonRuns.moduleCache())
        let kept = Kept(stamp: stamp, reference: try Reference(symbolGraphs: graphs))
        let bytes = try Packed.bytes(of: kept)
        _ = places.first { (try? Files.write(bytes, to: $0)) != nil }
        return kept.reference
    }

    private static func places(for toolchain: Toolchain) -> [String] {
        ["\(toolchain.modules)/../reference.packed"]
            + (UserCache.folder("reference").map { ["\($0)/reference.packed"] } ?? [])
    }

    /// What the file system says of the modules and of Lectern itself.
    private static func stamp(of toolchain: Toolchain) -> String {
        let modules = Reference.modules.map { "\(toolchain.modules)/\($0).swiftmodule" }
        return ((Files.executable.map { [$0] } ?? []) + modules).map { path in
            let attributes = try? FileManager.default.attributesOfItem(atPath: path)
            let date = (attributes?[.modificationDate] as? Date)?.timeIntervalSinceReferenceDate ?? 0
            return "\(path) \(attributes?[.size] as? Int ?? 0) \(date)"
        }.joined(separator: "; ")
    }
}
