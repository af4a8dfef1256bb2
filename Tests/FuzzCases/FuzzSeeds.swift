import Exhibits
import Foundation
import NetworkCases
import Networks
import Storage

@testable import Publishing

/// What fuzzing begins with where the course holds no file of the kind.
public enum FuzzSeeds {
    /// - Parameter course: one that was verified, whose cache holds what its lessons recorded.
    public static func made(for target: FuzzTarget, course: String) throws -> [[UInt8]] {
        switch target {
        case .networks: try LayerCase.all.map { Array(try $0.network(endingWith: Sigmoid(), outputs: 1, seed: 1).encoded()) }
        case .records: try records(of: transcripts(of: course))
        case .cache: try transcripts(of: course).map(small).map { try Packed.bytes(of: $0) }
        case .lessons, .pages, .courses, .bibliographies, .tables: []
        }
    }

    private static func transcripts(of course: String) -> [RunRecord] {
        let runs = course + "/.lectern/runs"
        return Files.entries(of: runs).flatMap { lesson in
            Files.entries(of: "\(runs)/\(lesson)").prefix(1).compactMap {
                ResultStore(course: course).value(RunRecord.self, at: "runs/\(lesson)/\($0)")
            }
        }
    }

    /// Of each kind of record the shortest few: what is long says nothing more.
    private static func records(of runs: [RunRecord]) throws -> [[UInt8]] {
        var records: [Record] = [.cell(0), .finished, .unanswered([0]), .numbers(slots: [0, 1], [1, 2.5])]
        for run in runs {
            records += run.transcript.outputs.values.joined().compactMap { output -> Record? in
                switch output {
                case .exhibit(let exhibit): .exhibit(exhibit)
                case .claim(let claim): .claim(0, claim)
                case .printed, .warned, .failed: nil
                }
            }
            records += run.transcript.outcomes.map { Record.outcome(slot: $0.key % 3, $0.value) }
            if let known = run.transcript.quantities { records.append(.quantities(Array(known.prefix(20)))) }
        }
        let key = RecordKey(repeatElement(0x30, count: RecordKey.length)) ?? RecordKey()
        var kinds: [String: [[UInt8]]] = [:]
        for record in records {
            let line = Array(try RecordSequence.encoded(record, key: key).dropFirst(RecordKey.length))
            // The first names of the keys tell kinds apart.
            let names = String(decoding: line, as: UTF8.self).split(separator: "\"").enumerated().filter { $0.offset % 2 == 1 }
            kinds[names.prefix(5).map { String($0.element) }.joined(separator: " "), default: []].append(line)
        }
        let begin = Array("{\"cell\":{\"_0\":0}}\n".utf8)
        return kinds.sorted { $0.key < $1.key }.flatMap { _, lines in
            lines.sorted { $0.count < $1.count }.prefix(3).filter { $0.count < 16_000 }.map { begin + $0 }
        }
    }

    private static func small(_ run: RunRecord) -> RunRecord {
        var run = run
        run.transcript.outputs = run.transcript.outputs.filter { $0.key < 2 }
        return run
    }
}
