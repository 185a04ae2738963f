import CRDParsing
import CRDYAML

extension Schema {
    /// Decodes a schema that is embedded in generated code.
    ///
    /// - Precondition: `json` was written by the generator.
    public convenience init(json: String) {
        do throws(JSONReader.Failure) {
            var decoder = SchemaDecoder()
            let schema = decoder.schema(try JSONReader.read(Array(json.utf8), file: "schema"))
            self.init(schema.keywords)
        } catch {
            preconditionFailure("the schema in generated code is not JSON: \(error.diagnostic)")
        }
    }
}
