import SwiftSyntax

/// How declarations are hidden from other files of their module.
extension ItemReader {
    static func privacy(of node: DeclSyntax) -> CellItem.Privacy {
        if node.is(ImportDeclSyntax.self) { return .own(conforming: nil) }
        if node.is(OperatorDeclSyntax.self) || node.is(PrecedenceGroupDeclSyntax.self) || node.is(MacroDeclSyntax.self) {
            return .none
        }
        for modifier in node.asProtocol((any WithModifiersSyntax).self)?.modifiers ?? [] {
            switch modifier.name.tokenKind {
            case .keyword(.private), .keyword(.fileprivate): return .own(conforming: nil)
            case .keyword(.public), .keyword(.package), .keyword(.internal), .keyword(.open): return .none
            default: break
            }
        }
        // A member that says itself who sees it is seen by them, whatever stands before the extension.
        if node.is(ExtensionDeclSyntax.self), node.tokens(viewMode: .sourceAccurate).contains(where: isOpening) { return .none }
        // An extension that gives a conformance takes no modifier; its members are as hidden as the type is.
        if let node = node.as(ExtensionDeclSyntax.self), node.inheritanceClause != nil {
            return .own(conforming: node.extendedType.trimmedDescription)
        }
        let start = node.positionAfterSkippingLeadingTrivia.utf8Offset
        let attributes = node.asProtocol((any WithAttributesSyntax).self)?.attributes
        let word = attributes?.lastToken(viewMode: .sourceAccurate)?.nextToken(viewMode: .sourceAccurate)
        return .modifier(behind: [start..<max(start, word?.positionAfterSkippingLeadingTrivia.utf8Offset ?? start)])
    }

    private static func isOpening(_ token: TokenSyntax) -> Bool {
        switch token.tokenKind {
        case .keyword(.public), .keyword(.package), .keyword(.internal), .keyword(.open): true
        default: false
        }
    }
}
