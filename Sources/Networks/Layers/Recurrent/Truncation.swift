/// Where backpropagation through time is cut off.
///
/// The sequence is divided into pieces of `length` steps, counted from its end, and no gradient passes from one piece into the
/// one before, as if the state there were a given number (`detach()` in PyTorch). Of a layer that returns its last state
/// only the last `length` steps then count. R. Williams and J. Peng, 1990.
struct Truncation: Sendable {
    let length: Int?

    /// Whether the state before step `t`, counted from 0, is taken as given.
    func cuts(before t: Int, of steps: Int) -> Bool {
        guard let length, length > 0, t > 0 else { return false }
        return (steps - t).isMultiple(of: length)
    }
}
