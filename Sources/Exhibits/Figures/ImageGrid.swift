/// Small pictures side by side, each with a line below: digits with the network's answer, kernels, feature maps.
public struct ImageGrid: Codable, Hashable, Sendable {
    /// One small picture.
    public struct Image: Codable, Hashable, Sendable {
        /// Row by row from the top left; as many rows as are full.
        public var pixels: [Double]
        /// How many pixels stand in a row.
        public var width: Int
        /// What stands below; nil for nothing.
        public var caption: String
        /// Draws a frame that stands out: a wrong answer.
        public var isMarked: Bool

        /// How many rows it has.
        public var height: Int { width > 0 ? pixels.count / width : 0 }

        /// Grey values, row by row, in rows of `width`.
        public init(_ pixels: [Double], width: Int, caption: String = "", isMarked: Bool = false) {
            self.pixels = pixels
            self.width = width
            self.caption = caption
            self.isMarked = isMarked
        }
    }

    /// What stands above.
    public var title: String?
    /// The pictures in their order.
    public var images: [Image]
    /// Whether all pictures share one scale of colour, or each has its own.
    public var sharesScale: Bool

    /// Pictures side by side; with `sharesScale` one grey means the same number in all.
    public init(title: String? = nil, images: [Image], sharesScale: Bool = true) {
        self.title = title
        self.images = images
        self.sharesScale = sharesScale
    }

    /// The magnitude that gets the full colour in a picture.
    public func largest(in image: Image) -> Double {
        let pixels = sharesScale ? images.flatMap(\.pixels) : image.pixels
        return pixels.filter(\.isFinite).reduce(0) { max($0, abs($1)) }
    }
}
