import Lessons

/// A lesson cut into slides: every heading of level 1 or 2 begins one, and so does a rule. `. . .` alone in a paragraph is a
/// pause, what stands in `::: {.notes}` is for the speaker.
struct Slides {
    struct Slide {
        var heading: BlockNode?
        /// What is shown at once, and after each pause.
        var stages: [[BlockNode]] = [[]]
        var notes: [BlockNode] = []

        var isEmpty: Bool { heading == nil && notes.isEmpty && stages.allSatisfy { !$0.contains(where: \.isShown) } }
    }

    private(set) var slides: [Slide] = []

    init(_ blocks: [BlockNode]) {
        var slide = Slide()
        for node in blocks {
            switch node.block {
            case .heading(1...2, _, _):
                finish(&slide)
                slide.heading = node
            case .thematicBreak: finish(&slide)
            case .paragraph(let text) where Self.isPause(text): slide.stages.append([])
            case .division(let division) where division.kind == "notes": slide.notes += division.content
            default: slide.stages[slide.stages.count - 1].append(node)
            }
        }
        finish(&slide)
    }

    private mutating func finish(_ slide: inout Slide) {
        if !slide.isEmpty { slides.append(slide) }
        slide = Slide()
    }

    private static func isPause(_ text: [Inline]) -> Bool {
        guard case .text(let words) = text.first, text.count == 1 else { return false }
        return words == ". . ." || words == "…" || words == ". . ."
    }
}
