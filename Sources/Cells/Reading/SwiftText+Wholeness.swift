import Exhibits
import SwiftSyntax

/// A cell is a whole: what opens in it closes in it. What doesn't would take in the cells and claims that follow, and make the
/// compiler complain about everything after it.
extension SwiftText {
    /// The first bracket, comment, long string or `#if` without its other end, as a finding.
    var imbalance: Finding? {
        if isCertain { return nil }
        var open: [TokenSyntax] = []
        for token in tree.tokens(viewMode: .all) {
            if let diagnostic = token.tokenDiagnostic, diagnostic.kind == .unterminatedBlockComment {
                return neverClosed("comment", at: token.position.utf8Offset + Int(diagnostic.byteOffset), length: 2)
            }
            // A quotation mark opens and closes; the one that is missing stands where the text ends.
            let closesString = token.tokenKind == .multilineStringQuote && open.last?.tokenKind == .multilineStringQuote
            if token.presence == .missing {
                if closesString { break }
            } else if closesString {
                open.removeLast()
            } else if token.tokenKind.closing != nil {
                open.append(token)
            } else if token.tokenKind.isAlternative ? open.last?.tokenKind != .poundIf : token.tokenKind.closes {
                if !token.tokenKind.isAlternative, open.last?.tokenKind.closing == token.tokenKind {
                    open.removeLast()
                } else if !token.tokenKind.isAlternative, let inner = open.last,
                    open.contains(where: { $0.tokenKind.closing == token.tokenKind })
                {
                    // Its partner is there, and what opened behind that has none.
                    return neverClosed(inner)
                } else {
                    return closesNothing(token)
                }
            }
        }
        return open.last.map(neverClosed)
    }

    private func neverClosed(_ token: TokenSyntax) -> Finding {
        let isString = token.tokenKind == .multilineStringQuote
        return neverClosed(
            isString ? "string" : "'\(token.text)'", at: token.positionAfterSkippingLeadingTrivia.utf8Offset,
            length: token.text.utf8.count)
    }

    private func neverClosed(_ what: String, at offset: Int, length: Int) -> Finding {
        Finding(
            .error, code: "unbalanced", at: place(of: offset), length: length,
            "this \(what) is never closed; close it in the same cell")
    }

    private func closesNothing(_ token: TokenSyntax) -> Finding {
        Finding(
            .error, code: "unbalanced", at: place(of: token.positionAfterSkippingLeadingTrivia.utf8Offset),
            length: token.text.utf8.count,
            "this '\(token.text)' closes nothing; remove it or open its partner in the same cell")
    }
}

extension TokenKind {
    /// What closes what this opens.
    fileprivate var closing: TokenKind? {
        switch self {
        case .leftParen: .rightParen
        case .leftSquare: .rightSquare
        case .leftBrace: .rightBrace
        case .poundIf: .poundEndif
        case .multilineStringQuote: .multilineStringQuote
        default: nil
        }
    }

    fileprivate var closes: Bool {
        switch self {
        case .rightParen, .rightSquare, .rightBrace, .poundEndif, .unknown("*/"): true
        default: false
        }
    }

    fileprivate var isAlternative: Bool { self == .poundElse || self == .poundElseif }
}
