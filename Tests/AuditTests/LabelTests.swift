import Audit
import Claims
import Exhibits
import Foundation
import Testing

/// Notes whose every result was labelled by hand. `Tests/References/audit_labels.py` does the labels' calculations in Python and
/// writes their values beside them.
struct LabelTests {
    struct Label: Equatable {
        var file, number, label: String
        var values: [Double]
    }

    static let labels: [Label] = {
        let text = TestFolder.bytes("labels.txt").map { String(decoding: $0, as: UTF8.self) } ?? ""
        return text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map { line in
            let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            return Label(
                file: fields[0], number: fields[1], label: fields[2],
                values: fields[4].split(separator: "|").compactMap { Double($0) })
        }
    }()

    private static func word(_ verdict: Verdict) -> String {
        switch verdict {
        case .exact: "right"
        case .truncated: "cut"
        case .roundingPath: "rounded"
        default: "wrong"
        }
    }

    @Test(arguments: ["mlp.tex", "softmax.md", "rnn.qmd", "adam.ipynb"])
    func `every result of the labelled notes gets its label`(file: String) throws {
        let audit = try #require(TestFolder.audit(file))
        let found = audit.numbers.compactMap { number -> [String]? in
            guard case .checked(let judged) = number.status else { return nil }
            return [number.text, Self.word(judged.verdict)]
        }
        #expect(found == Self.labels.filter { $0.file == file }.map { [$0.number, $0.label] })
    }

    @Test func `a label is what its own calculation says`() throws {
        #expect(Self.labels.count > 50)
        for label in Self.labels {
            let number = try #require(WrittenNumber(parsing: label.number))
            let value = try #require(label.values.first)
            let verdict = number.verdict(for: number.value < 0 ? value : abs(value))
            switch label.label {
            case "right": #expect(verdict == .exact || verdict == .vague, "\(label)")
            case "cut": #expect(verdict == .truncated, "\(label)")
            default: #expect(verdict == .wrong, "\(label)")
            }
        }
    }

    @Test func `what looks wrong and isn't is never called wrong`() throws {
        let audit = try #require(TestFolder.audit("traps.Rmd"))
        #expect(audit.wrong.isEmpty && audit.checked > 10, "\(audit.numbers.map { ($0.text, $0.status) })")
    }

    @Test func `what wasn't checked has its reason, and nothing of it is lost`() throws {
        let audit = try #require(TestFolder.audit("softmax.md"))
        let reasons = audit.numbers.compactMap { number -> String? in
            if case .unchecked(let reason) = number.status { "\(number.text): \(reason.words)" } else { nil }
        }
        #expect(reasons.contains("0.91: the notes say that they are meant so"))
        #expect(audit.silences.map(\.isNeeded) == [true])
    }

    @Test func `a file that can't be taken in is named`() throws {
        let audit = try #require(TestFolder.audit("mlp.tex"))
        #expect(audit.unread.map(\.reason) == ["“parts/absent.tex” isn't read: there is no such file"])
        #expect(audit.numbers.contains { $0.place.file == "parts/loss.tex" })
    }
}
