import Exhibits
import Networks
import Testing

@testable import Lectern

/// What would break: a reader sees another training than the one the page's numbers are of.
struct TrainingFramesTests {
    static let xor: Dataset = [[0, 0]: [0], [0, 1]: [1], [1, 0]: [1], [1, 1]: [0]]

    static func run(checkpointEvery: Int? = nil, optimizer: Optimizer = .adam(rate: 0.05)) -> TrainingRun {
        Network(inputs: 2, seed: 1) {
            Dense(3)
            Tanh()
            Dense(1)
            Sigmoid()
        }.trained(
            on: xor, minimizing: .binaryCrossEntropy, by: optimizer, epochs: 60, batchSize: 2, shuffleSeed: 3,
            checkpointEvery: checkpointEvery)
    }

    static func epochs(_ sequence: FrameSequence) -> [Double] {
        (sequence.numbers?.rows ?? []).compactMap { row in
            if case .number(let value, _) = row[0] { value } else { nil }
        }
    }

    /// The networks done again in legs are those that checkpoints of one run keep, to the last bit.
    @Test func `frames of a repeated training are those of the run's own checkpoints`() throws {
        let repeated = Self.run().scrub(frames: 4)
        #expect(Self.epochs(repeated) == [0, 2, 18, 60])
        let kept = Self.run(checkpointEvery: 1).checkpoints
        for (epoch, frame) in zip(Self.epochs(repeated), repeated.frames) {
            let network = kept[Int(epoch)].network
            let drawn = try Figure.decisionBoundary(of: network, on: Self.xor, classes: nil, steps: 41, caption: nil)
            #expect(frame.figures[0] == drawn, "epoch \(epoch)")
        }
    }

    @Test func `checkpoints of the run's own are used, the first and the last among them`() {
        let sequence = Self.run(checkpointEvery: 8).scrub(frames: 3)
        #expect(Self.epochs(sequence).first == 0 && Self.epochs(sequence).last == 60)
        #expect(sequence.frames.count == 3)
    }

    @Test func `each frame says its loss and marks it on the curve`() throws {
        let run = Self.run()
        let last = try #require(run.scrub(frames: 3).frames.last)
        let loss = ReadableNumber.text(run.losses[60])
        #expect(last.label.hasPrefix("After 60 epochs: loss \(loss), "))
        guard case .lines(let plot) = last.figures[1].drawing else { throw CancellationError() }
        #expect(plot.marks == [.init(x: 60, y: run.losses[60], loss)])
    }

    @Test func `moments lie closer at the beginning, each once`() {
        #expect(TrainingRun.epochs(upTo: 2000, 6) == [0, 16, 128, 432, 1024, 2000])
        #expect(TrainingRun.epochs(upTo: 2, 12) == [0, 1, 2])
        #expect(TrainingRun.epochs(upTo: 0, 2) == [0])
    }
}
