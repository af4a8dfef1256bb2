import Audit
import Exhibits
import Testing

/// Slips that neither a calculation nor a name shows at first sight are found by the network, by the run, by the heading or by the words
/// beside them; what could as well be meant otherwise makes nothing wrong.
struct UnnoticedSlipTests {
    private static func quantity(
        _ expression: String, _ value: Double, _ kinds: Set<QuantityIdentity.Kind>, level: Int, unit: Int, from: Int? = nil
    ) -> NamedNumber {
        let mark = kinds.map(\.rawValue).sorted().joined()
        let key = "\(mark)\(level)\(unit)\(from.map(String.init) ?? "")"
        return NamedNumber(
            expression, value,
            .value(.init(key: key, indexedKey: key, kinds: kinds, level: level, unit: unit, from: from)))
    }

    /// Two inputs, (1, 0), and two units: sums 0.1 + 0.1 = 0.2 and 0.3 + 0.1 = 0.4.
    private static let layer: [NamedNumber] = {
        var numbers = [
            quantity("pass.input[0]", 1, [.input], level: 0, unit: 1),
            quantity("pass.input[1]", 0, [.input], level: 0, unit: 2),
        ]
        for (unit, row) in [[0.1, 0.2], [0.3, 0.4]].enumerated() {
            for (from, weight) in row.enumerated() {
                numbers.append(
                    quantity("net.w[\(unit)][\(from)]", weight, [.weight], level: 1, unit: unit + 1, from: from + 1))
            }
            numbers.append(quantity("net.b[\(unit)]", 0.1, [.bias], level: 1, unit: unit + 1))
            numbers.append(quantity("pass.z[\(unit)]", [0.2, 0.4][unit], [.sum], level: 1, unit: unit + 1))
        }
        return numbers
    }()

    private func wrong(_ text: String, _ numbers: [NamedNumber]) -> [String] {
        var audit = audited(text)
        audit.tie(to: numbers)
        return audit.wrong
    }

    @Test(arguments: [
        ("0.1 \\cdot 1 + 0.3 \\cdot 0 + 0.1", ["0.3"]), ("0.1 \\cdot 1 + 0.0 \\cdot 0 + 0.1", ["0.0"]),
        ("0.1 \\cdot 1 - 0.2 \\cdot 0 + 0.1", ["0.2"]), ("1 \\cdot 0.1 + 0 \\cdot 0.5 + 0.1", ["0.5"]),
        ("0.1 \\cdot 1 + 0.2 \\cdot 0 + 0.1", []), ("1 \\cdot 0.1 + 0 \\cdot 0.2 + 0.1", []),
        // Another order, another way to write it: nothing is certain.
        ("0.5 \\cdot 0 + 0.1 \\cdot 1 + 0.1", []), ("0.1 \\cdot 1 + 0.3 \\cdot 0 + 0.1 + 0.0", []),
        ("0.2 \\cdot 1 + 0.3 \\cdot 0", []),
    ])
    func `beside a factor of 0 stands the weight of its place`(sum: String, wrong: [String]) {
        #expect(self.wrong("$z_1 = \(sum) = 0.2$ and $z_2 = 0.4$", Self.layer) == wrong)
    }

    /// Gradients of a run before a step, and of one behind it.
    private static func runs(_ name: String) -> [NamedNumber] {
        let before = [[1.054, -0.5622], [-1.204, 0.6421], [0.15, -0.08]]
        let after = [[0.1873, -0.0999], [-0.3264, 0.1741], [0.1391, -0.0742]]
        return [("pass", before), ("after", after)].flatMap { run, rows in
            rows.enumerated().flatMap { row, values in
                values.enumerated().map { NamedNumber("\(run).\(name)[\(row)][\($0)]", $1) }
            }
        }
    }

    @Test(arguments: ["0.6241", "0.7", "-0.6421"])
    func `of several runs the one is meant of which the other numbers of a matrix are`(slip: String) {
        func text(_ entry: String) -> String {
            "$$ dW = \\begin{pmatrix} 1.0540 & -0.5622 \\\\ -1.2040 & \(entry) \\\\ 0.1500 & -0.0800 \\end{pmatrix} $$"
        }
        #expect(wrong(text("0.6421"), Self.runs("dW")) == [])
        #expect(wrong(text(slip), Self.runs("dW")) == [slip.replacing("-", with: "")])
        // Numbers of both runs, and of one that the lesson doesn't have.
        let mixed = text("0.7").replacing("0.1500", with: "0.1391").replacing("-0.0800", with: "-0.0742")
        #expect(wrong(mixed, Self.runs("dW")) == [])
        #expect(
            wrong("$$ dW = \\begin{pmatrix} 3.1 & 2.2 \\\\ 4.5 & 1.7 \\\\ 0.9 & 2.8 \\end{pmatrix} $$", Self.runs("dW")) == [])
    }

    private static let methods = [
        NamedNumber("adam[\"v\"][0]", 0.1), NamedNumber("adam[\"v\"][1]", 0.19594), NamedNumber("adam[\"v\"][2]", 0.2879),
        NamedNumber("adamax[\"v\"][0]", 0.025), NamedNumber("adamax[\"v\"][1]", 0.034), NamedNumber("adamax[\"v\"][2]", 0.098),
    ]

    @Test func `under its heading a quantity is meant, though another one has its name elsewhere`() {
        func text(_ first: String) -> String {
            "# Adam\n\n$v_1 = 0.1$, $v_2 = 0.19594$, $v_3 = 0.2879$.\n\n# Adamax\n\n$v_1 = \(first)$, $v_2 = 0.034$, $v_3 = 0.098$.\n"
        }
        #expect(wrong(text("0.025"), Self.methods) == [])
        #expect(wrong(text("0.028"), Self.methods) == ["0.028"])
        #expect(wrong(text("0.025").replacing("# Adamax", with: "# Another one"), Self.methods) == [])
    }

    @Test func `a paragraph that begins with a step speaks of that step`() {
        let numbers = ["m": [1.5, 2.46, 2.992], "vHat": [56.25, 47.7577, 41.2]].flatMap { name, values in
            values.enumerated().map { NamedNumber("\(name)[\($0)]", $1) }
        }
        func text(_ m: String) -> String {
            "Step 1: $m = 1.50$ and $\\hat v = 56.25$.\n\n**Step 2:** $m = \(m)$ and $\\hat v = 47.7577$.\n"
        }
        #expect(wrong(text("2.46"), numbers) == [])
        #expect(wrong(text("2.64"), numbers) == ["2.64"])
        #expect(wrong(text("1.50"), numbers) != [] && wrong("In step 2 of 7 we set $m = 2.64$.", numbers) == [])
    }

    @Test func `a neighbour's value in a column is seen where another one belongs`() {
        let numbers = [0, 0.00894759, 0.00911742].enumerated().map { NamedNumber("dhNext[\($0)]", $1) }
        func text(_ third: String, _ second: String, heading: String = "dh next") -> String {
            "| t | \(heading) | c |\n|--:|--:|--:|\n| 3 | \(third) | 0.1 |\n| 2 | \(second) | 0.2 |\n| 1 | | 0.3 |\n"
        }
        #expect(wrong(text("0.009117", "0.008948"), numbers) == [])
        #expect(wrong(text("0.009117", "0.009117"), numbers) == ["0.009117"])
        // The largest so far stands twice as well.
        #expect(wrong(text("0.009117", "0.009117", heading: "largest"), numbers) == [])
    }

    private static let losses = [
        NamedNumber("loss[0]", 0.6931), NamedNumber("loss[1]", 0.4512), NamedNumber("accuracy", 0.875),
        NamedNumber("h1", 0.3775), NamedNumber("h2", 0.3925), NamedNumber("o", 0.7514),
    ]

    /// A third loss, which the lesson doesn't have, may share its first digits with one that it has.
    @Test(arguments: [
        ("0.6391", ["0.6391"]), ("0.1931", ["0.1931"]), ("0.6921", []), ("0.6831", []), ("0.6931", []), ("0.52", []),
    ])
    func `in running text a number is wrong that its word means but for a slip`(printed: String, wrong: [String]) {
        let text = "$h_1 = 0.3775$, $h_2 = 0.3925$, $o = 0.7514$. At last the loss is \(printed)."
        #expect(self.wrong(text, Self.losses) == wrong)
    }

    @Test func `whole numbers that a sentence lists as given are the lesson's`() {
        let numbers =
            [8.0, 2, 7, -1, 6].enumerated().map { NamedNumber("gradients[\($0)]", $1) } + Self.losses
            + [NamedNumber("learningRate", 0.1)]
        let ties = "$h_1 = 0.3775$, $h_2 = 0.3925$, $o = 0.7514$."
        #expect(wrong("\(ties) The gradients are $8, 2, 7, -1, 6$.", numbers) == [])
        #expect(wrong("\(ties) The gradients are $8, 2, 7, -1, 6$, the learning rate 0.1.", numbers) == [])
        #expect(wrong("\(ties) The learning rate 0.4 is small.", numbers) == ["0.4"])
    }

    @Test func `the weight of a unit isn't its output`() {
        let numbers =
            [0.4777, 0.2449].enumerated().map { Self.quantity("pass.h[\($0)]", $1, [.output], level: 1, unit: $0 + 1) }
            + [0.2092, -0.4077].enumerated().map { Self.quantity("pass.o[\($0)]", $1, [.output], level: 2, unit: $0 + 1) }
        let ties =
            "$h_1 = 0.4777$, $h_2 = 0.2449$. The output of the first hidden unit is 0.4777, of the second hidden one 0.2449."
        #expect(wrong("\(ties) The first output weight becomes 0.7037, the first hidden weight 0.3117.", numbers) == [])
        let table = "| unit | activation |\n|---|--:|\n| hidden 1 | 0.4777 |\n| hidden 2 | 0.2494 |\n| output 1 | 0.2092 |\n"
        #expect(wrong(table, numbers) == ["0.2494"])
        #expect(wrong(table.replacing("0.2494", with: "0.2449"), numbers) == [])
    }

    /// 0.8 cuts off 0.8992, which is the weight behind the step; before it, it is 0.9.
    @Test func `one digit that is cut off is no sign that another run is meant`() {
        let weights = [
            ("net", [0.5, 0.6, 0.7, 0.9]), ("after", [0.49922, 0.59908, 0.70021, 0.89922]),
        ].flatMap { run, values in
            values.enumerated().map {
                Self.quantity("\(run).w[\($0)]", $1, [.weight], level: 1, unit: $0 / 2 + 1, from: $0 % 2 + 1)
            }
        }
        func text(_ last: String) -> String { "$W^{(1)} = \\begin{pmatrix} 0.5 & 0.6 \\\\ 0.7 & \(last) \\end{pmatrix}$" }
        #expect(wrong(text("0.9"), weights) == [])
        #expect(wrong(text("0.8"), weights) == ["0.8"])
    }

    @Test func `a short operand with another in whose place the quantity comes out exactly is wrong`() {
        let numbers = [
            NamedNumber("w1", 1.7), NamedNumber("mHat", 7.5), NamedNumber("vHat", 56.25), NamedNumber("w0", 2),
            NamedNumber("alpha", 0.3),
        ]
        func text(_ operand: String) -> String { "$w_1 = 2 - 0.3 \\cdot \(operand) / \\sqrt{56.25} = 1.7$" }
        #expect(wrong(text("7.5"), numbers) == [])
        #expect(wrong(text("8.5"), numbers) == ["8.5"])
    }
}
