import Derivations
import Exhibits
import Foundation
import Lessons
import Reports

/// The answers of one exercise as its page checks them, and what they are computed from.
struct CheckedAnswers {
    /// An answer with what it is told apart by.
    struct Answer {
        var value: Double
        /// How far it may be off, as in grading.
        var tolerance: Double
        var grid: Double
        var quantity: GraphQuantity?
        /// In which graph.
        var graph: Int?
        var misconceptions: [Misconception]

        /// The multiple of the grid that a number is nearest to.
        func multiple(of value: Double) -> Double { (value / grid).rounded() }
    }

    let fields: [CheckedExercise.Field]
    /// nil where nothing was computed that somebody could write down.
    let answers: [Answer?]

    init(_ exercise: CheckedExercise, _ transcript: Transcript, digits: Int) {
        fields = exercise.fields
        let sheet = transcript.answers
        let graphs = (sheet?.graphs ?? []).map { ScalarGraph($0) }
        answers = exercise.fields.map { field in
            let numbers = transcript.outcomes[field.slot]?.value?.tree?.numbers ?? []
            guard numbers.count == field.entries, numbers[field.entry].isFinite else { return nil }
            let value = numbers[field.entry]
            let printed = NumberText(digits: digits).printed(value, decimals: field.decimals)
            let tolerance = SolvedSheet.tolerance(stated: field.tolerance, unit: printed.unit, of: value)
            let grid = max(printed.unit, 2 * (field.tolerance ?? 0))
            guard grid > 0, abs(value / grid) < 1e15 else { return nil }
            let known = sheet?.answer(slot: field.slot, entry: field.entry)
            let graph = known?.graph.flatMap { graphs.indices.contains($0) ? graphs[$0] : nil }
            return Answer(
                value: value, tolerance: tolerance, grid: grid,
                quantity: graph.flatMap { graph in known?.quantity.flatMap { GraphQuantity(recorded: $0, in: graph) } },
                graph: known?.graph, misconceptions: known?.misconceptions ?? [])
        }
    }

    /// An answer as it follows from a wrong number in an earlier field; as it is where it doesn't follow from that.
    func answer(_ index: Int, goingOnFrom wrong: Double, in field: Int) -> Double? {
        guard let own = answers[index], let source = answers[field] else { return nil }
        guard let quantity = own.quantity, let start = source.quantity, own.graph == source.graph else { return own.value }
        if start.kind == quantity.kind { return wrong }
        let value = quantity.value(under: .goingOn(from: [(start, wrong)], to: quantity))
        // Another order of the same operations leaves its traces.
        return GraphQuantity.same(value, own.value) ? own.value : value
    }
}
