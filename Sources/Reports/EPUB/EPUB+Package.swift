import Lessons

extension EPUB {
    /// The package document (EPUB 3.3, 5): what the book is, what it consists of and in what order it is read.
    var package: String {
        let language = Escape.xml(course.language)
        let direction = LanguageTag.isRightToLeft(course.language) ? " page-progression-direction=\"rtl\"" : ""
        return """
            <?xml version="1.0" encoding="UTF-8"?>
            <package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="book" xml:lang="\(language)">
            <metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
            \(metadata)</metadata>
            <manifest>
            <item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="\(navigation)"/>
            <item id="cover" href="cover.xhtml" media-type="application/xhtml+xml"/>
            <item id="cover-image" href="cover.svg" media-type="image/svg+xml" properties="cover-image"/>
            <item id="style" href="\(Self.stylesheet)" media-type="text/css"/>
            \(manifest)</manifest>
            <spine\(direction)>
            <itemref idref="cover"/>
            <itemref idref="nav"/>
            \(chapters.indices.map { "<itemref idref=\"chapter-\($0 + 1)\"/>\n" }.joined())</spine>
            </package>

            """
    }

    private var metadata: String {
        var lines = [
            "<dc:identifier id=\"book\">\(Escape.xml(identifier))</dc:identifier>",
            "<dc:title>\(Escape.xml(course.title))</dc:title>",
            "<dc:language>\(Escape.xml(course.language))</dc:language>",
            "<meta property=\"dcterms:modified\">\(Escape.xml(modified))</meta>",
        ]
        if let author = course.author { lines.append("<dc:creator>\(Escape.xml(author))</dc:creator>") }
        if let description = course.description { lines.append("<dc:description>\(Escape.xml(description))</dc:description>") }
        lines += accessibility.map { "<meta property=\"schema:\($0)\">\($1)</meta>" }
        return lines.joined(separator: "\n") + "\n"
    }

    /// What readers with other senses can rely on (EPUB Accessibility 1.1, 2), as far as it is known of these chapters.
    private var accessibility: [(property: String, value: String)] {
        let isDescribed = !chapters.contains(where: \.hasBarePictures)
        var features = ["tableOfContents", "readingOrder", "structuralNavigation"]
        if chapters.contains(where: \.hasMathematics) { features.append("MathML") }
        if isDescribed { features.append("alternativeText") }
        return [("accessMode", "textual"), ("accessMode", "visual"), ("accessModeSufficient", "textual,visual")]
            + (isDescribed ? [("accessModeSufficient", "textual")] : []) + features.map { ("accessibilityFeature", $0) }
            + [("accessibilityHazard", chapters.contains(where: \.hasMovingPictures) ? "unknown" : "none")]
    }

    /// What a reader is told of the contents: headings may hold formulas.
    private var navigation: String {
        let hasFormulas = chapters.contains { $0.sections.contains { $0.title.holdsFormula } }
        return hasFormulas ? "nav mathml" : "nav"
    }

    /// Chapters, and what they show; a picture that two of them show is one file.
    private var manifest: String {
        var lines: [String] = []
        var pictures: Set<String> = []
        for (number, chapter) in chapters.enumerated() {
            let properties = chapter.hasMathematics ? " properties=\"mathml\"" : ""
            lines.append(item("chapter-\(number + 1)", chapter.name + ".xhtml", properties))
            pictures.formUnion(chapter.files.keys.filter(EPUBMedia.isPicture))
        }
        for (number, path) in pictures.sorted().enumerated() { lines.append(item("picture-\(number + 1)", path, "")) }
        return lines.joined()
    }

    private func item(_ id: String, _ path: String, _ properties: String) -> String {
        "<item id=\"\(id)\" href=\"\(Self.texts)\(SitePath.encoded(path))\" media-type=\"\(EPUBMedia.type(of: path) ?? "")\"\(properties)/>\n"
    }
}

extension [PageNode] {
    fileprivate var holdsFormula: Bool {
        contains { node in
            switch node {
            case .formula: true
            case .element(_, _, let content): content.holdsFormula
            case .text, .line, .number, .drawing, .markup: false
            }
        }
    }
}
