import Foundation
import Testing

/// What an audit reaches on eighteen published examples, each written as Markdown, LaTeX and notebook, with its network given.
///
/// `AuditTests/Published/claims.tsv` holds every number that their authors printed, with its value in double precision. A number is
/// tied rightly if the quantity it is tied to has that value. All figures are printed, those that fall short too: `found/errata+n`
/// are the errata found of those whose quantity is tied, and n whose quantity nothing ties. With LECTERN_POWER=1 slips are planted
/// too, which takes some minutes.
@Suite(.serialized)
struct AuditFiguresTests {
    private struct Report: Decodable {
        struct Number: Decodable {
            struct Quantity: Decodable { var value: Double }
            var written, verdict: String
            var quantity: Quantity?
        }
        struct Notes: Decodable {
            var file: String
            var claims: [Number]
        }
        var lessons: [Notes]
    }

    private struct Published {
        var quantity, printed: String
        var value: Double
        var isErratum: Bool
    }

    struct Figures {
        var numbers = 0, tied = 0, errata = 0, found = 0, untiedErrata = 0, falseAlarms = 0, planted = 0, seen = 0

        static func + (a: Figures, b: Figures) -> Figures {
            Figures(
                numbers: a.numbers + b.numbers, tied: a.tied + b.tied, errata: a.errata + b.errata, found: a.found + b.found,
                untiedErrata: a.untiedErrata + b.untiedErrata,
                falseAlarms: a.falseAlarms + b.falseAlarms, planted: a.planted + b.planted, seen: a.seen + b.seen)
        }

        func row(_ name: String) -> String {
            let columns = ["\(tied)/\(numbers)", "\(found)/\(errata)+\(untiedErrata)", "\(falseAlarms)", "\(seen)/\(planted)"]
            return name.padding(toLength: 44, withPad: " ", startingAt: 0)
                + columns.map { String(repeating: " ", count: max(0, 10 - $0.count)) + $0 }.joined()
        }
    }

    private static let tests = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../AuditTests")

    private static func published() throws -> [String: [Published]] {
        let text = try String(contentsOf: tests.appending(path: "Published/claims.tsv"), encoding: .utf8)
        return text.split(separator: "\n").filter { !$0.hasPrefix("#") }.reduce(into: [:]) { all, line in
            let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            all[fields[0], default: []].append(
                Published(
                    quantity: fields[1], printed: fields[2], value: Double(fields[3]) ?? .nan, isErratum: fields[4] == "erratum"
                ))
        }
    }

    /// The number that a text of the notes is, powers of ten and percent signs included.
    private static func number(_ written: String) -> Double? {
        var text = written.replacing("%", with: "").replacing("\\", with: "").replacing(" ", with: "").replacing("{", with: "")
        text = text.replacing("}", with: "").replacing("times10^", with: "e").replacing("cdot10^", with: "e")
        return Double(text)
    }

    private static func figures(of notes: Report.Notes, _ published: [Published]) -> Figures {
        var figures = Figures(numbers: published.count)
        var left = notes.claims
        for claim in published {
            let value = Double(claim.printed)
            let place = left.firstIndex { number in
                guard let quantity = number.quantity, Self.number(number.written) == value else { return false }
                // The share 0.26 is printed as 26 %.
                let scale = number.written.contains("%") ? 100.0 : 1
                return abs(scale * quantity.value - claim.value) <= max(1e-9 * abs(claim.value), 1e-13)
            }
            let own = place.map { [left[$0]] } ?? notes.claims.filter { Self.number($0.written) == value }
            if let place {
                figures.tied += 1
                left.remove(at: place)
            }
            if claim.isErratum, place == nil, !own.contains(where: { ["wrong", "rounding path"].contains($0.verdict) }) {
                figures.untiedErrata += 1
            } else if claim.isErratum {
                figures.errata += 1
                if own.contains(where: { ["wrong", "rounding path"].contains($0.verdict) }) { figures.found += 1 }
            }
        }
        let errata = Set(published.filter(\.isErratum).compactMap { Double($0.printed) })
        figures.falseAlarms = notes.claims.count {
            $0.verdict == "wrong" && Self.number($0.written).map { !errata.contains($0) } ?? true
        }
        return figures
    }

    /// Ten notes in Markdown, LaTeX, Beamer, Quarto and as a notebook, each written and measured before any rule was changed for it;
    /// `References/unseen_notes.py` and `References/unseen_forms.py` computed their numbers. Of those of the latter `numbers.tsv` holds
    /// the values.
    @Test func `notes that nobody looked at while rules were made are audited without a false alarm`() async throws {
        let folder = Self.tests.appending(path: "Unseen")
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
        let names = files.filter { $0.hasSuffix(".audit.md") }.map { String($0.dropLast(9)) }
        let values = try Self.unseenValues()
        #expect(names.count == 10 && values.count == 5)
        var (planted, seen, numbers, tied) = (0, 0, 0, 0)
        for name in names {
            let file = try #require(files.first { $0.hasPrefix(name + ".") && !$0.hasSuffix(".audit.md") })
            let lesson = try String(contentsOf: folder.appending(path: "\(name).audit.md"), encoding: .utf8)
            let tool = try Tool([
                file: try String(contentsOf: folder.appending(path: file), encoding: .utf8),
                "\(name).audit.md": lesson.replacing("[NOTES]", with: file),
            ])
            defer { tool.remove() }
            let power = Self.plants ? ["--power"] : []
            let run = try await tool(["audit", "\(name).audit.md", "--all", "--format", "json"] + power)
            let report = try JSONDecoder().decode(Report.self, from: Data(run.output.utf8))
            let claims = report.lessons.flatMap(\.claims)
            let wrong = claims.filter { $0.verdict == "wrong" }
            #expect(report.lessons.count == 1 && wrong.isEmpty, "\(name): \(wrong.map(\.written)) \(run.all)")
            for (size, own) in values[file] ?? [:] {
                numbers += 1
                let ties = claims.filter { Self.number($0.written).map(abs) == size }.compactMap(\.quantity)
                // The share 0.472 is printed as 47.2 %.
                if ties.contains(where: { tie in own.contains { Self.isSame($0, tie.value) || Self.isSame($0, 100 * tie.value) }
                }) {
                    tied += 1
                }
            }
            for line in run.errors.split(separator: "\n") where line.contains("planted slips") {
                let counts = line.split(separator: " ").compactMap { Int($0) }
                (planted, seen) = (planted + counts[0], seen + counts[1])
                print(line)
            }
        }
        print("unseen notes: \(tied) of \(numbers) different numbers are tied; of \(planted) slips \(seen) are seen")
        #expect(tied * 100 >= numbers * 85, "\(tied) of \(numbers)")
        #expect(seen * 100 >= planted * 90 && (planted > 0) == Self.plants, "\(seen) of \(planted)")
    }

    private static func isSame(_ a: Double, _ b: Double) -> Bool { abs(abs(a) - abs(b)) <= max(1e-9 * abs(a), 1e-12) }

    /// Of each file, the numbers printed, by size, and the values that they are printed for.
    private static func unseenValues() throws -> [String: [Double: [Double]]] {
        let text = try String(contentsOf: tests.appending(path: "Unseen/numbers.tsv"), encoding: .utf8)
        return text.split(separator: "\n").filter { !$0.hasPrefix("#") }.reduce(into: [:]) { all, line in
            let fields = line.split(separator: "\t").map(String.init)
            guard fields.count == 3, let printed = Double(fields[1]), let value = Double(fields[2]) else { return }
            all[fields[0], default: [:]][abs(printed), default: []].append(value)
        }
    }

    private static let plants = ProcessInfo.processInfo.environment["LECTERN_POWER"] != nil

    @Test func `eighteen published examples are tied, their errata found, and nothing else is called wrong`() async throws {
        let published = try Self.published()
        #expect(published.count == 18)
        var (total, table) = (
            Figures(), ["notes                                             tied    errata     false      seen"]
        )
        for name in published.keys.sorted() {
            let folder = Self.tests.appending(path: "Examples")
            let markdown = try String(contentsOf: folder.appending(path: "\(name).md"), encoding: .utf8)
            let lesson = try String(contentsOf: folder.appending(path: "\(name).audit.md"), encoding: .utf8)
            let tool = try Tool([
                "\(name).md": markdown, "\(name).tex": NoteForms.latex(markdown),
                "\(name).ipynb": try NoteForms.notebook(markdown),
                "\(name).audit.md": lesson.replacing("[NOTES]", with: "[\(name).md, \(name).tex, \(name).ipynb]"),
            ])
            defer { tool.remove() }
            let power = Self.plants ? ["--power"] : []
            let run = try await tool(["audit", "\(name).audit.md", "--all", "--format", "json"] + power)
            let report = try JSONDecoder().decode(Report.self, from: Data(run.output.utf8))
            #expect(report.lessons.count == 3, "\(run.all)")
            let planted = run.errors.split(separator: "\n").compactMap { line -> [Int]? in
                line.contains("planted slips") ? line.split(separator: " ").compactMap { Int($0) } : nil
            }
            for (index, notes) in report.lessons.enumerated() {
                var figures = Self.figures(of: notes, published[name] ?? [])
                if planted.indices.contains(index) { (figures.planted, figures.seen) = (planted[index][0], planted[index][1]) }
                table.append(figures.row(notes.file))
                total = total + figures
                #expect(figures.falseAlarms == 0, "\(notes.file)")
            }
        }
        table.append(total.row("all"))
        print(table.joined(separator: "\n"))
        #expect(total.tied * 10 >= total.numbers * 9, "\(total)")
        #expect(total.found == total.errata, "\(total)")
        // What is aimed at is 95; what is reached is printed, and may not fall below this.
        #expect(total.seen * 100 >= total.planted * 70 && (total.planted > 0) == Self.plants, "\(total)")
    }
}
