import CRDParsing
public import CRDRuntime
public import CRDValues
import CRDYAML

extension JSONValue {
    /// Reads a JSON text.
    ///
    /// The order of keys and the text of numbers are preserved. The last value of a duplicate key
    /// is used.
    ///
    /// - Parameters:
    ///   - json: The text.
    ///   - file: The path shown in messages; nothing is read from it.
    /// - Throws: `ManifestError` if the text is not one JSON value, or is nested too deep.
    public init(json: String, file: String = "value.json") throws(ManifestError) {
        try self.init(json: json.utf8, file: file)
    }

    /// Reads the bytes of a JSON text.
    ///
    /// The order of keys and the text of numbers are preserved. The last value of a duplicate key
    /// is used.
    ///
    /// - Parameters:
    ///   - json: The text in UTF-8.
    ///   - file: The path shown in messages; nothing is read from it.
    /// - Throws: `ManifestError` if the text is not one JSON value, or is nested too deep.
    public init(
        json: some Sequence<UInt8>,
        file: String = "value.json"
    ) throws(ManifestError) {
        let root = try Node(json: Array(json), file: file)
        do throws(Diagnostic) {
            try self.init(root)
        } catch {
            throw ManifestError([error])
        }
    }
}

extension _FieldStruct {
    /// The value as JSON, as a manifest contains it.
    ///
    /// - Throws: The errors of types of your own.
    public var jsonValue: JSONValue {
        get throws { try ValueBuilder.value(of: self) }
    }
}
