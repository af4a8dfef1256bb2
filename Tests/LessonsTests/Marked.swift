import Exhibits
import Testing

@testable import Lessons

/// A lesson whose text carries markers `⟦1⟧` where positions are expected. The markers are taken out before parsing.
struct Marked {
    let source: String
    let lesson: Lesson
    private let places: [Int: Place]

    init(_ marked: String, file: String = "a.md", reading: (String) -> String? = { _ in nil }) {
        var source = ""
        var places: [Int: Place] = [:]
        var line = 1
        var column = 1
        var rest = Substring(marked)
        while let character = rest.first {
            if character == "⟦", let end = rest.firstIndex(of: "⟧"), let number = Int(rest[..<end].dropFirst()) {
                places[number] = Place(file: file, line: line, column: column)
                rest = rest[rest.index(after: end)...]
                continue
            }
            source.append(character)
            rest.removeFirst()
            if character.isNewline {
                line += 1
                column = 1
            } else {
                column += String(character).utf8.count
            }
        }
        self.source = source
        self.places = places
        lesson = Lesson.parsed(source: source, file: file, reading: reading)
    }

    func place(_ number: Int) -> Place { places[number] ?? Place(file: "no marker \(number)", line: 0) }

    /// What the file holds at a claim's byte range.
    func bytes(of claim: Claim) -> String {
        String(decoding: Array(source.utf8)[claim.bytes], as: UTF8.self)
    }
}
