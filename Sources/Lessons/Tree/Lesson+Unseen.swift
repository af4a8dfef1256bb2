extension Lesson {
    /// The cells, claims and values that run and aren't shown: nothing of them may reach a page.
    public var unseen: [Step] {
        var unseen: [Step] = []
        walk { visit in
            switch visit {
            case .block(let node): if case .unseen(let steps) = node.block { unseen += steps }
            case .inline(.unseen(let slots)): unseen += slots.map(Step.slot)
            case .inline: break
            }
        }
        return unseen
    }
}
