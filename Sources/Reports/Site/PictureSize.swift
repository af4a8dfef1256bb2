import Exhibits

/// How large a picture is, from the first bytes of its file: a page that says it doesn't move when the picture arrives.
public enum PictureSize {
    /// Width and height in pixels of a PNG, GIF, JPEG or SVG; nil for anything else.
    public static func of(_ bytes: [UInt8]) -> (width: Int, height: Int)? {
        read(bytes).flatMap { (1...largest).contains($0.width) && (1...largest).contains($0.height) ? $0 : nil }
    }

    /// No picture of a page is wider; a file that says so is not to be believed.
    private static let largest = 100_000

    private static func read(_ bytes: [UInt8]) -> (width: Int, height: Int)? {
        if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]), bytes.count >= 24 {
            return (number(bytes[16..<20]), number(bytes[20..<24]))
        }
        if bytes.starts(with: Array("GIF8".utf8)), bytes.count >= 10 {
            return (number(bytes[6..<8].reversed()), number(bytes[8..<10].reversed()))
        }
        return bytes.starts(with: [0xFF, 0xD8]) ? jpeg(bytes) : svg(bytes)
    }

    private static func number(_ bytes: some Sequence<UInt8>) -> Int { bytes.reduce(0) { $0 << 8 | Int($1) } }

    /// Walks the segments up to the frame header (ITU T.81, B.2.2).
    private static func jpeg(_ bytes: [UInt8]) -> (width: Int, height: Int)? {
        var position = 2
        while position + 9 < bytes.count, bytes[position] == 0xFF {
            let marker = bytes[position + 1]
            if (0xC0...0xCF).contains(marker), ![0xC4, 0xC8, 0xCC].contains(marker) {
                return (number(bytes[position + 7..<position + 9]), number(bytes[position + 5..<position + 7]))
            }
            position += 2 + number(bytes[position + 2..<position + 4])
        }
        return nil
    }

    private static let svg = Pattern(/<svg[^<>]*>/)

    private static let width = Pattern(/\swidth="([0-9.]+)(px)?"/)

    private static let height = Pattern(/\sheight="([0-9.]+)(px)?"/)

    private static let box = Pattern(/viewBox="([^"]*)"/)

    private static func svg(_ bytes: [UInt8]) -> (width: Int, height: Int)? {
        let text = String(decoding: bytes.prefix(4096), as: UTF8.self)
        guard let tag = text.firstMatch(of: Self.svg.regex)?.0 else { return nil }
        if let width = tag.firstMatch(of: Self.width.regex).flatMap({ Double($0.1) }),
            let height = tag.firstMatch(of: Self.height.regex).flatMap({ Double($0.1) })
        {
            return whole(width, height)
        }
        let box = tag.firstMatch(of: Self.box.regex)?.1.split { $0 == " " || $0 == "," }.compactMap { Double($0) } ?? []
        return box.count == 4 ? whole(box[2], box[3]) : nil
    }

    private static func whole(_ width: Double, _ height: Double) -> (width: Int, height: Int)? {
        guard let width = Int(exactly: width.rounded()), let height = Int(exactly: height.rounded()) else { return nil }
        return (width, height)
    }
}
