extension String {
    /// Whether both texts have the same bytes in UTF-8.
    ///
    /// Kubernetes compares keys this way.
    ///
    /// With `==`, "é" in one scalar and "é" in two scalars are equal.
    package func hasSameBytes(as other: String) -> Bool {
        // The first comparisons are sufficient in most calls, and are fast in debug builds too. An
        // ASCII text, whose length in UTF-16 is known to be that in UTF-8, equals no other text of
        // the same length.
        utf8.count == other.utf8.count && self == other
            && (utf16.count == utf8.count || utf8.elementsEqual(other.utf8))
    }
}
