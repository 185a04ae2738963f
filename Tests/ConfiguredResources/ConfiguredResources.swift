// The types and protocols that 'crdgen.yaml' of this target names.

internal import CRDFoundation
package import CRDRuntime

/// What every generated type conforms to.
package protocol Described {}

extension Described {
    /// The name of the type, without those round it.
    package var typeName: String { String(describing: Self.self) }
}

/// What resources with a namespace conform to.
package protocol Addressed {}

/// What resources without one conform to.
package protocol Global {}

/// What resources with the subresource `status` conform to.
package protocol Tracked {}

/// What resources with the subresource `scale` conform to.
package protocol Scalable {}

/// A struct that shows its fields, in the place of a generated one.
package struct Template: FieldStruct {
    /// How large it is.
    package var size: Int?

    package init(size: Int? = nil) {
        self.size = size
    }

    package init(_unread: _Unread) {}

    package mutating func _visit(_ fields: _FieldVisitor) {
        fields.integer("size", &size)
    }
}

/// The same, as an element of a list and a value of a map.
package struct Step: FieldStruct {
    /// What it is called.
    package var name: String?

    package init(name: String? = nil) {
        self.name = name
    }

    package init(_unread: _Unread) {}

    package mutating func _visit(_ fields: _FieldVisitor) {
        fields.string("name", &name)
    }
}

/// A type that is `Codable` and knows nothing of manifests.
package struct Payload: CodableValue {
    /// How heavy it is.
    package var weight: Double
    /// What is in it.
    package var contents: [String]?

    package init(weight: Double, contents: [String]? = nil) {
        self.weight = weight
        self.contents = contents
    }

    package static var placeholder: Payload { Payload(weight: 0) }

    // As types of libraries do that encode all their fields.
    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(weight, forKey: .weight)
        try container.encode(contents, forKey: .contents)
    }
}

/// A moment, in the place of `DateTime`.
package struct Moment: LeafValue {
    /// The moment as manifests have it.
    package var text: String

    package init(text: String) {
        self.text = text
    }

    package static var placeholder: Moment { Moment(text: "") }

    package static func fromManifest(_ node: ManifestNode, _ reader: ManifestReader) -> Moment? {
        reader.value(of: node, as: String.self).map { Moment(text: $0) }
    }

    package func write(to writer: ManifestWriter) {
        writer.write(text)
    }

    package init(from decoder: any Decoder) throws {
        try self.init(text: String(from: decoder))
    }

    package func encode(to encoder: any Encoder) throws {
        try text.encode(to: encoder)
    }
}

/// A carrier and its number, in the place of strings with a pattern.
package struct Carrier: ScalarValue {
    package var name: Substring
    package var number: Int

    package init?(rawValue: String) {
        let parts = rawValue.split(separator: ":")
        guard parts.count == 2, let number = Int(parts[1]) else { return nil }
        (name, self.number) = (parts[0], number)
    }

    package var rawValue: String { "\(name):\(number)" }

    package static let placeholder = Carrier(name: "a", number: 0)

    private init(name: Substring, number: Int) {
        (self.name, self.number) = (name, number)
    }
}

/// A number of crates, in the place of integers with a format.
package struct CrateCount: ScalarValue {
    package var rawValue: Int

    package init(rawValue: Int) {
        self.rawValue = rawValue
    }
}

/// A condition, in the place of `Condition`.
package struct Observation: CodableValue {
    /// What is observed.
    package var type: String
    /// Whether it holds.
    package var status: String

    package static var placeholder: Observation { Observation(type: "", status: "") }
}
