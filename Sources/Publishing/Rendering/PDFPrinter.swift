import Cells
import Foundation
import Storage

/// Prints pages with an installed Chromium, with bookmarks and tags for screen readers.
struct PDFPrinter: Sendable {
    private let browser: String

    /// No page reaches the network while it is printed: whatever isn't a file is asked of a proxy that can't be found, also
    /// this machine's own addresses, and no name leads anywhere. In place of a picture elsewhere its alternative text is printed.
    private static let offline = [
        "--proxy-server=http://nowhere.invalid:9", "--proxy-bypass-list=<-loopback>", "--host-resolver-rules=MAP * ~NOTFOUND",
        "--disable-background-networking",
    ]

    /// Seconds for one print: the book of a course of a year takes a minute, on a machine that does much else twenty.
    private static let longest = 3600.0

    static let names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"]

    init() throws {
        guard let found = Self.names.compactMap(Files.inSearchPath).first else {
            throw ToolMissing(message: "no Chromium to print pages with; install it with `apt-get install chromium`")
        }
        browser = found
    }

    /// The PDF of a page; `path` is what it will be called.
    func pdf(of page: String, for path: String) async throws -> [UInt8] {
        let profile = NSTemporaryDirectory() + "lectern-print-\(UUID().uuidString)"
        defer { Files.removeFolder(profile) }
        let temporary = profile + "/page.pdf"
        try Files.makeFolder(profile)
        let arguments =
            [
                "--headless=new", "--no-sandbox", "--disable-gpu", "--window-size=1280,770", "--no-pdf-header-footer",
                "--generate-pdf-document-outline",
                "--user-data-dir=\(profile)/profile", "--print-to-pdf=\(temporary)",
            ] + Self.offline + [URL(filePath: Files.absolute(page)).absoluteString]
        let isPrinted = await ToolCall(browser, arguments, seconds: Self.longest).succeeds()
        guard isPrinted, let bytes = Files.contents(of: temporary), bytes.starts(with: Array("%PDF".utf8)) else {
            throw FileError(path, "could not be printed: \(browser) left no PDF")
        }
        return bytes
    }
}

extension CourseBuild {
    /// Prints the pages that have no PDF, or a PDF of an older page.
    func printPages(_ items: inout [Item]) async throws {
        guard options.printsPDF, let output = options.output else { return }
        let printer = try PDFPrinter()
        for index in items.indices where items[index].files["\(items[index].entry.name).html"] != nil {
            let name = items[index].entry.name + ".pdf"
            if items[index].files[name] != nil { continue }
            let path = Files.join(output, name)
            let bytes = try await printer.pdf(of: Files.join(output, items[index].entry.name + ".html"), for: path)
            try OutputDoor(folder: output).write(bytes, to: name)
            items[index].files[name] = Digest(of: bytes)
        }
    }
}
