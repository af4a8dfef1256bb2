import Exhibits
import Lessons

/// Names in items of QTI: a letter, then letters, digits, hyphens, underscores and points.
enum QTIText {
    static func field(_ blank: Int, _ field: Int) -> String { "BLANK_\(blank)_\(field + 1)" }
    static func question(_ number: Int) -> String { "CHOICE_\(Exercise.letter(number).uppercased())" }
    static func choice(_ number: Int) -> String { Exercise.letter(number).uppercased() }

    static func identifier(_ text: String) -> String {
        let plain = text.map { character -> Character in
            character.isASCII && (character.isLetter || character.isNumber || "-_.".contains(character)) ? character : "-"
        }
        return plain.first?.isLetter == true ? String(plain) : "x-" + String(plain)
    }
}

extension Handout {
    /// The lesson's exercises as a package of QTI 2.1, files by name; nil when none has a blank or choices.
    public func qtiPackage(labels: CourseLabels) -> [String: String]? {
        PageStyle.$current.withValue(lesson.frontMatter.style) {
            let numbering = Numbering(lesson, in: labels)
            let asked = lesson.exercises.filter { !$0.blanks.isEmpty || !$0.questions.isEmpty }
            guard !asked.isEmpty else { return nil }
            let items = asked.enumerated().map { QTIItem($1, position: $0, self, numbering) }
            var files = ["imsmanifest.xml": Self.manifest(items)]
            for item in items { files["\(item.identifier).xml"] = item.xml }
            return files
        }
    }

    private static func manifest(_ items: [QTIItem]) -> String {
        let resources = items.map { item in
            """
                <resource identifier="RES-\(item.identifier)" type="imsqti_item_xmlv2p1" href="\(item.identifier).xml">
                  <file href="\(item.identifier).xml"/>
                </resource>

            """
        }
        return """
            <?xml version="1.0" encoding="UTF-8"?>
            <manifest xmlns="http://www.imsglobal.org/xsd/imscp_v1p1" identifier="MANIFEST">
              <metadata>
                <schema>QTIv2.1 Package</schema>
                <schemaversion>1.0.0</schemaversion>
              </metadata>
              <organizations/>
              <resources>
            \(resources.joined())  </resources>
            </manifest>

            """
    }
}
