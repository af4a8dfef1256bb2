import Cells
import Exhibits
import Testing

struct DiagnosticsTests {
    @Test func `only the lesson's own lines become findings, each once`() {
        let output = """
            lessons/06.md:41:12: error: cannot find 'nett' in scope
            let x = nett
                    `- error: cannot find 'nett' in scope
            lessons/06.md:41:12: error: cannot find 'nett' in scope
            lessons/06.md:12:5: note: did you mean 'net'?
            /tmp/main.swift:3:1: error: something of ours
            lessons/06.md:50:1: warning: variable 'x' was never used
            """
        let findings = Diagnostics.findings(in: output, files: ["lessons/06.md"])
        #expect(
            findings == [
                Finding(
                    .error, code: "compile-error", at: Place(file: "lessons/06.md", line: 41, column: 12),
                    "cannot find 'nett' in scope", notes: ["line 12: did you mean 'net'?"])
            ])
    }

    @Test func `an old name's warning says the new one`() {
        let output = "lessons/06.md:4:9: warning: 'Linear' is deprecated: renamed to 'Identity' [#DeprecatedDeclaration]"
        let findings = Diagnostics.findings(in: output, files: ["lessons/06.md"], warnings: true)
        #expect(findings.map(\.code) == [Diagnostics.renamed])
        #expect(findings.map(\.message) == ["'Linear' is an old name; write 'Identity'"])
    }

    @Test func `nothing is noted of what is not told`() {
        let output = """
            a.md:6:53: error: extra argument 'activation' in call
            a.md:9:3: warning: expression implicitly coerced from 'Double?' to 'Any'
            a.md:9:3: note: provide a default value to avoid this warning
            """
        #expect(Diagnostics.findings(in: output, files: ["a.md"]).map(\.notes) == [[]])
    }

    @Test func `a message that is repeated in its own line has no other line`() {
        let output = """
            a.md:82:5: error: cannot convert value of type 'String' to expected argument type '[String]'
            a.md:82:40: error: cannot convert value of type 'String' to expected argument type '[String]'
            a.md:83:5: error: cannot convert value of type 'String' to expected argument type '[String]'
            """
        #expect(Diagnostics.findings(in: output, files: ["a.md"]).map(\.notes) == [["also in line 83"]])
    }
}
