import CRDRuntime
import CRDYAML
import KubernetesUnits

extension GoDecoder {
    /// Checks that a scalar has the Go type of its schema.
    mutating func checkScalar(_ value: JSONValue, _ schema: PreparedSchema) {
        switch (GoType(schema), value) {
        case (.boolean, .boolean), (.string, .string), (.integerOrString, .string): break
        case (.bytes, .string(let text)):
            guard let position = GoText.invalidBase64(text) else { break }
            report(failure("illegal base64 data at input byte \(position)"))
        case (.bytes, .array(let elements)): checkBytes(elements)
        case (.integer(let bits), .number(let number)):
            if !number.isInteger(bits: bits) {
                report(mismatch("number \(number.text)", type: "int\(bits)"))
            }
        case (.float(let bits), .number(let number)):
            let isFinite = bits == 32 ? Float(number.text)?.isFinite : number.double.isFinite
            if isFinite != true { report(mismatch("number \(number.text)", type: "float\(bits)")) }
        case (.integerOrString, _), (.quantity, _), (.time, _), (.duration, _):
            checkApart(value, GoType(schema))
        case (.any, _), (.boolean, _), (.string, _), (.bytes, _), (.integer, _), (.float, _),
            (.list, _), (.map, _), (.structure, _):
            report(mismatch(value, type: GoType.name(of: schema)))
        }
    }

    /// Checks a list of bytes, which Go decodes as well as base64.
    private mutating func checkBytes(_ elements: [JSONValue]) {
        for (index, element) in elements.enumerated() where element != .null {
            path.push(.index(index))
            if case .number(let number) = element {
                if UInt8(number.text) == nil {
                    report(mismatch("number \(number.text)", type: "uint8"))
                }
            } else {
                report(mismatch(element, type: "uint8"))
            }
            path.pop()
        }
    }

    /// Checks a value of a type with its own decoder.
    private mutating func checkApart(_ value: JSONValue, _ type: GoType) {
        var found: Mismatch?
        switch (type, value) {
        case (.integerOrString, .number(let number)):
            if !number.isInteger(bits: 32) {
                found = mismatch("number \(number.text)", type: "int32")
            }
        case (.integerOrString, _): found = mismatch(value, type: "int32")
        case (.quantity, _): found = Self.quantityError(value).map(failure)
        case (.time(let isMicro), .string(let text)):
            found = GoText.rejection(ofTime: text, isMicro: isMicro).map(failure)
        case (.duration, .string(let text)):
            if GoDuration(text) == nil {
                found = failure("time: invalid duration \(GoText.quoted(text))")
            }
        default: found = mismatch(value, type: "string")
        }
        found?.endsDecoding = true
        if let found { report(found) }
    }

    /// Returns the error in a quantity, which can be a string or a number
    /// (`Quantity.UnmarshalJSON`); `nil` if there is none.
    private static func quantityError(_ value: JSONValue) -> String? {
        let text: String
        switch value {
        case .string(let string): text = string.trimmingBlanks
        case .number(let number): text = number.text
        case .null, .boolean, .array, .object: text = ""
        }
        do throws(Quantity.Failure) {
            _ = try Quantity(parsing: text)
            return nil
        } catch {
            return error.message
        }
    }

    /// Returns the error for a value of another type.
    func mismatch(_ value: JSONValue, type: String) -> Mismatch {
        mismatch(value.goWord, type: type)
    }

    /// Returns the error of encoding/json, such as `json: cannot unmarshal string into Go struct
    /// field DeploymentSpec.spec.replicas of type int32`.
    private func mismatch(_ found: String, type: String) -> Mismatch {
        let field = ([structure] + fields).joined(separator: ".")
        return failure(
            "json: cannot unmarshal \(found) into Go struct field \(field) of type \(type)"
        )
    }

    private func failure(_ message: String) -> Mismatch {
        Mismatch(message: message, place: path.place())
    }
}

extension JSONNumber {
    /// Whether Go decodes the number into an integer with a number of bits: it has no fraction and
    /// no exponent.
    fileprivate func isInteger(bits: Int) -> Bool {
        bits == 32 ? Int32(text) != nil : Int64(text) != nil
    }
}

extension String {
    /// The text without the blanks at its ends (`strings.TrimSpace`).
    fileprivate var trimmingBlanks: String {
        let rest = drop(while: \.isWhitespace)
        let end = rest.lastIndex { !$0.isWhitespace }
        return end.map { String(rest[...$0]) } ?? ""
    }
}

extension GoText {
    /// Returns the position that Go reports for a text that is not base64 (`CorruptInputError`);
    /// `nil` if it is base64.
    package static func invalidBase64(_ text: String) -> Int? {
        if Base64.decode(text) != nil { return nil }
        let bytes = Array(text.utf8)
        // The number of characters in the last group of four.
        var digits = 0
        for (position, byte) in bytes.enumerated() where byte != 0x0A && byte != 0x0D {
            if byte == UInt8(ascii: "=") {
                let next = bytes[(position + 1)...].first { $0 != 0x0A && $0 != 0x0D }
                if digits < 2 { return position }
                if digits == 3 { return position + 1 }
                guard let next else { return bytes.count }
                return next == byte ? position + 2 : position
            }
            guard byte.isLetterOrDigit || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "/")
            else { return position }
            digits = (digits + 1) % 4
        }
        return bytes.count - digits
    }
}
