import Exhibits
import Lectern
import Testing

/// The table of a training: losses first, then what was tracked, and never a clock.
struct TrainingTableTests {
    @Test func `metrics have columns of their own, seconds have none`() throws {
        let data: Dataset = [[0]: [0], [1]: [1]]
        let network = Network(inputs: 1) { Dense(1, weights: [[1]], bias: -0.5) }
        let monitor = TrainingMonitor(clock: { 0 })
        let run = TrainingMonitor.$current.withValue(monitor) {
            network.trained(
                on: data, minimizing: .meanSquaredError, by: .gradientDescent(rate: 0), epochs: 3,
                validating: [[2]: [0], [0]: [1]],
                tracking: [.accuracy, .r2], recordsGradientNorms: true, recordsSeconds: true)
        }
        #expect(run.seconds == [0, 0, 0] && run.gradientNorms.count == 3)
        let table = run.table(every: 2)
        let titles: [Table.Cell] = [
            "epochs", "loss", "validation loss", "accuracy", "validation accuracy", "R²", "validation R²",
        ].map { .text($0) }
        #expect(table.columns.map(\.title) == titles)
        #expect(table.rows.count == 3)
        // Answers −½ and ½ for 0 and 1, and 1½ and −½ for 2 and 0, which should be 0 and 1.
        #expect(Array(table.rows[2].prefix(5)) == [.number(3, .decimals(0))] + [0.25, 2.25, 0.5, 0].map { .number($0, nil) })
    }
}
