/// Lessons compiled by one call of the compiler into one executable, whose argument says which of them runs. One alone needs
/// none.
struct Batch: Sendable {
    var programs: [LessonProgram]
    var name: String

    init(_ programs: [LessonProgram], name: String = "alone") {
        self.programs = programs
        self.name = name
    }

    /// Swift files by name, the main program among them. No lesson stands in the main program: constants at its outermost level
    /// would be computed before everything else.
    var files: [(name: String, text: String)] {
        var main = "import Lectern\n"
        if programs.count == 1 {
            main += programs[0].call(of: Self.function(0))
        } else {
            main += "switch CommandLine.arguments.last {\n"
            for (index, program) in programs.enumerated() {
                main += "case \"\(index)\": \(program.call(of: Self.function(index)))"
            }
            main += "default: break\n}\n"
        }
        return programs.enumerated().map { ("lesson\($0).swift", $1.file(withFunction: Self.function($0))) }
            + [("main.swift", main)]
    }

    /// What the executable is called with to run one of its lessons.
    func arguments(for index: Int) -> [String] { programs.count == 1 ? [] : ["\(index)"] }

    private static func function(_ index: Int) -> String { "lesson\(index)" }

    /// The lessons cut into as many parts as can be compiled at a time; those that can't share a module stay alone, and those
    /// that wait for something share none with the others, whose main thread waits for nothing.
    /// Returns positions in `programs`.
    static func parts(of programs: [LessonProgram], atOnce: Int) -> [[Int]] {
        let alone = programs.indices.filter { !programs[$0].isSociable }.map { [$0] }
        let sociable = programs.indices.filter { programs[$0].isSociable }
        return alone + cut(sociable.filter { programs[$0].isConcurrent }, atOnce)
            + cut(sociable.filter { !programs[$0].isConcurrent }, atOnce)
    }

    private static func cut(_ positions: [Int], _ atOnce: Int) -> [[Int]] {
        // Bigger parts gain little more and hold up the first page.
        let size = min(16, (positions.count + atOnce - 1) / max(1, atOnce))
        guard size > 0 else { return [] }
        return stride(from: 0, to: positions.count, by: size).map { Array(positions[$0..<min($0 + size, positions.count)]) }
    }
}
