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

    /// Whether it stands in the file that its page is made from, not in one that the lesson includes.
    var isAtHome: Bool { place.file.hasSuffix(page + ".md") }
}

extension Lesson {
    /// The lesson's own labels, numbered by kind in document order. A solution carries the number of its exercise.
    public var labels: [Label] {
        var labels: [Label] = []
        var counts: [ReferenceKind: Int] = [:]
        var exercises: [String: Int] = [:]
        let parts = figureParts
        for given in givenNames {
            guard let kind = ReferenceKind(label: given.name) else { continue }
            var number = 0
            var part: Int?
            switch kind {
            case .section, .term: break
            case .solution: number = exercises["exr-" + given.name.dropFirst(4)] ?? 0
            case .figure where parts[given.name] != nil:
                number = counts[kind, default: 0]
                part = parts[given.name]
            default:
                counts[kind, default: 0] += 1
                number = counts[kind, default: 0]
            }
            if kind == .exercise, exercises[given.name] == nil { exercises[given.name] = number }
            labels.append(
                Label(
                    name: given.name, kind: kind, number: number, part: part, title: given.title.plainText, page: self.name,
                    pageTitle: self.title, place: given.place))
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
