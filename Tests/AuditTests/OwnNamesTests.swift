import Audit
import Claims
import Exhibits
import Testing

/// Numbers tied to a lesson's own constants: by name, in tables, by words, where they are put in for a name, by their digits.
struct OwnNamesTests {
    private static let lesson: [NamedNumber] = {
        func list(_ name: String, _ values: [Double]) -> [NamedNumber] {
            values.enumerated().map { NamedNumber("\(name)[\($0)]", $1) }
        }
        var numbers = list("mHat", [10, 9.894736842, 9.786020485]) + list("h", [0.462117157, 0.780329185, 0.918294137])
        numbers += list("momentum[\"m\"]", [0.8, 0.92, 1.528]) + list("adam[\"m\"]", [1, 1.88, 2.652011])
        numbers += list("q[0]", [0.953462, -0.072932]) + list("q[1]", [-0.381385, 1.458650])
        numbers += [
            NamedNumber("dWxh", -0.489304), NamedNumber("newWxh", 0.548930), NamedNumber("lossAfterOneUpdate", 0.291027774),
            NamedNumber("weight[\"The\"]", 0.246470), NamedNumber("weight[\"cat\"]", 0.313325),
            NamedNumber("net1", 0.377512), NamedNumber("rate", 0.5), NamedNumber("g.gradient(of: a)", 138.833819),
        ]
        return numbers
    }()

    private func tied(_ text: String) -> Audit {
        var audit = audited(text)
        audit.tie(to: Self.lesson)
        return audit
    }

    private func expressions(_ text: String) -> [String] {
        tied(text).numbers.compactMap { if case .checked(let judged) = $0.status { judged.tie?.expression } else { nil } }
    }

    @Test(arguments: [
        ("$\\hat m_2 = 9.895$", ["mHat[1]"]), ("$h_3 = 0.9183$", ["h[2]"]), ("$W_{xh}^{new} = 0.54893$", ["newWxh"]),
        ("$\\frac{\\partial L}{\\partial W_{xh}} = -0.48930$", ["dWxh"]), ("$dW_{xh} = -0.48930$", ["dWxh"]),
        ("$\\frac{\\partial g}{\\partial a} = 138.8338$", ["g.gradient(of: a)"]),
        (
            "$q = \\begin{bmatrix} 0.9535 & -0.0729 \\\\ -0.3814 & 1.4587 \\end{bmatrix}$",
            ["q[0][0]", "q[0][1]", "q[1][0]", "q[1][1]"]
        ),
        ("# Momentum\n\n$m_2 = 0.92$", ["momentum[\"m\"][1]"]), ("# Adam\n\n$m_2 = 1.88$", ["adam[\"m\"][1]"]),
        ("The loss after one update is 0.291027774.", ["lossAfterOneUpdate"]),
        ("It weighs “cat” with the weight 0.3133.", ["weight[\"cat\"]"]),
        ("Nothing says what 0.780329185 is.", ["h[1]"]),
        ("| t | $h_t$ |\n|--:|--:|\n| 1 | 0.4621 |\n| 2 | 0.7803 |\n", ["h[0]", "h[1]"]),
        ("| word | weight |\n|---|--:|\n| The | 0.2465 |\n| cat | 0.3133 |\n", ["weight[\"The\"]", "weight[\"cat\"]"]),
        ("$y = net_1 + rate = 0.377512 + 0.5 = 0.877512$", ["net1", "rate"]),
    ])
    func `what the lesson calls as the notes do is what they mean`(text: String, expected: [String]) {
        #expect(expressions(text) == expected, "\(tied(text).numbers)")
    }

    @Test(arguments: [
        ("$h_1 = 0.4621$, $h_2 = 0.7803$, $h_3 = 0.9138$", "0.9138"),
        ("| t | $h_t$ |\n|--:|--:|\n| 1 | 0.4621 |\n| 2 | 0.7830 |\n| 3 | 0.9183 |\n", "0.7830"),
        ("| word | weight |\n|---|--:|\n| The | 0.2645 |\n| cat | 0.3133 |\n", "0.2645"),
        ("$h_1 = 0.4621$, $h_2 = 0.7803$. $dW_{xh} = 0.48930$", "0.48930"),
    ])
    func `a slip in what they mean is wrong`(text: String, wrong: String) {
        #expect(tied(text).wrong == [wrong], "\(tied(text).numbers)")
    }

    /// Words and letters that a lesson shares with texts about anything.
    @Test(arguments: [
        "Of all students 0.25 passed; the rate of those who did was 0.75 in the year before.",
        "Another network has $h_1 = 0.31$ and $h_2 = 0.52$, and its weight is 0.123.",
        "The loss of time after one update was 0.5 hours.", "| t | $h_t$ |\n|--:|--:|\n| 1 | 3.25 |\n| 2 | 4.75 |\n",
    ])
    func `what may be said of anything makes nothing wrong`(text: String) {
        #expect(tied(text).wrong == [])
    }

    @Test func `what nothing ties is said to be near the quantity it nearly is`() {
        var audit = tied("Here 0.780392185 stands alone.")
        audit.lookForNearnesses()
        #expect(
            audit.nearnesses.map(\.expression) == ["h[1]"] && audit.nearnesses.map(\.difference) == ["two digits are swapped"])
        #expect(audit.nearnesses.map(\.correction) == ["0.780329185"])
    }

    @Test func `a number put in by mistake is reported where it was put in`() {
        let audit = audited(
            "$net = 0.5 \\cdot 1.234567 + 0.5 = 1.1172835$, $out = \\frac{1}{1 + e^{-1.1178235}} = 0.753484486$")
        #expect(audit.wrong == ["1.1178235"], "\(audit.numbers)")
    }

    @Test func `whether the loss fell is a conclusion`() {
        let losses = [NamedNumber("lossBefore", 0.298371), NamedNumber("lossAfter", 0.291028)]
        var audit = audited("The loss before is 0.298371. The loss after is 0.391028.")
        audit.tie(to: losses)
        let last = audit.numbers.last.flatMap { if case .checked(let judged) = $0.status { judged } else { nil } }
        #expect(last?.tie?.conclusion == .lossOrder, "\(audit.numbers)")
    }
}
