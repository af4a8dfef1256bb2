import Audit
import Claims
import Exhibits
import Testing

/// Numbers with a name are held to the quantity of that name, and to nothing that could as well be meant otherwise.
struct TyingTests {
    /// What a lesson lists of a network with two inputs, two hidden units and two outputs: sums, outputs, gradients.
    private static let network: [NamedNumber] = {
        var numbers: [NamedNumber] = []
        func add(
            _ key: String, _ indexed: String, _ kinds: Set<QuantityIdentity.Kind>, _ place: [Int?], _ value: Double,
            _ slope: Double
        ) {
            let identity = QuantityIdentity(
                key: key, indexedKey: indexed, kinds: kinds, level: place[0], unit: place[1], from: place[2])
            numbers.append(NamedNumber("pass[\"\(key)\"]", value, .value(identity)))
            numbers.append(NamedNumber("pass.gradient(of: \"\(key)\")", slope, .gradient(identity)))
        }
        let weights = [0.151, 0.202, 0.253, 0.304, 0.405, 0.456, 0.507, 0.558]
        for (index, weight) in weights.enumerated() {
            let (level, unit, from) = (index / 4 + 1, index % 4 / 2 + 1, index % 2 + 1)
            add(
                "w\(index + 1)", "w_\(from)\(unit)^(\(level))", [.weight], [level, unit, from], weight,
                0.0111 * Double(index + 1))
        }
        for (index, name) in ["h1", "h2", "o1", "o2"].enumerated() {
            let (level, unit) = (index / 2 + 1, index % 2 + 1)
            add(
                "net_\(name)", "z_\(unit)^(\(level))", [.sum], [level, unit, nil], 0.3775 + 0.21 * Double(index),
                0.0821 * Double(index + 1))
            add(
                "out_\(name)", "a_\(unit)^(\(level))", [.output], [level, unit, nil], 0.5932 + 0.017 * Double(index),
                -0.0273 * Double(index + 1))
        }
        add("E_total", "L", [.loss], [nil, nil, nil], 0.298371, 1)
        return numbers
    }()

    private func tied(_ text: String, _ said: Set<Conventions.Choice> = []) -> Audit {
        var audit = audited(text)
        audit.tie(to: Self.network, said: said)
        return audit
    }

    private func expressions(_ audit: Audit) -> [String] {
        audit.numbers.compactMap { if case .checked(let judged) = $0.status { judged.tie?.expression } else { nil } }
    }

    @Test(arguments: [
        ("net_{h1} = 0.3775", "pass[\"net_h1\"]"), ("net_{h_1} = 0.3775", "pass[\"net_h1\"]"),
        ("z_1^{(1)} = 0.3775", "pass[\"net_h1\"]"), ("z^{[1]}_1 = 0.3775", "pass[\"net_h1\"]"),
        ("\\mathrm{out}_{o1} = 0.6272", "pass[\"out_o1\"]"), ("w_5 = 0.405", "pass[\"w5\"]"),
        ("E_{total} = 0.298371", "pass[\"E_total\"]"), ("\\mathcal{L} = 0.298371", "pass[\"E_total\"]"),
        ("\\frac{\\partial E}{\\partial w_5} = 0.0555", "pass.gradient(of: \"w5\")"),
        ("\\partial L / \\partial w_5 = 0.0555", "pass.gradient(of: \"w5\")"),
        ("\\frac{dE_{total}}{dw_5} = 0.0555", "pass.gradient(of: \"w5\")"),
        ("\\nabla_{w_5} J = 0.0555", "pass.gradient(of: \"w5\")"), ("dw_5 = 0.0555", "pass.gradient(of: \"w5\")"),
        ("\\delta_{o1} = 0.2463", "pass.gradient(of: \"net_o1\")"),
        ("\\delta^{(2)}_1 = 0.2463", "pass.gradient(of: \"net_o1\")"), ("\\hat{y}_2 = 0.6442", "pass[\"out_o2\"]"),
        ("w^{(2)}_{21} = 0.456", "pass[\"w6\"]"),
    ])
    func `a name in any usual notation means its quantity`(formula: String, expression: String) {
        #expect(expressions(tied("$\(formula)$")) == [expression])
    }

    @Test func `a vector and a matrix are tied entry by entry`() {
        let audit = tied(
            "$a^{(1)} = (0.5932, 0.6102)$ and $W^{(2)} = \\begin{pmatrix} 0.405 & 0.507 \\\\ 0.456 & 0.558 \\end{pmatrix}$")
        #expect(
            expressions(audit) == [
                "pass[\"out_h1\"]", "pass[\"out_h2\"]", "pass[\"w5\"]", "pass[\"w7\"]", "pass[\"w6\"]", "pass[\"w8\"]",
            ])
    }

    @Test func `what makes most numbers true is what the indices mean`() {
        let layers = tied("$a^{(2)}_1 = 0.5932$, $a^{(2)}_2 = 0.6102$, $a^{(3)}_1 = 0.6272$, $z^{(3)}_2 = 1.0075$")
        #expect(layers.tying?.conventions.contains(.inputsAreLayer1) == true && expressions(layers).count == 4)
        let order = tied("$w^{(1)}_{12} = 0.202$, $w^{(1)}_{21} = 0.253$, $w^{(2)}_{12} = 0.456$")
        #expect(order.tying?.conventions.contains(.weightsToFrom) == true)
        let signs = tied("$\\delta_{h1} = -0.0821$, $\\delta_{h2} = -0.1642$, $\\delta_{o2} = 0.3284$")
        #expect(signs.tying?.conventions.contains(.deltaIsGradient) == false)
    }

    @Test func `a wrong digit, a sign and a number from elsewhere are found, and what they should be is said`() throws {
        let right = "$net_{h1} = 0.3775$, $out_{h1} = 0.5932$, $net_{o1} = 0.7975$, $out_{o1} = 0.6272$, $w_6 = 0.456$. "
        for (formula, correction) in [
            ("\\frac{\\partial E}{\\partial w_5} = 0.0565", "0.0555"),
            ("\\frac{\\partial E}{\\partial w_5} = -0.0555", "0.0555"),
            ("out_{o2} = 0.6102", "0.6442"), ("E_{total} = 0.283971", "0.298371"),
        ] {
            let audit = tied(right + "$\(formula)$")
            #expect(audit.wrong.count == 1, "\(formula)")
            guard case .checked(let judged)? = audit.numbers.last?.status else { continue }
            #expect(judged.correction == correction)
        }
    }

    @Test func `a gradient's sign and the class chosen are conclusions`() {
        let right = "$net_{h1} = 0.3775$, $out_{h1} = 0.5932$, $net_{o1} = 0.7975$. "
        for (formula, conclusion) in [
            ("\\frac{\\partial E}{\\partial w_5} = -0.0555", Tie.Conclusion.signOfGradient),
            ("out_{o1} = 0.7272", .chosenClass),
        ] {
            let last = tied(right + "$\(formula)$").numbers.last?.status
            let judged = if case .checked(let judged)? = last { judged } else { nil as AuditedNumber.Judged? }
            #expect(judged?.tie?.conclusion == conclusion)
        }
    }

    /// Each could be called wrong by who looks at its letter alone.
    @Test(arguments: [
        "A leaky slope of $a = 0.01$, dropout with $p = 0.25$, $L = 3$ layers, steps of $h = 0.001$ and $x = 0.731$.",
        "Another network has $w_1 = 0.9$, $w_2 = -0.4$ and $net_{h1} = 1.25$.",
        "$E_{total} = 0.298371$ before and $E_{total} = 0.0351085$ after ten thousand steps.",
        "$\\delta_1 = 0.777$ and $y_1 = 0.123$.",
        "$net_{h3} = 0.9$, $out_{x} = 0.1$, $w_{99} = 3.25$, $z_1^{(7)} = 0.45$, $w_1^2 = 0.0225$.",
    ])
    func `a name that may mean something else makes no number wrong`(text: String) {
        #expect(tied(text).wrong == [])
    }

    @Test func `what the author says of the indices isn't learnt`() {
        let audit = tied("$a^{(1)}_1 = 0.6272$", [.inputsAreLayer0])
        #expect(expressions(audit).allSatisfy { $0 == "pass[\"out_h1\"]" })
        #expect(audit.tying?.conventions.contains(.inputsAreLayer0) == true)
    }

    @Test func `a silenced number stays so`() {
        let right = "$net_{h1} = 0.3775$, $out_{h1} = 0.5932$, $net_{o1} = 0.7975$.\n\n"
        let audit = tied(right + "<!-- audit-ok 0.6727: quoted from the first edition -->\n$out_{o1} = 0.6727$\n")
        #expect(audit.wrong == [] && audit.silences.allSatisfy(\.isNeeded))
    }

    @Test func `power counts slips in tied numbers as seen`() {
        let text = "$net_{h1} = 0.3775$, $out_{h1} = 0.5932$, $net_{o1} = 0.7975$, $out_{o1} = 0.6272$, $E_{total} = 0.298371$"
        let (alone, together) = (audited(text), tied(text))
        func seen(_ audit: Audit) -> Int {
            AuditPower(of: audit, file: audit.notes.files[0], open: { _ in .refused("") }, seed: 5, count: 60).totalSeen
        }
        #expect(seen(alone) == 0 && seen(together) > 45, "\(seen(together))")
    }
}
