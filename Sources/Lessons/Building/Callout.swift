/// A callout as GitHub writes it: a quote whose first line is `[!NOTE]`.
enum Callout {
    static let kinds = ["note", "tip", "important", "warning", "caution"]

    /// The callout that a quote's content is, or `nil` for a plain quote. Text behind the mark is its title.
    static func division(from content: [BlockNode]) -> Division? {
        guard let first = content.first, case .paragraph(let text) = first.block, case .text(let start) = text.first,
            start.hasPrefix("[!"), let closing = start.firstIndex(of: "]")
        else { return nil }
        let kind = start[start.index(start.startIndex, offsetBy: 2)..<closing].lowercased()
        guard kinds.contains(kind) else { return nil }
        var title = Array(text.prefix { $0 != .softBreak && $0 != .lineBreak })
        let rest = Array(text.dropFirst(title.count + 1))
        let behind = start[start.index(after: closing)...].drop { $0 == " " }
        title[0] = .text(String(behind))
        if behind.isEmpty { title.removeFirst() }
        let paragraph = rest.isEmpty ? [] : [BlockNode(.paragraph(rest), at: first.place)]
        return Division(kind: kind, title: title, content: paragraph + content.dropFirst())
    }
}
