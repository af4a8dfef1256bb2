import Exhibits

/// A name that an author gave to something of a page: what links and references lead to.
struct GivenName {
    var name: String
    /// The heading, caption or text that has the name.
    var title: [Inline] = []
    var place: Place
}

extension Lesson {
    /// Identifiers of its page that its author gave away.
    package var takenNames: Set<String> { Set(givenNames.map(\.name)) }

    /// All names its author gave, in document order.
    var givenNames: [GivenName] {
        var names: [GivenName] = []
        func add(_ name: String?, _ title: [Inline] = [], at place: Place) {
            if let name { names.append(GivenName(name: name, title: title, place: place)) }
        }
        // Spans have no place of their own; the block they stand in will do for a message.
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
                // Any other label of a cell only names its drawings.
                case .cell(let cell) where cell.options.label.flatMap(ReferenceKind.init(label:)) != nil:
                    add(cell.options.label, cell.caption, at: node.place)
                case .mathematics(let mathematics): add(mathematics.label, at: mathematics.place)
                default: break
                }
            case .inline(.mathematics(let mathematics)): add(mathematics.label, at: mathematics.place)
            case .inline(.span(let text, let attributes)): add(attributes.label, text, at: block)
            case .inline: break
            }
        }
        return names
    }
}
