import Exhibits

/// Something in a lesson that references can point to.
public struct Label: Codable, Hashable, Sendable {
    public var name: String
    public var kind: ReferenceKind
    /// Its number among its kind on its page; 0 for sections and terms, which are called by their text.
    public var number: Int
    /// Which part of a figure of several parts it is, counted from 1; nil for a figure of its own.
    public var part: Int?
    /// The heading, caption or term in plain text.
    public var title: String
    /// The name of the lesson's page.
    public var page: String
    /// The lesson's title, for references from other pages.
    public var pageTitle: String
    public var place: Place
}

extension Lesson {
    /// The lesson's own labels, numbered by kind in document order. A solution carries the number of its exercise.
    public var labels: [Label] {
        var labels: [Label] = []
        var counts: [ReferenceKind: Int] = [:]
        let parts = figureParts
        func add(_ name: String?, _ text: [Inline], at place: Place) {
            guard let name, let kind = ReferenceKind(label: name) else { return }
            var number = 0
            var part: Int?
            switch kind {
            case .section, .term: break
            case .solution: number = labels.first { $0.name == "exr-" + name.dropFirst(4) }?.number ?? 0
            case .figure where parts[name] != nil:
                number = counts[kind, default: 0]
                part = parts[name]
            default:
                counts[kind, default: 0] += 1
                number = counts[kind, default: 0]
            }
            labels.append(
                Label(
                    name: name, kind: kind, number: number, part: part, title: text.plainText, page: self.name,
                    pageTitle: self.title, place: place))
        }
        // Spans have no place of their own; the block they stand in will do for the message about a second one.
        var block = Place(file: file, line: 1)
        walk { visit in
            switch visit {
            case .block(let node):
                block = node.place
                switch node.block {
                case .heading(_, let text, let label): add(label, text, at: node.place)
                case .table(let table): add(table.label, table.caption, at: node.place)
                case .figure(let picture): add(picture.attributes.label, picture.caption, at: node.place)
                case .division(let division) where division.kind != "footnote":
                    add(division.label, division.title, at: node.place)
                case .cell(let cell): add(cell.options.label, cell.caption, at: node.place)
                case .mathematics(let mathematics): add(mathematics.label, [], at: mathematics.place)
                default: break
                }
            case .inline(.mathematics(let mathematics)): add(mathematics.label, [], at: mathematics.place)
            case .inline(.span(let text, let attributes)): add(attributes.label, text, at: block)
            case .inline: break
            }
        }
        return labels
    }

    /// The labels of the parts of its figures of several parts, with their positions.
    private var figureParts: [String: Int] {
        var parts: [String: Int] = [:]
        walk { visit in
            guard case .block(let node) = visit, case .division(let figure) = node.block, figure.kind == "figure" else {
                return
            }
            var count = 0
            Lessons.walk(figure.content) { visit in
                var label: String?
                switch visit {
                case .block(let part):
                    switch part.block {
                    case .figure(let picture): label = picture.attributes.label
                    case .cell(let cell): label = cell.options.label
                    default: break
                    }
                case .inline(.span(let text, let attributes)): if case .image? = text.first { label = attributes.label }
                case .inline: break
                }
                if let label, ReferenceKind(label: label) == .figure {
                    count += 1
                    parts[label] = count
                }
            }
        }
        return parts
    }
}
