/// What helps where the compiler only says that a name or an argument is wrong.
public struct CompilerAdvice: Sendable {
    let reference: Reference

    public init(_ reference: Reference) { self.reference = reference }

    /// Whether there may be advice on this message: asked before the reference is read.
    public static func mayHelp(_ message: String) -> Bool { CompilerMessage(message) != nil }

    /// The name that the message says nothing of that name is there; nil for every other message.
    public static func unknownName(in message: String) -> String? {
        if case .unknownName(let name) = CompilerMessage(message) { name } else { nil }
    }

    /// Whether the message may be of a right name, behind another mistake: it says that nobody knows whose member is meant.
    public static func mayFollow(_ message: String) -> Bool {
        if case .memberOfNothing = CompilerMessage(message) { true } else { false }
    }

    /// Whether the message is of the arguments by which stored layers are read.
    public static func speaksOfFiles(_ message: String) -> Bool {
        message.contains("'LayerDescription'") || message.contains("'StorableTypes'")
    }

    /// What to write instead; nil where nothing of ours is meant.
    ///
    /// - Parameters:
    ///   - message: what the compiler says.
    ///   - code: the author's line it says it of, behind lines of the same cell, for a call may have begun in one of them.
    ///   - column: the place in that line, in bytes counted from 1.
    public func note(for message: String, code: String, column: Int) -> String? {
        let place = CodePlace(code, column: column)
        return switch CompilerMessage(message) {
        case .noMember(let owner, let name): member(name, of: owner)
        case .unknownName(let name): name.isEmpty ? nil : unknown(name, at: place)
        case .hiddenMember(let name): hidden(name)
        case .memberOfNothing(let name): memberOfNothing(name)
        case .notMade(let name): notMade(name, at: place)
        case .notCalled: notCalled(place.callee)
        case .wrongType(let given, let wanted): wrongType(given, wanted, at: place)
        // The compiler mostly names one label of several.
        case .wrongArguments(let labels): arguments(of: place.callee, labels + place.labels.filter { !labels.contains($0) })
        case .noModule: "a cell needs no import: whatever `lectern help` lists is there by its name alone"
        case .notConforming(let name): requirements(of: name)
        case .tooComplex:
            "give the closure's arguments and its result their types, as in `{ (i: Int) -> Double in … }`, and name parts of the expression with `let`"
                + (code.contains("Table(") ? "; a row of a table is `[any TableCellConvertible]`" : "")
        case nil: nil
        }
    }

    private func member(_ name: String, of owner: String) -> String? {
        guard reference.entries.contains(where: { $0.kind == .type && $0.path == [owner] }) else {
            // Numbers and lists have no members of ours, but may be asked for those of another library's.
            return elsewhere(name)
        }
        let meant = reference.found(name, in: nil)
        // Cases of types within come behind what the type itself has.
        let own = (1...4).flatMap { depth in meant.filter { $0.path.first == owner && $0.path.count == depth } }
        if let first = own.first { return translated(name, first, or: own.map(\.title).filter { $0 != first.title }) }
        if let way = OtherWay.meant(by: name) { return way.sentence(for: name) }
        if owner.hasSuffix("Layer"), let layer = meant.first(where: { $0.topic == .layer && $0.path.count == 2 }) {
            return
                "a layer of a network may be of any type; ask for it by its type, as in `net.layer(\(layer.path[0]).self).\(name)`"
        }
        let nearest = reference.nearest(to: name, of: .members(of: owner))
        if !nearest.isEmpty { return "nearest are " + Self.listed(nearest) + "; `lectern help \(nearest[0])`" }
        if let other = meant.first(where: { foreign($0, name) != nil }) ?? meant.first { return translated(name, other) }
        return "`lectern help \(owner)` lists what it has"
    }

    /// The compiler doesn't say whose member it is.
    private func hidden(_ name: String) -> String? {
        // Mostly it is asked of a network, a pass, a run or data.
        let usual = ["Network", "BackpropagationPass", "TrainingRun", "Dataset"]
            .flatMap { reference.nearest(to: name, of: .members(of: $0), most: 2) }
        let all = reference.nearest(to: name, most: 3)
        let same = all.prefix(1).filter { Reference.plain($0).hasSuffix(Reference.plain(name)) }
        let nearest = Array((usual.isEmpty ? all : same + usual.filter { !same.contains($0) }).prefix(4))
        guard let first = nearest.first else { return nil }
        return "cells can't use it; nearest are " + Self.listed(nearest) + "; `lectern help \(first)`"
    }

    private func memberOfNothing(_ name: String) -> String? {
        if let there = elsewhere(name) { return there }
        let own = reference.found(name, in: nil).first { $0.kind == .enumCase || $0.declaration.hasPrefix("static ") }
        return own.map { "say whose it is: `\($0.title)`; `lectern help \($0.title)`" }
    }

    /// What stands by itself is meant before members of that name.
    private func unknown(_ name: String, at place: CodePlace) -> String? {
        if let within = library(name, place.path) { return within }
        let meant = reference.found(name, in: nil)
        if let entry = meant.first(where: { $0.path.count == 1 }) ?? meant.first(where: { foreign($0, name) != nil }) {
            return translated(name, entry)
        }
        // A small word by itself may well be a name of the author's own.
        let isForeign = name.contains { $0.isUppercase || $0 == "_" } || place.isUsedAsName
        if isForeign, let way = OtherWay.meant(by: name) { return way.sentence(for: name) }
        let nearest = reference.nearest(to: name, of: .standing, most: 3)
        return nearest.isEmpty ? nil : "did you mean " + Self.listed(nearest) + "? `lectern help \(nearest[0])`"
    }

    /// What a path of names such as `nn.Linear` means, whose first part is another library's.
    private func library(_ first: String, _ path: String) -> String? {
        let parts = path.split(separator: ".").map(String.init)
        guard parts.count > 1, parts[0] == first, let last = parts.last else { return nil }
        guard reference.isLibrary(first) || foreignEntry(path) != nil else {
            return OtherWay.meant(by: last)?.sentence(for: last)
        }
        // `tf.keras.layers.Dense` is `layers.Dense`.
        let ends = parts.indices.lazy.map { parts[$0...].joined(separator: ".") }
        if let entry = ends.compactMap(foreignEntry).first ?? reference.found(last, in: nil).first {
            return translated(path, entry)
        }
        if let way = OtherWay.meant(by: last) { return way.sentence(for: path) }
        return "cells know no `\(first)`: what is there is written by its name alone, and `lectern help` lists it"
    }

    private func notMade(_ name: String, at place: CodePlace) -> String? {
        guard let entry = reference.entries.first(where: { $0.kind == .type && $0.path == [name] }) else { return nil }
        if let way = OtherWay.meant(by: name) { return way.sentence(for: name) }
        return "`\(name)` says what others have in common; `lectern help \(entry.topic.rawValue)` lists them"
    }

    private func requirements(of name: String) -> String? {
        let missing = reference.requirements(of: name)
        guard !missing.isEmpty else { return nil }
        return "a type of your own that is `\(name)` has " + Self.listed(missing.map(\.declaration))
            + "; `lectern help \(name)`"
    }

    private func notCalled(_ name: String?) -> String? {
        guard let name, let entry = reference.entries.first(where: { $0.kind == .property && $0.name == name }) else {
            return nil
        }
        return "`\(entry.title)` is no function: leave out the brackets behind `\(name)`"
    }

    /// A text stands where something of ours is wanted, as in Keras, or another argument is of the wrong type.
    private func wrongType(_ given: String, _ wanted: String, at place: CodePlace) -> String? {
        let owners = reference.entries.filter { $0.kind == .type && $0.path == [wanted] }
        guard given == "String", let owner = owners.first, let text = place.string else {
            return arguments(of: place.callee, [])
        }
        let meant = reference.found(text, in: owner.topic)
        guard let entry = meant.first(where: { $0.path.first == wanted }) ?? meant.first else {
            return "no text stands here; `lectern help \(owner.topic.rawValue)` lists what does"
        }
        return "it is written without quotes: `\(entry.written)`; `lectern help \(entry.title)`"
    }

    /// How something of this name is called, in up to three ways, and what other libraries' labels mean.
    private func arguments(of name: String?, _ labels: [String]) -> String? {
        guard let name else { return nil }
        // Files are read by `init(stored:knowing:)`, which no lesson means.
        let calls = reference.entries.filter {
            $0.name == name && ($0.kind == .initializer || $0.kind == .function) && !$0.takes("stored")
        }
        // Of no use as it is written here, but another library's name for something else.
        guard !calls.isEmpty else {
            let meant = reference.found(name, in: nil).filter { foreign($0, name) != nil }
            let exact = meant.first { $0.comment.elsewhere.contains { $0.shortName == name } }
            return (exact ?? meant.first).map { translated(name, $0) }
        }
        var ways = calls.prefix(3).map { "`\($0.kind == .function ? $0.declaration : $0.call)`" }
        if calls.count > 3 { ways.append("`lectern help \(calls[0].title)` for \(calls.count - 3) more") }
        let unknown = labels.filter { label in !calls.contains { $0.takes(label) } }
        let others = unknown.compactMap { label in OtherWay.meant(byLabel: label).map { (label: label, way: $0) } }
        let advice =
            others.count > 1
            ? others.prefix(5).map { "for `\($0.label):` \($0.way.text)" }.joined(separator: "; ") + ". "
            : others.first.map { "\($0.way.sentence(for: "\($0.label):")). " } ?? ""
        return advice + "it is called " + ways.joined(separator: ", ")
    }

    private static func listed(_ names: [String]) -> String { names.map { "`\($0)`" }.joined(separator: ", ") }
}

extension CompilerAdvice {
    /// What another library has under this name, exactly.
    private func elsewhere(_ name: String) -> String? {
        if let way = OtherWay.meant(by: name) { return way.sentence(for: name) }
        return foreignEntry(name).map { translated(name, $0) }
    }

    private func foreignEntry(_ name: String) -> Entry? {
        reference.found(name, in: nil).first { foreign($0, name) != nil }
    }

    private func foreign(_ entry: Entry, _ name: String) -> ForeignName? {
        let wanted = Reference.plain(name)
        return entry.comment.elsewhere.first { $0.isMeant(by: wanted) }
    }

    /// - Parameter others: What else may be meant: one name elsewhere can be two here.
    private func translated(_ name: String, _ entry: Entry, or others: [String] = []) -> String {
        let what = foreign(entry, name).map { "what \($0.library) calls \($0.name) is" } ?? "it is"
        let more = Set(others).sorted().prefix(2).map { " or `\($0)`" }.joined()
        return "\(what) `\(entry.title)`\(more) here; `lectern help \(entry.title)`"
    }
}
