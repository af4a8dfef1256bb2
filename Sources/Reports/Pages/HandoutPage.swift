import Claims
import Exhibits
import Lessons

/// A page as text, with what its making has to say.
public struct RenderedPage: Sendable {
    public var html: String
    public var markdown: String
    /// What the search knows of the page: a script.
    public var search: String
    /// SVG files of the Markdown report, by name without folder.
    public var figures: [(name: String, svg: String)]
    /// The data of its drawings where the page shows only an excerpt, by name without folder.
    public var tables: [(name: String, csv: String)]
    /// Fonts of the page's mathematics, by file name.
    public var fonts: [String]
    /// The claims that the page shows, by slot: a table of the course can lead to these.
    public var anchored: Set<Int>
    /// The lesson as a chapter of a book; nil where none is asked for.
    public var chapter: EPUBChapter?
    public var findings: [Finding]
}

extension Handout {
    /// The lesson's page and report.
    ///
    /// - Parameter checks: what the page checks of exercises, by their places in `Lesson.checked`.
    public func rendered(
        in course: CoursePlace, with typesetter: Typesetter, fonts: MathematicsFonts = MathematicsFonts(css: ""),
        asChapter: Bool = false, checks: [CheckSheet] = []
    ) throws -> RenderedPage {
        try PageStyle.$current.withValue(lesson.frontMatter.style) {
            try page(in: course, with: typesetter, fonts: fonts, asChapter: asChapter, checks)
        }
    }

    private func page(
        in course: CoursePlace, with typesetter: Typesetter, fonts: MathematicsFonts, asChapter: Bool,
        _ checks: [CheckSheet]
    ) throws -> RenderedPage {
        var frame = PageFrame(course: course, lang: lesson.frontMatter.lang, title: title, file: "\(lesson.name).html")
        let course = frame.course
        let numbering = Numbering(lesson, in: course.labels)
        let filling = PageFilling(self, typesetter: typesetter, numbering: numbering, checks: checks)
        filling.lessonList = CourseIndex.list(below: lesson.name, of: course)
        let markup = HTMLMarkup(filling: filling, allowsRawHTML: lesson.frontMatter.allowsRawHTML)
        frame.format = lesson.frontMatter.format
        frame.source = lesson.sourceBelowCourse
        // What a chapter holds: the page without its lists of what is elsewhere.
        let content: [PageNode]
        switch frame.format {
        case .slides:
            let slides = slides(markup, frame.words)
            content = slides.others
            frame.body = slides.title + content
        case .page:
            let text = markup.nodes(of: lesson.body)
            let endings = markup.footnotes() + markup.references(of: lesson)
            let list = lesson.placesLessonList ? [] : filling.lessonList.map { $0 + [.text("\n")] } ?? []
            content = text + endings + list
            frame.body = text + solutionsHeading(frame.words) + endings + list
            frame.body += verificationAppendix(anchored: filling.anchored, isListed: course.listsVerification)
            frame.body += PrintedLinks.nodes(filling.links, title: frame.words.links)
        }
        let appendix = frame.format == .page ? verificationAppendix(anchored: filling.anchored, isListed: false) : []
        frame.subtitle = lesson.frontMatter.subtitle
        frame.description = lesson.frontMatter.description
        frame.author = lesson.frontMatter.author ?? course.author
        frame.byline = byline
        frame.contents = contents(filling.headings)
        frame.neighbours = neighbours(in: course, frame.words)
        frame.verified = verified
        let parts = PageParts(of: frame.body)
        if ExplorableScript.isNeeded(by: parts) { frame.scripts.append(ExplorableScript.path) }
        if FramesScript.isNeeded(by: parts) { frame.scripts.append(FramesScript.path) }
        if CheckScript.isNeeded(by: parts) { frame.scripts.append(CheckScript.path) }
        let files = fonts.files(usedIn: parts.formulas)
        // Fonts in the page itself need no fetching.
        frame.mathematicsFonts = course.isSelfContained ? files.map { _ in [] } : files
        return RenderedPage(
            html: try frame.html(), markdown: MarkdownReport(handout: self, numbering: numbering).text,
            search: SearchIndex(lesson, title: title, sections: filling.sections, labels: course.labels).script,
            figures: filling.drawings.map { ($0.name, SVG.file(of: $0.figure, id: $0.name)) }, tables: filling.tables,
            fonts: files ?? [], anchored: filling.anchored,
            chapter: try asChapter ? chapter(content + appendix, filling.headings, typesetter) : nil,
            findings: filling.findings)
    }

    private func chapter(_ body: [PageNode], _ headings: PageHeadings, _ typesetter: Typesetter) throws -> EPUBChapter {
        func typeset(_ nodes: [PageNode]) throws -> [PageNode] {
            try nodes.mappingFormulas { formula in
                var formula = formula
                formula.mathML = try typesetter.mathML(of: formula)
                return .formula(formula)
            }
        }
        return EPUBChapter(
            name: lesson.name, title: title, subtitle: lesson.frontMatter.subtitle,
            description: lesson.frontMatter.description, byline: byline, language: lesson.frontMatter.lang,
            style: lesson.frontMatter.style, body: try typeset(body),
            sections: try headings.entries.filter { $0.level == 2 }
                .map { EPUBChapter.Section(title: try typeset($0.text), identifier: $0.identifier) })
    }

    /// The lesson's Markdown report and its figures alone.
    public func report(
        labels: CourseLabels, drawing: (Figure, String) -> String
    ) -> (markdown: String, figures: [(name: String, svg: String)]) {
        PageStyle.$current.withValue(lesson.frontMatter.style) {
            let report = MarkdownReport(handout: self, numbering: Numbering(lesson, in: labels)).written
            return (report.text, report.drawings.map { ($0.name, drawing($0.figure, $0.name)) })
        }
    }

    public var title: String { lesson.title }

    var byline: String? {
        Byline.text([lesson.frontMatter.author, lesson.frontMatter.date].compactMap(\.self), lang: lesson.frontMatter.lang)
    }

    /// Links to the sections: as the lesson or its course says, else where there are enough of them to need a table.
    private func contents(_ headings: PageHeadings) -> [PageNode]? {
        switch lesson.frontMatter.showsContents {
        case .some(false): nil
        case .some(true): headings.contents(least: 1)
        case .none: headings.contents(least: 3)
        }
    }

    /// On paper, solutions stand behind everything else, under a heading of their own.
    private func solutionsHeading(_ words: PageWords) -> [PageNode] {
        let hasSolutions = lesson.blocks.contains { node in
            if case .division(let division) = node.block { division.kind == "solution" } else { false }
        }
        return hasSolutions ? [Tag.h2(.class("printed-only solutions-heading")) { words.solutions }, .text("\n")] : []
    }

    private func neighbours(in course: CoursePlace, _ words: PageWords) -> [PageNode]? {
        guard let index = course.lessons.firstIndex(where: { $0.name == lesson.name }) else { return nil }
        func link(_ position: Int, _ relation: String, _ word: String) -> [PageNode]? {
            guard course.lessons.indices.contains(position) else { return nil }
            return [
                course.link(to: course.lessons[position], from: lesson.name, .text(.rel, relation), after: [Tag.span { word }])
            ]
        }
        // Back is where reading comes from.
        let (back, on) = LanguageTag.isRightToLeft(lesson.frontMatter.lang) ? ("→", "←") : ("←", "→")
        let links = [
            link(index - 1, "prev", "\(back) \(words.previous)"), link(index + 1, "next", "\(words.next) \(on)"),
        ]
        .compactMap(\.self)
        return links.isEmpty ? nil : [PageNode](links, separator: "\n")
    }

    /// One sentence on how much of the page was verified.
    var verified: String? {
        let claims = claims.filter(\.isShown)
        guard !claims.isEmpty else { return nil }
        let right = claims.count { $0.judgement.verdict.isTrue }
        let quoted = claims.count { !$0.judgement.verdict.isTrue && $0.judgement.holds }
        let wrong = claims.count { !$0.judgement.holds }
        let language = PageLanguage(tag: lesson.frontMatter.lang)
        return VerifiedWords(language).sentence(right: right, quoted: quoted, wrong: wrong, in: language)
    }
}

/// Addresses of links as notes at the end of a printed page; on a screen the links themselves do.
enum PrintedLinks {
    static func nodes(_ addresses: [String], title: String) -> [PageNode] {
        if addresses.isEmpty { return [] }
        return Tag.section.block(.class("printed-only links")) {
            Tag.h2.line { title }
            Tag.ol.block(.class("link-notes")) {
                for address in addresses { Tag.li.line { address } }
            }
        }
    }
}
