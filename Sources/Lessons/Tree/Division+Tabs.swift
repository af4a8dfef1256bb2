extension Division {
    /// One tab of a tab set.
    public struct Tab: Hashable, Sendable {
        public var title: [Inline]
        public var content: [BlockNode]
    }

    /// The content cut at its headings of the first heading's level: what the tabs of a tab set show.
    public var tabs: [Tab] {
        var tabs: [Tab] = []
        var tabLevel: Int?
        for node in content {
            if case .heading(let level, let text, _) = node.block, level == tabLevel ?? level {
                tabLevel = level
                tabs.append(Tab(title: text, content: []))
            } else if tabs.isEmpty {
                tabs.append(Tab(title: [], content: [node]))
            } else {
                tabs[tabs.count - 1].content.append(node)
            }
        }
        return tabs
    }
}
