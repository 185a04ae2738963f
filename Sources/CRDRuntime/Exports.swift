// The runtime's own API has diagnostics, JSON values and schemas in its signatures: whoever imports it
// can name and use them without a second import.
@_exported public import CRDSchema
@_exported public import CRDYAML
