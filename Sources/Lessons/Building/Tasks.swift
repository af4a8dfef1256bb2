/// Items of a list of tasks, as on GitHub: `- [ ] to do`, `- [x] done`.
enum Tasks {
    static func item(_ content: [BlockNode]) -> [BlockNode] {
        guard let first = content.first, case .paragraph(var text) = first.block, case .text(let start)? = text.first,
            start.count > 4 || text.count > 1, start.count >= 4
        else { return content }
        let isDone: Bool
        switch start.prefix(4) {
        case "[ ] ": isDone = false
        case "[x] ", "[X] ": isDone = true
        default: return content
        }
        text[0] = .text(String(start.dropFirst(4)))
        if start.count == 4 { text.removeFirst() }
        var item = content
        item[0].block = .paragraph([.task(isDone: isDone)] + text)
        return item
    }
}
