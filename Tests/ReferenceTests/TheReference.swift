import Cells
import Foundation
import Reference

/// The reference of the modules that these tests are built from.
enum TheReference {
    private static let made = Task { () throws -> Reference in
        let toolchain = try Toolchain.located(executable: CommandLine.arguments[0])
        let cache = NSTemporaryDirectory() + "lectern-test-modules"
        return try Reference(symbolGraphs: await toolchain.symbolGraphs(of: Reference.modules, moduleCache: cache))
    }

    static func get() async throws -> Reference { try await made.value }
}
