import Exhibits

/// Whether a division or a span belongs to this page, by Quarto's conditions: `.content-visible` and `.content-hidden` with
/// `when-format`, `unless-format`, `when-profile` and `unless-profile`, which must hold together, and `.hidden`.
///
/// What is hidden is left out of everything that is published. Its cells run and its claims are judged, as Quarto runs them:
/// what comes later may use them, and another profile will show them.
enum Visibility {
    /// Shown; the attributes that are no conditions.
    case shown(Attributes)
    /// Definitions for formulas are kept where they are what the division is there for: in `.hidden`.
    case hidden(keepsDefinitions: Bool)

    init(_ attributes: Attributes, profiles: [String]) {
        guard let condition = Condition(attributes) else {
            self = .shown(attributes)
            return
        }
        self = condition.isShown(in: profiles) ? .shown(condition.rest) : .hidden(keepsDefinitions: condition.isAlways)
    }
}

/// The classes and values of a division that decide whether it is shown.
struct Condition {
    /// What the page is, by the names Quarto gives it.
    private static let ownFormats: Set<String> = ["html", "html4", "html5", "html:js", "website"]
    /// The formats Quarto writes beside.
    private static let otherFormats: Set<String> = [
        "asciidoc", "beamer", "book", "commonmark", "context", "dashboard", "docbook", "docx", "dzslides", "email", "epub",
        "epub2",
        "epub3", "gfm", "hugo", "hugo-md", "ipynb", "jats", "latex", "man", "markdown", "md", "mediawiki", "odt",
        "opendocument",
        "org", "pdf", "plain", "pptx", "revealjs", "rst", "rtf", "s5", "slideous", "slidy", "tex", "texinfo", "typst",
    ]
    private static let keys = ["when-format", "unless-format", "when-profile", "unless-profile", "when-meta", "unless-meta"]
    private static let classes = ["content-visible", "content-hidden", "hidden"]

    private let attributes: Attributes
    private let kind: String
    /// Whether one of its words is no word of Quarto's: then nobody can say whom it was meant for.
    private let problem: String?

    /// `nil` for attributes that say nothing about being shown.
    init?(_ attributes: Attributes) {
        let classes = attributes.classes.filter { name in
            Self.classes.contains(name) || name.hasPrefix("cont") && NearestKey.of(name, in: Self.classes) != nil
        }
        let values = attributes.values.keys.filter { key in
            Self.keys.contains(key) || (key.contains("-") && NearestKey.of(key, in: Self.keys) != nil)
        }.sorted()
        guard let kind = classes.first ?? (values.isEmpty ? nil : "content-visible") else { return nil }
        self.attributes = attributes
        self.kind = kind
        problem =
            classes.count > 1
            ? "“\(classes[0])” and “\(classes[1])” stand together; keep one"
            : Self.problem(kind: kind, isWritten: !classes.isEmpty, keys: values, attributes.values)
    }

    /// What can't be understood, and what to write; `nil` when all of it is.
    var advice: String? { problem }

    /// What else the attributes say.
    var rest: Attributes {
        Attributes(
            label: attributes.label, classes: attributes.classes.filter { $0 != kind },
            values: attributes.values.filter { !Self.keys.contains($0.key) })
    }

    /// Whether it hides whatever the page is.
    var isAlways: Bool { kind == "hidden" }

    func isShown(in profiles: [String]) -> Bool {
        guard problem == nil, kind != "hidden" else { return false }
        let holds = attributes.values.allSatisfy { key, value in
            switch key {
            case "when-format": Self.ownFormats.contains(value)
            case "unless-format": !Self.ownFormats.contains(value)
            case "when-profile": profiles.contains(value)
            case "unless-profile": !profiles.contains(value)
            default: true
            }
        }
        return holds == (kind == "content-visible")
    }

    private static func problem(kind: String, isWritten: Bool, keys: [String], _ values: [String: String]) -> String? {
        guard classes.contains(kind) else {
            return "there is no class “\(kind)”; \(NearestKey.advice(for: kind, in: classes))"
        }
        for key in keys {
            guard Self.keys.contains(key) else {
                return "there is no condition “\(key)”; \(NearestKey.advice(for: key, in: Self.keys))"
            }
            guard isWritten else { return "“\(key)” decides nothing without .content-visible or .content-hidden before it" }
            if key.hasSuffix("-meta") {
                return "a condition on metadata isn't understood; write when-profile=\"…\", and profile: … in course.yml"
            }
            let value = values[key] ?? ""
            if key.hasSuffix("-format"), !ownFormats.contains(value), !otherFormats.contains(value) {
                return
                    "there is no format “\(value)”; \(NearestKey.advice(for: value, in: ["html", "pdf", "docx", "epub", "revealjs"]))"
            }
        }
        return nil
    }
}

extension Lifting {
    /// Says what in a condition isn't understood; what stands under it is left out then.
    mutating func checkCondition(_ attributes: Attributes, at origin: Origin, length: Int) {
        guard let advice = Condition(attributes)?.advice else { return }
        report("unknown-condition", at: origin, length: length, "\(advice); this content is left out until then")
    }

    /// Conditions hide divisions and spans, as in Quarto; elsewhere they would hide nothing.
    mutating func refuseCondition(_ attributes: Attributes, at place: Place, of thing: String) {
        guard Condition(attributes) != nil else { return }
        findings.append(
            Finding(
                .error, code: "unknown-condition", at: place, length: 1,
                "conditions hide divisions and spans, no \(thing); put it between ::: {.content-hidden} and :::"))
    }
}

extension [BlockNode] {
    /// The same without footnotes that only hidden text mentions: their text would be an answer without its question.
    func hidingFootnotes(of hidden: Set<String>) -> [BlockNode] {
        guard !hidden.isEmpty else { return self }
        var mentioned: Set<String> = []
        walk(self) { visit in
            if case .inline(.footnote(let name, _)) = visit { mentioned.insert(name) }
        }
        return map { node in
            guard case .division(let division) = node.block, division.kind == "footnote", let name = division.label,
                hidden.contains(name), !mentioned.contains(name)
            else { return node }
            return BlockNode(.unseen(division.content.steps), at: node.place)
        }
    }
}
