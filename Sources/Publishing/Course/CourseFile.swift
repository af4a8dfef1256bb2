import Exhibits
import Lessons
import Reports
import Yams
import Storage

/// Reads the text of `course.yml`.
struct CourseFile {
    var settings = CourseSettings()
    var findings: [Finding] = []
    /// Whether it is YAML with keys at all; without them nothing is known of the course.
    private(set) var isReadable = true
    private let file: String
    private var allowsRawHTML = false
    private var profiles: [String] = []
    /// What is said of the lessons' sources, before their address is known.
    var repository = Furnishing.Repository(address: "")
    /// The names that `order` or `parts` have listed.
    var listed: Set<String> = []

    /// Keys of the course itself.
    private static let ownKeys = [
        "author", "description", "image", "order", "paper", "parts", "profile", "raw-html", "sandbox", "search",
        "sidebar", "site-url", "title",
    ]
    /// Keys of a lesson's front matter that a course may set for all its lessons.
    private static let pageKeys = [
        "bibliography", "digits", "execute", "lang", "loss-symbol", "macros", "notation", "precision", "rate-symbol",
        "self-check", "time-limit", "toc",
        "verification",
    ]

    /// nil when the course has no such file; one that may not be read is an error.
    init?(behind door: CourseDoor, file: String) {
        do throws(Refusal) {
            self.init(try door.text(file), file: file)
        } catch {
            if error == .missing { return nil }
            self.init("", file: file)
            findings.append(
                Finding(
                    .error, code: "refused-file", at: Place(file: file, line: 1),
                    "the course file isn't read: \(error.reason)"))
        }
    }

    init(_ text: String, file: String) {
        self.file = file
        guard !YAMLAliases.multiply(in: text) else {
            findings.append(
                Finding(.error, code: "broken-yaml", at: Place(file: file, line: 1), YAMLAliases.message))
            return
        }
        do {
            guard let root = try Yams.compose(yaml: text) else { return }
            guard let mapping = root.mapping else {
                isReadable = false
                complain("invalid-course-file", root, "the course file holds `key: value` lines, such as `title: My course`")
                return
            }
            for (key, value) in mapping { read(key, value) }
            finishFurnishing()
            readDefaults(text, keys: mapping.keys.compactMap { key in key.string.map { ($0, key.mark?.line ?? 1) } })
            if let parts = settings.orderPlace, !settings.order.isEmpty, !settings.parts.isEmpty {
                findings.append(
                    Finding(
                        .error, code: "invalid-course-file", at: parts,
                        "a course has `order` or `parts`, not both: parts say the order of their lessons"))
                settings.order = []
            }
        } catch {
            isReadable = false
            findings.append(Self.finding(error, in: text, file: file))
        }
    }

    private mutating func read(_ key: Node, _ value: Node) {
        guard let name = key.string else {
            return complain("invalid-course-file", key, "a key is a plain word, such as `title`")
        }
        switch name {
        case "title": (settings.title, settings.titles) = texts(name, value)
        case "description": (settings.description, settings.descriptions) = texts(name, value)
        case "author": settings.author = text(name, value)
        case "image":
            settings.image = text(name, value)
            settings.imagePlace = place(value)
        case "paper": readPaper(value)
        case "sandbox": readSandbox(value)
        case "site-url": readAddress(value)
        case "raw-html": allowsRawHTML = truth(name, value) ?? false
        case "sidebar": settings.showsSidebar = truth(name, value) ?? true
        case "search": readSearch(value)
        case "profile": profiles = words("profile", value)
        case "order":
            settings.orderPlace = place(key)
            settings.order = names(in: value, of: "order")
        case "parts":
            settings.orderPlace = place(key)
            readParts(value)
        case _ where Self.pageKeys.contains(name): break
        case _ where Self.furnishingKeys.contains(name): readFurnishing(name, value)
        default:
            let near = (Self.ownKeys + Self.furnishingKeys + Self.pageKeys).min {
                EditDistance.of($0, name) < EditDistance.of($1, name)
            }
            let hint = near.flatMap { EditDistance.of($0, name) <= 2 ? "; did you mean `\($0)`?" : nil } ?? ""
            complain("unknown-key", key, "`\(name)` isn't a key of a course file\(hint)", .warning)
        }
    }

    /// What holds for every page is written as in a page, and read as one: the lines of those keys as a lesson's front matter.
    private mutating func readDefaults(_ text: String, keys: [(name: String, line: Int)]) {
        var isDefault = false
        let lines = Self.lines(of: text).enumerated().map { index, line in
            if let key = keys.first(where: { $0.line == index + 1 }) { isDefault = Self.pageKeys.contains(key.name) }
            return isDefault ? String(line) : ""
        }
        let lesson = Lesson.parsed(source: "---\n" + lines.joined(separator: "\n") + "\n---\n", file: file) { _ in
            // Whether a bibliography is there, its lessons will find out.
            ""
        }
        settings.defaults = lesson.frontMatter
        settings.defaults.allowsRawHTML = allowsRawHTML
        settings.defaults.profiles = profiles
        // What the course names lies in its folder, whatever folder a lesson lies in.
        settings.defaults.bibliography = lesson.frontMatter.bibliography.map { $0.hasPrefix("/") ? $0 : "/" + $0 }
        findings += lesson.findings.map { finding in
            var finding = finding
            finding.place.line -= 1
            return finding
        }
    }

    mutating func text(_ name: String, _ value: Node) -> String? {
        if let string = value.scalar?.string, !string.isEmpty { return string }
        complain("invalid-course-file", value, "`\(name)` is a text, such as `\(name): …`")
        return nil
    }

    /// A text, or one for each language: `{en: Foundations, de: Grundlagen}`. The first is the course's own.
    mutating func texts(_ name: String, _ value: Node) -> (String?, [String: String]) {
        guard let mapping = value.mapping else { return (text(name, value), [:]) }
        var texts: [String: String] = [:]
        var first: String?
        for (language, said) in mapping {
            guard let tag = language.string, !tag.isEmpty, let words = text(name, said) else {
                complain("invalid-course-file", language, "`\(name)` is a text, or one for each language, such as `de: …`")
                continue
            }
            if first == nil { first = words }
            texts[LanguageTag.primary(tag)] = words
        }
        return (first, texts)
    }

    /// One word, or a list of them.
    private mutating func words(_ name: String, _ value: Node) -> [String] {
        let words = value.sequence?.map { $0.scalar?.string } ?? [value.scalar?.string]
        if words.allSatisfy({ $0?.isEmpty == false }) { return words.compactMap(\.self) }
        complain("invalid-course-file", value, "`\(name)` is a word, or a list of words, such as `\(name): solutions`")
        return []
    }

    private mutating func readPaper(_ value: Node) {
        guard let size = value.scalar?.string.lowercased(), ["a4", "letter"].contains(size) else {
            return complain("invalid-course-file", value, "`paper` is `a4` or `letter`")
        }
        settings.paper = size
    }

    private mutating func readSandbox(_ value: Node) {
        guard let sandbox = value.scalar.flatMap({ Sandbox(rawValue: $0.string) }) else {
            return complain("invalid-course-file", value, "`sandbox` is `require`, `best` or `off`")
        }
        settings.sandbox = sandbox
        if sandbox == .off {
            complain(
                "sandbox", value, "a course can't give its lessons the rights of whoever builds it; say `--trust` when you do",
                .warning)
        }
    }

    private mutating func truth(_ name: String, _ value: Node) -> Bool? {
        if let truth = value.bool { return truth }
        complain("invalid-course-file", value, "`\(name)` is `true` or `false`")
        return nil
    }

    private mutating func readAddress(_ value: Node) {
        guard let address = text("site-url", value) else { return }
        guard address.hasPrefix("https://") || address.hasPrefix("http://") else {
            return complain("invalid-course-file", value, "`site-url` begins with https://, as in `https://example.org/course`")
        }
        settings.siteURL = address.hasSuffix("/") ? String(address.dropLast()) : address
    }

    mutating func complain(_ code: String, _ node: Node, _ message: String, _ severity: Finding.Severity = .error) {
        findings.append(Finding(severity, code: code, at: place(node), message))
    }

    func place(_ node: Node) -> Place {
        Place(file: file, line: node.mark?.line ?? 1, column: node.mark?.column ?? 1)
    }

    /// A YAML error at its own line, without the copy of the text that the library would print.
    private static func finding(_ error: any Error, in text: String, file: String) -> Finding {
        let lines = Self.lines(of: text)
        let (mark, problem): ((line: Int, column: Int)?, String) =
            switch error {
            case YamlError.scanner(_, let problem, let mark, _), YamlError.parser(_, let problem, let mark, _),
                YamlError.composer(_, let problem, let mark, _):
                ((mark.line, mark.column), problem)
            case YamlError.duplicatedKeysInMapping(let duplicates, let context):
                // The library knows where the mapping begins; the last line with the key is the one too many.
                (
                    duplicates.min().flatMap { last($0, in: lines) } ?? (context.mark.line, context.mark.column),
                    "the key \(duplicates.sorted().map { "`\($0)`" }.joined(separator: ", ")) stands twice"
                )
            default: (nil, "\(error)")
            }
        var place = Place(file: file, line: mark?.line ?? 1, column: mark?.column ?? 1)
        // What ends too early is noticed behind the last line; there is nothing to show there.
        let count = lines.last?.isEmpty == true ? lines.count - 1 : lines.count
        if place.line > max(1, count) {
            place.line = max(1, count)
            place.column = lines[place.line - 1].utf8.count + 1
        }
        return Finding(
            .error, code: "broken-yaml", at: place,
            "the YAML can't be read: \(problem); check the indentation and put texts that hold a colon in quotes")
    }

    /// Lines as YAML counts them: any of the three line ends ends one.
    private static func lines(of text: String) -> [Substring] {
        text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r" || $0 == "\r\n" }
    }

    private static func last(_ key: String, in lines: [Substring]) -> (line: Int, column: Int)? {
        lines.lastIndex { $0.hasPrefix(key + ":") }.map { ($0 + 1, 1) }
    }
}
