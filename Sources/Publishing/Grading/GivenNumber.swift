import Claims
import Exhibits

/// A number as a student wrote it.
struct GivenNumber {
    var value: Double
    /// One unit of its last digit.
    var unit: Double

    /// The ways to read what was written, the likelier first: `0,751` has a decimal comma, `1,024` may have one.
    static func readings(of text: String) -> [GivenNumber] {
        let text = text.trimmingSpaces
        let marks: [DecimalMark] = text.contains(",") && !text.contains(".") ? [.comma, .point] : [.point, .comma]
        var readings: [GivenNumber] = []
        for mark in marks {
            guard let number = WrittenNumber(parsing: text, mark: mark), number.value.isFinite else { continue }
            let reading = GivenNumber(value: number.value, unit: number.unit)
            if !readings.contains(where: { $0.value == reading.value }) { readings.append(reading) }
        }
        return readings
    }

    /// The numbers of a list in one field of a table, `(0.751; 0.773)`, if there are so many.
    static func list(_ text: String, count: Int) -> [String]? {
        let inner = text.filter { !"()[]{}".contains($0) }
        for separator in [";", "|", ",", " "] as [Character] {
            let parts = inner.split(separator: separator).map { String($0).trimmingSpaces }.filter { !$0.isEmpty }
            if parts.count == count, parts.allSatisfy({ !readings(of: $0).isEmpty }) { return parts }
        }
        return nil
    }
}

extension String {
    var trimmingSpaces: String {
        String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    }
}
