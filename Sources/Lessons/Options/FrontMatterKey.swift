import Exhibits
import Yams

/// The keys of a lesson's front matter.
enum FrontMatterKey: String, CaseIterable {
    case title, subtitle, description, author, date, lang, translates, format, notation, digits, precision
    case lossSymbol = "loss-symbol"
    case rateSymbol = "rate-symbol"
    case timeLimit = "time-limit"
    case claims, execute, bibliography, verification, toc, draft, writes, macros, audits, aliases
    case auditConventions = "audit-conventions"
    case selfCheck = "self-check"

    static func apply(
        _ entry: YAMLReader.Entry, from yaml: YAMLReader, to matter: inout FrontMatter, with lifting: inout Lifting
    ) {
        guard let key = FrontMatterKey(rawValue: entry.key) else {
            lifting.warn(
                "unknown-key", at: entry.keyOrigin, length: entry.key.utf8.count,
                "there is no front matter key “\(entry.key)”; \(NearestKey.advice(for: entry.key, in: allCases.map(\.rawValue)))"
            )
            return
        }
        if key == .bibliography { lifting.bibliographyOrigin = entry.keyOrigin }
        if key == .execute {
            guard let options = yaml.entries(of: entry.value) else {
                return lifting.report(
                    "bad-value", at: entry.valueOrigin, "“execute” holds cell options, each on an indented line as “key: value”"
                )
            }
            for option in options { CellOptionKey.apply(option, to: &matter.execute, with: &lifting) }
            return
        }
        do {
            try key.set(entry.value, in: &matter)
        } catch let error as UnexpectedValue {
            lifting.report("bad-value", at: entry.valueOrigin, "“\(entry.key)” must be \(error.expected)")
        } catch {
            lifting.report("bad-value", at: entry.valueOrigin, "“\(entry.key)” can't be read: \(error)")
        }
    }

    private func set(_ value: Node, in matter: inout FrontMatter) throws {
        switch self {
        case .title: matter.title = try value.text()
        case .subtitle: matter.subtitle = try value.text()
        case .description: matter.description = try value.text()
        case .author: matter.author = try Self.names(value)
        case .date: matter.date = try value.text()
        case .lang: matter.lang = try value.text()
        case .translates: matter.translates = try value.text()
        case .format:
            // Other tools give a mapping from formats to their options; the first is the one they make.
            let name = try value.mapping?.first?.key.text() ?? value.sequence?.first?.text() ?? value.text()
            guard let format = PageFormat(name: name) else { throw UnexpectedValue(expected: "page or slides") }
            matter.format = format
        case .notation:
            let names = PageStyle.Notation.allCases.map(\.rawValue).joined(separator: " or ")
            guard let notation = PageStyle.Notation(rawValue: try value.text()) else { throw UnexpectedValue(expected: names) }
            matter.style.notation = notation
        case .digits:
            if value.string == "cut" {
                matter.cutsDigits = true
            } else {
                matter.style.digits = try value.count(0...17)
            }
        case .precision:
            let names = Precision.allCases.map(\.rawValue).joined(separator: ", ")
            guard let precision = Precision(rawValue: try value.text()) else {
                throw UnexpectedValue(expected: "one of \(names)")
            }
            matter.precision = precision
        case .lossSymbol: matter.style.lossSymbol = try value.text()
        case .rateSymbol: matter.style.rateSymbol = try value.text()
        case .claims: matter.claims = try value.count(0...1_000_000)
        case .bibliography: matter.bibliography = try Self.list(value)
        case .verification: matter.showsVerification = try value.truth()
        case .toc: matter.showsContents = try value.truth()
        case .macros: matter.macros.merge(try Self.macros(value)) { _, own in own }
        case .selfCheck:
            guard let check = SelfCheck(name: try value.text()) else { throw UnexpectedValue(expected: SelfCheck.names) }
            matter.selfCheck = check
        case .draft: matter.isDraft = try value.truth()
        case .timeLimit: matter.timeLimit = try value.measure(atMost: FrontMatter.longestRun)
        case .audits: matter.audits = try Self.list(value)
        case .auditConventions: matter.auditConventions = try Self.list(value)
        case .writes: matter.writes = try Self.list(value).map(Self.writablePath)
        case .aliases: matter.aliases = try Self.list(value).map(Self.alias)
        case .execute: break
        }
    }

    /// `R: \\mathbb{R}`; MathJax's `norm: ['\\lVert #1 \\rVert', 1]` says the number of arguments too, which their marks tell.
    private static func macros(_ value: Node) throws -> [String: String] {
        let expected = "names and what they stand for, such as “R: \\mathbb{R}”, one to an indented line"
        guard let mapping = value.mapping else { throw UnexpectedValue(expected: expected) }
        var macros: [String: String] = [:]
        for (key, body) in mapping {
            guard let name = key.string?.drop(while: { $0 == "\\" }), !name.isEmpty,
                name.allSatisfy({ $0.isASCII && $0.isLetter }),
                let text = body.sequence?.first?.string ?? body.scalar?.string, !TeXDefinition.isMore(than: text)
            else { throw UnexpectedValue(expected: expected) }
            macros["\\" + name] = text
        }
        return macros
    }

    /// More names than a front matter has: each is a file that is opened, or written.
    private static let mostNames = 100

    private static func list(_ value: Node) throws -> [String] {
        guard let sequence = value.sequence else { return [try value.text()] }
        guard sequence.count <= mostNames else { throw UnexpectedValue(expected: "at most \(mostNames) names") }
        return try sequence.map { try $0.text() }
    }

    /// A path that leads downwards, to nothing hidden and to no lesson.
    private static func writablePath(_ path: String) throws -> String {
        let names = path.split(separator: "/", omittingEmptySubsequences: false)
        let isPlain = names.allSatisfy { !$0.isEmpty && !$0.hasPrefix(".") && !$0.hasSuffix(".md") }
        guard isPlain, path.utf8.count <= 300, !path.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x7F })
        else {
            throw UnexpectedValue(expected: "a folder below the lesson's own, such as `results`, or a list of them")
        }
        return path
    }

    /// An old address of the page: a path in the site, from its root or from the lesson's folder.
    private static func alias(_ address: String) throws -> String {
        let names = address.split(separator: "/")
        let isPlain = names.allSatisfy { name in
            !name.hasPrefix(".")
                && !name.unicodeScalars.contains { $0.value < 0x20 || "\\:?#%\"<>|*".unicodeScalars.contains($0) }
        }
        guard !names.isEmpty, isPlain, address.utf8.count <= 300 else {
            throw UnexpectedValue(
                expected: "old addresses of this page in the site, such as `/week1/old.html`, without `..`, `?` and `#`")
        }
        // What is written there is a page: a server would take another file for what its name says, and no folder can lie in one.
        let endings: [String] = names.map { name in
            name.lastIndex(of: ".").map { name[name.index(after: $0)...].lowercased() } ?? ""
        }
        let folders = address.hasSuffix("/") ? endings : endings.dropLast()
        guard ["", "html", "htm", "md"].contains(endings.last ?? ""), folders.allSatisfy({ !$0.contains(where: \.isLetter) }),
            names.allSatisfy({ $0.utf8.count <= 200 })
        else {
            throw UnexpectedValue(
                expected:
                    "old addresses of pages, such as `/week1/old.html` or `/week1/old/`, in folders without such an ending")
        }
        return address
    }

    /// One author, a list of them, or a list of mappings with a `name`.
    private static func names(_ value: Node) throws -> String {
        guard let sequence = value.sequence else { return try value["name"]?.text() ?? value.text() }
        return try sequence.map { try $0["name"]?.text() ?? $0.text() }.joined(separator: ", ")
    }
}
