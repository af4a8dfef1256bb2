import Exhibits

/// Drawings at several moments: every frame is in the page, all but the last hidden until the script's slider asks for them.
struct FramesHTML {
    let exhibits: ExhibitHTML

    func nodes(_ sequence: FrameSequence, caption: [PageNode]?, alternative: String?) -> [PageNode] {
        guard let last = sequence.frames.indices.last else { return [] }
        let figure = Tag.figure.block(.class("drawing broad"), .text(.dataFrames, "\(sequence.frames.count)")) {
            Tag.div.line(.class("frame-slider")) { slider(sequence, last) }
            for (index, frame) in sequence.frames.enumerated() {
                self.frame(frame, isLast: index == last, alternative: alternative)
            }
            exhibits.figcaption(caption ?? sequence.caption.map { [.text($0)] })
        }
        return figure + FigureNumbersHTML(exhibits: exhibits).nodes([sequence.numbers].compactMap(\.self))
    }

    private func frame(_ frame: FrameSequence.Frame, isLast: Bool, alternative: String?) -> [PageNode] {
        Tag.div.block(.class("frame"), .present(.hidden, if: !isLast)) {
            Tag.p.line(.class("frame-label")) { frame.label }
            Tag.div.block(.class("frame-drawings")) {
                for (place, drawn) in frame.figures.enumerated() {
                    let alternative = isLast && place == 0 ? alternative : nil
                    exhibits.box(exhibits.draw(drawn.described(by: alternative), isLast))
                }
            }
        }
    }

    private func slider(_ sequence: FrameSequence, _ last: Int) -> PageNode {
        Tag.input(
            .text(.type, "range"), .text(.min, "0"), .text(.max, "\(last)"), .text(.step, "1"), .text(.value, "\(last)"),
            .aria(label: sequence.title), .text(.ariaValueText, sequence.frames[last].label))
    }
}

extension Figure {
    fileprivate func described(by alternative: String?) -> Figure {
        var figure = self
        if let alternative { figure.alternative = alternative }
        return figure
    }
}
