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

    /// What to write instead; nil where nothing of ours is meant.
    ///
    /// - Parameters:
    ///   - message: what the compiler says.
    ///   - line: the author's line it says it of.
    ///   - column: the place in that line, in bytes counted from 1.
    public func note(for message: String, line: String, column: Int) -> String? {
        switch CompilerMessage(message) {
        case .noMember(let owner, let name): member(name, of: owner)
        case .unknownName(let name): name.isEmpty ? nil : unknown(name)
        case .hiddenMember(let name): hidden(name)
        case .wrongArguments: signatures(of: Self.callee(in: line, at: column))
        case .tooComplex:
            "give the closure's arguments and its result their types, as in `{ (i: Int) -> Double in … }`, and name parts of the expression with `let`"
        case nil: nil
        }
    }

    private func member(_ name: String, of owner: String) -> String? {
        guard reference.entries.contains(where: { $0.kind == .type && $0.path == [owner] }) else { return nil }
        let meant = reference.found(name, in: nil)
        let own = meant.filter { $0.path.first == owner }
        if let first = own.first { return translated(name, first, or: own.map(\.title).filter { $0 != first.title }) }
        let nearest = reference.nearest(to: name, of: .members(of: owner))
        if !nearest.isEmpty { return "nearest are " + Self.listed(nearest) + "; `lectern help \(nearest[0])`" }
        if let other = meant.first(where: { foreign($0, name) != nil }) ?? meant.first { return translated(name, other) }
        return "`lectern help \(owner)` lists what it has"
    }

    /// The compiler doesn't say whose member it is.
    private func hidden(_ name: String) -> String? {
        let nearest = reference.nearest(to: name, most: 3)
        guard let first = nearest.first else { return nil }
        return "cells can't use it; nearest are " + Self.listed(nearest) + "; `lectern help \(first)`"
    }

    /// What stands by itself is meant before members of that name.
    private func unknown(_ name: String) -> String? {
        let meant = reference.found(name, in: nil)
        if let entry = meant.first(where: { $0.path.count == 1 }) ?? meant.first(where: { foreign($0, name) != nil }) {
            return translated(name, entry)
        }
        let nearest = reference.nearest(to: name, of: .standing, most: 3)
        return nearest.isEmpty ? nil : "did you mean " + Self.listed(nearest) + "? `lectern help \(nearest[0])`"
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

    /// How something of this name is called, in up to three ways.
    private func signatures(of name: String?) -> String? {
        guard let name else { return nil }
        let calls = reference.entries.filter { $0.name == name && ($0.kind == .initializer || $0.kind == .function) }
        // Of no use as it is written here, but another library's name for something else.
        guard !calls.isEmpty else {
            let meant = reference.found(name, in: nil).filter { foreign($0, name) != nil }
            let exact = meant.first { $0.comment.elsewhere.contains { $0.shortName == name } }
            return (exact ?? meant.first).map { translated(name, $0) }
        }
        var ways = calls.prefix(3).map { "`\($0.kind == .function ? $0.declaration : $0.call)`" }
        if calls.count > 3 { ways.append("`lectern help \(calls[0].title)` for \(calls.count - 3) more") }
        return "it is called " + ways.joined(separator: ", ")
    }

    private static func listed(_ names: [String]) -> String { names.map { "`\($0)`" }.joined(separator: ", ") }

    /// What is called at `column`, counted in bytes from 1.
    ///
    /// The compiler points at the bracket, at an argument behind it, or at the name itself.
    static func callee(in line: String, at column: Int) -> String? {
        let bytes = Array(line.utf8)
        let place = max(0, min(column - 1, bytes.count))
        let isAtBracket = place < bytes.count && bytes[place] == UInt8(ascii: "(")
        let behind = place + bytes[place...].prefix(while: isName).count
        guard let end = isAtBracket ? place : openBracket(in: bytes[..<place]) ?? (behind > place ? behind : nil) else {
            return nil
        }
        let name = bytes[..<end].reversed().prefix(while: isName).reversed()
        return name.isEmpty ? nil : String(decoding: Array(name), as: UTF8.self)
    }

    /// The last bracket that isn't closed.
    private static func openBracket(in bytes: ArraySlice<UInt8>) -> Int? {
        var closed = 0
        for place in bytes.indices.reversed() {
            if bytes[place] == UInt8(ascii: ")") { closed += 1 }
            guard bytes[place] == UInt8(ascii: "(") else { continue }
            if closed == 0 { return place }
            closed -= 1
        }
        return nil
    }

    private static func isName(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
            || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || byte == UInt8(ascii: "_") || byte >= 128
    }
}
