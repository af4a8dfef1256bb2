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
    let source = { (file: String) in Files.contents(of: file) }
    return switch format {
    case .text: TextReport(result: result, source: source, listing: listing).text
    case .json: try JSONReport(result: result).text
    case .github: GitHubReport(result: result).text
    case .junit: JUnitReport(result: result).text
    case .sarif: try SARIFReport(result: result, source: source).text
    }
}
