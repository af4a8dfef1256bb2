import Exhibits

/// Drawings at several moments: every frame is in the page, all but the last hidden until the script's slider asks for them.
struct FramesHTML {
    let exhibits: ExhibitHTML

    func html(_ sequence: FrameSequence, caption: String?, alternative: String?) -> String {
        guard let last = sequence.frames.indices.last else { return "" }
        let frames = sequence.frames.enumerated().map { index, frame in
            let drawings = frame.figures.enumerated().map { place, figure -> String in
                var figure = figure
                if index == last, place == 0, let alternative { figure.alternative = alternative }
                return exhibits.box(figure, isKept: index == last)
            }
            return """
                <div class="frame"\(index == last ? "" : " hidden")>
                <p class="frame-label">\(Escape.html(frame.label))</p>
                <div class="frame-drawings">
                \(drawings.joined())</div>
                </div>

                """
        }
        let slider =
            "<input type=\"range\" min=\"0\" max=\"\(last)\" step=\"1\" value=\"\(last)\" aria-label=\"\(Escape.html(sequence.title))\" "
            + "aria-valuetext=\"\(Escape.html(sequence.frames[last].label))\">"
        let text = caption ?? sequence.caption.map(Escape.html)
        return """
            <figure class="drawing broad" data-frames="\(sequence.frames.count)">
            <div class="frame-slider">\(slider)</div>
            \(frames.joined())\(text.map { "<figcaption>\($0)</figcaption>\n" } ?? "")</figure>
            \(FigureNumbersHTML(exhibits: exhibits).html([sequence.numbers].compactMap(\.self)))
            """
    }
}
