import Lessons

/// What a course puts around its pages besides their text: a logo, links, a footer, ways to the sources, other semesters.
public struct Furnishing: Hashable, Sendable {
    /// A link with what it says.
    public struct Link: Hashable, Sendable {
        public var text: String
        public var address: String
        public var icon: LinkIcon?

        public init(text: String, address: String, icon: LinkIcon? = nil) {
            self.text = text
            self.address = address
            self.icon = icon
        }
    }

    /// Where the lessons' sources lie.
    public struct Repository: Hashable, Sendable {
        public enum Action: String, Hashable, Sendable, CaseIterable { case edit, source, issue }

        /// Without a slash at its end.
        public var address: String
        public var branch = "main"
        /// The course's folder in it; empty for the repository's root.
        public var folder = ""
        public var actions: [Action] = [.edit, .source]

        public init(address: String) { self.address = address }
    }

    /// What a reader can take along of a page.
    public enum Download: String, Hashable, Sendable, CaseIterable { case notebook, markdown, pdf }

    /// A picture, below the course's folder.
    public var logo: String?
    /// What stands at the foot of each page.
    public var footer: [Inline] = []
    public var links: [Link] = []
    public var repository: Repository?
    /// Which one this is of several that are published side by side: a semester.
    public var version: String?
    /// The others, with their addresses seen from this one's folder.
    public var versions: [Link] = []
    public var downloads: [Download] = []

    public init() {}
}

/// What a link's key is drawn as. The drawings are plain signs: names of houses need their own logo's permission.
public enum LinkIcon: String, Hashable, Sendable {
    case branch, letter, bubble, play, feed, calendar, globe

    /// - Parameter key: what stands before the address in `course.yml`.
    public init?(key: String) {
        switch key.lowercased() {
        case "github", "gitlab", "codeberg", "gitea", "git", "repository", "source": self = .branch
        case "mail", "email", "envelope": self = .letter
        case "chat", "zulip", "discord", "matrix", "mattermost", "slack", "forum", "discussion": self = .bubble
        case "video", "videos", "youtube", "vimeo", "recordings": self = .play
        case "rss", "feed": self = .feed
        case "calendar", "schedule": self = .calendar
        case "website", "home", "web", "globe": self = .globe
        default: return nil
        }
    }

    /// The name of a house as it writes itself.
    public static func title(ofKey key: String) -> String {
        switch key.lowercased() {
        case "github": "GitHub"
        case "gitlab": "GitLab"
        case "youtube": "YouTube"
        case "rss": "RSS"
        default: key.prefix(1).uppercased() + key.dropFirst()
        }
    }

    var drawing: PageNode {
        let lines =
            switch self {
            case .branch: "M7 4v16M7 14c8 0 10-2 10-8M7 4h.01M17 6h.01"
            case .letter: "M3 6h18v13H3zM3 7l9 7 9-7"
            case .bubble: "M4 5h16v11h-9l-5 4v-4H4z"
            case .play: "M3 5h18v14H3zM10 9l6 3-6 3z"
            case .feed: "M5 19h.01M5 12a7 7 0 0 1 7 7M5 5a14 14 0 0 1 14 14"
            case .calendar: "M4 6h16v14H4zM4 11h16M8 3v5M16 3v5"
            case .globe: "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18M3 12h18M12 3c5 5 5 13 0 18M12 3c-5 5-5 13 0 18"
            }
        return .markup(
            "<svg class=\"icon\" viewBox=\"0 0 24 24\" width=\"16\" height=\"16\" aria-hidden=\"true\" focusable=\"false\">"
                + "<path d=\"\(lines)\" fill=\"none\" stroke=\"currentColor\" stroke-width=\"2\" stroke-linejoin=\"round\" stroke-linecap=\"round\"/></svg>"
        )
    }
}

extension Furnishing.Repository {
    /// Where one does something with a file, as the repository's house has it; nil where that isn't known.
    func address(for action: Action, of file: String) -> String {
        let path = SitePath.encoded(([folder, file].filter { !$0.isEmpty }).joined(separator: "/"))
        let branch = SitePath.encoded(branch)
        let host = address.split(separator: "/").dropFirst().first.map(String.init) ?? ""
        if action == .issue { return address + (host.contains("gitlab") ? "/-/issues/new" : "/issues/new") }
        if host.contains("gitlab") { return address + "/-/\(action == .edit ? "edit" : "blob")/\(branch)/\(path)" }
        if host.contains("codeberg") || host.contains("gitea") || host.contains("forgejo") {
            return address + "/\(action == .edit ? "_edit/\(branch)" : "src/branch/\(branch)")/\(path)"
        }
        return address + "/\(action == .edit ? "edit" : "blob")/\(branch)/\(path)"
    }
}
