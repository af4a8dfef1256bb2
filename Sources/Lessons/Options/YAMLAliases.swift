/// YAML can name a value (`&a`) and put it in many places (`*a`); ten lines of such lists make ten thousand million values.
package enum YAMLAliases {
    /// What is said of a text whose names multiply.
    package static let message =
        "this YAML repeats named values (`&name`, `*name`) so often that they fill the memory; write them out"

    /// Whether the values that the text stands for could be more than can be handled: each name multiplies what holds it by as
    /// often as it is used.
    package static func multiply(in text: String) -> Bool {
        var uses: [Substring: Int] = [:]
        for word in text.split(whereSeparator: { " \n\r\r\n\t,[]{}:".contains($0) }) where word.first == "*" {
            uses[word.dropFirst(), default: 0] += 1
        }
        var values = 1
        for count in uses.values {
            values = values.multipliedReportingOverflow(by: count + 1).overflow ? .max : values * (count + 1)
            if values > most { return uses.keys.contains { text.contains("&" + $0) } }
        }
        return false
    }

    private static let most = 10_000
}
