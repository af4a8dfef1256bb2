import Audit
import Testing

struct PowerTests {
    @Test func `planted slips are seen where a calculation shows them, and the blind places are named`() throws {
        let text = "Given $a_1 = 0.25$. Then $0.15 \\cdot 0.05 + 0.25 = 0.2575$ and a lonely 0.123 stays.\n"
        let audit = audited(text)
        let power = AuditPower(of: audit, file: audit.notes.files[0], open: { _ in .refused("") }, seed: 3, count: 60)
        #expect(power.total >= 40 && power.totalSeen > power.total / 2)
        #expect(power.blind.contains { $0.number.text == "0.123" } && !power.blind.contains { $0.number.text == "0.2575" })
    }

    @Test func `the same seed plants the same slips`() {
        let audit = audited("$0.15 \\cdot 0.05 + 0.25 = 0.2575$, $1.5 + 2.25 = 3.75$")
        let runs = (0..<2).map { _ in
            AuditPower(of: audit, file: audit.notes.files[0], open: { _ in .refused("") }, seed: 7, count: 30)
        }
        #expect(runs[0].seen == runs[1].seen && runs[0].planted == runs[1].planted)
    }
}
