import Exhibits

/// An explorable drawing: the figure, and below it one folded panel for each part. The script makes the figure the way to them.
struct ExplorableHTML {
    let exhibits: ExhibitHTML
    let numbers: NumberText

    func nodes(_ explorable: Explorable, caption: [PageNode]?, alternative: String?) -> [PageNode] {
        let figure = exhibits.nodes(.figure(explorable.figure), caption: caption, alternative: alternative)
        let panels = explorable.parts.map(panel)
        let steps = explorable.walk.map { step in
            [Tag.li(.text(.dataPart, step.part)) { exhibits.running(step.text) }]
        }
        return Tag.div.block(
            .class("explorable"), .text(.dataBack, exhibits.words.stepBack), .text(.dataOn, exhibits.words.stepOn),
            .text(.dataDrawing, exhibits.words.explorable)
        ) {
            figure
            Tag.details.block(.class("explore-walk")) {
                Tag.summary.line { exhibits.words.stepByStep }
                Tag.ol.block(.class("explore-steps")) {
                    [PageNode](steps, separator: "\n")
                    "\n"
                }
            }
            Tag.div.block(.class("explore-parts")) {
                [PageNode](panels, separator: "\n")
                "\n"
            }
        }
    }

    private func panel(_ part: Explorable.Part) -> [PageNode] {
        let panel = Tag.details(
            .class("explore-part"), .text(.dataPart, part.id), .text(.dataPath, part.path.joined(separator: " "))
        ) {
            "\n"
            Tag.summary.line { part.title }
            Tag.ul.line(.class("explore-values")) {
                for entry in part.entries {
                    Tag.li {
                        exhibits.typeset(entry.name, false)
                        " = "
                        Tag.span(.class("explore-value")) { numbers.node(entry.value) }
                    }
                }
            }
            if let working = part.working { exhibits.nodes(.working(working.unfolded), caption: nil, alternative: nil) }
        }
        return [panel]
    }
}

extension Working {
    fileprivate var unfolded: Working {
        var working = self
        working.folds = false
        return working
    }
}
