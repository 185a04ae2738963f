extension Emitter {
    /// The indentation of nested sequences and mappings, and of the first one.
    package struct Indentation: Hashable, Sendable {
        /// The number of columns from a key to the keys of its value, and to the lines of a literal
        /// block.
        package var mapping: Int
        /// The number of columns from a key to the dashes of its value.
        package var sequence: Int
        /// The column of the outermost keys or dashes, from 0; their first line has no indentation.
        package var column: Int

        /// Creates the indentation, by default that of `kubectl`.
        package init(mapping: Int = 2, sequence: Int = 0, column: Int = 0) {
            self.mapping = mapping
            self.sequence = sequence
            self.column = column
        }
    }
}
