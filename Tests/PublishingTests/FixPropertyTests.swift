import Claims
import Exhibits
import Lessons
import Testing
import Storage
import TestFolders

@testable import Publishing

/// Numbers drawn at random, spelled in every form, put wherever numbers stand: `--fix` makes all of them right and leaves every
/// other byte alone.
struct FixPropertyTests {
    private struct Generator: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var z = state
            z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
            z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
            return z ^ (z >> 31)
        }
    }

    /// A number as authors write it, in the text or in a formula.
    private static func number(inFormula: Bool, comma: Bool, _ generator: inout Generator) -> String {
        let digits = (0..<Int.random(in: 1...9, using: &generator)).map { _ in "\(Int.random(in: 0...9, using: &generator))" }
        let fraction = digits.joined()
        let whole = "\(Int.random(in: 0...999, using: &generator))"
        let mark = !comma ? "." : inFormula ? "{,}" : ","
        let sign = ["", "", "-", inFormula ? "-" : "−"].randomElement(using: &generator) ?? ""
        let plain = sign + whole + mark + fraction
        let power = Int.random(in: 2...7, using: &generator)
        let raised = String("\(power)".compactMap { "⁰¹²³⁴⁵⁶⁷⁸⁹".map(\.self)[$0.wholeNumberValue ?? 0] })
        switch Int.random(in: 0...6, using: &generator) {
        case 0: return plain + (inFormula ? " \\%" : " %")
        case 1 where !comma: return plain + "e-\(power)"
        case 2: return inFormula ? plain + " \\times 10^{-\(power)}" : plain + " × 10⁻" + raised
        case 3 where !comma: return sign + "1,024" + mark + fraction
        case 4: return sign + whole
        case 5 where !comma: return sign + "." + fraction
        default: return plain
        }
    }

    /// What a value near the written number may be: mostly another one, of the same or another size.
    private static func value(near text: String, mark: DecimalMark, _ generator: inout Generator) -> Double {
        let written = WrittenNumber(parsing: text, mark: mark)?.value ?? .nan
        switch Int.random(in: 0...3, using: &generator) {
        case 0: return written
        case 1: return -written
        case 2: return written * Double.random(in: 0.3...3, using: &generator)
        default: return written + Double.random(in: -1...1, using: &generator)
        }
    }

    private static let frames: [(formula: Bool, text: @Sendable (String) -> String)] = [
        (false, { "Text with\ttabs, ≈ 🙂 and [\($0)](claim:x) in it.\n\n" }),
        (false, { "1. one\n   - two [\($0)](<claim: x[\"a\"]>) **bold**  \n     and on\n\n" }),
        (false, { "> quoted\n> [**\($0)**](claim:x \"wrong\") again\n\n" }),
        (false, { "| a\\|b | c |\n|:--|--:|\n| $x$ | [\($0)](claim:x) |\n|\t1 | 2 |\n\n" }),
        (false, { "| c |\n|--:|\n| \($0) |\n\n: Caption {#tbl-T claim=\"x\"}\n\n" }),
        (true, { "so $a_1 = \\claim{\($0)}{x}$, thus $b$\n\n" }),
        (true, { "$$\n\\begin{aligned}\n\ta &= \\claim{\($0)}{x} \\\\\n  b &= 2\n\\end{aligned}\n$$\n\n" }),
        (true, { "> $$ \\begin{pmatrix} 1 & \\claim{\($0)}{f(x) { $0 }} \\\\ 2 & 3 \\end{pmatrix} $$\n\n" }),
    ]

    private struct Sample {
        var source: String
        var values: [Double]
    }

    private static func sample(_ generator: inout Generator) -> Sample {
        let comma = Bool.random(using: &generator)
        let mark: DecimalMark = comma ? .comma : .point
        var source = "---\nlang: \(comma ? "de" : "en")\n---\n\n"
        var values: [Double] = []
        for index in 0..<12 {
            let frame = frames[Int.random(in: 0..<frames.count, using: &generator)]
            let text = number(inFormula: frame.formula, comma: comma, &generator)
            values.append(value(near: text, mark: mark, &generator))
            source += frame.text(text).replacing("tbl-T", with: "tbl-\(index)")
        }
        if Bool.random(using: &generator) { while source.hasSuffix("\n") { source.removeLast() } }
        if Bool.random(using: &generator) { source = source.replacing("\n", with: "\r\n") }
        if Bool.random(using: &generator) { source = "\u{FEFF}" + source }
        return Sample(source: source, values: values)
    }

    private func judged(_ source: String, _ file: String, _ values: [Double]) throws -> (Lesson, CourseResult) {
        let lesson = Lesson.parsed(source: source, file: file)
        var transcript = Transcript()
        for (claim, value) in zip(lesson.claims, values) { transcript.outcomes[claim.slot] = Outcome(.number(value)) }
        let store = ResultStore.none
        let renderer = PageRenderer(
            door: CourseDoor("."), formulas: FormulaStore(store: store, version: Digest(of: "")),
            scripts: CompiledScripts(folder: { nil }, tools: Fingerprints(file: nil)), isStrict: false)
        let page = try renderer.page(of: lesson, transcript, in: nil)
        return (lesson, CourseResult(lessons: [.init(file: file, claims: page.claims, findings: page.findings)]))
    }

    @Test func `all false numbers become right, and no other byte changes`() throws {
        var generator = Generator(state: 2025)
        var corrected = 0
        for _ in 0..<120 {
            let sample = Self.sample(&generator)
            let folder = try Folder(["a.md": sample.source])
            let file = folder("a.md")
            let (lesson, result) = try judged(sample.source, file, sample.values)
            #expect(lesson.claims.count == sample.values.count, "\(sample.source)")
            let fixes = result.fixes(strict: false)
            corrected += fixes.count
            let files = try FixedFiles(fixes)
            try files.write()
            let after = try #require(folder.text("a.md"))

            // Put back together from what stood between the numbers, it is the old text.
            var old = Array(sample.source.utf8)[...]
            var new = Array(after.utf8)[...]
            var position = 0
            for fix in fixes {
                let between = fix.bytes.lowerBound - position
                #expect(old.prefix(between) == new.prefix(between))
                #expect(old.dropFirst(between).starts(with: fix.old.utf8) && new.dropFirst(between).starts(with: fix.new.utf8))
                old = old.dropFirst(between + fix.old.utf8.count)
                new = new.dropFirst(between + fix.new.utf8.count)
                position = fix.bytes.upperBound
            }
            #expect(old.elementsEqual(new))

            let (again, second) = try judged(after, file, sample.values)
            #expect(again.claims.count == lesson.claims.count, "\(after)")
            let stillFalse = second.lessons[0].claims.filter { !$0.holds && $0.verdict == "wrong" && $0.correction != nil }
            #expect(stillFalse.isEmpty, "\(stillFalse)\n\(fixes)")
            let mark = DecimalMark(language: lesson.frontMatter.lang)
            for fix in fixes where !fix.old.contains(where: { "e×\\".contains($0) }) {
                let old = try #require(WrittenNumber(parsing: fix.old, mark: mark))
                let new = try #require(WrittenNumber(parsing: fix.new, mark: mark))
                // As many digits behind the point, or three in all where the value is so small that those would be fewer.
                let figures = new.text.filter(\.isNumber).drop { $0 == "0" }.count
                #expect(new.place == old.place || (new.place < old.place && figures <= 3), "\(fix)")
            }
        }
        #expect(corrected > 500, "\(corrected)")
    }
}
