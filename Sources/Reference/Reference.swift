import Foundation

/// All that a cell can use, as its documentation comments describe it.
public struct Reference: Codable, Sendable {
    public private(set) var entries: [Entry] = []

    /// The modules whose declarations a cell sees.
    public static let modules = ["Networks", "Derivations", "Lectern", "Exhibits"]

    /// Reads symbol graphs as the compiler writes them.
    /// - Parameter graphs: One JSON document for each module and each module it extends.
    /// - Throws: `DecodingError` for what isn't a symbol graph.
    public init(symbolGraphs graphs: [Data]) throws {
        let decoder = JSONDecoder()
        let graphs = try graphs.map { try decoder.decode(SymbolGraph.self, from: $0) }
        let conformances = Self.conformances(in: graphs)
        let requirements = Self.requirements(in: graphs)
        let required = Self.required(in: graphs)
        var seen: Set<String> = []
        for graph in graphs {
            for symbol in graph.symbols where !symbol.isSynthesized && seen.insert(symbol.identifier.precise).inserted {
                guard let kind = Entry.Kind(symbol.kind.identifier), let first = symbol.pathComponents.first,
                    symbol.pathComponents.last?.hasPrefix("$") == false,
                    !Self.plumbing.contains(symbol.pathComponents.last ?? "")
                else { continue }
                let text = symbol.declarationFragments.map(\.spelling).joined()
                let comment = DocComment(lines: symbol.docComment?.lines.map(\.text) ?? [])
                entries.append(
                    Entry(
                        kind: kind, path: symbol.pathComponents,
                        declaration: Declaration.text(text), comment: comment,
                        topic: Topic(
                            path: symbol.pathComponents, conformances: conformances[first] ?? [], module: graph.module.name),
                        identifiers: [symbol.identifier.precise],
                        fulfils: symbol.pathComponents.count == 2
                            ? requirements[symbol.pathComponents[1]].flatMap { asking in
                                // Of Swift's own types nothing is told but what we add.
                                (conformances[first].map(asking.intersection) ?? asking).min()
                            } : nil,
                        endsLesson: Declaration.knowsItsCaller(text),
                        isRequired: required.contains(symbol.identifier.precise)))
            }
        }
        entries = Self.sorted(entries)
    }

    /// What protocols of Swift itself ask for, which nobody looks up.
    private static let plumbing: Set<String> = [
        "init(from:)", "encode(to:)", "hash(into:)", "==(_:_:)", "!=(_:_:)", "hashValue", "description", "init(rawValue:)",
        "rawValue",
    ]

    /// By chapter and name. A requirement of a protocol and what it is by default are one entry.
    private static func sorted(_ entries: [Entry]) -> [Entry] {
        let ordered = entries.sorted { a, b in
            (a.topic.rawValue, a.title, a.declaration, b.comment.summary.count)
                < (b.topic.rawValue, b.title, b.declaration, a.comment.summary.count)
        }
        var places: [[String]: Int] = [:]
        var kept: [Entry] = []
        for entry in ordered {
            if let place = places[entry.path + [entry.declaration]] {
                kept[place].identifiers += entry.identifiers
            } else {
                places[entry.path + [entry.declaration]] = kept.count
                kept.append(entry)
            }
        }
        return kept
    }

    /// The protocols that ask for a member, by the member's name.
    private static func requirements(in graphs: [SymbolGraph]) -> [String: Set<String>] {
        let symbols = graphs.flatMap(\.symbols)
        let protocols = Set(symbols.filter { $0.kind.identifier == "swift.protocol" }.map { $0.pathComponents[0] })
        var found: [String: Set<String>] = [:]
        for symbol in symbols where symbol.pathComponents.count == 2 && protocols.contains(symbol.pathComponents[0]) {
            found[symbol.pathComponents[1], default: []].insert(symbol.pathComponents[0])
        }
        return found
    }

    /// What protocols ask for and nothing gives by default, by the compiler's names.
    private static func required(in graphs: [SymbolGraph]) -> Set<String> {
        let relationships = graphs.flatMap(\.relationships)
        var owners: [String: String] = [:]
        for symbol in graphs.flatMap(\.symbols) { owners[symbol.identifier.precise] = symbol.pathComponents.first }
        // What a narrower protocol gives isn't there for all.
        let given = Set(
            relationships.filter { $0.kind == "defaultImplementationOf" && owners[$0.source] == owners[$0.target] }.map(
                \.target))
        return Set(relationships.filter { $0.kind == "requirementOf" }.map(\.source)).subtracting(given)
    }

    /// The names of the protocols that a type conforms to, itself and through others, by the type's name.
    private static func conformances(in graphs: [SymbolGraph]) -> [String: Set<String>] {
        var names: [String: String] = [:]
        for symbol in graphs.flatMap(\.symbols) where symbol.pathComponents.count == 1 {
            names[symbol.identifier.precise] = symbol.pathComponents[0]
        }
        var found: [String: Set<String>] = [:]
        for relationship in graphs.flatMap(\.relationships) where relationship.kind == "conformsTo" {
            guard let source = names[relationship.source],
                let target = names[relationship.target]
                    ?? relationship.targetFallback?.split(separator: ".").last.map(String.init)
            else { continue }
            found[source, default: []].insert(target)
        }
        return found
    }
}

extension Entry.Kind {
    /// What the compiler calls a kind of declaration; nil for those that nobody writes in a cell.
    init?(_ identifier: String) {
        switch identifier {
        case "swift.struct", "swift.enum", "swift.class", "swift.protocol", "swift.typealias": self = .type
        case "swift.init": self = .initializer
        case "swift.func", "swift.method", "swift.type.method", "swift.func.op", "swift.subscript": self = .function
        case "swift.property", "swift.type.property", "swift.var": self = .property
        case "swift.enum.case": self = .enumCase
        default: return nil
        }
    }
}
