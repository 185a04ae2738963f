/// A version of Semantic Versioning 2.0.0, as github.com/blang/semver v4.0.0 reads it.
public struct SemanticVersion: Sendable {
    /// The error for a text that is not a version, with the message of the library.
    struct Failure: Error, Equatable {
        let message: String
    }

    /// An identifier before the build metadata, such as `alpha` or `1` in `1.0.0-alpha.1`.
    enum Identifier: Equatable, Sendable {
        case number(UInt64)
        case text(String)
    }

    let major: UInt64
    let minor: UInt64
    let patch: UInt64
    let prerelease: [Identifier]
    let build: [String]

    /// Reads a version such as `1.2.3-alpha.1+build`.
    ///
    /// - Parameters:
    ///   - text: The text of the version.
    ///   - isNormalized: Whether a `v` in front, missing parts, and leading zeros are allowed.
    /// - Throws: `Failure` if the text is not a version.
    init(_ text: String, isNormalized: Bool = false) throws(Failure) {
        let bytes = Array(text.utf8)
        try self.init(parsing: isNormalized ? try Self.normalized(bytes) : bytes)
    }

    /// Returns -1, 0 or 1 for less, equal and greater; the build metadata does not count.
    func compared(to other: Self) -> Int64 {
        for (left, right) in [
            (major, other.major), (minor, other.minor), (patch, other.patch),
        ] where left != right {
            return left < right ? -1 : 1
        }
        if prerelease.isEmpty || other.prerelease.isEmpty {
            return prerelease.isEmpty ? (other.prerelease.isEmpty ? 0 : 1) : -1
        }
        for (left, right) in zip(prerelease, other.prerelease) where left != right {
            return left.precedes(right) ? -1 : 1
        }
        let difference = prerelease.count - other.prerelease.count
        return Int64(difference.signum())
    }
}

extension SemanticVersion: Equatable {
    /// Returns whether two versions are equal except for the build metadata.
    public static func == (left: Self, right: Self) -> Bool { left.compared(to: right) == 0 }
}

extension SemanticVersion: CustomStringConvertible {
    /// The version without the `v` and zeros that were not necessary.
    public var description: String {
        var text = "\(major).\(minor).\(patch)"
        let identifiers = prerelease.map { identifier in
            switch identifier {
            case .number(let number): String(number)
            case .text(let text): text
            }
        }
        if !identifiers.isEmpty { text += "-" + identifiers.joined(separator: ".") }
        if !build.isEmpty { text += "+" + build.joined(separator: ".") }
        return text
    }
}

extension SemanticVersion.Identifier {
    /// Whether this is before another identifier: numbers are before texts.
    func precedes(_ other: Self) -> Bool {
        switch (self, other) {
        case (.number(let left), .number(let right)): left < right
        case (.text(let left), .text(let right)):
            left.utf8.lexicographicallyPrecedes(right.utf8)
        case (.number, .text): true
        case (.text, .number): false
        }
    }
}

// MARK: - Reading

extension SemanticVersion {
    private init(parsing bytes: [UInt8]) throws(Failure) {
        if bytes.isEmpty { throw Failure(message: "Version string empty") }
        let parts = bytes.split(
            separator: UInt8(ascii: "."),
            maxSplits: 2,
            omittingEmptySubsequences: false
        )
        guard parts.count == 3 else {
            throw Failure(message: "No Major.Minor.Patch elements found")
        }
        major = try Self.number(parts[0], "Major", "major")
        minor = try Self.number(parts[1], "Minor", "minor")
        var rest = parts[2]
        let build = Self.takeIdentifiers(after: "+", from: &rest)
        let prerelease = Self.takeIdentifiers(after: "-", from: &rest)
        patch = try Self.number(rest, "Patch", "patch")
        var identifiers: [Identifier] = []
        for part in prerelease { identifiers.append(try Self.identifier(part)) }
        self.prerelease = identifiers
        for part in build {
            if part.isEmpty { throw Failure(message: "Build meta data is empty") }
            guard part.allSatisfy(Self.isAllowed) else {
                throw Failure(
                    message: "Invalid character(s) found in build meta data \(GoText.quoted(part))"
                )
            }
        }
        self.build = build.map { String(decoding: $0, as: UTF8.self) }
    }

    /// Removes what follows a mark, and returns its parts; none without the mark.
    private static func takeIdentifiers(
        after mark: Unicode.Scalar,
        from rest: inout ArraySlice<UInt8>
    ) -> [ArraySlice<UInt8>] {
        guard let position = rest.firstIndex(of: UInt8(ascii: mark)) else { return [] }
        defer { rest = rest[..<position] }
        return rest[(position + 1)...].split(
            separator: UInt8(ascii: "."),
            omittingEmptySubsequences: false
        )
    }

    private static func number(
        _ digits: ArraySlice<UInt8>,
        _ capitalized: String,
        _ name: String
    ) throws(Failure) -> UInt64 {
        guard digits.allSatisfy(\.isDigit) else {
            throw Failure(
                message: "Invalid character(s) found in \(name) number \(GoText.quoted(digits))"
            )
        }
        if digits.count > 1, digits.first == UInt8(ascii: "0") {
            throw Failure(
                message: "\(capitalized) number must not contain leading zeroes "
                    + GoText.quoted(digits)
            )
        }
        return try number(digits)
    }

    private static func number(_ digits: ArraySlice<UInt8>) throws(Failure) -> UInt64 {
        guard let number = UInt64(String(decoding: digits, as: UTF8.self)) else {
            let reason = digits.isEmpty ? "invalid syntax" : "value out of range"
            throw Failure(
                message: "strconv.ParseUint: parsing \(GoText.quoted(digits)): \(reason)"
            )
        }
        return number
    }

    private static func identifier(_ part: ArraySlice<UInt8>) throws(Failure) -> Identifier {
        if part.isEmpty { throw Failure(message: "Prerelease is empty") }
        if part.allSatisfy(\.isDigit) {
            if part.count > 1, part.first == UInt8(ascii: "0") {
                throw Failure(
                    message: "Numeric PreRelease version must not contain leading zeroes "
                        + GoText.quoted(part)
                )
            }
            return .number(try number(part))
        }
        guard part.allSatisfy(isAllowed) else {
            throw Failure(
                message: "Invalid character(s) found in prerelease \(GoText.quoted(part))"
            )
        }
        return .text(String(decoding: part, as: UTF8.self))
    }

    private static func isAllowed(_ byte: UInt8) -> Bool {
        byte.isLetterOrDigit || byte == UInt8(ascii: "-")
    }

    /// Returns the text without one `v` and without leading zeros, with three parts.
    private static func normalized(_ bytes: [UInt8]) throws(Failure) -> [UInt8] {
        let start = bytes.first == UInt8(ascii: "v") ? 1 : 0
        var parts = bytes[start...].split(
            separator: UInt8(ascii: "."),
            maxSplits: 2,
            omittingEmptySubsequences: false
        )
        if let last = parts.last, parts.count < 3,
            last.contains(where: { $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "-") })
        {
            throw Failure(
                message: "short version cannot contain PreRelease/Build meta data"
            )
        }
        parts = parts.map { part in
            guard part.count > 1 else { return part }
            let digits = part.drop { $0 == UInt8(ascii: "0") }
            return digits.first?.isDigit == true ? digits : [UInt8(ascii: "0")] + digits
        }
        while parts.count < 3 { parts.append([UInt8(ascii: "0")]) }
        return Array(parts.joined(separator: CollectionOfOne(UInt8(ascii: "."))))
    }
}
