import Exhibits
import SwiftSyntax

/// Where a lesson's code says that its lines are others. Then findings would stand in another file, or at another line.
extension SwiftText {
    private static let directive = "#sourceLocation"

    /// The first `#sourceLocation`, as a finding.
    ///
    /// Where the parser doesn't understand all of it, the compiler might take for code what looks like text here, so there the
    /// word alone is enough.
    var movedPlace: Finding? {
        let word = Array(Self.directive.utf8)
        let read = tree.tokens(viewMode: .all).first { $0.tokenKind == .poundSourceLocation && $0.presence == .present }
        let guessed = isCertain ? nil : bytes.firstRange(of: word)?.lowerBound
        guard let offset = read?.positionAfterSkippingLeadingTrivia.utf8Offset ?? guessed else { return nil }
        return Finding(
            .error, code: "moved-places", at: place(of: offset), length: word.count,
            "`\(Self.directive)` would put findings in the wrong place, and no lesson needs it; remove it")
    }
}
