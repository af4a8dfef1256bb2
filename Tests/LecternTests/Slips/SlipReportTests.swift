import Foundation
import Testing

/// Slips of many kinds in random networks, with two to nine digits: what is named must be what was done.
///
/// `make slips` makes 2,000 and prints for each kind how many were named rightly, wrongly, or not at all; here a few hundred run.
struct SlipReportTests {
    @Test func `a cause that is named is the cause`() {
        let wanted = ProcessInfo.processInfo.environment["LECTERN_SLIPS"].flatMap(Int.init)
        let report = SlipReport(slips: wanted ?? 300)
        if wanted != nil { print((report.wrong + report.lines).joined(separator: "\n")) }
        #expect(report.wrong.count * 100 <= report.found, "\(report.wrong.joined(separator: "\n"))")
        #expect(report.right * 2 >= report.found)
    }
}
