/// The files of one note and their text laid out flat.
public struct Notes: Sendable {
    /// What a reader passed over, where, and why.
    public struct Unread: Hashable, Sendable {
        var file: Int
        var offset: Int
        var reason: String
    }

    public private(set) var files: [SourceFile]
    var text = FlatText()
    var unread: [Unread] = []
    /// Cells of a notebook, by the bytes of the file that hold their text.
    var cells: [NotebookCell] = []

    init(main: SourceFile) { files = [main] }

    mutating func add(_ file: SourceFile) -> Int {
        files.append(file)
        return files.count - 1
    }

    /// Longer texts end in a sentence.
    static let longest = 16 << 20
    /// A notebook holds pictures besides.
    public static let longestFile = 64 << 20

    /// Reads a file by the kind that its name says.
    ///
    /// - Parameter open: the bytes of a file that another one names, or why there are none.
    public init(_ file: SourceFile, open: (_ name: String) -> OpenedFile) {
        self.init(main: file)
        let isBinary = file.bytes.prefix(8192).contains(0)
        if isBinary || String(validating: file.bytes, as: UTF8.self) == nil {
            unread.append(Unread(file: 0, offset: 0, reason: "it is not UTF-8 text"))
            return
        }
        let most = NoteKind(of: file.name) == .notebook ? Self.longestFile : Self.longest
        if file.bytes.count > most {
            unread.append(Unread(file: 0, offset: 0, reason: "it is longer than \(most >> 20) MB"))
            return
        }
        switch NoteKind(of: file.name) {
        case .latex: LaTeXReader.read(into: &self, open: open)
        case .notebook: NotebookReader.read(into: &self)
        case .markdown, nil: MarkdownReader.read(into: &self)
        }
    }
}

/// The kinds of notes that are read.
public enum NoteKind: Sendable {
    case markdown, notebook, latex

    /// For messages.
    public static let endings = ".md, .qmd, .Rmd, .ipynb or .tex"
    /// Why a file of another kind is left alone; its name goes before it.
    public static let refusal = "isn't read: notes end in \(endings)"

    /// By the ending of a file's name; nil for what isn't read.
    public init?(of name: String) {
        let ending = name.split(separator: ".").last.map { $0.lowercased() } ?? ""
        switch ending {
        case "md", "qmd", "rmd", "markdown": self = .markdown
        case "ipynb": self = .notebook
        case "tex": self = .latex
        default: return nil
        }
    }
}

/// What became of opening a file that a note names.
public enum OpenedFile: Sendable {
    case bytes([UInt8], name: String)
    case refused(String)
}
