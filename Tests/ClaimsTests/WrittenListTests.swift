import Exhibits
import Testing

import Claims

struct WrittenListTests {
    @Test(arguments: [
        "[1, 2.5]", "(1, 2.5)", "[1 2.5]", "[ 1.  2.5 ]", "\\begin{pmatrix} 1 & 2.5 \\end{pmatrix}", "{1, 2.5}",
        "\\left[ 1, 2.5 \\right]", "[1; 2.5]",
    ])
    func `a vector may be written in many brackets`(text: String) throws {
        let list = try #require(WrittenList(parsing: text))
        #expect(list.rows.map { $0.map(\.number.value) } == [[1, 2.5]])
    }

    @Test(arguments: [
        "[[1, 2], [3, −4]]", "[[1 2]\n [3 −4]]", "\\begin{bmatrix} 1 & 2 \\\\ 3 & −4 \\end{bmatrix}",
        "\\begin{pmatrix}1&2\\\\3&−4\\\\\\end{pmatrix}", "\\left[\\begin{array}{cc} 1 & 2 \\\\ 3 & −4 \\end{array}\\right]",
        "((1, 2), (3, −4))",
    ])
    func `a matrix keeps its rows`(text: String) throws {
        let list = try #require(WrittenList(parsing: text))
        #expect(list.rows.map { $0.map(\.number.value) } == [[1, 2], [3, -4]])
    }

    @Test func `a column may be written as a transposed row`() throws {
        #expect(try #require(WrittenList(parsing: "(0.1, 0.9)^\\top")).entries.count == 2)
    }

    @Test func `each number knows where it stands`() throws {
        let text = "\\begin{pmatrix} 0.15 & −0.20 \\end{pmatrix}"
        let entries = try #require(WrittenList(parsing: text)).entries
        for entry in entries {
            #expect(
                String(decoding: Array(text.utf8)[entry.offset...].prefix(entry.number.text.utf8.count), as: UTF8.self)
                    == entry.number.text)
        }
        #expect(entries.map(\.number.text) == ["0.15", "−0.20"])
    }

    @Test(arguments: ["1, 2.5", "1 2.5", "1; 2.5", "[1, 2.5]"])
    func `the brackets of a link are those of its vector`(text: String) {
        let judgement = judge(written: text, outcome: Outcome(.vector([1, 2.5])))
        #expect(judgement.verdict == .exact)
        #expect(judge(written: text, outcome: Outcome(.vector([1, 2.4]))).verdict == .wrong)
    }

    @Test(arguments: ["[1, 2], [3, 4]", "1 2; 3 4", "[1 2] [3 4]", "[[1, 2], [3, 4]]"])
    func `the brackets of a link are those of its matrix`(text: String) {
        #expect(judge(written: text, outcome: Outcome(.matrix([[1, 2], [3, 4]]))).verdict == .exact)
        #expect(judge(written: text, outcome: Outcome(.matrix([[1, 3], [2, 4]]))).verdict == .wrong)
        #expect(judge(written: text, outcome: Outcome(.matrix([[1, 2, 3, 4]]))).verdict == .wrong)
    }

    @Test func `a wrong number in them is corrected where it stands`() throws {
        let judgement = judge(written: "[1, 2], [3, 5]", outcome: Outcome(.matrix([[1, 2], [3, 4]])))
        let wrong = try #require(judgement.entries.first { $0.judgement.verdict == .wrong })
        #expect(judgement.entries.count { $0.judgement.verdict == .wrong } == 1 && wrong.offset == 12)
    }

    @Test func `decimal commas in them are read as the page writes numbers`() {
        #expect(judge(written: "0,5; 1,25", outcome: Outcome(.vector([0.5, 1.25])), language: "de").verdict == .exact)
    }

    @Test(arguments: ["[1, 2", "[]", "[[1, 2], [3]]", "[1, x]", "1, 2", "[1, 2] 3"])
    func `what is no list is not read as one`(text: String) {
        #expect(WrittenList(parsing: text) == nil)
    }

    @Test func `a decimal comma leaves the semicolon to separate`() throws {
        let list = try #require(WrittenList(parsing: "(0,5; 1,25)", mark: .comma))
        #expect(list.entries.map(\.number.value) == [0.5, 1.25])
    }
}
