/// A declaration as a reader wants it.
enum Declaration {
    /// Without the arguments that only say where a call stands, which nobody writes.
    static func text(_ declaration: String) -> String {
        declaration.replacing(
            /,? ?\bfile: (StaticString|String) = #filePath(, line: U?Int = #line)?(, column: U?Int = #column)?/, with: ""
        )
        .replacing("(, ", with: "(")
        .replacing(" { get }", with: "").replacing(" { get set }", with: "")
    }
}
