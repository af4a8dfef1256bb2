/// A drawing that asks its readers for names, as it is with them: what editions that have the answers show in its place.
@_documentation(visibility: internal)
public struct FigureKey: Codable, Hashable, Sendable {
    public var drawing: Figure.Drawing
    public var alternative: String
    /// The names that are asked for, in the order of their numbers.
    public var names: [String]

    public init(_ figure: Figure, names: [String]) {
        drawing = figure.drawing
        alternative = figure.alternative
        self.names = names
    }
}

extension Figure {
    /// With the names that it asks for, where it asks.
    @_documentation(visibility: internal)
    public var filled: Figure {
        key.map { Figure($0.drawing, caption: caption, alternative: $0.alternative) } ?? self
    }

    /// Without a trace of the names that it asks for.
    @_documentation(visibility: internal)
    public var keyless: Figure {
        var figure = self
        figure.key = nil
        return figure
    }
}

extension Exhibit {
    /// All figures of the exhibit, in their order.
    @_documentation(visibility: internal)
    public var figures: [Figure] {
        switch self {
        case .figure(let figure): [figure]
        case .explorable(let explorable): [explorable.figure]
        case .frames(let sequence): sequence.frames.flatMap(\.figures)
        case .group(let exhibits): exhibits.flatMap(\.figures)
        case .text, .markdown, .table, .mathematics, .working: []
        }
    }

    /// The same with other figures in the place of these.
    @_documentation(visibility: internal)
    public func mappingFigures(_ change: (Figure) -> Figure) -> Exhibit {
        switch self {
        case .figure(let figure): return .figure(change(figure))
        case .explorable(var explorable):
            explorable.figure = change(explorable.figure)
            return .explorable(explorable)
        case .frames(var sequence):
            for index in sequence.frames.indices { sequence.frames[index].figures = sequence.frames[index].figures.map(change) }
            return .frames(sequence)
        case .group(let exhibits): return .group(exhibits.map { $0.mappingFigures(change) })
        case .text, .markdown, .table, .mathematics, .working: return self
        }
    }
}
