/// What to write where KaTeX has no word for LaTeX's.
enum FormulaAdvice {
    /// KaTeX's message with advice behind it, where there is any to give.
    static func advised(_ message: String) -> String {
        guard let match = message.firstMatch(of: /(?:Undefined control sequence: |No such environment: )(\\?[A-Za-z]+)/) else {
            return message
        }
        let name = String(match.1)
        if let known = advice[name] { return message + "; write " + known }
        return name.first == "\\"
            ? message + "; define it with \\newcommand{\(name)}{…} in a formula above, or under macros: in course.yml" : message
    }

    private static let advice: [String: String] = [
        "\\intertext": "two formulas with the text between them", "\\shortintertext": "two formulas with the text between them",
        "\\eqref": "a reference outside the formula, @eq-name", "\\ref": "a reference outside the formula, @eq-name",
        "\\SI": "the number and \\,\\mathrm{unit}", "\\qty": "the number and \\,\\mathrm{unit}", "\\hfill": "\\quad",
        "\\footnote": "a note outside the formula, [^1]", "\\cite": "a citation outside the formula, [@key]",
        "\\href": "a link outside the formula, [text](address)", "\\url": "a link outside the formula, <address>",
        "\\includegraphics": "a picture outside the formula, ![what it shows](picture.png)",
        "\\bigg": "\\bigg( with the bracket",
        "\\multicolumn": "a table of bars", "tabular": "a table of bars, or array", "itemize": "a list outside the formula",
        "subequations": "aligned", "IEEEeqnarray": "aligned", "dmath": "aligned", "tikzpicture": "a picture",
    ]
}
