import CRDRuntime

/// Makes up scalars that a schema allows: its own default, value or example where it has one, else
/// the least surprising one within its limits.
struct ExampleScalar {
    /// What the schema itself suggests: `default`, the values of `enum`, `example`.
    let presets: [JSONValue]
    private let keywords: Schema.Keywords
    private let key: String

    /// Makes up scalars for a property, whose name placeholders are made of.
    init(_ keywords: Schema.Keywords, key: String) {
        self.keywords = keywords
        self.key = key
        var presets: [JSONValue] = []
        if let value = keywords.defaultValue { presets.append(value) }
        presets += keywords.enumeration ?? []
        if let value = keywords.example { presets.append(value) }
        self.presets = presets.filter { $0 != .null }
    }

    /// A string of the schema's format and length.
    var string: String {
        for case .string(let preset) in presets { return preset }
        if let format = keywords.format, let text = Self.textOfFormat[format] { return text }
        var text = placeholder
        let least = min(keywords.minLength ?? 0, Self.longestPlaceholder)
        while text.utf8.count < least { text += "-" + placeholder }
        guard let most = keywords.maxLength, text.utf8.count > most else { return text }
        return String(text.prefix(most))
    }

    /// A moment.
    var dateTime: String {
        for case .string(let preset) in presets { return preset }
        return "2026-01-01T00:00:00Z"
    }

    /// Bytes in base64.
    var base64: String {
        for case .string(let preset) in presets { return preset }
        return "ZXhhbXBsZQ=="
    }

    var boolean: Bool {
        for case .boolean(let preset) in presets { return preset }
        return false
    }

    /// 1, or the number nearest to it within the limits.
    var integer: Int {
        for case .number(let preset) in presets {
            if let integer = preset.integer { return integer }
        }
        return Int(exactly: nearestToOne(isWhole: true).rounded(.up)) ?? 1
    }

    /// 1, or the number nearest to it within the limits, as `Double` prints it.
    var number: JSONNumber {
        for case .number(let preset) in presets {
            if let number = JSONNumber(text: preset.double.description) { return number }
        }
        return JSONNumber(text: nearestToOne(isWhole: false).description) ?? JSONNumber(1)
    }

    var intOrString: JSONValue {
        for preset in presets {
            switch preset {
            case .number, .string: return preset
            case .null, .boolean, .array, .object: continue
            }
        }
        return .number(JSONNumber(integer))
    }

    /// The number nearest to 1 that the limits allow.
    private func nearestToOne(isWhole: Bool) -> Double {
        var least = keywords.minimum?.double ?? -.infinity
        var most = keywords.maximum?.double ?? .infinity
        if isWhole {
            least = keywords.exclusiveMinimum ? least.rounded(.down) + 1 : least.rounded(.up)
            most = keywords.exclusiveMaximum ? most.rounded(.up) - 1 : most.rounded(.down)
        } else {
            let width = most - least
            let margin = width.isFinite ? width / 2 : 1
            if keywords.exclusiveMinimum { least += margin }
            if keywords.exclusiveMaximum, least < most { most -= margin }
        }
        let nearest = max(least, min(most, 1))
        guard let multiple = keywords.multipleOf?.double, multiple > 0 else { return nearest }
        let above = (nearest / multiple).rounded(.up) * multiple
        return above <= most ? above : (most / multiple).rounded(.down) * multiple
    }
}

// MARK: - Texts

extension ExampleScalar {
    /// The property's name in a form that Kubernetes takes for most names: `roleARN` gives
    /// `role-arn`.
    private var placeholder: String {
        let words = SwiftName.attribute(key).split(separator: "_")
        return words.isEmpty ? "example" : words.joined(separator: "-")
    }

    /// More than anyone reads; a schema may ask for millions.
    private static let longestPlaceholder = 256

    /// Format → a text of it.
    ///
    /// Names and addresses are reserved for documentation by RFC 2606, 5737, 3849 and 7042.
    private static let textOfFormat = [
        "byte": "ZXhhbXBsZQ==",
        "cidr": "192.0.2.0/24",
        "date": "2026-01-01",
        "date-time": "2026-01-01T00:00:00Z",
        "datetime": "2026-01-01T00:00:00Z",
        "duration": "1h",
        "email": "user@example.com",
        "hostname": "example.com",
        "idn-hostname": "example.com",
        "ipv4": "192.0.2.1",
        "ipv6": "2001:db8::1",
        "mac": "00:00:5e:00:53:01",
        "uri": "https://example.com",
        "uuid": "00000000-0000-4000-8000-000000000000",
        "uuid4": "00000000-0000-4000-8000-000000000000",
    ]
}
