import CRDDefinitionValidity
import CRDLibYAML
import CRDRuntime
import CRDYAML
import TestSupport

extension ValidityText {
    /// The faults of a text as `path: message`, sorted; what cannot be read is a message alone.
    static func faults(_ text: String) throws -> [String] {
        let documents = try Node.parse(text, file: "crd.yaml")
        return documents.flatMap(CRDValidity.all).flatMap { validity -> [String] in
            switch validity.verdict {
            case .valid: []
            case .unreadable(let diagnostic): [diagnostic.message]
            case .invalid(let violations): violations.map(\.description).sorted()
            }
        }
    }

    /// The faults of the CRD with some of its text replaced.
    static func faults(_ old: String, _ new: String) throws -> [String] {
        let text = definition.replacing(old, with: new)
        return try faults(text)
    }

    /// The faults of a schema, with paths that begin at `f`.
    static func faults(ofSchema schema: String) throws -> [String] {
        let root = "spec.validation.openAPIV3Schema.properties[spec].properties[f]"
        return try faults("{type: string}", schema).map { $0.replacing(root, with: "f") }
    }

    /// The faults of a schema of the whole resource, with paths that begin at `root`.
    static func faults(ofRoot schema: String, isWithStatus: Bool = false) throws -> [String] {
        let versions = definition.firstRange(of: "      openAPIV3Schema:")
        let start = versions.map { definition[..<$0.lowerBound] } ?? ""
        let status = isWithStatus ? "    subresources: {status: {}}\n" : ""
        let text = "\(start)      openAPIV3Schema: \(schema)\n\(status)"
        return try faults(text).map {
            $0.replacing("spec.validation.openAPIV3Schema", with: "root")
        }
    }
}
