/// The same drawings at several moments, one after the other: a network's boundary and its loss after more and more epochs.
///
/// A reader moves through them; where that isn't possible, the last is shown.
public struct FrameSequence: Codable, Hashable, Sendable {
    /// One moment.
    public struct Frame: Codable, Hashable, Sendable {
        /// When it is, in words: `After 200 epochs: loss 0.59`.
        public var label: String
        /// What is drawn at this moment, side by side.
        public var figures: [Figure]

        /// The figures of one moment.
        public init(_ label: String, _ figures: [Figure]) {
            self.label = label
            self.figures = figures
        }
    }

    /// What a reader moves through: `Epochs`.
    public var title: String
    /// The moments in their order.
    public var frames: [Frame]
    /// What distinguishes the frames, one row each.
    public var numbers: Table?
    /// What stands below; nil for nothing.
    public var caption: String?

    /// Frames a reader moves through, with a table of their numbers.
    public init(_ title: String, frames: [Frame], numbers: Table? = nil, caption: String? = nil) {
        self.title = title
        self.frames = frames
        self.numbers = numbers
        self.caption = caption
    }
}
