import Foundation

/// Where the parts of a toolchain lie that programs read while they run or are compiled.
extension Toolchain {
    /// The folder above `bin`, as it is named and as it is.
    var roots: [String] {
        let named = URL(filePath: compiler).deletingLastPathComponent().deletingLastPathComponent()
        let real = URL(filePath: compiler).resolvingSymlinksInPath().deletingLastPathComponent().deletingLastPathComponent()
        var paths = [named, real].map { $0.standardized.path(percentEncoded: false) }
        paths = paths.map { $0.hasSuffix("/") && $0.count > 1 ? String($0.dropLast()) : $0 }
        return paths[0] == paths[1] ? [paths[0]] : paths
    }

    /// Swift's own libraries.
    var libraryFolders: [String] { roots.map { $0 + "/lib" } }

    /// What tells of a crash.
    var backtracer: [String] { roots.map { $0 + "/libexec/swift" } }

    /// What the compiler reads of Lectern's runtime, the headers that its C module names among it.
    var interfaces: [String] {
        let map = URL(filePath: moduleMap).standardized
        let text = (try? String(contentsOf: map, encoding: .utf8)) ?? ""
        let named = text.split(separator: "\"", omittingEmptySubsequences: false).filter { $0.hasPrefix("/") }
        let headers = named.map { URL(filePath: String($0)).deletingLastPathComponent() }
        let all = [URL(filePath: modules), map.deletingLastPathComponent()] + headers
        return [runtime] + all.map { $0.standardized.path(percentEncoded: false) }
    }
}
