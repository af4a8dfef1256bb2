/// What a course changes of the pages' looks: the files of its `theme` folder.
public struct CourseTheme: Hashable, Sendable {
    /// Rules that follow Lectern's own (`theme/theme.css`).
    public var css: String?
    /// What is added to the end of every page's head (`theme/head.html`).
    public var head = ""
    /// What is added to the end of every page's body (`theme/foot.html`).
    public var foot = ""
    /// A Mustache template in place of `PageTemplate.source` (`theme/page.html`).
    public var template: String?

    public init() {}
}
