import SwiftSyntax

/// What a piece of code has of what stands elsewhere, and what about it matters outside.
struct CodeUses: Hashable, Sendable {
    /// The names and operators in it that may be declared outside of it: no member's name, no label's.
    var names: Set<String> = []
    /// Where its first `try` or `throw` stands that lets an error out.
    var throwing: Int?
    /// Whether it waits for something.
    var waits = false
    /// Whether it changes what members or operators mean.
    var redefines = false
    /// Whether it has a type that can't be copied.
    var hasUncopyable = false
    /// Whether it gives a name to the linker, or says that lines are another file's.
    var reachesOut = false

    init() {}

    init(of node: some SyntaxProtocol) {
        let reader = UseReader(viewMode: .sourceAccurate)
        reader.walk(node)
        self = reader.uses
    }

    mutating func add(_ other: CodeUses) {
        names.formUnion(other.names)
        throwing = throwing ?? other.throwing
        waits = waits || other.waits
        redefines = redefines || other.redefines
        hasUncopyable = hasUncopyable || other.hasUncopyable
        reachesOut = reachesOut || other.reachesOut
    }

    /// Of the compiler's own attributes some name a symbol, such as `@_cdecl`; these don't.
    fileprivate static let harmless: Set<String> = [
        "autoclosure", "available", "concurrent", "discardableResult", "dynamicCallable", "dynamicMemberLookup", "escaping",
        "frozen", "inlinable", "inline", "preconcurrency", "propertyWrapper", "resultBuilder", "retroactive", "Sendable",
        "unchecked", "unknown", "usableFromInline",
    ]
}

private final class UseReader: SyntaxVisitor {
    var uses = CodeUses()

    override func visit(_ node: DeclReferenceExprSyntax) -> SyntaxVisitorContinueKind {
        let isMember = node.parent?.as(MemberAccessExprSyntax.self)?.declName.id == node.id
        if !isMember, node.parent?.is(KeyPathPropertyComponentSyntax.self) != true { uses.names.insert(node.baseName.name) }
        return .visitChildren
    }

    override func visit(_ node: IdentifierTypeSyntax) -> SyntaxVisitorContinueKind {
        uses.names.insert(node.name.name)
        return .visitChildren
    }

    /// `if let x` is short for `if let x = x`.
    override func visit(_ node: OptionalBindingConditionSyntax) -> SyntaxVisitorContinueKind {
        if node.initializer == nil, let name = node.pattern.as(IdentifierPatternSyntax.self) {
            uses.names.insert(name.identifier.name)
        }
        return .visitChildren
    }

    override func visit(_ node: ClosureCaptureSyntax) -> SyntaxVisitorContinueKind {
        if node.initializer == nil { uses.names.insert(node.name.name) }
        return .visitChildren
    }

    override func visit(_ node: TryExprSyntax) -> SyntaxVisitorContinueKind {
        if node.questionOrExclamationMark == nil { noteThrow(node) }
        return .visitChildren
    }

    override func visit(_ node: ThrowStmtSyntax) -> SyntaxVisitorContinueKind {
        noteThrow(node)
        return .visitChildren
    }

    private func noteThrow(_ node: some SyntaxProtocol) {
        uses.throwing = uses.throwing ?? node.positionAfterSkippingLeadingTrivia.utf8Offset
    }

    override func visit(_ node: ExtensionDeclSyntax) -> SyntaxVisitorContinueKind {
        uses.redefines = true
        return .visitChildren
    }

    override func visit(_ node: OperatorDeclSyntax) -> SyntaxVisitorContinueKind {
        uses.redefines = true
        return .visitChildren
    }

    override func visit(_ node: FunctionDeclSyntax) -> SyntaxVisitorContinueKind {
        if node.name.tokenKind.isOperator { uses.redefines = true }
        return .visitChildren
    }

    override func visit(_ node: SuppressedTypeSyntax) -> SyntaxVisitorContinueKind {
        uses.hasUncopyable = true
        return .visitChildren
    }

    /// Attributes with a capital are types or macros.
    override func visit(_ node: AttributeSyntax) -> SyntaxVisitorContinueKind {
        let name = node.attributeName.trimmedDescription
        let isType = name.first.map { $0.isUppercase && $0.isASCII } == true
        if !isType, !CodeUses.harmless.contains(name) { uses.reachesOut = true }
        return .visitChildren
    }

    override func visit(_ node: PoundSourceLocationSyntax) -> SyntaxVisitorContinueKind {
        uses.reachesOut = true
        return .visitChildren
    }

    override func visit(_ token: TokenSyntax) -> SyntaxVisitorContinueKind {
        if token.tokenKind == .keyword(.await) { uses.waits = true }
        if token.tokenKind.isOperator { uses.names.insert(token.text) }
        return .visitChildren
    }
}

extension TokenKind {
    fileprivate var isOperator: Bool {
        switch self {
        case .binaryOperator, .prefixOperator, .postfixOperator: true
        default: false
        }
    }
}
