import Reports

/// KaTeX and highlight.js as the system's packages install them, or as an installed Lectern brings them along.
struct SystemScripts: Sendable {
    /// The folder with `katex.min.js`, `katex.min.css` and `fonts`.
    var katex: String
    /// The file of highlight.js.
    var highlight: String

    /// Looks beside the program as installed, then where Debian and Homebrew put them.
    static func located() throws -> SystemScripts {
        let program = Files.executable.map(Files.folder(of:)) ?? "."
        let katex = [
            "\(program)/../lib/lectern/katex", "/usr/share/javascript/katex", "/usr/share/nodejs/katex/dist",
            "/opt/homebrew/lib/node_modules/katex/dist", "/usr/local/lib/node_modules/katex/dist",
        ].first { Files.exists($0 + "/katex.min.js") && Files.exists($0 + "/katex.min.css") }
        let highlight = [
            "\(program)/../lib/lectern/highlight.js/highlight.min.js", "/usr/share/javascript/highlight.js/highlight.min.js",
            "/opt/homebrew/share/highlight.js/highlight.min.js", "/usr/local/share/highlight.js/highlight.min.js",
        ].first(where: Files.exists)
        guard let katex else {
            throw ToolMissing(message: "KaTeX was not found; install it with `apt-get install libjs-katex fonts-katex`")
        }
        guard let highlight else {
            throw ToolMissing(message: "highlight.js was not found; install it with `apt-get install libjs-highlight.js`")
        }
        return SystemScripts(katex: katex, highlight: highlight)
    }

    func sources() throws -> TypesetterSources {
        TypesetterSources(
            katex: String(decoding: try Files.read(katex + "/katex.min.js"), as: UTF8.self),
            highlight: String(decoding: try Files.read(highlight), as: UTF8.self))
    }
}
