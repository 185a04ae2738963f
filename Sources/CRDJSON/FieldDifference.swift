public import CRDRuntime
public import CRDValues
public import CRDYAML

/// A field in which two values differ.
public struct FieldDifference: Hashable, Sendable, CustomStringConvertible {
    /// The path of the field.
    public let path: FieldPath
    /// The old value; `nil` if there was none.
    public let old: JSONValue?
    /// The new value; `nil` if there is none.
    public let new: JSONValue?

    /// `spec.replicas: 3 → 5`, or with `nothing` for a missing value.
    public var description: String {
        "\(path): \(old?.jsonText ?? "nothing") → \(new?.jsonText ?? "nothing")"
    }
}

/// The fields in which two values differ, in the order of the manifest.
///
/// ```swift
/// #expect(try new.difference(from: old).isEmpty)
/// ```
public struct FieldDifferences: RandomAccessCollection, Sendable, CustomStringConvertible {
    private var differences: [FieldDifference] = []

    /// The position of the first difference.
    public var startIndex: Int { differences.startIndex }

    /// The position after the last difference.
    public var endIndex: Int { differences.endIndex }

    /// The difference at a position.
    public subscript(position: Int) -> FieldDifference { differences[position] }

    /// One line for each difference: `spec.replicas: 3 → 5`.
    public var description: String { map(\.description).joined(separator: "\n") }
}

extension FieldDifferences {
    /// Creates the list of the differences of two values of a type.
    init(_ old: JSONValue, _ new: JSONValue, in type: (some _FieldValue).Type) {
        let level = FieldLevel(of: type)
        var path: [NodeStep] = []
        add(old, new, &path, level)
    }

    private mutating func add(
        _ old: JSONValue?,
        _ new: JSONValue?,
        _ path: inout [NodeStep],
        _ level: FieldLevel
    ) {
        if let old = old?.object, let new = new?.object {
            let removed = old.keys.filter { new[$0] == nil }
            for key in new.keys + removed { add(old[key], new[key], at: .key(key), &path, level) }
        } else if let old = old?.array, let new = new?.array {
            for position in 0..<Swift.max(old.count, new.count) {
                let (old, new) = (JSONValue.array(old)[position], JSONValue.array(new)[position])
                add(old, new, at: .index(position), &path, level)
            }
        } else if old != new {
            let path = FieldPath(path, in: level, from: 0)
            differences.append(FieldDifference(path: path, old: old, new: new))
        }
    }

    private mutating func add(
        _ old: JSONValue?,
        _ new: JSONValue?,
        at step: NodeStep,
        _ path: inout [NodeStep],
        _ level: FieldLevel
    ) {
        path.append(step)
        add(old, new, &path, level)
        path.removeLast()
    }
}

extension _FieldStruct {
    /// Returns the fields in which this value differs from another one of its type.
    ///
    /// The elements of lists are compared by position.
    ///
    /// - Parameter old: The other value.
    /// - Returns: The fields that differ, in the order of the manifest.
    /// - Throws: The errors of types of your own.
    public func difference(from old: Self) throws -> FieldDifferences {
        try FieldDifferences(old.jsonValue, jsonValue, in: Self.self)
    }
}
