import CRDParsing
import CRDRuntime
import CRDValidation
import CRDYAML

/// Requests to create a resource, and the answers in one line.
enum Request {
    /// A validator whose schema has one property, `f`, under `spec`.
    static func validator(
        _ schema: String,
        status: String? = nil,
        scope: ResourceDefinition.Scope = .namespaced,
        scale: ResourceDefinition.Scale? = nil
    ) -> ResourceValidator {
        let spec = #""spec":{"type":"object","properties":{"f":\#(schema)}}"#
        let more = status.map { #","status":\#($0)"# } ?? ""
        return ResourceValidator(
            definition: ResourceDefinition(
                group: "x.test",
                version: "v1",
                names: .init(kind: "Thing", plural: "things", singular: "", listKind: ""),
                scope: scope,
                hasStatusSubresource: status != nil,
                scale: scale
            ),
            schema: Schema(json: #"{"type":"object","properties":{\#(spec)\#(more)}}"#)
        )
    }

    /// The answer to a body: `spec` of the object that is kept, or the code with what is wrong.
    static func response(
        _ validator: ResourceValidator,
        _ body: String,
        _ fieldValidation: FieldValidation = .strict,
        namespace: String? = nil,
        shows: String = "spec"
    ) -> String {
        let response: ServerResponse
        do throws(JSONReader.Failure) {
            let body = try RequestBody(json: Array(body.utf8), file: "body")
            response = validator.create(
                body,
                fieldValidation: fieldValidation,
                namespace: namespace
            )
        } catch {
            return "400 \(error.diagnostic.message)"
        }
        switch response.result {
        case .success(let object): return object[shows]?.jsonText ?? "nothing"
        case .failure(let rejection):
            if rejection.code == 400 { return "400 \(rejection.message)" }
            return "422 " + rejection.violations.map(\.description).joined(separator: "; ")
        }
    }

    static func thing(_ value: String) -> String {
        #"{"apiVersion":"x.test/v1","kind":"Thing","metadata":{"name":"t"},"spec":{"f":\#(value)}}"#
    }

    static func thing(metadata: String) -> String {
        #"{"apiVersion":"x.test/v1","kind":"Thing","metadata":{"name":"t",\#(metadata)}}"#
    }
}
