import ArgumentParser
import Foundation
import Publishing
import Storage

struct PreviewCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "preview", abstract: "Serve the course to this machine and rebuild it while you write.",
        discussion: """
            The address is printed once the pages are there. A page that is open reloads where you were reading as soon as its \
            lesson is saved; what is wrong is shown in the page and here. Control-C ends it.
            """)

    @Argument(help: "The course's folder.", completion: .directory)
    var course = Course.usualFolder

    @Option(name: .shortAndLong, help: "The first port to try; the next free one is taken.")
    var port: UInt16 = 4000

    @Option(name: .shortAndLong, help: "Where the pages go (default: a folder inside the cache).", completion: .directory)
    var output: String?

    @Flag(help: "Open the address in the browser.")
    var open = false

    @OptionGroup var run: RunOptions

    func run() async throws {
        let opens = open
        try await Terminal.exitingOnErrors {
            try await previewCourse(
                at: course, port: port, options: run.options(output: output),
                ready: { address in
                    Terminal.write("preview at \(address)\n")
                    if opens { Browser.open(address) }
                }, said: { Terminal.write($0) })
        }
    }
}

/// The reader's own browser.
enum Browser {
    static func open(_ address: String) {
        #if os(macOS)
        let command = "/usr/bin/open"
        #else
        let command = "/usr/bin/xdg-open"
        #endif
        let process = Process()
        process.executableURL = URL(filePath: command)
        process.arguments = [address]
        if (try? process.run()) == nil { Terminal.writeError("no browser could be opened: visit \(address)\n") }
    }
}
