import Storage

/// What a report lists besides findings.
public struct ReportListing: Sendable {
    /// Every claim with its verdict.
    public var claims: Bool
    /// The numbers that no claim covers.
    public var unclaimed: Bool

    public init(claims: Bool = false, unclaimed: Bool = false) {
        self.claims = claims
        self.unclaimed = unclaimed
    }
}

/// A result written out in the chosen format.
public func report(_ result: CourseResult, as format: ReportFormat, listing: ReportListing = ReportListing()) throws -> String {
    let source = { (file: String) in ShownSources(below: result.folders).contents(of: file) }
    return switch format {
    case .text: TextReport(result: result, source: source, listing: listing).text
    case .json: try JSONReport(result: result).text
    case .github: GitHubReport(result: result).text
    case .junit: JUnitReport(result: result).text
    case .sarif: try SARIFReport(result: result, source: source).text
    }
}

/// The files that a report may show lines of. A finding may name a link that leads out of its course, or what has become one since.
private struct ShownSources {
    private let folders: [String]

    init(below folders: [String]) { self.folders = folders }

    func contents(of file: String) -> [UInt8]? {
        let folder = folders.first { $0.isEmpty || $0 == "." ? !file.hasPrefix("/") : file.hasPrefix($0 + "/") }
        // What belongs to no course was named by whoever started us, and lies where it was named.
        return CourseDoor(folder ?? Files.folder(of: file)).contents(of: file)
    }
}
