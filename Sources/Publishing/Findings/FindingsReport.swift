/// A result written out in the chosen format.
public func report(_ result: CourseResult, as format: ReportFormat, listingClaims: Bool = false) throws -> String {
    let source = { (file: String) in Files.contents(of: file) }
    return switch format {
    case .text: TextReport(result: result, source: source, listsClaims: listingClaims).text
    case .json: try JSONReport(result: result).text
    case .github: GitHubReport(result: result).text
    case .junit: JUnitReport(result: result).text
    case .sarif: try SARIFReport(result: result, source: source).text
    }
}
