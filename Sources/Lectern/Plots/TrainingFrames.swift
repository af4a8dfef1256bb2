import Exhibits
import Foundation
import Networks

extension TrainingRun {
    /// The training as a reader moves through it: where the network answers which class, and where on the curve of its loss it
    /// is, after more and more epochs.
    ///
    /// The epochs lie closer together at the beginning, where most happens; the first and the last are among them. With
    /// checkpoints of its own the run gives its networks at these; otherwise it is repeated from its beginning, which gives the
    /// same numbers. For networks with one or two inputs; others, and a run that was taken up again and kept no checkpoints, end
    /// the lesson at the line of this call.
    ///
    /// - Parameters:
    ///   - frames: How many moments there are, 2…20.
    ///   - classes: What the classes are called; nil numbers them.
    public func scrub(
        frames: Int = 12, classes: [String]? = nil, scale: LinePlot.Scale = .linear, caption: String? = nil,
        file: StaticString = #filePath, line: UInt = #line, column: UInt = #column
    ) -> FrameSequence {
        stopping(file: file, line: line, column: column) {
            guard let origin else { throw ShapeError("this run doesn't know what it was trained on") }
            try network.checkDrawable(on: origin.data)
            let taken = try moments(min(20, max(2, frames)), from: origin)
            // With one input and one output the network is a curve through the samples, which has no wrong answers.
            let classifies = network.inputs == 2
            let wrong = classifies ? taken.map { origin.data.samples(answeredWrongBy: $0.network).count } : nil
            let words = LessonWords.current
            let shots = try taken.enumerated().map { place, moment -> FrameSequence.Frame in
                let (epoch, network) = moment
                let sentence =
                    LessonWords.said(
                        epoch == 1 ? words.afterEpoch : words.afterEpochs, ReadableNumber.text(epoch),
                        ReadableNumber.text(loss(after: epoch)))
                    + (wrong.map {
                        PageStyle.current.language.comma
                            + LessonWords.said(words.samplesWrong, "\($0[place])", "\(origin.data.count)")
                    } ?? "")
                let boundary = try Figure.decisionBoundary(
                    of: network, on: origin.data, classes: classes, steps: 41, caption: nil)
                return FrameSequence.Frame(sentence, [boundary, curve(at: epoch, scale)])
            }
            return FrameSequence(words.moments, frames: shots, numbers: table(of: taken.map(\.epoch), wrong), caption: caption)
        }
    }

    private func loss(after epoch: Int) -> Double { losses[min(epoch, losses.count - 1)] }

    /// The curve of the losses with one point on it.
    private func curve(at epoch: Int, _ scale: LinePlot.Scale) -> Figure {
        let steps = losses.indices.map(Double.init)
        let loss = loss(after: epoch)
        let words = LessonWords.current
        return Figure(
            .lines(
                LinePlot(
                    x: .init(words.epochs), y: .init(words.loss, scale), series: [.init(words.loss, x: steps, y: losses)],
                    marks: [.init(x: Double(min(epoch, losses.count - 1)), y: loss, ReadableNumber.text(loss))])))
    }

    private func table(of epochs: [Int], _ wrong: [Int]?) -> Table {
        let words = LessonWords.current
        return Table(
            columns: [.init(.text(words.epochs), .trailing), .init(.text(words.loss), .trailing)]
                + (wrong == nil ? [] : [.init(.text(words.answeredWrong), .trailing)]),
            rows: epochs.enumerated().map { place, epoch in
                [.number(Double(epoch), .decimals(0)), .number(loss(after: epoch), nil)]
                    + (wrong.map { [.number(Double($0[place]), .decimals(0))] } ?? [])
            })
    }

    /// Networks after some epochs: those kept, or those of the same training done again in legs.
    private func moments(_ count: Int, from origin: Origin) throws -> [(epoch: Int, network: Network)] {
        if checkpoints.count > 1 {
            let most = min(count, checkpoints.count)
            return (0..<most).map { checkpoints[$0 * (checkpoints.count - 1) / (most - 1)] }.map { ($0.epoch, $0.network) }
        }
        var moments: [(epoch: Int, network: Network)] = [(0, origin.network)]
        var reached: Checkpoint?
        for epoch in Self.epochs(upTo: epochs, count).dropFirst() {
            var plan = origin.plan
            plan.epochs = epoch
            plan.checkpointEvery = epoch
            plan.patience = nil
            let leg = try origin.network.training(
                on: origin.data, minimizing: origin.loss, by: origin.optimizer, plan: plan, resuming: reached)
            reached = leg.checkpoints.last
            moments.append((epoch, leg.network))
        }
        // Early stopping goes back to the best network, a repetition doesn't.
        guard
            stoppedEarly != nil
                || moments.last?.network.loss(on: origin.data, minimizing: origin.loss)
                    == network.loss(on: origin.data, minimizing: origin.loss)
        else {
            throw ShapeError(
                "this run went on from a checkpoint, so it can't be repeated from its beginning; train it with `checkpointEvery:`"
            )
        }
        return moments
    }

    /// 0, then growing steps up to the last epoch, each once.
    static func epochs(upTo last: Int, _ count: Int) -> [Int] {
        let all = (0..<count).map { index -> Int in
            let share = Double(index) / Double(count - 1)
            return Int((Double(last) * share * share * share).rounded())
        }
        return all.reduce(into: []) { kept, epoch in if kept.last != epoch { kept.append(epoch) } }
    }
}

extension FrameSequence: Exhibitable {
    /// What a page shows of it.
    public var exhibit: Exhibit { .frames(self) }
}
