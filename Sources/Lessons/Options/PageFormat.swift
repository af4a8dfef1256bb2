/// What is made of a lesson: a page to be read, or slides to be shown.
public enum PageFormat: String, Hashable, Sendable, CaseIterable {
    case page, slides

    /// By Lectern's own names and those of other tools; `nil` for a word that is none of them.
    init?(name: String) {
        if let own = PageFormat(rawValue: name) {
            self = own
        } else if Self.pages.contains(name) {
            self = .page
        } else if Self.presentations.contains(name) {
            self = .slides
        } else {
            return nil
        }
    }

    private static let pages: Set = ["html", "pdf", "docx", "epub", "typst", "gfm", "ipynb", "live-html"]
    private static let presentations: Set = ["revealjs", "beamer", "pptx", "slidy", "dzslides", "s5", "slideous"]
}
