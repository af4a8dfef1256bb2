import Foundation

extension Toolchain {
    /// What the compiler's tool tells of the public declarations of `modules`: one JSON document for each module, and for each
    /// module that one of them extends.
    ///
    /// Comments are taken from what the compiler kept of them: beside sources that were changed since, it would read other
    /// lines of these.
    ///
    /// - Throws: `Missing` when the tool isn't there or refuses.
    public func symbolGraphs(of modules: [String], moduleCache: String) async throws -> [Data] {
        let tool = String(compiler.dropLast("swiftc".count)) + "swift-symbolgraph-extract"
        let work = try WorkFolder()
        let seen = work.path + "/modules"
        let graphs = work.path + "/graphs"
        let files = FileManager.default
        for folder in [seen, graphs] { try files.createDirectory(atPath: folder, withIntermediateDirectories: true) }
        for name in try files.contentsOfDirectory(atPath: self.modules)
        where name.hasSuffix(".swiftmodule") || name.hasSuffix(".swiftdoc") {
            try files.createSymbolicLink(atPath: "\(seen)/\(name)", withDestinationPath: "\(self.modules)/\(name)")
        }
        for module in modules {
            let call = CompilerCall(
                compiler: tool,
                arguments: [
                    "-module-name", module, "-I", seen, "-output-dir", graphs, "-minimum-access-level", "public",
                    "-skip-synthesized-members", "-target", Platform.triple,
                    "-Xcc", "-fmodule-map-file=\(moduleMap)", "-module-cache-path", moduleCache,
                ], seconds: 60)
            guard case .ended(_, isSuccess: true) = try await call.run() else {
                throw Missing(description: "the reference can't be made: \(tool) did not read the module \(module)")
            }
        }
        return try files.contentsOfDirectory(atPath: graphs).sorted().map {
            try Data(contentsOf: URL(filePath: graphs + "/" + $0))
        }
    }
}
