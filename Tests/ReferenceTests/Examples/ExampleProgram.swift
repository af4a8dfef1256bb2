import Cells
import Foundation

@testable import Reference

/// All worked examples as one program: what it prints, and what the compiler says that its lines use.
struct ExampleProgram {
    /// A line of an example: the lines that are given, or one use.
    struct Place: Hashable {
        let example: Int
        /// nil for what is given.
        let use: Int?
    }

    /// What an expression came to.
    var results: [Place: String] = [:]
    /// The declarations used at a place, as the compiler calls them; an `enum`'s case that a pattern names is `type.case`.
    var uses: [Place: Set<String>] = [:]
    /// What went wrong: the compiler's complaint or the program's last words.
    var failure: String?

    private static let made = Task { () throws -> ExampleProgram in try ExampleProgram() }

    static func get() async throws -> ExampleProgram { try await made.value }

    /// An expression, whose value stands behind it, rather than a statement.
    static func isExpression(_ use: WorkedExample.Use) -> Bool {
        let first = use.lines.first ?? ""
        return first.firstMatch(
            of: #/^(let|var|func|struct|for|if)\b|^(show|plot|progress|claim)\(|\.write\(|^[\w.]+ [-+*\/]?=\s/#) == nil
    }

    /// All that the lines use that are shown for a declaration.
    func used(in shown: Entry.Shown) -> Set<String> {
        guard let number = Examples.all.firstIndex(of: shown.example) else { return [] }
        var used = shown.isGiven ? uses[Place(example: number, use: nil)] ?? [] : []
        for use in shown.uses {
            guard let index = shown.example.uses.firstIndex(of: use) else { continue }
            used.formUnion(uses[Place(example: number, use: index)] ?? [])
        }
        return used
    }

    private init() throws {
        let toolchain = try Toolchain.located(executable: CommandLine.arguments[0])
        let folder = URL(filePath: NSTemporaryDirectory()).appending(path: "lectern-examples-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let (source, places) = Self.source
        try Data(source.utf8).write(to: folder.appending(path: "main.swift"))
        try Data(Self.telling.utf8).write(to: folder.appending(path: "Telling.swift"))
        try Data("x,y\n1,2\n3,4\n".utf8).write(to: folder.appending(path: "points.csv"))

        let built = try Self.run(
            toolchain.compiler,
            toolchain.arguments(compiling: ["main.swift", "Telling.swift"], to: "examples", moduleCache: "modules"), in: folder)
        guard built.isSuccess else {
            failure = built.output
            return
        }
        let run = try Self.run(folder.appending(path: "examples").path(), [], in: folder)
        if !run.isSuccess { failure = run.output }
        for line in run.output.split(separator: "\n") where line.hasPrefix("\u{1}") {
            let parts = line.dropFirst().split(separator: "\t", maxSplits: 1)
            guard parts.count == 2, let number = Int(parts[0]) else { continue }
            results[places[number].place] = String(parts[1])
        }
        let dumped = try Self.run(
            toolchain.compiler,
            [
                "-frontend", "-dump-ast", "-dump-ast-format", "json", "-swift-version", "5", "-enable-bare-slash-regex", "-I",
                toolchain.modules, "-Xcc", "-fmodule-map-file=\(toolchain.moduleMap)", "-module-cache-path", "modules",
                "-module-name", "examples", "-primary-file", "main.swift", "Telling.swift",
            ], in: folder, keepingErrors: false)
        uses = UsedDeclarations.found(in: Data(dumped.output.utf8), places: places)
    }

    /// The program, and where in it each place begins, in bytes.
    private static var source: (String, [(place: Place, start: Int)]) {
        var text = "import Lectern\n"
        var places: [(place: Place, start: Int)] = []
        for (number, example) in Examples.all.enumerated() {
            text += "do {\n"
            places.append((Place(example: number, use: nil), text.utf8.count))
            text += example.given.map { $0 + "\n" }.joined()
            for (index, use) in example.uses.enumerated() {
                places.append((Place(example: number, use: index), text.utf8.count))
                let code = use.lines.joined(separator: "\n")
                text += isExpression(use) ? "_tell(\(places.count - 1), \(code))\n" : code + "\n"
            }
            text += "}\n"
        }
        return (text, places)
    }

    private static func run(
        _ program: String, _ arguments: [String], in folder: URL, keepingErrors: Bool = true
    ) throws -> (output: String, isSuccess: Bool) {
        let process = Process()
        let output = folder.appending(path: "output")
        try Data().write(to: output)
        let handle = try FileHandle(forWritingTo: output)
        process.executableURL = URL(filePath: program)
        process.arguments = arguments
        process.currentDirectoryURL = folder
        process.standardOutput = handle
        process.standardError = keepingErrors ? handle : FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        return (String(decoding: try Data(contentsOf: output), as: UTF8.self), process.terminationStatus == 0)
    }

    /// Numbers to six digits, tuples and lists part by part, everything else as `print` has it.
    private static let telling = #"""
        import Foundation

        func _tell(_ number: Int, _ value: Any) {
            setvbuf(stdout, nil, _IOLBF, 0)
            print("\u{1}\(number)\t" + _text(value))
        }

        func _text(_ value: Any) -> String {
            if let number = value as? Double { return _number(number) }
            if let text = value as? String { return text.debugDescription }
            let mirror = Mirror(reflecting: value)
            let parts = mirror.children.map { _text($0.value) }.joined(separator: ", ")
            switch mirror.displayStyle {
            case .tuple: return "(" + parts + ")"
            case .collection, .set: return "[" + parts + "]"
            case .optional: return mirror.children.isEmpty ? "nil" : parts
            default: return "\(value)"
            }
        }

        func _number(_ number: Double) -> String {
            if number == number.rounded(), abs(number) < 1e15 { return String(Int(number)) }
            return String(format: "%.6g", number)
        }
        """#
}
