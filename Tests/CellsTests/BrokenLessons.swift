/// Lessons with a mistake each: the text, `⟦1⟧` where the one finding stands, and words of its message.
struct BrokenLesson: Sendable {
    var name: String
    var text: String
    var code: String
    var message: String

    /// A lesson of one cell.
    static func cell(_ name: String, _ code: String, _ kind: String, _ message: String) -> BrokenLesson {
        BrokenLesson(name: name, text: "# A\n\n```{swift}\n\(code)\n```\n", code: kind, message: message)
    }

    static let compileErrors: [BrokenLesson] = [
        .cell("a wrong type", "let x: Int = ⟦1⟧\"two\"", "compile-error", "cannot convert value of type 'String'"),
        .cell("an unknown name", "print(⟦1⟧nett)\nprint(nett)", "compile-error", "cannot find 'nett' in scope"),
        .cell("mixed numbers", "let a = 1, b = 2.0\nlet c = a ⟦1⟧+ b", "compile-error", "'Int' and 'Double'"),
        .cell("a name given twice", "let a = 1\nlet ⟦1⟧a = 2", "compile-error", "invalid redeclaration of 'a'"),
        .cell("a constant that is changed", "let a = 1\n⟦1⟧a = 2\nprint(a)", "compile-error", "'a' is a 'let' constant"),
        .cell("a missing try", "func f() throws -> Int { 3 }\nprint(⟦1⟧f())", "compile-error", "not marked with 'try'"),
        .cell("a missing await", "func f() async -> Int { 3 }\nprint(⟦1⟧f())", "compile-error", "not marked with 'await'"),
        .cell(
            "a wrong name in a constant that moves with a type", "let a = 1, b = ⟦1⟧nope\nstruct S { var x = b }\nprint(S())",
            "compile-error", "cannot find 'nope' in scope"),
        .cell(
            "a wrong name in a constant on a line of its own",
            "let a = 1,\n    b = ⟦1⟧nope\nstruct S { var x = b }\nprint(S())",
            "compile-error", "cannot find 'nope' in scope"),
        .cell(
            "members that the compiler takes for each other",
            "struct S { var a = [1].map { $0 }, ⟦1⟧b = [2].map { $0 + 1 } }\nprint(S())", "confused-members",
            "give it a `var` of its own"),
        .cell(
            "members with conditions", "enum S { static let a = 1 > 0 && 2 > 1, ⟦1⟧b = 1 > 0 && 2 < 1 }\nprint(S.b)",
            "confused-members", "give it a `let` of its own"),
        .cell("an unfinished string", "let s = ⟦1⟧\"abc\nprint(s)", "compile-error", "unterminated string literal"),
        .cell("no such member", "let a = [1]\nprint(a.⟦1⟧size)", "compile-error", "no member 'size'"),
        .cell("a missing argument", "let n = Network(⟦1⟧) { Dense(2) }", "compile-error", "missing argument"),
        .cell("a wrong label", "print(max⟦1⟧(1, to: 2))", "compile-error", "extraneous argument label"),
        .cell(
            "a missing return", "func f() -> Int {\n    print(1)\n    print(2)\n⟦1⟧}\nprint(f())", "compile-error",
            "missing return"),
        .cell("no value yet", "let a: Int\nprint(⟦1⟧a)", "compile-error", "before being initialized"),
        .cell("something that can't be shown", "struct P {}\n⟦1⟧show(P())", "compile-error", "conform to 'Exhibitable'"),
        .cell("no such module", "import ⟦1⟧Nettworks", "compile-error", "no such module"),
        .cell("an open brace", "func f() ⟦1⟧{\n    print(1)", "unbalanced", "this '{' is never closed"),
        .cell("a brace too many", "print(1) ⟦1⟧}", "unbalanced", "this '}' closes nothing"),
        .cell(
            "an open bracket before a brace", "let n = Network(inputs: 2) {\n    Sigmoid⟦1⟧(\n    Dense(1)\n}", "unbalanced",
            "this '(' is never closed"),
        .cell("an open list in a call", "print(⟦1⟧[1, 2)", "unbalanced", "this '[' is never closed"),
        .cell("a bracket too many", "let n = Network(inputs: 2) { Dense(1)⟦1⟧) }", "unbalanced", "this ')' closes nothing"),
        .cell("an open bracket in a brace", "if true { print⟦1⟧(max(1, 2) }", "unbalanced", "this '(' is never closed"),
        .cell("an open bracket", "let a = ⟦1⟧[1, 2\nprint(a)", "unbalanced", "this '[' is never closed"),
        .cell("an open comment", "print(1)\n⟦1⟧/* never closed", "unbalanced", "never closed"),
        .cell("an open long string", "let s = ⟦1⟧\"\"\"\n    abc", "unbalanced", "never closed"),
        .cell(
            "a constant that a type can't have",
            "func f() throws -> Int { 3 }\nlet k = try f()\nstruct S { let a = ⟦1⟧k }\nprint(S().a)",
            "compile-error", "this struct can't use 'k'"),
        .init(
            name: "a later cell's constant in a type",
            text: "```{swift}\nstruct S { let a = ⟦1⟧y }\nprint(S().a)\n```\n\n```{swift}\nlet y = 1\n```\n",
            code: "compile-error",
            message: "this struct can't use 'y'"),
        .init(
            name: "two declarations in a claim", text: "```{swift}\nlet x = 1\n```\n\nIt is [1](<claim: ⟦1⟧x, y = 3>).\n",
            code: "no-value", message: "not one expression"),
        .init(
            name: "a later cell's constant",
            text: "```{swift}\nprint(⟦1⟧y)\n```\n\n```{swift}\nlet y = 1\n```\n", code: "compile-error",
            message: "before its declaration"),
        .init(
            name: "ten cells after a broken one",
            text: "```{swift}\nlet x = ⟦1⟧foo\n```\n" + String(repeating: "\n```{swift}\nprint(x + 1)\n```\n", count: 10),
            code: "compile-error", message: "cannot find 'foo'"),
        .init(
            name: "a name missing in ten cells",
            text: "# A\n\n```{swift}\nprint(⟦1⟧foo)\n```\n"
                + String(repeating: "\n```{swift}\nprint(foo)\n```\n", count: 10),
            code: "compile-error", message: "cannot find 'foo'"),
        .init(
            name: "an unknown name in a sentence", text: "# A\n\nIt is `{swift} ⟦1⟧foo`.\n", code: "compile-error",
            message: "cannot find 'foo'"),
        .init(
            name: "an unknown name on the first line", text: "It is `{swift} ⟦1⟧foo`.\n", code: "compile-error",
            message: "cannot find 'foo'"),
        .init(
            name: "a statement for a value", text: "# A\n\nIt is `{swift} ⟦1⟧let z = 3`.\n", code: "no-value",
            message: "'let' begins a statement"),
        .init(
            name: "two statements for a value", text: "# A\n\nIt is `{swift} ⟦1⟧1; 2`.\n", code: "no-value",
            message: "a second statement after ';'"),
        .init(
            name: "a value that is none", text: "# A\n\nIt is `{swift} ⟦1⟧print(3)`.\n", code: "no-value",
            message: "has no value"),
        .init(
            name: "an unknown name in a claim", text: "# A\n\nIt is [3](claim:⟦1⟧foo).\n", code: "compile-error",
            message: "cannot find 'foo'"),
        .init(
            name: "an unknown name in a formula", text: "# A\n\n$$ x = \\claim{3}{⟦1⟧foo} $$\n", code: "compile-error",
            message: "cannot find 'foo'"),
        .init(
            name: "an open bracket in a sentence", text: "# A\n\nIt is `{swift} ⟦1⟧[1, 2`.\n", code: "unbalanced",
            message: "this '[' is never closed"),
        .init(
            name: "a wrong type in a list",
            text: "- item\n\n  ```{swift}\n  let x: Int = ⟦1⟧\"a\"\n  ```\n", code: "compile-error",
            message: "cannot convert value"),
        .init(
            name: "a wrong type in an extension",
            text: "```{swift}\nextension Double {\n    var half: Int { self ⟦1⟧/ 2 }\n}\n```\n", code: "compile-error",
            message: "cannot convert return expression"),
        .init(
            name: "a wrong type after braces in strings",
            text: "```{swift}\nstruct A {\n    let s = \"}\"\n}\nlet x: Int = A().⟦1⟧s\n```\n", code: "compile-error",
            message: "cannot convert value of type 'String'"),
    ]

    static let runErrors: [BrokenLesson] = [
        .cell("an index out of range", "let xs = [1]\nprint(xs⟦1⟧[xs.count])", "crash", "Index out of range"),
        .cell("nothing to unwrap", "let x = Int(\"a\")\nprint(x⟦1⟧!)", "crash", "found nil"),
        .cell("a division by zero", "let z = [0][0]\nprint(1 ⟦1⟧/ z)", "crash", "Division by zero"),
        .cell("a condition that fails", "⟦1⟧precondition([1][0] == 2, \"sums agree\")", "crash", "sums agree"),
        .cell("a fatal error", "⟦1⟧fatalError(\"not today\")", "crash", "not today"),
        .cell("a wrong cast", "⟦1⟧let a: Any = \"x\"\nprint(a as! Int)", "crash", "'String' is no 'Int'"),
        .cell("a range upside down", "let n = [0][0]\nfor i in 1⟦1⟧...n { print(i) }", "crash", "Range requires"),
        .cell(
            "a forced try", "struct E: Error {}\nfunc f() throws { throw E() }\ntry! ⟦1⟧f()", "crash", "raised an error: E()"),
        .cell("a negative count", "print(⟦1⟧Array(repeating: 1, count: [-1][0]))", "crash", "count"),
        .cell("an empty list", "let xs: [Int] = []\nprint(xs⟦1⟧[0])", "crash", "Index out of range"),
        .cell(
            "a trap in a constant that a type uses",
            "let xs = [1]\nlet third = xs⟦1⟧[3]\nstruct S { let a = third }\nprint(S().a)", "crash", "Index out of range"),
        .cell("a missing key", "let d = [\"a\": 1]\nprint(d[\"b\"]⟦1⟧!)", "crash", "found nil"),
        .cell(
            "a trap in a function", "func f(_ xs: [Int]) -> Int {\n    xs⟦1⟧[5]\n}\nprint(f([1]))", "crash",
            "Index out of range"),
        .cell(
            "too few weights", "let n = Network⟦1⟧(inputs: 2) { Dense(2, weights: [[1, 2]], bias: 0) }", "lesson-stopped",
            "Dense(2)"),
        .cell(
            "a sample of the wrong size",
            "let n = Network(inputs: 2) { Dense(1) }\nlet p = n.backpropagate⟦1⟧([1], toward: [1], minimizing: .halfSquaredError)",
            "lesson-stopped", "takes 2 inputs"),
        .cell("a thrown error", "struct Bad: Error {}\nif [1][0] == 1 { ⟦1⟧throw Bad() }", "thrown-error", "Bad()"),
        .cell(
            "an error thrown on the third line",
            "struct Bad: Error {}\nfunc f(_ n: Int) throws -> Int { if n > 2 { throw Bad() }; return n }\nlet a = try f(1)\n"
                + "print(a,\n    ⟦1⟧try f(3))", "thrown-error", "Bad()"),
        .init(
            name: "an error thrown in a sentence",
            text:
                "```{swift}\nstruct Bad: Error {}\nfunc f() throws -> Int { throw Bad() }\n```\n\nIt is `{swift} ⟦1⟧try f()`.\n",
            code: "thrown-error", message: "Bad()"),
        .cell(
            "a flood of errors",
            "⟦1⟧import Foundation\nlet line = Data(String(repeating: \"e\", count: 4096).utf8)\n"
                + "while true { FileHandle.standardError.write(line) }", "output-limit", "MB"),
        .cell("an early end", "⟦1⟧if [1][0] == 1 { return }", "ended-early", "don't return"),
        .init(
            name: "an endless loop",
            text: "---\ntime-limit: 5\n---\n\n```{swift}\n⟦1⟧var i = 0\nwhile i >= 0 { i = (i + 1) % 7 }\n```\n",
            code: "time-limit", message: "still running"),
        .cell("a flood of output", "⟦1⟧while true { print(\"all work and no play\") }", "output-limit", "MB"),
        .cell(
            "no end of a recursion", "func f(_ n: Int) -> Int { n < 0 ? 0 : 1 + ⟦1⟧f(n + 1) }\nprint(f(0))", "crash",
            "calls itself"),
        .cell("a wrong output block", "print(1)\n// output\n⟦1⟧// 2", "wrong-output", "printed \"1\""),
        .cell("too much output", "print(1)\nprint(3)\n// output\n⟦1⟧// 1", "wrong-output", "nothing more"),
        .cell(
            "a failure that doesn't come", "//| error: true\n⟦1⟧print(1) // error: never", "expected-failure", "ran to its end"),
        .init(
            name: "exit in a cell",
            text: "```{swift}\nimport Foundation\n```\n\n```{swift}\n⟦1⟧print(1)\nexit(0)\n```\n", code: "ended-early",
            message: "don't call exit"),
        .init(
            name: "abort in a cell",
            text: "```{swift}\nimport Foundation\n```\n\n```{swift}\n⟦1⟧print(1)\nabort()\n```\n", code: "crash",
            message: "gave up"),
        .init(
            name: "a kill from outside",
            text: "```{swift}\nimport Foundation\n```\n\n```{swift}\n⟦1⟧kill(getpid(), SIGKILL)\n```\n", code: "crash",
            message: "killed"),
        .init(
            name: "a trap in a sentence",
            text: "```{swift}\nlet xs = [1]\n```\n\nIt is `{swift} xs⟦1⟧[3]`.\n", code: "crash", message: "Index out of range"),
        .init(
            name: "a trap in a claim",
            text: "```{swift}\nlet xs = [1]\n```\n\nIt is [3](claim:xs⟦1⟧[3]).\n", code: "crash",
            message: "Index out of range"),
        .init(
            name: "an unknown parameter",
            text: """
                ```{swift}
                let n = Network(inputs: 1) { Dense(1) }
                let p = n.backpropagate([1], toward: [1], minimizing: .halfSquaredError)
                ```

                ```{swift}
                print(p⟦1⟧["w9"])
                ```

                """, code: "lesson-stopped", message: "no parameter 'w9'"),
        .init(
            name: "a trap in the second cell",
            text: "```{swift}\nlet xs = [1]\n```\n\ntext\n\n```{swift}\nprint(1)\nprint(xs⟦1⟧[2])\n```\n", code: "crash",
            message: "Index out of range"),
        .init(
            name: "a trap while waiting",
            text: "```{swift}\nfunc f() async -> [Int] { [1] }\nlet xs = await f()\nprint(xs⟦1⟧[4])\n```\n", code: "crash",
            message: "Index out of range"),
    ]

    static let all = compileErrors + runErrors
}
