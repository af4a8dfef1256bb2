import Claims
import Exhibits
import Networks
import Testing

@testable import Lectern

/// One mistake early in a computation makes every number behind it wrong: it is said once, where it is sure.
struct SharedSlipTests {
    /// A page whose forward numbers are written as another hand computed them.
    private struct Page {
        var right: [Double]
        var wrong: [Double]
        var notebook: Notebook

        init(_ page: RandomPage, as other: HandNetwork.Numbers, digits: Int, except exact: Set<Int> = []) {
            func flat(_ numbers: HandNetwork.Numbers) -> [Double] {
                zip(numbers.z, numbers.a).flatMap { $0 + $1 } + [numbers.loss]
            }
            right = flat(page.right)
            wrong = flat(other)
            notebook = page.notebook(stating: [], withUpdate: false)
            for slot in right.indices {
                let written = exact.contains(slot) ? right[slot] : wrong[slot]
                _ = Notebook.$current.withValue(notebook) {
                    Outcome(right[slot], written: page.text(written, digits: digits), at: .slot(slot))
                }
            }
        }
    }

    /// The mistakes: an input misread, two exchanged, a bias forgotten, an activation.
    private static func slipped(_ page: RandomPage, _ kind: Int) -> HandNetwork.Numbers {
        switch kind {
        case 0:
            var hand = page.hand
            hand.inputs[0] = PrintedNumber(hand.inputs[0] + 0.3, .decimals(2)).value
            return hand.numbers()
        case 1: return page.hand.numbers(.exchangedInputs)
        case 2: return page.hand.numbers(.termDropped([0, 0, page.hand.inputs.count]))
        default: return page.hand.numbers(.activationSkipped([0, 0]))
        }
    }

    @Test func `a slip that several wrong numbers come from is named, and leads to just those numbers`() {
        var (tried, named) = (0, 0)
        for seed in 1...24 {
            let random = RandomPage(seed: UInt64(seed))
            let page = Page(random, as: Self.slipped(random, seed % 4), digits: 3 + seed % 4)
            guard page.right.indices.count(where: { !Mismatch.same(page.right[$0], page.wrong[$0]) }) >= 4 else { continue }
            tried += 1
            let hints = page.notebook.sharedHints
            if !hints.isEmpty { named += 1 }
            for (site, hint) in hints {
                guard case .slot(let slot) = site else { continue }
                #expect(
                    abs(hint.value - page.wrong[slot]) <= 1e-9 * abs(page.wrong[slot]), "\(seed), \(page.wrong[slot]): \(hint)")
            }
        }
        #expect(named * 2 >= tried, "\(named) of \(tried)")
    }

    @Test func `numbers that are wrong each for itself get no common cause`() {
        for seed in 100...124 {
            var random = RandomPage(seed: UInt64(seed))
            var other = random.right
            for layer in other.z.indices {
                for unit in other.z[layer].indices where Bool.random(using: &random.random) {
                    other.z[layer][unit] *= Double.random(in: 0.5...1.5, using: &random.random)
                    other.a[layer][unit] *= Double.random(in: 0.5...1.5, using: &random.random)
                }
            }
            let hints = Page(random, as: other, digits: 3 + seed % 4).notebook.sharedHints
            #expect(hints.isEmpty, "\(seed): \(hints.first?.hint.message ?? "")")
        }
    }

    @Test func `a right number behind the first wrong one speaks against the slip`() {
        for seed in stride(from: 1, through: 40, by: 4) {
            let random = RandomPage(seed: UInt64(seed))
            let other = Self.slipped(random, 1)
            let whole = Page(random, as: other, digits: 5)
            guard whole.notebook.sharedHints.count > 3 else { continue }
            let last = whole.right.count - 1
            guard !Mismatch.same(whole.right[last], whole.wrong[last]) else { continue }
            #expect(Page(random, as: other, digits: 5, except: [last]).notebook.sharedHints.isEmpty, "\(seed)")
        }
    }

    @Test func `the slip is said once, and the others refer to it`() throws {
        let random = RandomPage(seed: 1)
        let hints = Page(random, as: Self.slipped(random, 1), digits: 5).notebook.sharedHints
        let first = try #require(hints.first)
        #expect(first.hint.message.hasPrefix("one slip explains \(hints.count) wrong numbers, this one and "))
        #expect(hints.dropFirst().allSatisfy { $0.hint.message.hasPrefix("the same slip as in ") })
    }

    @Test func `claims that cells make share a slip with those of the text, and each hears of it at its call`() throws {
        let random = RandomPage(seed: 1)
        let right = random.right, wrong = Self.slipped(random, 1)
        let notebook = random.notebook(stating: [], withUpdate: false)
        Notebook.$current.withValue(notebook) {
            for (layer, value) in right.z[0].enumerated() {
                #expect(notebook.open(random.text(wrong.z[0][layer], digits: 5), value) == layer)
            }
            LessonRun.settle()
            _ = Outcome(right.loss, written: random.text(wrong.loss, digits: 5), at: .slot(0))
        }
        let sites = notebook.sharedHints.map(\.site)
        #expect(sites.contains(.call(0)) && sites.contains(.slot(0)), "\(sites)")
    }

    @Test(arguments: [(0.1, 0.15), (0.2, 0.02), (0.25, 0.52)])
    func `a weight may be misread in a decimal that it ends before and the others have`(right: Double, misread: Double) throws {
        func pass(_ weight: Double) -> BackpropagationPass {
            let net = Network(inputs: 2) {
                Dense(2, weights: [[weight, 0.20], [0.25, 0.30]], bias: 0.35)
                Sigmoid()
                Dense(2, weights: [[0.40, 0.45], [0.50, 0.55]], bias: 0.60)
                Sigmoid()
            }
            return net.backpropagate([0.5, 0.10], toward: [0.01, 0.99], minimizing: .halfSquaredError)
        }
        let notebook = Notebook()
        Notebook.$current.withValue(notebook) {
            LessonRun.observe("pass", pass(right))
            for (slot, name) in ["net_h1", "out_h1", "net_o1", "out_o1", "net_o2", "out_o2", "E_total"].enumerated() {
                let written = NumberFormat.decimals(7).text(pass(misread)[name])
                _ = Outcome(pass(right)[name], written: written, at: .slot(slot))
            }
        }
        let hint = try #require(notebook.sharedHints.first).hint
        #expect(hint.message.contains("w1 taken as \(misread) instead of \(right)"), "\(hint.message)")
    }

    /// The second step of hmkcode's example (2019) states the hidden units of the first.
    @Test(arguments: [(["0.85", "0.48"], 2), (["0.48", "0.85"], 0), (["0.85", "0.47"], 0)])
    func `numbers left from a row above are told by their order`(written: [String], hints: Int) {
        let notebook = Notebook()
        let found = Notebook.$current.withValue(notebook) {
            _ = Outcome([0.85, 0.48], written: "[0.85, 0.48]", at: .slot(0))
            _ = Outcome(0.191, written: "0.191", at: .slot(1))
            _ = Outcome(0.93, written: written[0], at: .slot(2))
            _ = Outcome(0.56, written: written[1], at: .slot(3))
            return notebook.sharedHints
        }
        #expect(found.count == hints && found.allSatisfy { $0.hint.cause == "neighbour" }, "\(found)")
    }
}
