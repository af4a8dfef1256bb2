import Exhibits
import Networks

extension TrainingMonitor {
    /// Trainings in a lesson tell whoever waits at the terminal how far they have come; the page shows nothing of it.
    ///
    /// The only clock that lessons have. What it says never gets into a page unless the lesson asks for `recordsSeconds`.
    static let lesson: TrainingMonitor = {
        let start = ContinuousClock.now
        return TrainingMonitor {
            let (seconds, attoseconds) = (ContinuousClock.now - start).components
            return Double(seconds) + Double(attoseconds) * 1e-18
        } report: { training in
            Recorder.write(.progress(RunProgress("training", fraction: training.fraction, detail: training.words)))
        }
    }()
}

extension TrainingMonitor.Progress {
    /// `epoch 120 of 500, loss 0.0123`.
    fileprivate var words: String {
        "epoch \(epoch) of \(epochs)" + (loss.map { ", loss " + ReadableNumber.text($0) } ?? "")
    }
}
