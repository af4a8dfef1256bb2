/// How a page writes its mathematics: chosen per course or page, known to the running lesson and to the renderer.
public struct PageStyle: Codable, Hashable, Sendable {
    /// `sequential`: w1…, net_h1, out_h1, E_total, η, as on lecture slides.
    /// `indexed`: w_ij^(l), z_j^(l), a_j^(l), L, α, as in textbooks.
    public enum Notation: String, Codable, Hashable, Sendable, CaseIterable {
        /// As lectures number: w₅, net_h1, out_h1, E_total.
        case sequential
        /// As textbooks index: w₁₁⁽²⁾, z₁⁽¹⁾, a₁⁽¹⁾, L.
        case indexed
    }

    /// How quantities are written.
    public var notation = Notation.sequential
    /// Digits after the point wherever a number is shown without its own format.
    public var digits = 6
    /// The letter of the loss (`E`, `L`, `J`), when it isn't the notation's own.
    public var lossSymbol: String?
    /// The letter of the learning rate (`\eta`, `\alpha`) as TeX, when it isn't the notation's own.
    public var rateSymbol: String?

    /// What stands between the whole and the fraction of a number, by the page's language.
    public var decimalMark = DecimalMark.point
    /// The language of what derivations and tables say.
    public var language = PageLanguage.english

    /// The usual style.
    public init() {}

    /// The style of the page whose lesson is running; a lesson's program binds it around its cells.
    @TaskLocal public static var current = PageStyle()
}
