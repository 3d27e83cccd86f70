/// How much JSON is read before it is refused, counted on the bytes and so before any of it becomes a tree.
///
/// A hostile text grows some 77-fold in memory (`{},{},…`), so bytes alone are no bound: values are.
package struct JSONLimits: Sendable {
    /// Of the whole text.
    package var bytes: Int
    /// Objects, arrays and scalars of the whole text.
    package var values: Int
    /// Of one tree: an element that is handed out alone, or all that is left.
    package var valuesPerTree: Int
    /// Containers inside each other; what lies deeper is left out.
    package var depth: Int

    package init(bytes: Int = 16 << 20, values: Int = 4_000_000, valuesPerTree: Int = 100_000, depth: Int = 64) {
        self.bytes = bytes
        self.values = values
        self.valuesPerTree = valuesPerTree
        self.depth = depth
    }
}
