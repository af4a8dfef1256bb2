import Exhibits
import SwiftSyntax

/// Reads the items of a cell from its tree.
struct ItemReader {
    static func items(of text: SwiftText) -> [CellItem] {
        let nodes = text.statements.map(Array.init) ?? []
        var items = nodes.map(item)
        for index in items.indices {
            // What stands behind an item on its line is the item's.
            let next = index + 1 < nodes.count ? boundary(before: nodes[index + 1]) : text.tree.endPosition.utf8Offset
            items[index].bytes = (index == 0 ? 0 : items[index - 1].bytes.upperBound)..<next
        }
        return items
    }

    /// Where the lines of an item begin: behind the rest of the line before.
    private static func boundary(before node: CodeBlockItemSyntax) -> Int {
        var offset = node.position.utf8Offset
        for piece in node.leadingTrivia {
            offset += piece.sourceLength.utf8Length
            if piece.isNewline { return offset }
        }
        return node.position.utf8Offset
    }

    private static func item(_ node: CodeBlockItemSyntax) -> CellItem {
        var item: CellItem
        if case .decl(let declaration) = node.item {
            item = self.item(declaration)
        } else {
            item = CellItem(kind: .statement, bytes: 0..<0, start: 0)
            if let node = node.item.as(GuardStmtSyntax.self) { item.names = names(boundBy: node) }
        }
        item.start = node.positionAfterSkippingLeadingTrivia.utf8Offset
        item.uses = CodeUses(of: node)
        item.givens = PlainGivens(of: node)
        if item.isMovable, item.uses.throwing != nil || item.uses.waits { item.isMovable = false }
        return item
    }

    private static func item(_ node: DeclSyntax) -> CellItem {
        var item = CellItem(kind: .statement, bytes: 0..<0, start: 0)
        func declare(_ kind: CellItem.Kind, _ name: TokenSyntax?) {
            item.kind = kind
            item.names = name.map { [$0.name] } ?? []
            item.privacy = privacy(of: node)
        }
        switch node.as(DeclSyntaxEnum.self) {
        case .structDecl(let node): declare(.type, node.name)
        case .classDecl(let node): declare(.type, node.name)
        case .enumDecl(let node): declare(.type, node.name)
        case .actorDecl(let node): declare(.type, node.name)
        case .typeAliasDecl(let node): declare(.type, node.name)
        case .functionDecl(let node): declare(.function, node.name)
        case .protocolDecl(let node): declare(.outermost, node.name)
        case .macroDecl(let node): declare(.outermost, node.name)
        case .importDecl, .extensionDecl, .operatorDecl, .precedenceGroupDecl: declare(.outermost, nil)
        case .variableDecl(let variable):
            declare(.variable, nil)
            item.names = Set(variable.bindings.flatMap { names(in: $0.pattern) }.map(\.name))
            item.values = values(of: variable)
            item.formulas = formulas(in: variable)
            item.furtherBindings = variable.furtherBindings
            item.isMovable =
                variable.attributes.isEmpty && variable.modifiers.isEmpty && !item.names.isEmpty
                && variable.bindings.allSatisfy { $0.initializer != nil || $0.accessorBlock != nil }
        case .ifConfigDecl(let condition): read(condition, into: &item)
        default: break
        }
        if item.kind == .type && !node.is(TypeAliasDeclSyntax.self) || node.is(ProtocolDeclSyntax.self) {
            item.type = item.names.first
        }
        return item
    }

    /// What a condition of the compiler declares is declared where it stands, if it only declares.
    private static func read(_ node: IfConfigDeclSyntax, into item: inout CellItem) {
        let inner = node.clauses.flatMap { clause -> [CellItem] in
            guard case .statements(let nodes) = clause.elements else { return [] }
            return nodes.map(self.item)
        }
        item.names = inner.reduce(into: []) { $0.formUnion($1.names) }
        guard !inner.isEmpty, inner.allSatisfy({ [.type, .function, .outermost].contains($0.kind) }) else { return }
        item.kind = inner.contains { $0.kind == .outermost } ? .outermost : .function
        var places: [Range<Int>] = []
        for part in inner {
            switch part.privacy {
            case .modifier(behind: let more): places += more
            case .own(conforming: nil): break
            default: return item.privacy = .none
            }
        }
        item.privacy = .modifier(behind: places)
    }

    private static func names(boundBy node: GuardStmtSyntax) -> Set<String> {
        let patterns = node.conditions.compactMap { condition -> PatternSyntax? in
            switch condition.condition {
            case .optionalBinding(let binding): binding.pattern
            case .matchingPattern(let match): match.pattern
            default: nil
            }
        }
        return Set(patterns.flatMap { names(in: $0) }.map(\.name))
    }

    private static func names(in pattern: PatternSyntax) -> [TokenSyntax] {
        if let name = pattern.as(IdentifierPatternSyntax.self) { return [name.identifier] }
        return pattern.as(TuplePatternSyntax.self)?.elements.flatMap { names(in: $0.pattern) } ?? []
    }

    /// What has its value once its line has run: nothing lazy, nothing computed, nothing that is waited for.
    private static func values(of node: VariableDeclSyntax) -> [NamedValue] {
        guard node.modifiers.isEmpty else { return [] }
        let isConstant = node.bindingSpecifier.tokenKind == .keyword(.let)
        return node.bindings.filter { $0.initializer != nil }.flatMap { names(in: $0.pattern) }.compactMap {
            // A name of several words is left to the compiler.
            $0.name.contains(" ") ? nil : NamedValue(name: $0.name, spelling: $0.text, isConstant: isConstant)
        }
    }

    /// What constants are computed from, where that can be said plainly.
    private static func formulas(in node: VariableDeclSyntax) -> [PlainDefinition] {
        guard node.bindingSpecifier.tokenKind == .keyword(.let) else { return [] }
        return node.bindings.compactMap { binding in
            guard let name = binding.pattern.as(IdentifierPatternSyntax.self)?.identifier.name,
                let value = binding.initializer?.value,
                let expression = PlainExpression(value), expression.computes
            else { return nil }
            return PlainDefinition(name: name, expression: expression)
        }
    }
}
