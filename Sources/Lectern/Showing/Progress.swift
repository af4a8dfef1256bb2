import Exhibits

/// Tells the person who waits at the terminal how far a long cell has come; the page shows nothing of it.
///
/// - Parameters:
///   - fraction: From 0 to 1; what lies outside is taken as the nearer of the two.
///   - label: What is going on, such as `"training"`.
public func progress(_ fraction: Double, _ label: String = "") {
    // A fraction of no number is no progress.
    guard !fraction.isNaN else { return }
    Recorder.write(.progress(RunProgress(label, fraction: min(1, max(0, fraction)))))
}
