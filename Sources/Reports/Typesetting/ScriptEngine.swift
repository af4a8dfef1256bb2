import CDuktape

/// A JavaScript engine: the only place that touches duktape's pointers. Not for use from two threads at once.
final class ScriptEngine {
    struct Failure: Error, CustomStringConvertible {
        let description: String
    }

    private let engine: OpaquePointer

    init() throws {
        guard let engine = script_engine_create() else { throw Failure(description: "no memory for a script engine") }
        self.engine = engine
    }

    deinit { script_engine_destroy(engine) }

    func run(_ source: String) throws { try give(source, to: script_engine_run) }

    /// Compiles a program, to be run by any engine of this version.
    func compiled(_ source: String) throws -> [UInt8] {
        try give(source, to: script_engine_compile)
        var length = 0
        guard let program = script_engine_compiled(engine, &length) else {
            throw Failure(description: "the script can't be kept compiled")
        }
        return Array(UnsafeRawBufferPointer(start: program, count: length))
    }

    /// Runs what `compiled` gave. The bytes are believed.
    func run(compiled program: [UInt8]) throws {
        let succeeded = program.withUnsafeBytes { bytes in
            bytes.baseAddress.map { script_engine_run_compiled(engine, $0, bytes.count) } ?? false
        }
        guard succeeded else { throw Failure(description: result) }
    }

    /// The engine's version, which alone understands what it compiled.
    static var version: Int { script_engine_version() }

    /// The result of the global function `name`, called with strings.
    func call(_ name: String, _ arguments: String...) throws -> String {
        let texts = arguments.map { $0.utf8CString }
        let succeeded = withPointers(to: texts[...], []) { pointers in
            script_engine_call(engine, name, pointers, Int32(pointers.count))
        }
        guard succeeded else { throw Failure(description: result) }
        return result
    }

    private func give(_ source: String, to engineDoes: (OpaquePointer, UnsafePointer<CChar>, Int) -> Bool) throws {
        var source = source
        let succeeded = source.withUTF8 { bytes in
            bytes.withMemoryRebound(to: CChar.self) { text in
                text.baseAddress.map { engineDoes(engine, $0, text.count) } ?? true
            }
        }
        guard succeeded else { throw Failure(description: result) }
    }

    private var result: String { String(cString: script_engine_result(engine)) }

    private func withPointers(
        to texts: ArraySlice<ContiguousArray<CChar>>, _ pointers: [UnsafePointer<CChar>],
        _ body: ([UnsafePointer<CChar>]) -> Bool
    ) -> Bool {
        guard let first = texts.first else { return body(pointers) }
        return first.withUnsafeBufferPointer { buffer in
            guard let base = buffer.baseAddress else { return false }
            return withPointers(to: texts.dropFirst(), pointers + [base], body)
        }
    }
}
