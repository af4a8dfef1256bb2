import Mustache

/// What a course changes of the pages' looks: the files of its `theme` folder.
public struct CourseTheme: Hashable, Sendable {
    /// Whether there are rules that follow Lectern's own (`theme/theme.css`).
    public var hasStyles = false
    /// What is added to the end of every page's head (`theme/head.html`).
    public var head = ""
    /// What is added to the end of every page's body (`theme/foot.html`).
    public var foot = ""
    /// A Mustache template in place of `PageTemplate.source` (`theme/page.html`).
    public var template: String?

    public init() {}

    /// What is wrong with the template, and in which line; nil when it can be used.
    public var problem: (line: Int, message: String)? {
        guard let template else { return nil }
        do {
            _ = try MustacheTemplate(string: template)
        } catch let error as MustacheTemplate.ParserError {
            return (error.context.lineNumber, "a tag or a section isn't closed here")
        } catch {
            return (1, "\(error)")
        }
        let missing = ["{{{body}}}", "{{title}}"].filter { !template.contains($0) }
        return missing.isEmpty ? nil : (1, "a page needs \(missing.joined(separator: " and "))")
    }
}
