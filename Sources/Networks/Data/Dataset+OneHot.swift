extension Dataset {
    /// A vector of `count` zeros with a 1 at `label`.
    ///
    /// A class that isn't among 0 to `count` − 1 ends the lesson at this call.
    ///
    /// - SeeAlso: Keras `to_categorical`, PyTorch `F.one_hot`, scikit-learn `OneHotEncoder`
    public static func oneHot(
        _ label: Int, of count: Int, file: StaticString = #filePath, line: UInt = #line, column: UInt = #column
    ) -> [Double] {
        stopping(file: file, line: line, column: column) {
            guard count > 0, (0..<count).contains(label) else {
                throw ArgumentError("there is no class \(label) of \(count); give one from 0 to the number of classes less 1")
            }
        }
        return unitVector(label, of: count)
    }

    /// The same for a class that is known to exist.
    static func unitVector(_ label: Int, of count: Int) -> [Double] { (0..<count).map { $0 == label ? 1 : 0 } }
}
