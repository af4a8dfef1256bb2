import Derivations
import Exhibits
import Foundation

/// All that marking a class's answers needs: what was asked, every student's answers, and what they are computed from.
///
/// Written beside `key.csv` by `lectern variants`. What students share is said once: a class of one thousand has one graph's
/// shape and a thousand lists of numbers.
struct GradingKey: Codable, Hashable {
    /// One number to write into a field, or letters to choose.
    struct Item: Codable, Hashable {
        /// The exercise's label, or its place in the lesson.
        var exercise: String
        /// The blank's number in its exercise, or a letter for choices.
        var question: String
        /// The field of the blank, from 1, and how many it has.
        var field: Int
        var fields: Int
        /// Its place among the fields and choices of its exercise in the order of the text, from 0.
        var order: Int
        var points: Double
        /// How far an answer may be off where the author says so.
        var tolerance: Double?
        /// What there is to choose, and what is said of each; empty for numbers.
        var choices: [Choice]

        struct Choice: Codable, Hashable {
            var text: String
            var feedback: String
        }

        var name: String { "\(exercise) \(question)" + (fields > 1 ? ".\(field)" : "") }
    }

    /// Where an answer stands in the student's graphs.
    struct Location: Codable, Hashable {
        var graph: Int
        var quantity: RecordedQuantity
    }

    struct Answer: Codable, Hashable {
        /// As it is to be written.
        var text: String
        /// The computed number and one unit of the last digit that is asked for; nil for choices.
        var value: Double?
        var unit: Double?
    }

    struct Graph: Codable, Hashable {
        /// Among the shapes.
        var shape: Int
        var givens: [Double]
    }

    struct Student: Codable, Hashable {
        var id: String
        var name: String
        var stem: String
        var seed: UInt64
        /// One for each item.
        var answers: [Answer]
        var graphs: [Graph] = []
        /// Among the layouts.
        var layout = 0
        /// Numbers to choose from, which differ from student to student, by the name of their item.
        var choices: [String: [Item.Choice]] = [:]
    }

    /// One line of JSON with sorted keys: the same bytes for the same class.
    var json: String {
        get throws {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
            return String(decoding: try encoder.encode(self), as: UTF8.self) + "\n"
        }
    }

    static let currentFormat = "lectern key 1"

    var format = currentFormat
    var title: String
    var language: String
    var items: [Item]
    var shapes: [RecordedGraph.Shape] = []
    /// For each item where its answer was found, as students share it; nil where no graph has it.
    var layouts: [[Location?]] = []
    var students: [Student] = []

    init(title: String, language: String, items: [Item]) {
        self.title = title
        self.language = language
        self.items = items
    }

    /// Adds a student with the sheet of the run.
    mutating func add(_ student: Student, _ sheet: AnswerSheet?, at places: [(slot: Int, entry: Int)?]) {
        var student = student
        student.graphs = (sheet?.graphs ?? []).map { graph in
            Graph(shape: Self.index(of: graph.shape, in: &shapes), givens: graph.givens)
        }
        let layout = places.map { place -> Location? in
            guard let place, let answer = sheet?.answer(slot: place.slot, entry: place.entry), let graph = answer.graph,
                let quantity = answer.quantity
            else { return nil }
            return Location(graph: graph, quantity: quantity)
        }
        student.layout = Self.index(of: layout, in: &layouts)
        students.append(student)
    }

    /// Adds a student of another key, with what it has of that student's computation.
    mutating func add(_ student: Student, from other: GradingKey) {
        var student = student
        student.graphs = student.graphs.map {
            Graph(shape: Self.index(of: other.shapes[$0.shape], in: &shapes), givens: $0.givens)
        }
        student.layout = Self.index(of: other.layouts[student.layout], in: &layouts)
        students.append(student)
    }

    /// Whether another key asks for the same.
    func isAlike(_ other: GradingKey) -> Bool {
        title == other.title && language == other.language && items == other.items
    }

    private static func index<Element: Equatable>(of element: Element, in list: inout [Element]) -> Int {
        if let known = list.lastIndex(of: element) { return known }
        list.append(element)
        return list.count - 1
    }

    /// Whether its parts refer to each other rightly: a key is a file that anybody may have changed.
    var isWhole: Bool {
        format == Self.currentFormat
            && layouts.allSatisfy { $0.count == items.count }
            && students.allSatisfy { student in
                student.answers.count == items.count && layouts.indices.contains(student.layout)
                    && student.graphs.allSatisfy { shapes.indices.contains($0.shape) }
                    && layouts[student.layout].allSatisfy { $0.map { student.graphs.indices.contains($0.graph) } ?? true }
            }
    }
}
