import Exhibits

/// A number in a lesson's prose or mathematics that no claim covers.
public struct Numeral: Hashable, Sendable {
    /// As written, with its sign, power of ten and per cent sign.
    public var text: String
    public var place: Place
    /// Its bytes in the file that `place` names.
    public var bytes: Range<Int>
    public var isMathematics: Bool

    public init(text: String, at place: Place, bytes: Range<Int>, isMathematics: Bool) {
        self.text = text
        self.place = place
        self.bytes = bytes
        self.isMathematics = isMathematics
    }
}

/// The address of a link or an image, and where it stands.
public struct Address: Hashable, Sendable {
    /// As written.
    public var destination: String
    public var place: Place
    public var isImage: Bool

    public init(_ destination: String, at place: Place, isImage: Bool) {
        self.destination = destination
        self.place = place
        self.isImage = isImage
    }
}
