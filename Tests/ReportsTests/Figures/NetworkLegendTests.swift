import Exhibits
import Testing

@testable import Reports

/// What stands below a drawing of a network with weights of both signs.
struct NetworkLegendTests {
    @Test(arguments: PageLanguage.allCases, [0.0, 360, 457, 900])
    func `its words stand apart and inside the drawing in every language`(language: PageLanguage, columns: Double) {
        var style = PageStyle()
        style.language = language
        let legend = PageStyle.$current.withValue(style) { NetworkLegend() }
        let whole = max(columns, 360, legend.width + 8)
        let second = legend.start(in: whole) + legend.step
        #expect(legend.start(in: whole) >= 4)
        #expect(legend.start(in: whole) + NetworkLegend.indent + Lettering.width(legend.positive) + 10 <= second)
        #expect(second + NetworkLegend.indent + Lettering.width(legend.negative) <= whole)
    }
}
