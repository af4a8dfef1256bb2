/// What the tables of figures' numbers call their columns, in the page's language.
package struct NumberWords: TranslatedWords, Sendable {
    package var row = "row"
    package var picture = "picture"
    package var weight = "weight"
    package var from = "from"
    package var to = "to"
    package var value = "value"
    package var gradient = "gradient"
    package var node = "node"
    package var name = "name"
    package var computedBy = "computed by"
    package var input = "input"
    package var state = "state"
    package var output = "output"
    package var step = "step"
    package var curve = "curve"
    package var height = "height"
    package var bar = "bar"
    package var points = "points"
    package var region = "Region"
    package var surface = "Height of the surface"

    package init() {}
}
