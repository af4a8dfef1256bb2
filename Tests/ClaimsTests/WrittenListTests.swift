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

    @Test(arguments: ["[1, 2", "[]", "[[1, 2], [3]]", "[1, x]", "1, 2", "[1, 2] 3"])
    func `what is no list is not read as one`(text: String) {
        #expect(WrittenList(parsing: text) == nil)
    }

    @Test func `a decimal comma leaves the semicolon to separate`() throws {
        let list = try #require(WrittenList(parsing: "(0,5; 1,25)", mark: .comma))
        #expect(list.entries.map(\.number.value) == [0.5, 1.25])
    }
}
