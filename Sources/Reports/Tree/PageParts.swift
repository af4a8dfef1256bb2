/// What a page's tree holds that something else depends on: which scripts and fonts the page needs.
struct PageParts {
    private(set) var hasExplorable = false
    private(set) var hasFrames = false
    private(set) var hasChecks = false
    /// Its formulas as they are typeset, each once.
    private(set) var formulas: Set<String> = []

    init(of nodes: [PageNode]) { add(nodes) }

    private mutating func add(_ nodes: [PageNode]) {
        for node in nodes {
            switch node {
            case .element(_, let attributes, let content):
                for attribute in attributes {
                    if attribute == .class("explorable") { hasExplorable = true }
                    if attribute.name == .dataFrames { hasFrames = true }
                    if attribute.name == .dataCheck { hasChecks = true }
                }
                add(content)
            case .formula(let formula): formulas.insert(formula.html)
            case .text, .line, .number, .drawing, .markup: break
            }
        }
    }
}
