extension String {
    /// Whether both have the same bytes in UTF-8, which is how Kubernetes compares keys.
    ///
    /// `==` also takes "é" in one scalar for "é" in two.
    package func hasSameBytes(as other: String) -> Bool {
        // The first half alone decides nearly every call, and is fast in debug builds too.
        self == other && utf8.elementsEqual(other.utf8)
    }
}
