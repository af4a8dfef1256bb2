/// The colours of a page by their part in it, light and dark. Text has a contrast of 4.5 or more on paper and on wash.
enum PageColours {
    static let light: [(name: String, colour: String)] = [
        ("paper", "#fdfdfb"), ("ink", "#1d2126"), ("soft", "#59616b"), ("line", "#d9dcd6"), ("wash", "#f3f4ef"),
        ("link", "#1a5a9e"), ("right", "#2a7a3f"), ("wrong", "#b3261e"), ("quoted", "#8a5a00"), ("keyword", "#8a2f7c"),
        ("string", "#2f6b34"), ("number", "#1a5a9e"), ("comment", "#666e66"), ("type", "#7a4a00"),
    ]
    static let dark: [(name: String, colour: String)] = [
        ("paper", "#16181b"), ("ink", "#e3e4e1"), ("soft", "#a3a9ae"), ("line", "#383d42"), ("wash", "#202327"),
        ("link", "#8abef5"), ("right", "#7fcf93"), ("wrong", "#ff9a8f"), ("quoted", "#e8bd6a"), ("keyword", "#d9a0d2"),
        ("string", "#9fd0a2"), ("number", "#8abef5"), ("comment", "#9aa39a"), ("type", "#e0b57c"),
    ]
    private static let paper: [(name: String, colour: String)] = [
        ("paper", "#fff"), ("ink", "#000"), ("soft", "#333"), ("line", "#aaa"), ("wash", "#fff"), ("link", "#000"),
    ]

    /// Dark where the system asks for it or the reader chose it; printed pages are always light.
    static let css = """
        :root { color-scheme: light; \(rules(light)) }
        @media screen and (prefers-color-scheme: dark) {
            :root:not([data-theme="light"]) { color-scheme: dark; \(rules(dark)) }
        }
        @media screen { :root[data-theme="dark"] { color-scheme: dark; \(rules(dark)) } }
        @media print { :root { \(rules(paper)) } }

        """

    private static func rules(_ colours: [(name: String, colour: String)]) -> String {
        colours.map { "--\($0.name): \($0.colour);" }.joined(separator: " ")
    }
}
