extension String {
    /// Whether both texts have the same bytes in UTF-8.
    ///
    /// Kubernetes compares keys this way.
    ///
    /// With `==`, "é" in one scalar and "é" in two scalars are equal.
    package func hasSameBytes(as other: String) -> Bool {
        // The first comparison is sufficient in most calls, and is fast in debug builds too.
        self == other && utf8.elementsEqual(other.utf8)
    }
}
