/// The picture by which a shelf shows the book: its title and its author, as large as they fit.
struct EPUBCover {
    let title: String
    let author: String?

    var svg: String {
        let (lines, size) = Self.set(title, sizes: [60, 50, 40, 32, 24, 18], height: 440)
        let start = 220 + size
        let texts = lines.enumerated().map { number, line in
            text(line, y: start + Double(number) * size * Self.leading, size: size)
        }
        let by = author.map { Self.set($0, sizes: [30, 24, 18, 12], height: 60) }
        let authors = (by?.lines ?? []).enumerated().map { number, line in
            text(line, y: 825 + Double(number) * (by?.size ?? 0) * Self.leading, size: by?.size ?? 0)
        }
        return """
            <svg xmlns="http://www.w3.org/2000/svg" width="600" height="900" viewBox="0 0 600 900">
            <title>\(Escape.xml(title))</title>
            <rect width="600" height="900" fill="#1f3d5c"/>
            <path d="M60 140H540M60 770H540" stroke="#9cc3e6" stroke-width="4"/>
            \((texts + authors).joined())</svg>

            """
    }

    private func text(_ text: String, y: Double, size: Double) -> String {
        "<text x=\"300\" y=\"\(Int(y))\" text-anchor=\"middle\" font-family=\"sans-serif\" font-size=\"\(Int(size))\" "
            + "fill=\"#fff\">\(Escape.xml(text))</text>\n"
    }

    private static let width = 500.0
    private static let leading = 1.27

    /// The text in lines, in the largest size in which all of it fits; what fits in none ends with “…”.
    private static func set(_ text: String, sizes: [Double], height: Double) -> (lines: [String], size: Double) {
        for size in sizes {
            let lines = lines(of: text, size: size)
            let isFitting = lines.allSatisfy { Lettering.width($0) * size / Lettering.size <= width }
            if isFitting, Double(lines.count) * size * leading <= height { return (lines, size) }
        }
        let size = sizes.last ?? 12
        let most = max(1, Int(height / (size * leading)) - 1)
        return (lines(of: text, size: size).prefix(most) + ["…"], size)
    }

    private static func lines(of text: String, size: Double) -> [String] {
        var lines: [String] = []
        for word in text.split(separator: " ") {
            if let last = lines.last, Lettering.width("\(last) \(word)") * size / Lettering.size <= width {
                lines[lines.count - 1] = "\(last) \(word)"
            } else {
                lines.append(String(word))
            }
        }
        return lines
    }
}
