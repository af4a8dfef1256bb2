/// Something a lesson shows: data only; Reports decides how it looks.
@_documentation(visibility: internal)
public indirect enum Exhibit: Codable, Hashable, Sendable {
    /// Plain text, shown as output of a program.
    case text(String)
    /// Text the author marked as Markdown (`output: asis`).
    case markdown(String)
    case table(Table)
    /// Display mathematics: TeX without delimiters.
    case mathematics(String)
    case working(Working)
    case figure(Figure)
    case explorable(Explorable)
    case frames(FrameSequence)
    case group([Exhibit])
}
