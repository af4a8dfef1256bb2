import ArgumentParser
import Publishing
import Storage

struct BuildCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "build", abstract: "Run what changed and write the site.",
        discussion: """
            Lessons whose text, data and tools are unchanged are not run again. A lesson that fails keeps its last good page, \
            and the exit code says so.

              lectern build                              lessons → output; inside a course's folder, that course
              lectern build notes --output site --why    and say why each lesson runs
            """)

    @Argument(help: "The course's folder, or one lesson of it.", completion: .directory)
    var course = Course.usualFolder

    @Option(name: .shortAndLong, help: "Where the pages go. (default: output)", completion: .directory)
    var output: String?

    @Option(help: "Run only part I of N, write no pages, and keep the results for `lectern assemble`.", transform: Shard.parsed)
    var shard: Shard?

    @Option(help: "Keep results in this folder, which other machines can reach.", completion: .directory)
    var results: String?

    @Option(
        help: """
            For whom: student (no solutions, no answers), instructor, solutions, or all three, each into its folder below \
            --output; without, one site for people who learn alone.
            """, transform: Editions.parsed)
    var edition: Editions?

    @Flag(help: "Print every page as PDF too; needs Chromium.")
    var pdf = false

    @Flag(help: "Print the whole course as one PDF, book.pdf, with a cover and contents; needs Chromium.")
    var book = false

    @Flag(help: "Write the whole course as an EPUB 3 too, book.epub, for e-readers.")
    var epub = false

    @Flag(help: "Put style sheets, fonts, scripts and pictures into every page, so that each is one file to send.")
    var selfContained = false

    @OptionGroup var run: RunOptions
    @OptionGroup var reporting: ReportOptions

    func validate() throws {
        if book, selfContained {
            throw ValidationError("a book is printed from the files that pages share; leave out --self-contained")
        }
        if book || epub, shard != nil {
            throw ValidationError("a shard writes no pages; a book is made by a build of the whole course")
        }
    }

    func run() async throws {
        var options = run.options(output: nil)
        options.shard = shard
        options.printsPDF = pdf
        options.printsBook = book
        options.writesEPUB = epub
        options.isSelfContained = selfContained
        options.results = results
        // The text counts what holds; only the other forms list it.
        options.listsClaims = reporting.format != .text
        try await Terminal.finish(format: reporting.format) { [options] in
            var options = options
            if shard == nil { options.output = try output ?? usualFolder("output") }
            if let edition { return try await buildEditions(edition, of: Course.loaded(from: course), options: options) }
            return try await buildCourse(Course.loaded(from: course), options: options)
        }
    }
}

extension Editions {
    /// An edition's name, or `all`, or a usage error.
    static func parsed(_ text: String) throws -> Editions {
        guard let editions = Editions(text) else {
            throw ValidationError("an edition is \(Editions.names.joined(separator: ", "))")
        }
        return editions
    }
}

extension Shard {
    /// `2/8`, or a usage error.
    static func parsed(_ text: String) throws -> Shard {
        guard let shard = Shard(text) else { throw ValidationError("a shard is written I/N with 1 ≤ I ≤ N, such as 2/8") }
        return shard
    }
}
