/// Small pictures side by side, each with a line below: digits with the network's answer, kernels, feature maps.
public struct ImageGrid: Codable, Hashable, Sendable {
    public struct Image: Codable, Hashable, Sendable {
        /// Row by row from the top left; as many rows as are full.
        public var pixels: [Double]
        public var width: Int
        public var caption: String
        /// Draws a frame that stands out: a wrong answer.
        public var isMarked: Bool

        public var height: Int { width > 0 ? pixels.count / width : 0 }

        public init(_ pixels: [Double], width: Int, caption: String = "", isMarked: Bool = false) {
            self.pixels = pixels
            self.width = width
            self.caption = caption
            self.isMarked = isMarked
        }
    }

    public var title: String?
    public var images: [Image]
    /// Whether all pictures share one scale of colour, or each has its own.
    public var sharesScale: Bool

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
