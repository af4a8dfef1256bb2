import Exhibits
import Foundation
import Networks

@testable import Publishing

/// Bytes as files that are read and said something about.
enum ReadingFuzzing {
    static func course(_ bytes: [UInt8]) -> FuzzOutput {
        let file = CourseFile(String(decoding: bytes, as: UTF8.self), file: "course.yml")
        let result = CourseResult(findings: file.findings)
        return FuzzOutput(report: TextReport(result: result, source: { _ in bytes }).text.utf8.count)
    }

    static func table(_ bytes: [UInt8]) -> FuzzOutput {
        let text = String(decoding: bytes, as: UTF8.self)
        let name = text.prefix { $0 != "," && $0 != ";" && !$0.isNewline }
        return FuzzOutput(
            report: said { _ = try Dataset(csv: text, target: String(name)) }
                + said { _ = try Dataset.column("y", csv: text) })
    }

    /// What can be read is used once and stored again.
    static func network(_ bytes: [UInt8]) -> FuzzOutput {
        FuzzOutput(
            report: said {
                let network = try Network(decoding: Data(bytes))
                _ = try network.encoded()
            })
    }

    static func cacheEntry(_ bytes: [UInt8]) -> FuzzOutput {
        if let record = try? Packed.value(RunRecord.self, from: bytes) {
            return FuzzOutput(page: (try? Packed.bytes(of: record).count) ?? 0)
        }
        _ = try? Packed.value(PageRecord.self, from: bytes)
        return FuzzOutput()
    }

    private static func said(_ body: () throws -> Void) -> Int {
        do {
            try body()
            return 0
        } catch { return "\(error)".utf8.count }
    }
}
