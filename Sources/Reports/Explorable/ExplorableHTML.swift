import Exhibits

/// An explorable drawing: the figure, and below it one folded panel for each part. The script makes the figure the way to them.
struct ExplorableHTML {
    let exhibits: ExhibitHTML
    let numbers: NumberText

    func html(_ explorable: Explorable, caption: String?, alternative: String?) -> String {
        let figure = exhibits.html(.figure(explorable.figure), caption: caption, alternative: alternative)
        let panels = explorable.parts.map { part in
            let entries = part.entries.map { entry in
                "<li>\(exhibits.typeset(entry.name, false)) = <span class=\"explore-value\">\(numbers.html(entry.value, nil))</span></li>"
            }
            var working = part.working
            working?.folds = false
            let derivation = working.map { exhibits.html(.working($0), caption: nil, alternative: nil) } ?? ""
            return """
                <details class="explore-part" data-part="\(Escape.html(part.id))" data-path="\(Escape.html(part.path.joined(separator: " ")))">
                <summary>\(Escape.html(part.title))</summary>
                <ul class="explore-values">\(entries.joined())</ul>
                \(derivation)</details>
                """
        }
        let steps = explorable.walk.map { step in
            "<li data-part=\"\(Escape.html(step.part))\">\(exhibits.running(step.text))</li>"
        }
        return """
            <div class="explorable">
            \(figure)<details class="explore-walk">
            <summary>\(Escape.html(exhibits.words.stepByStep))</summary>
            <ol class="explore-steps">
            \(steps.joined(separator: "\n"))
            </ol>
            </details>
            <div class="explore-parts">
            \(panels.joined(separator: "\n"))
            </div>
            </div>

            """
    }
}
