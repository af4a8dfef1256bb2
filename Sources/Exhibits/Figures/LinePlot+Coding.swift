/// A curve may have ten thousand points: on their way they are bits.
extension LinePlot.Series {
    private enum CodingKeys: String, CodingKey { case name, x, y, lower, upper }

    /// A curve as `encode(to:)` wrote it.
    @_documentation(visibility: internal)
    public init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        name = try fields.decode(String.self, forKey: .name)
        x = try fields.decode(NumbersAsBits.self, forKey: .x).numbers
        y = try fields.decode(NumbersAsBits.self, forKey: .y).numbers
        guard let lower = try fields.decodeIfPresent(NumbersAsBits.self, forKey: .lower),
            let upper = try fields.decodeIfPresent(NumbersAsBits.self, forKey: .upper)
        else { return }
        band = LinePlot.Band(lower: lower.numbers, upper: upper.numbers)
    }

    /// Writes name and coordinates.
    @_documentation(visibility: internal)
    public func encode(to encoder: any Encoder) throws {
        var fields = encoder.container(keyedBy: CodingKeys.self)
        try fields.encode(name, forKey: .name)
        try fields.encode(NumbersAsBits(x), forKey: .x)
        try fields.encode(NumbersAsBits(y), forKey: .y)
        try fields.encodeIfPresent(band.map { NumbersAsBits($0.lower) }, forKey: .lower)
        try fields.encodeIfPresent(band.map { NumbersAsBits($0.upper) }, forKey: .upper)
    }
}
