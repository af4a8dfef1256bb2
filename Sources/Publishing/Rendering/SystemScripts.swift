import Reports
import Storage

/// KaTeX and highlight.js as the system's packages install them, or as an installed Lectern brings them along.
struct SystemScripts: Sendable {
    /// The folder with `katex.min.js`, `katex.min.css` and `fonts`.
    var katex: String
    /// The file of highlight.js.
    var highlight: String

    static func located() throws -> SystemScripts {
        guard let katex = katexFolder else {
            throw ToolMissing(message: "KaTeX was not found; install it with `apt-get install libjs-katex fonts-katex`")
        }
        guard let highlight = highlightFile else {
            throw ToolMissing(message: "highlight.js was not found; install it with `apt-get install libjs-highlight.js`")
        }
        return SystemScripts(katex: katex, highlight: highlight)
    }

    /// Where KaTeX is, beside the program as installed or where Debian and Homebrew put it; nil without it.
    static var katexFolder: String? {
        [
            beside("katex"), "/usr/share/javascript/katex", "/usr/share/nodejs/katex/dist",
            "/opt/homebrew/lib/node_modules/katex/dist", "/usr/local/lib/node_modules/katex/dist",
        ].first { Files.exists($0 + "/katex.min.js") && Files.exists($0 + "/katex.min.css") }
    }

    static var highlightFile: String? {
        [
            beside("highlight.js"), "/usr/share/javascript/highlight.js", "/opt/homebrew/share/highlight.js",
            "/usr/local/share/highlight.js",
        ].map { $0 + "/highlight.min.js" }.first(where: Files.exists)
    }

    private static func beside(_ name: String) -> String {
        (Files.executable.map(Files.folder(of:)) ?? ".") + "/../lib/lectern/" + name
    }

    func sources(_ compiled: CompiledScripts) -> TypesetterSources {
        TypesetterSources(
            text: { String(decoding: try Files.read(file(of: $0)), as: UTF8.self) },
            kept: { compiled.program(of: file(of: $0)) }, keep: { compiled.keep($1, of: file(of: $0)) })
    }

    private func file(of script: TypesetterScript) -> String {
        switch script {
        case .katex: katex + "/katex.min.js"
        case .highlight: highlight
        }
    }
}
