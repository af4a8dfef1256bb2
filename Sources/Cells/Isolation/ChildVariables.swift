import Foundation
import Subprocess

/// The few environment variables that an isolated child gets: none of the user's but what its libraries are found and set by.
struct ChildVariables {
    private var values: [String: String]

    /// For a lesson's program, with a folder of its own.
    static func lesson(temporary: String) -> ChildVariables {
        ChildVariables(
            temporary: temporary, passed: ["LD_LIBRARY_PATH", "GLIBC_TUNABLES", "OMP_NUM_THREADS", "GOTO_NUM_THREADS"],
            prefixes: ["OPENBLAS_", "LECTERN_KERNEL"])
    }

    /// For the compiler. What chooses between toolchains looks for its settings at home, where nothing else is to be seen.
    static func compiler(temporary: String) -> ChildVariables {
        ChildVariables(
            temporary: temporary, passed: ["HOME", "LD_LIBRARY_PATH", "LIBRARY_PATH", "CPATH", "C_INCLUDE_PATH"], prefixes: [])
    }

    private init(temporary: String, passed: [String], prefixes: [String]) {
        values = ["PATH": "/usr/bin:/bin", "HOME": temporary, "TMPDIR": temporary, "LANG": "C.UTF-8", "TZ": "UTC"]
        for (name, value) in ProcessInfo.processInfo.environment
        where passed.contains(name) || prefixes.contains(where: name.hasPrefix) {
            values[name] = value
        }
    }

    func environment(adding added: [String: String] = [:]) -> Environment {
        .custom(Self.keyed(values.merging(added) { $1 }))
    }

    static func keyed(_ variables: [String: String]) -> [Environment.Key: String] {
        Dictionary(variables.map { (Environment.Key(stringLiteral: $0), $1) }) { first, _ in first }
    }
}
