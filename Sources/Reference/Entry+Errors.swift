/// What may go wrong with a declaration, as a reader of the reference wants to know it.
extension Entry {
    /// Whether a call of it has to be tried.
    public var isThrowing: Bool { [.function, .initializer].contains(kind) && Declaration.isThrowing(declaration) }

    /// What it throws, or that it ends the lesson; nil where nothing goes wrong.
    public var errors: String? {
        if let thrown = comment.throws { return "throws " + Self.begun(thrown) }
        guard endsLesson else { return nil }
        return "what can't be done ends the lesson at the line of this call, with what to write instead."
    }

    /// A sentence in the middle of one: a capital at its beginning goes, unless it is a name's.
    private static func begun(_ text: String) -> String { text.prefix(1).lowercased() + text.dropFirst() }
}
