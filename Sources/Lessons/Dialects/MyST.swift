import Exhibits

/// MyST's directives, as Jupyter Book has them, written as what they are called here, before anything else reads the text:
/// callouts, exercises, formulas, figures, code to show. What isn't one of these stays as it is and is reported where it is built.
struct MyST {
    let text: LocatedText
    let lines: Lines
    var lifting: Lifting
    var edits: [LocatedText.Edit] = []
    private var open: [Open] = []
    /// What references may name, by the name that its author gave it.
    var labels: [String: String] = [:]
    /// What is named besides and can't be led to.
    var places: Set<String> = []
    /// Whether the page has a directive or names a place as only MyST does.
    private var isMyST = false

    /// How deep directives may be in each other.
    private static let deepest = 60

    /// A fence whose end is still to come.
    private struct Open {
        var mark: UInt8
        var count: Int
        /// What its closing line becomes; nil leaves it.
        var closing: String?
        /// Whether all in it is code, a formula or left out: no directives are in there.
        var isOpaque = false
        /// Whether empty lines in it go: in a formula they would end it.
        var isFormula = false
    }

    static func read(_ text: LocatedText, with lifting: inout Lifting) -> LocatedText {
        guard text.bytes.contains(ASCII.openingBrace) || text.string.contains(")=") else { return text }
        var reader = MyST(text: text, lines: Lines(text.bytes), lifting: .empty)
        swap(&reader.lifting, &lifting)
        reader.read()
        swap(&reader.lifting, &lifting)
        let text = MySTRoles.read(
            text.replacing(reader.edits), naming: .init(labels: reader.labels, places: reader.places), with: &lifting)
        return reader.isMyST ? SpacedDollars.trimmed(text) : text
    }

    private init(text: LocatedText, lines: Lines, lifting: Lifting) {
        self.text = text
        self.lines = lines
        self.lifting = lifting
    }

    private mutating func read() {
        var number = 0
        while number < lines.count { number = next(after: number) }
    }

    private mutating func next(after number: Int) -> Int {
        let line = text.bytes[lines[number].range]
        let content = line.drop { $0 == ASCII.space }
        guard content.startIndex - line.startIndex <= 3 else { return number + 1 }
        guard let fence = FenceLine(content) else {
            if open.last?.isFormula == true, content.trimmed.isEmpty { drop(number) }
            guard open.last?.isOpaque != true else { return number + 1 }
            if let name = target(in: content) {
                isMyST = true
                return read(target: name, at: number)
            }
            if content.last == ASCII.closingParenthesis { readLabel(behind: content) }
            if content.starts(with: "+++".utf8), isCellBreak(content) { drop(number) }
            return number + 1
        }
        if fence.rest.isEmpty, let start = open.lastIndex(where: { $0.mark == fence.mark && fence.count >= $0.count }) {
            guard open[start...].dropFirst().allSatisfy({ !$0.isOpaque }) else { return number + 1 }
            if let closing = open[start].closing { replace(number...number, with: closing) }
            open.removeSubrange(start...)
            return number + 1
        }
        guard open.last?.isOpaque != true, open.count < Self.deepest else { return number + 1 }
        guard let directive = MySTDirective(fence.rest) else {
            // Other fences are code, other colons divisions of our own.
            if !fence.rest.isEmpty || fence.mark != ASCII.colon {
                open.append(Open(mark: fence.mark, count: fence.count, isOpaque: fence.mark != ASCII.colon))
            }
            return number + 1
        }
        isMyST = true
        return read(directive, fence, at: number)
    }

    private mutating func read(_ directive: MySTDirective, _ fence: FenceLine, at number: Int) -> Int {
        var directive = directive
        let behind = options(of: &directive, behind: number)
        let isColons = fence.mark == ASCII.colon
        var entry = Open(mark: fence.mark, count: fence.count, closing: isColons ? nil : ":::")
        switch directive.meaning {
        case .division(let opening):
            if let (name, label) = directive.label { labels[name] = label }
            replace(number...(behind - 1), with: opening)
        case .divisionEnd: return replaceAll(from: number, to: fence, body: behind, with: ":::")
        case .nothing:
            report(directive, at: number, Directive.leftOut(directive.name))
            return replaceAll(from: number, to: fence, body: behind, with: "")
        case .gate(let opening):
            if let (name, label) = directive.label { labels[name] = label }
            return replaceAll(from: number, to: fence, body: behind, with: opening)
        case .code(let info):
            entry.isOpaque = true
            // An empty line between options and code is none of the code's.
            var behind = behind
            while behind > number + 1, behind < lines.count, text.bytes[lines[behind].range].trimmed.isEmpty { behind += 1 }
            let marks = String(repeating: "`", count: max(3, fence.count))
            entry.closing = isColons ? marks : nil
            let own = isColons ? marks : text.string((fence.start)..<(fence.start + fence.count))
            replace(number...(behind - 1), with: own + info)
            open.append(entry)
            return behind
        case .formula:
            entry.isOpaque = true
            entry.isFormula = true
            if let (name, label) = directive.label { labels[name] = label }
            entry.closing = "$$" + (directive.label.map { " {#\($0.label)}" } ?? "")
            replace(number...(behind - 1), with: "$$" + (directive.argument.isEmpty ? "" : "\n" + directive.argument))
        case .html:
            entry.isOpaque = true
            entry.closing = ""
            replace(number...(behind - 1), with: "")
        case .picture(let behindCaption):
            return picture(directive, behindCaption, fence, from: number, body: behind)
        case .other:
            guard isColons else {
                open.append(Open(mark: fence.mark, count: fence.count, isOpaque: true))
                return number + 1
            }
            report(directive, at: number, Directive.unread(directive.name))
            replace(number...(behind - 1), with: "::: {.\(directive.name.replacing(":", with: "-"))}")
        }
        open.append(entry)
        return behind
    }

    private mutating func report(_ directive: MySTDirective, at number: Int, _ message: String) {
        lifting.noteDialect(
            "directive " + directive.name, at: text.origin(at: lines[number].start), length: lines[number].range.count, message)
    }

    /// The line that closes a fence, from a line on; captions and options are short.
    private func end(of fence: FenceLine, from body: Int) -> Int? {
        (body..<max(body, min(lines.count, body + 200))).first { line in
            FenceLine(text.bytes[lines[line].range].drop { $0 == ASCII.space }).map {
                $0.mark == fence.mark && $0.count >= fence.count && $0.rest.isEmpty
            } ?? false
        }
    }

    /// A directive with all that is in it becomes one line; one without an end stays.
    private mutating func replaceAll(from number: Int, to fence: FenceLine, body: Int, with replacement: String) -> Int {
        guard let end = end(of: fence, from: body) else { return number + 1 }
        replace(number...end, with: replacement)
        return end + 1
    }

    /// The lines `:key: value` below a directive, or those between `---`; gives the line behind them.
    private func options(of directive: inout MySTDirective, behind number: Int) -> Int {
        var next = number + 1
        if next < lines.count, isRule(next) {
            let limit = min(lines.count, next + 40)
            guard let end = (next + 1..<limit).first(where: { isRule($0) }) else { return next }
            for line in next + 1..<end { directive.read(option: text.string(lines[line].range), isYAML: true) }
            return end + 1
        }
        while next < lines.count, directive.read(option: text.string(lines[next].range), isYAML: false) { next += 1 }
        return next
    }

    private func isRule(_ number: Int) -> Bool { text.bytes[lines[number].range].trimmed.elementsEqual("---".utf8) }

    /// A figure with the text below its options as its caption.
    private mutating func picture(
        _ directive: MySTDirective, _ attributes: String, _ fence: FenceLine, from number: Int, body: Int
    ) -> Int {
        guard let end = end(of: fence, from: body) else { return number + 1 }
        if let (name, label) = directive.label { labels[name] = label }
        let origin = text.origin(at: lines[number].start)
        var figure = LocatedText()
        figure.append("\n![" + (directive.name == "image" ? directive.values["alt"] ?? "" : ""), at: origin)
        for (place, line) in (body..<end).enumerated() {
            if place > 0 { figure.append(" ", at: origin) }
            figure.append(text, lines[line].range)
        }
        figure.append("](<\(directive.argument)>)\(attributes)\n", at: origin)
        edits.append(.init(range: lines[number].start..<lines[end].end, replacement: figure))
        return end + 1
    }

    private lazy var beginsWithTOML: Bool = text.bytes.drop(while: \.isWhitespace).prefix { $0 != ASCII.lineFeed }.trimmed
        .elementsEqual("+++".utf8)

    /// The equations that the page refers to as {eq}`name`; looked for when the first is asked for, not for each formula.
    private(set) lazy var equations: Set<String> = {
        var names: Set<String> = []
        var rest = text.bytes[...]
        while let brace = rest.firstIndex(of: ASCII.openingBrace) {
            rest = rest[brace...]
            guard rest.starts(with: "{eq}`") else {
                rest.removeFirst()
                continue
            }
            let name = rest.dropFirst(5).prefix { $0 != ASCII.backtick && $0 != ASCII.lineFeed }
            names.insert(name.text)
            rest = rest[name.endIndex...]
        }
        return names
    }()

    /// `+++`, where a notebook's cell ends; a page that begins with one has front matter of another kind.
    private mutating func isCellBreak(_ content: ArraySlice<UInt8>) -> Bool {
        let behind = content.dropFirst(3).trimmed
        let isBare = behind.isEmpty || behind.first == ASCII.openingBrace && behind.last == ASCII.closingBrace
        return isBare && !beginsWithTOML
    }

    private mutating func replace(_ numbers: ClosedRange<Int>, with replacement: String) {
        var located = LocatedText()
        located.append(replacement, at: text.origin(at: lines[numbers.lowerBound].start))
        edits.append(.init(range: lines[numbers.lowerBound].start..<lines[numbers.upperBound].end, replacement: located))
    }

    mutating func drop(_ number: Int) {
        edits.append(.init(range: lines[number].start..<lines[number].next, replacement: LocatedText()))
    }
}
