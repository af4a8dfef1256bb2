import Exhibits

/// Names that a page gives its places, and the labels that they become.
extension MyST {
    /// `(name)=` alone on a line.
    func target(in content: ArraySlice<UInt8>) -> String? {
        guard content.first == ASCII.openingParenthesis else { return nil }
        let whole = content.trimmed
        guard whole.count > 3, whole.suffix(2).elementsEqual(")=".utf8) else { return nil }
        let name = whole.dropFirst().dropLast(2)
        return Self.isName(name.text) ? name.text : nil
    }

    /// `loss`, `eq:loss`: no pattern, which would be made anew for every line.
    private static func isName(_ text: String) -> Bool {
        text.utf8.first?.isLetter == true && text.allSatisfy { $0.isLetter || $0.isNumber || "_:.-".contains($0) }
    }

    /// `$$ (eq:loss)` behind a formula is its label, where it looks like a name or something refers to it.
    mutating func readLabel(behind content: ArraySlice<UInt8>) {
        guard let dollars = content.lastIndex(of: ASCII.dollar), dollars > content.startIndex,
            text.bytes[dollars - 1] == ASCII.dollar,
            case let named = text.bytes[(dollars + 1)..<content.endIndex].drop(while: \.isWhitespace),
            named.first == ASCII.openingParenthesis
        else { return }
        let name = named.dropFirst().dropLast().text
        guard Self.isName(name), name.contains(where: { !$0.isLetter }) || equations.contains(name) else { return }
        let label = MySTDirective.label(name, "eq")
        labels[name] = label
        var behind = LocatedText()
        behind.append(" {#\(label)}", at: text.origin(at: dollars + 1))
        edits.append(.init(range: (dollars + 1)..<content.endIndex, replacement: behind))
    }

    /// A heading behind its name gets it as a label; the page's title is called by its page.
    mutating func read(target name: String, at number: Int) -> Int {
        let next = (number + 1..<min(lines.count, number + 4)).first { !text.bytes[lines[$0].range].trimmed.isEmpty }
        drop(number)
        guard let next, text.bytes[lines[next].range].starts(with: "##".utf8),
            !text.string(lines[next].range).contains("{#")
        else {
            places.insert(name)
            let isTitle = next.map { text.bytes[lines[$0].range].starts(with: "# ".utf8) } ?? false
            if !isTitle {
                lifting.noteDialect(
                    "target", at: text.origin(at: lines[number].start), length: lines[number].range.count,
                    "a name in brackets names only the heading behind it, so this is left out; write it behind what it names, "
                        + "as in ## Heading {#sec-name}")
            }
            return number + 1
        }
        let label = MySTDirective.label(name, "sec")
        labels[name] = label
        var behind = LocatedText()
        behind.append(" {#\(label)}", at: text.origin(at: lines[next].end))
        edits.append(.init(range: lines[next].end..<lines[next].end, replacement: behind))
        return next + 1
    }
}
