extension Label {
    /// `a` for the first part of a figure, `b` for the second; nothing for a figure of its own.
    public var partLetter: String {
        part.flatMap { (1...26).contains($0) ? UnicodeScalar(UInt8(0x60 + $0)) : nil }.map { String($0) } ?? ""
    }
}

/// How a language names what references point to. Unknown languages read English.
public struct ReferenceWords: Sendable {
    private let names: [ReferenceKind: String]
    private let inWord: String

    public init(lang: String) {
        let language = LanguageTag.primary(lang)
        names = Self.names[language] ?? Self.english
        inWord = Self.inWords[language] ?? "in"
    }

    /// `Figure`
    public func name(of kind: ReferenceKind) -> String { names[kind] ?? Self.english[kind] ?? "" }

    /// `Figure 2`; sections and terms are called by their text.
    public func name(of label: Label) -> String {
        switch label.kind {
        case .term: label.title.isEmpty ? label.name : label.title
        case .section: label.title.isEmpty ? name(of: label.kind) : label.title
        default: label.number == 0 ? name(of: label.kind) : "\(name(of: label.kind)) \(label.number)\(label.partLetter)"
        }
    }

    func elsewhere(_ name: String, in page: String) -> String { "\(name) \(inWord) \(page)" }

    private static let english: [ReferenceKind: String] = [
        .figure: "Figure", .table: "Table", .equation: "Equation", .section: "Section", .exercise: "Exercise",
        .solution: "Solution", .listing: "Listing", .theorem: "Theorem", .definition: "Definition", .example: "Example",
        .term: "Term",
    ]
    private static let names: [String: [ReferenceKind: String]] = [
        "de": [
            .figure: "Abbildung", .table: "Tabelle", .equation: "Gleichung", .section: "Abschnitt", .exercise: "Aufgabe",
            .solution: "Lösung", .listing: "Listing", .theorem: "Satz", .definition: "Definition", .example: "Beispiel",
            .term: "Begriff",
        ],
        "fr": [
            .figure: "Figure", .table: "Tableau", .equation: "Équation", .section: "Section", .exercise: "Exercice",
            .solution: "Solution", .listing: "Code", .theorem: "Théorème", .definition: "Définition", .example: "Exemple",
            .term: "Terme",
        ],
        "es": [
            .figure: "Figura", .table: "Tabla", .equation: "Ecuación", .section: "Sección", .exercise: "Ejercicio",
            .solution: "Solución", .listing: "Código", .theorem: "Teorema", .definition: "Definición", .example: "Ejemplo",
            .term: "Término",
        ],
        "ar": [
            .figure: "الشكل", .table: "الجدول", .equation: "المعادلة", .section: "القسم", .exercise: "التمرين",
            .solution: "الحل", .listing: "الشفرة", .theorem: "المبرهنة", .definition: "التعريف", .example: "المثال",
            .term: "المصطلح",
        ],
    ]
    private static let inWords = ["de": "in", "fr": "dans", "es": "en", "ar": "في"]
}
