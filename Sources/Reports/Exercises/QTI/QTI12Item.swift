import Exhibits
import Lessons

/// What one place of an exercise asks as an item of IMS Question and Test Interoperability 1.2
/// (https://www.imsglobal.org/question/qtiv1p2/imsqti_asi_bindv1p2.html), in the form that Canvas imports: a number with its
/// margin, or choices.
struct QTI12Item {
    enum Kind: String {
        case text = "text_only_question"
        case number = "numerical_question"
        case one = "multiple_choice_question"
        case several = "multiple_answers_question"
    }

    var identifier: String
    var title: String
    /// HTML.
    var text: String
    var points: Double
    var kind = Kind.text
    /// The right number and how far an answer may be off.
    var number: (value: Double, tolerance: Double)?
    /// With their texts in HTML.
    var choices: [QTIPlace.Option] = []

    var xml: String {
        """
        <item ident="\(identifier)" title="\(Escape.html(title))">
        <itemmetadata><qtimetadata>
        \(Self.metadata("question_type", kind.rawValue))\(Self.metadata("points_possible", "\(points)"))</qtimetadata></itemmetadata>
        <presentation>
        \(Self.material(text, isHTML: true))
        \(response)</presentation>
        \(processing)\(feedback)</item>

        """
    }

    private static func metadata(_ label: String, _ entry: String) -> String {
        "<qtimetadatafield><fieldlabel>\(label)</fieldlabel><fieldentry>\(entry)</fieldentry></qtimetadatafield>\n"
    }

    private static func material(_ text: String, isHTML: Bool) -> String {
        "<material><mattext texttype=\"text/\(isHTML ? "html" : "plain")\">\(Escape.html(text))</mattext></material>"
    }

    private func name(_ position: Int) -> String { "\(identifier)_\(QTIText.choice(position))" }

    private var response: String {
        switch kind {
        case .text: return ""
        case .number:
            return "<response_str ident=\"response1\" rcardinality=\"Single\"><render_fib fibtype=\"Decimal\">"
                + "<response_label ident=\"answer1\"/></render_fib></response_str>\n"
        case .one, .several:
            let labels = choices.enumerated().map { position, choice in
                "<response_label ident=\"\(name(position))\">\(Self.material(choice.text, isHTML: true))</response_label>\n"
            }
            return
                "<response_lid ident=\"response1\" rcardinality=\"\(kind == .one ? "Single" : "Multiple")\"><render_choice>\n"
                + "\(labels.joined())</render_choice></response_lid>\n"
        }
    }

    private var processing: String {
        guard kind != .text else { return "" }
        var conditions = choices.indices.filter { !choices[$0].feedback.isEmpty }.map { position in
            "<respcondition continue=\"Yes\"><conditionvar>\(equal(name(position)))</conditionvar>"
                + "<displayfeedback feedbacktype=\"Response\" linkrefid=\"\(name(position))_fb\"/></respcondition>\n"
        }
        conditions.append(
            "<respcondition continue=\"No\"><conditionvar>\(right)</conditionvar>"
                + "<setvar action=\"Set\" varname=\"SCORE\">100</setvar></respcondition>\n")
        return """
            <resprocessing>
            <outcomes><decvar maxvalue="100" minvalue="0" varname="SCORE" vartype="Decimal"/></outcomes>
            \(conditions.joined())</resprocessing>

            """
    }

    private func equal(_ text: String) -> String { "<varequal respident=\"response1\">\(text)</varequal>" }

    private var right: String {
        if let (value, tolerance) = number {
            return "<or>\(equal("\(value)"))<and><vargte respident=\"response1\">\(value - tolerance)</vargte>"
                + "<varlte respident=\"response1\">\(value + tolerance)</varlte></and></or>"
        }
        if kind == .one { return choices.firstIndex { $0.isRight }.map { equal(name($0)) } ?? "" }
        let parts = choices.indices.map { choices[$0].isRight ? equal(name($0)) : "<not>\(equal(name($0)))</not>" }
        return "<and>\(parts.joined())</and>"
    }

    private var feedback: String {
        choices.enumerated().filter { !$0.element.feedback.isEmpty }.map { position, choice in
            "<itemfeedback ident=\"\(name(position))_fb\"><flow_mat>\(Self.material(choice.feedback, isHTML: false))</flow_mat>"
                + "</itemfeedback>\n"
        }.joined()
    }
}
